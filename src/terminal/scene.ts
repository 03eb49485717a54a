import type { Offer } from '../campaign/campaign.ts';
import { PARTIES, type PartyIndex } from '../scenario/scenario.ts';
import { type LegalMove, legalMoves } from '../statechart/legal.ts';
import type { Position } from '../statechart/position.ts';
import { type Account, accountsOf, together } from './account.ts';
import {
  addressedIn,
  type Course,
  earOf,
  isMediated,
  isWatched,
  lastPosition,
  spokenTo,
  viewerOf,
} from './course.ts';
import type { Told } from './ear.ts';
import { remembered } from './remembered.ts';
import { leverageByDay, type Sight, sightOf } from './sight.ts';
import type { Viewer } from './viewer.ts';

/** A moment of a campaign with all that the screens show of it, reckoned once and not on every frame. */
export interface Scene {
  readonly course: Course;
  /** Which position of the course this is. */
  readonly at: number;
  readonly position: Position;
  readonly sight: Sight;
  /** The party whose move it is; null when it is the world's, or nobody's any more. */
  readonly mover: PartyIndex | null;
  /** Whether a person is to move here and now. */
  readonly yours: boolean;
  /** Whether a person who mediates may put a text on the table here and now. */
  readonly speaks: boolean;
  readonly legal: readonly LegalMove[];
  /** What happened so far, oldest first, as the one who looks may know it. */
  readonly accounts: readonly Account[];
  /** Leverage of the side shown, by day. */
  readonly leverage: readonly number[];
}

/** `eyes`: whose view it is where one may choose; left out, it follows from who plays. */
export function sceneAt(course: Course, at: number, eyes?: Viewer): Scene {
  const position = course.positions[at] ?? lastPosition(course);
  const mover = position.done ? null : position.campaign.toMove;
  const viewer = eyes === undefined ? naturalViewer(course, position) : eyes;
  const now = at === course.positions.length - 1;
  return {
    course,
    at,
    position,
    mover,
    yours: now && mover !== null && course.persons[mover],
    speaks: now && course.maySpeak,
    legal: now && mover !== null && course.persons[mover] ? legalMoves(position) : [],
    sight: sightOf(position, viewer),
    accounts: accountsUpTo(course, at, viewer),
    leverage: leverageByDay(course.positions.slice(0, at + 1), viewer),
  };
}

/** The position in which an offer of the talks in hand had just been put on the table. */
export function whenMade({ course, at, position }: Scene, offer: Offer): Position {
  const made = course.positions.findIndex(({ campaign }) => campaign.talks.offers.includes(offer));
  return (made >= 0 && made <= at ? course.positions[made] : undefined) ?? position;
}

/** At which position an offer is reckoned: today while it is on the table, or else on the day it was put there. */
export function reckonedAt(scene: Scene, offer: Offer): Position {
  return offer === scene.sight.talks.offer ? scene.position : whenMade(scene, offer);
}

export function latestScene(course: Course, eyes?: Viewer): Scene {
  return sceneAt(course, course.positions.length - 1, eyes);
}

/** A person sees what its seat may know; who plays both, what the party to move may; who watches, all. */
function naturalViewer(course: Course, { campaign }: Position): Viewer {
  return isWatched(course) ? null : (viewerOf(course) ?? campaign.toMove ?? 0);
}

/** Whether one may choose through whose eyes to look: never while it would tell a player what is hidden. */
export function mayChooseEyes(course: Course): boolean {
  return isWatched(course) || lastPosition(course).done;
}

/** The next pair of eyes: everything, the first party, the second, and the mediator where a person was one. */
export function otherEyes(course: Course, viewer: Viewer): Viewer {
  const eyes: readonly Viewer[] = [null, ...PARTIES, ...(isMediated(course) ? (['mediator'] as const) : [])];
  return eyes[(eyes.indexOf(viewer) + 1) % eyes.length] ?? null;
}

/** What an event meant never changes; a campaign is told anew on every key, and most of it has been told before. */
const ACCOUNTS = new WeakMap<Position, Map<string, readonly Told[]>>();

/** `you`: who is spoken to as such; left out, the party that a person plays, where it is that one who looks. */
export function accountsUpTo(
  course: Course,
  at: number,
  viewer: Viewer,
  you: PartyIndex | null = spokenTo(course, viewer),
): Account[] {
  const ear = { ...earOf(course, viewer), you };
  const told = course.entries.slice(0, at).flatMap((entry, index) => {
    const [before, after] = [course.positions[index], course.positions[index + 1]];
    if (!before || !after) return [];
    const said = remembered(ACCOUNTS, after, `${index} ${viewer} ${ear.you}`, () =>
      accountsOf(ear, entry.event, before, after),
    );
    return said.map(each => ({ ...each, day: after.campaign.day, entry: index }));
  });
  return together(ear, told);
}

/** The whole course as a debrief for a side tells it: by somebody who knows everything. */
export function accountsFor(course: Course, side: PartyIndex): Account[] {
  return accountsUpTo(course, course.entries.length, null, addressedIn(course, side));
}
