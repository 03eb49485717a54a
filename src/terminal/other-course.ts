import { DEPTH, type Judged, namesOfSeats, seatsNamed } from '../analysis/coach.ts';
import { gainMeter } from '../analysis/gain.ts';
import { inSilence } from '../analysis/trial.ts';
import { isPartyEvent, type Move } from '../campaign/event.ts';
import type { Negotiator } from '../negotiators/negotiator.ts';
import { OPPONENTS } from '../negotiators/opponents.ts';
import type { Policy } from '../negotiators/rollout.ts';
import { thoughtPlay } from '../negotiators/thought-play.ts';
import { PARTIES, type PartyIndex, type PerParty } from '../scenario/scenario.ts';
import type { Position } from '../statechart/position.ts';
import type { Entry } from '../table/record.ts';
import { resumeTable, type Table } from '../table/table.ts';
import type { Account } from './account.ts';
import type { Course } from './course.ts';
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
  const seats = playersOf(course, judged, move);
  const positions = course.positions.slice(0, decision.entry + 1);
  const shared = course.entries.slice(0, decision.entry);
  const entries: Entry[] = [...shared];
  let table: Table | null = null;
  const opened = resumeTable(sittingOf(course, seats), shared, entry => {
    entries.push(entry);
    if (table) positions.push(table.position);
  });
  if (typeof opened === 'string') return opened;
  table = opened;
  const refused = opened.move(move);
  if (refused) return refused.message;
  const to = Math.min(decision.day + DEPTH, course.parameters.days);
  while (opened.awaited() !== null && opened.position.campaign.day <= to && opened.step());
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

function sittingOf({ scenario, header }: Course, seats: PerParty<Negotiator>) {
  return { scenario, seed: header.seed, seats, ...(header.mediator ? { mediator: header.mediator } : {}) };
}

/** Both sides as in the coach's rollouts in hindsight. */
function playersOf({ scenario, header }: Course, { decision }: Judged, move: Move): PerParty<Negotiator> {
  const { policies } = seatsNamed(namesOfSeats(scenario, header));
  const asks = inSilence(decision.position) && move.type === 'proposeTalks';
  const own = () => thoughtPlay(OWN_PACE, asks ? 'eager' : 'pressed');
  const makers = PARTIES.map(party =>
    party === decision.party ? (policies[party] ?? own) : (policies[party] ?? usual),
  );
  const [first = own, second = own] = makers;
  return [seated(first()), seated(second())];
}

const OWN_PACE = 0.4;
const usual = () => (OPPONENTS[0] as (typeof OPPONENTS)[number]).make();

/** A policy in a seat; the name is in no record. */
function seated(decide: Policy): Negotiator {
  return { name: 'coach', idea: '', citation: '', learns: true, draws: false, decide };
}

function stretchOf(course: Course, from: number, to: number, party: PartyIndex): Stretch {
  const last = course.positions.findLastIndex(({ campaign }) => campaign.day <= to);
  const within = course.positions.slice(from, last + 1);
  const [first, end] = [within[0], within.at(-1)] as [Position, Position];
  const [before, after] = [homeSoFar(first.campaign), homeSoFar(end.campaign)];
  return {
    accounts: accountsUpTo(course, last, null).filter(
      ({ entry, concerns }) => entry >= from && concerns && isTold(course.entries[entry]),
    ),
    home: [after[0] - before[0], after[1] - before[1]],
    gained: gainedIn(course.positions.slice(0, last + 1), from, party),
  };
}

/** What the sides and a mediator did: how a hand-over is arranged and lists are drawn up is left out, so that it stays short. */
function isTold(entry: Entry | undefined): boolean {
  if (!entry) return false;
  const { type } = entry.event;
  return type === 'mediatorProposes' || (isPartyEvent(entry.event) && type !== 'submitList');
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
