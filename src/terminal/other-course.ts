import { DEPTH, type Judged, namesOfSeats, seatsNamed } from '../analysis/coach.ts';
import { gainMeter } from '../analysis/gain.ts';
import { inSilence } from '../analysis/trial.ts';
import { isPartyEvent, type Move } from '../campaign/event.ts';
import { streamsOf } from '../campaign/streams.ts';
import { OPPONENTS } from '../negotiators/opponents.ts';
import type { Policy } from '../negotiators/rollout.ts';
import { thoughtPlay } from '../negotiators/thought-play.ts';
import type { PartyIndex, PerParty } from '../scenario/scenario.ts';
import type { Position } from '../statechart/position.ts';
import type { Entry } from '../table/record.ts';
import { resumeTable, type Table } from '../table/table.ts';
import type { Account } from './account.ts';
import { type Course, partyPlayed } from './course.ts';
import { accountsUpTo } from './scene.ts';
import { homeSoFar } from './sight.ts';

/*
 * One of many courses that a campaign could have taken: another move on a day, and then on, both sides
 * played as the coach has them played in thought, in the true world and under the luck that it had.
 * It begins from the record as a branch does, so what was there before that day is the same.
 */

/** What came of a stretch of days. */
export interface Stretch {
  /** What happened, as somebody tells it who knows everything. */
  readonly accounts: readonly Account[];
  /** People home in these days, by home party. */
  readonly home: PerParty<number>;
  /** Worth units that the party which chose gained in these days. */
  readonly gained: number;
}

export interface OtherCourse {
  readonly judged: Judged;
  readonly move: Move;
  /** Whose tellings these are: the course with the party that chose as "you". */
  readonly course: Course;
  readonly from: number;
  /** Last day that is told. */
  readonly to: number;
  readonly happened: Stretch;
  readonly instead: Stretch;
}

/** Another course from a decision on; where the record cannot be branched there, why not. */
export function otherCourse(course: Course, judged: Judged, move: Move): OtherCourse | string {
  const { decision } = judged;
  const branch = branchAt(course, decision.entry);
  if (typeof branch === 'string') return branch;
  const refused = branch.table.move(move);
  if (refused) return refused.message;
  const to = Math.min(decision.day + DEPTH, course.parameters.days);
  playOut(branch.table, policiesOf(course, judged, move), to);
  const { entries, positions } = branch;
  return {
    judged,
    move,
    course,
    from: decision.day,
    to,
    happened: stretchOf(course, decision.entry, to, decision.party),
    instead: stretchOf({ ...course, entries, positions }, decision.entry, to, decision.party),
  };
}

/** A table at which play stands before an entry, and the record of what is played there. */
interface Branch {
  readonly table: Table;
  readonly entries: readonly Entry[];
  readonly positions: readonly Position[];
}

function branchAt(
  { scenario, header, entries: all, positions: past }: Course,
  entry: number,
): Branch | string {
  const entries = all.slice(0, entry);
  const positions = past.slice(0, entry + 1);
  let table: Table | null = null;
  // Whoever sat there, the moves come from here now.
  const seats = ['person', 'person'] as const;
  const mediator = header.mediator ? { mediator: header.mediator } : {};
  const opened = resumeTable({ scenario, seed: header.seed, seats, ...mediator }, [...entries], made => {
    entries.push(made);
    if (table) positions.push(table.position);
  });
  if (typeof opened === 'string') return opened;
  table = opened;
  return { table, entries, positions };
}

/** Plays to the end of a day. A move that the rules refuse is passed over with a day's waiting, as in thought. */
function playOut(table: Table, policies: PerParty<Policy>, to: number): void {
  const streams = streamsOf(`${table.header.seed}/other-course`);
  for (;;) {
    const party = table.awaited();
    if (party === null || table.position.campaign.day > to) return;
    const random = streams.of(party === 0 ? 'seat.0' : 'seat.1').next;
    const refused = table.move(policies[party](table.view(party), table.legal(), random));
    if (refused) table.move({ type: 'wait' });
  }
}

/** Both sides as in the coach's rollouts in hindsight. */
function policiesOf({ scenario, header }: Course, { decision }: Judged, move: Move): PerParty<Policy> {
  const { policies } = seatsNamed(namesOfSeats(scenario, header));
  const asks = inSilence(decision.position) && move.type === 'proposeTalks';
  const own = () => thoughtPlay(OWN_PACE, asks ? 'eager' : 'pressed');
  const of = (party: PartyIndex) => (policies[party] ?? (party === decision.party ? own : usual))();
  return [of(0), of(1)];
}

const OWN_PACE = 0.4;
const usual = () => (OPPONENTS[0] as (typeof OPPONENTS)[number]).make();

function stretchOf(course: Course, from: number, to: number, party: PartyIndex): Stretch {
  const last = course.positions.findLastIndex(({ campaign }) => campaign.day <= to);
  const within = course.positions.slice(from, last + 1);
  const [first, end] = [within[0], within.at(-1)] as [Position, Position];
  const [before, after] = [homeSoFar(first.campaign), homeSoFar(end.campaign)];
  return {
    accounts: toldAfter(course, from, last),
    home: [after[0] - before[0], after[1] - before[1]],
    gained: gainedIn(course.positions.slice(0, last + 1), from, party),
  };
}

/** What the sides and a mediator did from an entry on, as somebody tells it who knows everything. */
export function toldAfter(
  course: Course,
  from: number,
  to = course.entries.length,
  you = partyPlayed(course),
): Account[] {
  const told = accountsUpTo(course, to, null, you).filter(
    ({ entry, concerns }) => entry >= from && concerns && isTold(course.entries[entry]),
  );
  return onceEach(told);
}

/** What the sides and a mediator did: how a hand-over is arranged and lists are drawn up is left out, so that it stays short. */
function isTold(entry: Entry | undefined): boolean {
  if (!entry) return false;
  const { type } = entry.event;
  return type === 'mediatorProposes' || (isPartyEvent(entry.event) && type !== 'submitList');
}

/** What a side says again as it said it the last time is told once. */
function onceEach(accounts: readonly Account[]): Account[] {
  return accounts.filter(
    ({ by, text }, at) => accounts.slice(0, at).findLast(before => before.by === by)?.text !== text,
  );
}

/** Gains of a campaign up to its end less those up to a position: an agreement struck before it may be carried out after it. */
function gainedIn(positions: readonly Position[], from: number, party: PartyIndex): number {
  const [first] = positions;
  if (!first) return 0;
  const meter = gainMeter(first);
  let before = 0;
  for (const [at, position] of positions.entries()) {
    if (at > 0) meter.see(position);
    if (at === from) before = meter.gains().gained[party];
  }
  return meter.gains().gained[party] - before;
}
