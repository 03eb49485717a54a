import type { Move } from '../campaign/event.ts';
import { parseNegotiator } from '../negotiators/index.ts';
import type { Policy } from '../negotiators/rollout.ts';
import { thoughtPlay } from '../negotiators/thought-play.ts';
import type { PartyIndex, PerParty, Scenario } from '../scenario/scenario.ts';
import type { CampaignRecord, RecordHeader } from '../table/record.ts';
import type { Replay } from '../table/replay.ts';
import { type Decision, decisionsOf } from './coach-decision.ts';
import { isForbidden, isOwed } from './coach-duty.ts';
import { effortOf } from './coach-effort.ts';
import { campaignScore, type Score } from './coach-score.ts';
import { advisedOf, matters as hangsOnIt, type Label, labelOf } from './coach-verdict.ts';
import { type Comparison, compare, comparing, type Effort, outcomeOf } from './comparison.ts';
import { inSilence, type Seats, trialsAsKnown, trialsInHindsight } from './trial.ts';

/*
 * The coach looks at each decision of a record twice. *As known*: over worlds sampled from the
 * party's view, against a side that may be playing in any of several ways; this is what the move is
 * judged by. *In hindsight*: in the true world, against the side as it did play. Where the two differ,
 * something was hidden that would have changed the choice. Gains are worth units over reservations,
 * as the debrief counts them, up to a number of days after the decision.
 */

/** A decision with what both looks say of it. */
export interface Judged {
  readonly decision: Decision;
  readonly asKnown: Comparison;
  readonly inHindsight: Comparison;
  readonly label: Label;
  readonly hindsightLabel: Label;
}

export interface CoachPlan {
  readonly scenario: Scenario;
  readonly record: CampaignRecord;
  readonly replay: Replay;
  readonly party: PartyIndex;
  /**
   * Rollouts for each move of each look; without it as many as the case needs. Of fewer than `LEAST_ROLLOUTS`
   * nothing comes but unclear labels and a score that may be anything.
   */
  readonly rollouts?: number;
  /** Seed of the trials; another one for a second opinion. */
  readonly seed?: string;
}

/** Days played on after a decision. */
export const DEPTH = 45;

/** The decisions of a party on which something hung, judged one after the other as they are asked for. */
export function* coach(plan: CoachPlan): Generator<Judged> {
  const seats = seatsOf(plan);
  for (const decision of decisionsOf(plan.record, plan.replay, plan.party)) {
    const judged = judge(decision, seats, plan);
    if (matters(judged)) yield judged;
  }
}

/** Whether something hung on a decision, by either look. */
export function matters({ asKnown, inHindsight }: Pick<Judged, 'asKnown' | 'inHindsight'>): boolean {
  return hangsOnIt(asKnown) || hangsOnIt(inHindsight);
}

/** One decision judged. */
export function judge(decision: Decision, seats: Seats, plan: Pick<CoachPlan, 'rollouts'>): Judged {
  return { decision, ...outcomeOf(judging(decision, seats, plan)) };
}

/** What is said of a decision. */
export type Verdict = Omit<Judged, 'decision'>;

/** A decision judged in steps of one rollout. */
export function* judging(
  decision: Decision,
  seats: Seats,
  { rollouts }: Pick<CoachPlan, 'rollouts'>,
): Generator<void, Verdict> {
  const effort = effortOf(rollouts);
  const { moves, played } = decision;
  const asKnown = yield* comparing(moves, played, trialsAsKnown(decision, seats), effort);
  const inHindsight = yield* comparing(moves, played, trialsInHindsight(decision, seats), effort);
  return {
    asKnown,
    inHindsight,
    label: labelOfDecision(decision, asKnown),
    hindsightLabel: labelOfDecision(decision, inHindsight),
  };
}

/**
 * Silence is never called best: what it is worth hangs on news to come, of which nobody knows, and on
 * how long it lasts. What the law or one's word forbids is never praised, what the law asks never a fault.
 */
export function labelOfDecision({ position, view, played }: Decision, comparison: Comparison): Label {
  const label = labelOf(comparison);
  const isPraise = label === 'best' || label === 'good';
  if (isPraise ? isForbidden(view, played) : isOwed(view, played)) return 'unclear';
  return label === 'best' && inSilence(position) && played.type === 'wait' ? 'good' : label;
}

export function lookAsKnown(decision: Decision, seats: Seats, effort: Effort): Comparison {
  return compare(decision.moves, decision.played, trialsAsKnown(decision, seats), effort);
}

export function lookInHindsight(decision: Decision, seats: Seats, effort: Effort): Comparison {
  return compare(decision.moves, decision.played, trialsInHindsight(decision, seats), effort);
}

/** Who goes on playing, as the record's header names them; a person as a steady negotiator would. */
export function seatsOf({ scenario, record, seed = 'coach' }: CoachPlan): Seats {
  return seatsNamed(namesOfSeats(scenario, record.header), seed);
}

/** The names under which a record's header has the two parties' seats. */
export function namesOfSeats(scenario: Scenario, { seats }: Pick<RecordHeader, 'seats'>): PerParty<string> {
  const [first, second] = scenario.parties;
  return [seats[first.id] ?? PERSON, seats[second.id] ?? PERSON];
}

const PERSON = 'person';

/** The same by the names of both seats. */
export function seatsNamed([first, second]: PerParty<string>, seed = 'coach'): Seats {
  return { policies: [policyNamed(first), policyNamed(second)], depth: DEPTH, seed };
}

/** Stand-ins that cost less thought than the negotiators they stand for; others play as they are. */
function policyNamed(name: string): (() => Policy) | null {
  const [kind = ''] = name.split(':');
  const e = Number(/e=([\d.]+)/.exec(name)?.[1] ?? Number.NaN);
  if (kind === 'boulware') return () => thoughtPlay(Number.isNaN(e) ? 0.4 : e, 'pressed');
  if (kind === 'conceder') return () => thoughtPlay(Number.isNaN(e) ? 3 : e, 'pressed');
  if (kind === 'search') return () => thoughtPlay(0.4, 'eager');
  const named = parseNegotiator(name);
  // An outside program or a person: nobody knows.
  return named.ok ? () => named.negotiator.decide : null;
}

export interface CoachSummary {
  /** Null where there was nothing to judge. */
  readonly score: Score | null;
  readonly hindsightScore: Score | null;
  readonly rollouts: number;
}

export function summaryOf(judged: readonly Judged[]): CoachSummary {
  return {
    score: campaignScore(judged.map(({ asKnown }) => asKnown)),
    hindsightScore: campaignScore(judged.map(({ inHindsight }) => inHindsight)),
    rollouts: judged.reduce(
      (sum, { asKnown, inHindsight }) => sum + asKnown.rollouts + inHindsight.rollouts,
      0,
    ),
  };
}

/** The move the coach would have made, from what was known; the one played where nothing better was found. */
export function adviceOf({ asKnown }: Judged): Move {
  return advisedOf(asKnown);
}
