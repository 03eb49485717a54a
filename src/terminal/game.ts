import type { Deal } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import type { Refusal } from '../campaign/refusal.ts';
import { parseNegotiator } from '../negotiators/index.ts';
import type { PartyIndex, PerParty, Scenario } from '../scenario/scenario.ts';
import type { Entry, RecordHeader } from '../table/record.ts';
import { replay } from '../table/replay.ts';
import { openTable, resumeTable, type Seat, type Table } from '../table/table.ts';
import type { Course } from './course.ts';
import { personsOf, USUAL_COMMANDS } from './course.ts';
import type { Branch, Host, Pen, TakenUp } from './host.ts';
import type { KeptWay } from './kept-ways.ts';
import type { Manner } from './manner.ts';
import type { Note } from './notes.ts';

/** Who plays what: one name of a negotiator, or "person", for each party. */
export interface Setup {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly seats: PerParty<string>;
  /** Set where a person mediates. */
  readonly mediator?: 'person';
  /** Set where each phase is to say what can be done in it. */
  readonly guided?: true;
}

/** A campaign being played: the table, and the record that is written of it. */
export interface Game {
  /** How far it has come, as a value that later play does not change. */
  course(): Course;
  /** The party whose move it is, once the world has acted; null when the campaign is over. */
  awaited(): PartyIndex | null;
  /** The person's move; what is refused changes nothing. */
  move(move: Move): Refusal | null;
  /** Whether a person who mediates may put a text on the table; as of the last time it was asked who is awaited. */
  maySpeak(): boolean;
  /** The mediator's text, or null to let the day pass without one. */
  mediate(deal: Deal | null): Refusal | null;
  /** Brings an inject of the scenario by hand. */
  inject(id: string): Refusal | null;
  /** Lets the negotiator who is awaited decide; false where a person is, or nobody. */
  step(): boolean;
  /** Looks whether what was written is still there; what is missing is the course's trouble from then on. */
  verify(): void;
  /** Keeps notes beside the record, where there is one; returns a line where that failed. */
  keepNotes(notes: readonly Note[]): string | null;
  /** Keeps how it is played beside the record, where there is one; returns a line where that failed. */
  keepManner(manner: Manner): string | null;
  /** Keeps beside the record of each way which others there are; returns a line where that failed. */
  keepWays(ways: readonly KeptWay[]): string | null;
  /** Nothing more is written. */
  close(): void;
}

/** Opens a table and a record of it; where the record cannot be begun, the line that says why. */
export function newGame(host: Host, setup: Setup, unrecorded = false): Game | string {
  const { scenario, seats, guided: _, ...rest } = setup;
  const keeper = record();
  const table = openTable({ ...rest, scenario, seats: seatsFrom(seats) }, keeper.scribe);
  const pen = unrecorded ? null : host.beginRecord(scenario, table.header, []);
  return typeof pen === 'string' ? pen : play(host, table, keeper, pen);
}

/** Goes on with a record; one that was finished is over at once, and can be branched off from. */
export function takeUpGame(host: Host, taken: TakenUp): Game | string {
  const { scenario, pen } = taken;
  const { header, entries } = taken.record;
  const keeper = record();
  const table = resumeTable(sittingOf(scenario, header), entries, keeper.scribe);
  return typeof table === 'string' ? table : play(host, table, keeper, pen);
}

/**
 * Plays on from the first `kept` entries of a course, in a record of its own; what was played
 * before stays as it is.
 */
export function branchGame(
  host: Host,
  { scenario, header, entries, where }: Course,
  kept: number,
  branch: Branch,
): Game | string {
  const keeper = record();
  const shared = entries.slice(0, kept);
  const table = resumeTable(sittingOf(scenario, header), shared, keeper.scribe);
  if (typeof table === 'string') return table;
  const pen = where === null ? null : host.beginRecord(scenario, header, shared, branch);
  return typeof pen === 'string' ? pen : play(host, table, keeper, pen);
}

function sittingOf(scenario: Scenario, header: RecordHeader) {
  const name = (party: PartyIndex) => header.seats[scenario.parties[party].id] ?? 'person';
  const mediator = header.mediator ? { mediator: header.mediator } : {};
  return { scenario, seed: header.seed, seats: seatsFrom([name(0), name(1)]), ...mediator };
}

function seatsFrom([first, second]: PerParty<string>): PerParty<Seat> {
  return [seatFrom(first), seatFrom(second)];
}

function seatFrom(name: string): Seat {
  if (name === 'person') return 'person';
  const named = parseNegotiator(name);
  // Names come from menus, from checked options and from records whose check holds.
  if (!named.ok) throw new Error(named.message);
  return named.negotiator;
}

/** Passes entries to whoever listens, and keeps those that come before anybody does. */
function record() {
  const early: Entry[] = [];
  let listener: ((entry: Entry) => void) | null = null;
  return {
    scribe: (entry: Entry) => (listener ? listener(entry) : void early.push(entry)),
    /** Hands over what has come so far and listens from then on. */
    listen(to: (entry: Entry) => void): readonly Entry[] {
      listener = to;
      return early;
    },
  };
}

function play(host: Host, table: Table, keeper: ReturnType<typeof record>, pen: Pen | null): Game {
  const { header, parameters, sitting } = table;
  const entries: Entry[] = [...table.entries];
  const positions = [...replay(sitting.scenario, { header, entries, ended: false }).positions];
  let trouble: string | null = null;
  let open = pen !== null;
  let speaks = false;
  const say = (problem: string | null | undefined) => {
    trouble ??= problem ?? null;
  };
  const shut = () => {
    if (open) pen?.close();
    open = false;
  };
  const write = (entry: Entry) => {
    if (open && trouble === null) say(pen?.write(entry));
  };
  const early = keeper.listen(entry => {
    entries.push(entry);
    positions.push(table.position);
    write(entry);
  });
  for (const entry of early) write(entry);
  const awaited = () => {
    const party = table.awaited();
    speaks = table.mediatorAwaited();
    if (party === null && open) {
      if (trouble === null) say(pen?.end());
      shut();
    }
    return party;
  };
  return {
    course: () => ({
      scenario: sitting.scenario,
      header,
      parameters,
      entries: [...entries],
      positions: [...positions],
      persons: personsOf(sitting.scenario, header),
      maySpeak: speaks,
      where: pen?.where ?? null,
      file: pen?.file ?? null,
      commands: host.commands ?? USUAL_COMMANDS,
      trouble,
    }),
    awaited,
    maySpeak: () => speaks,
    move: given => table.move(given),
    mediate: deal => table.mediate(deal),
    inject: id => table.inject(id),
    step: () => table.step(),
    verify: () => {
      if (trouble === null) say(pen?.lost?.());
    },
    keepNotes: notes => pen?.keepNotes?.(notes) ?? null,
    keepManner: manner => pen?.keepManner?.(manner) ?? null,
    keepWays: ways => pen?.keepWays?.(ways) ?? null,
    close: shut,
  };
}
