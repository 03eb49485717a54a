import type { Parameters } from '../campaign/parameters.ts';
import type { PartyIndex, PerParty, Scenario } from '../scenario/scenario.ts';
import type { Position } from '../statechart/position.ts';
import type { Entry, RecordHeader } from '../table/record.ts';
import type { Ear } from './ear.ts';
import type { Commands } from './host.ts';
import type { Viewer } from './viewer.ts';

/** A campaign as far as it has been played or recorded: what happened, and where it stood after each event. */
export interface Course {
  readonly scenario: Scenario;
  readonly header: RecordHeader;
  readonly parameters: Parameters;
  readonly entries: readonly Entry[];
  /** Position before the first entry, then after each: one more than there are entries. */
  readonly positions: readonly Position[];
  /** Which parties a person plays. */
  readonly persons: PerParty<boolean>;
  /** Whether a person who mediates may put a text on the table now, at the end of the course. */
  readonly maySpeak: boolean;
  /** Where the record is; null where none is written. */
  readonly where: string | null;
  /** What the host calls the record by, where it keeps ways; null elsewhere. */
  readonly file: string | null;
  /** How commands are typed where this is played. */
  readonly commands: Commands;
  /** Why the record could not be written, once it could not. */
  readonly trouble: string | null;
}

/** Commands where nothing else was said. */
export const USUAL_COMMANDS: Commands = {
  program: 'parley',
  scenario: ({ id }) => id,
  finds: () => true,
};

/** The one party that a person plays; null where there are two such parties or none. */
export function partyPlayed({ persons }: Pick<Course, 'persons'>): PartyIndex | null {
  if (persons[0] === persons[1]) return null;
  return persons[0] ? 0 : 1;
}

/**
 * Who is spoken to as "you" on a screen that shows what `viewer` may know: the one party that a person
 * plays, on what that party sees. Through other eyes, or on the true numbers, nobody is.
 */
export function spokenTo(course: Pick<Course, 'persons'>, viewer: Viewer): PartyIndex | null {
  const played = partyPlayed(course);
  return played === viewer ? played : null;
}

/** Whom a debrief speaks to as "you": the side it is for, where a person played one side; nobody elsewhere. */
export function addressedIn(course: Pick<Course, 'persons'>, side: PartyIndex): PartyIndex | null {
  return partyPlayed(course) === null ? null : side;
}

/** Whether people play both sides, at one keyboard. */
export function sharesKeyboard({ persons }: Pick<Course, 'persons'>): boolean {
  return persons[0] && persons[1];
}

/** Whether a negotiator sits on either side. */
export function negotiatorsOnly({ persons }: Pick<Course, 'persons'>): boolean {
  return !persons[0] && !persons[1];
}

/** Whether a person sits in the mediator's seat. */
export function isMediated({ header }: Pick<Course, 'header'>): boolean {
  return header.mediator === 'person';
}

/** Whether nobody plays: two negotiators are watched. */
export function isWatched(course: Pick<Course, 'persons' | 'header'>): boolean {
  return negotiatorsOnly(course) && !isMediated(course);
}

/** Through whose eyes the one who plays looks; null where a person plays both sides, or only watches. */
export function viewerOf(course: Course): Viewer {
  return isMediated(course) ? 'mediator' : partyPlayed(course);
}

/**
 * Whether injects may be brought by hand: by those who teach, watch or stand between the sides, not
 * by somebody who plays one of them.
 */
export function mayInject(course: Course): boolean {
  return partyPlayed(course) === null && course.parameters.injects.length > 0;
}

export function personsOf(scenario: Scenario, header: RecordHeader): PerParty<boolean> {
  const sits = (party: PartyIndex) => header.seats[scenario.parties[party].id] === 'person';
  return [sits(0), sits(1)];
}

export function earOf(course: Course, viewer: Viewer): Ear {
  return { scenario: course.scenario, viewer, you: spokenTo(course, viewer) };
}

export function lastPosition(course: Course): Position {
  // A course has at least the position before its first entry.
  return course.positions.at(-1) as Position;
}

/**
 * Where play can be taken up again on a day: the number of entries before the first that a person or
 * a negotiator decided, so that what the world brought that morning stays as it was. Null where
 * nobody moved on the day.
 */
export function morningOf(course: Course, day: number): number | null {
  const index = course.entries.findIndex(
    entry => entry.day === day && ('party' in entry.event || entry.byHand === true),
  );
  return index < 0 ? null : index;
}

/** Number of the last entry of a day, counted from one: the position in which the day ended. */
export function eveningOf(course: Course, day: number): number {
  return course.entries.findLastIndex(entry => entry.day <= day) + 1;
}
