import { type CoachSummary, DEPTH, type Judged } from '../analysis/coach.ts';
import type { Score } from '../analysis/coach-score.ts';
import { stakeOf } from '../analysis/coach-verdict.ts';
import type { Compared, Comparison } from '../analysis/comparison.ts';
import { cameToTheSame } from '../analysis/rollout-sample.ts';
import type { Move, PartyEvent } from '../campaign/event.ts';
import type { PartyIndex, Scenario } from '../scenario/scenario.ts';
import type { CampaignRecord } from '../table/record.ts';
import { eventToJson } from '../table/record-text.ts';
import { reasonOf } from './coach-reason.ts';
import {
  COACH_FORMAT,
  type CoachResult,
  type ComparisonResult,
  type DecisionResult,
  type LeadResult,
} from './coach-result.ts';
import { rounded as roundedTo } from './rounded.ts';

/* The coach's findings put into the form of `coach-result.ts`. */

/** A party's moves as judged. */
export interface Coached {
  readonly party: PartyIndex;
  readonly judged: readonly Judged[];
  readonly summary: CoachSummary;
  /** Moves that were not judged, where the coach was broken off; without it 0. */
  readonly unjudged?: number;
}

/** The same record and rollouts give the same result. */
export function coachResultOf(
  scenario: Scenario,
  { header }: CampaignRecord,
  coached: readonly Coached[],
): CoachResult {
  return {
    parley: 'coach',
    format: COACH_FORMAT,
    engine: header.engine,
    scenario: header.scenario,
    scenarioDigest: header.scenarioDigest,
    seed: header.seed,
    seats: header.seats,
    depth: DEPTH,
    parties: coached.map(({ party, judged, summary, unjudged = 0 }) => ({
      party: scenario.parties[party].id,
      score: scoreResult(summary.score),
      hindsightScore: scoreResult(summary.hindsightScore),
      rollouts: summary.rollouts,
      unjudged,
      decisions: judged.map(one => decisionResult(scenario, one)),
    })),
  };
}

function scoreResult(score: Score | null): Score | null {
  return score && { value: rounded(score.value), low: rounded(score.low), high: rounded(score.high) };
}

function decisionResult(scenario: Scenario, judged: Judged): DecisionResult {
  const { decision, asKnown, inHindsight, label, hindsightLabel } = judged;
  const told = (move: Move) => eventToJson(scenario, { ...move, party: decision.party } as PartyEvent);
  return {
    entry: decision.entry,
    day: decision.day,
    phase: decision.view.phase,
    played: told(decision.played),
    label,
    hindsightLabel,
    reason: reasonOf(scenario, judged),
    asKnown: comparisonResult(asKnown, told),
    inHindsight: comparisonResult(inHindsight, told),
  };
}

function comparisonResult(comparison: Comparison, told: (move: Move) => object): ComparisonResult {
  const { moves, advice, spread, loss, rollouts } = comparison;
  return {
    advice: told(advice.move),
    rollouts,
    stake: rounded(stakeOf(comparison)),
    spread: rounded(spread),
    fixedLoss: { mean: rounded(loss.mean), error: rounded(loss.error) },
    moves: moves.map(({ move, gain, lead, ahead }) => ({
      move: told(move),
      gain: rounded(gain),
      lead: leadResult(lead),
      ahead,
    })),
  };
}

function leadResult(lead: Compared['lead']): LeadResult {
  const allTheSame = cameToTheSame(lead);
  const bound = (value: number) => (allTheSame ? null : rounded(value));
  const { mean, low, high, trials } = lead;
  return { mean: rounded(mean), low: bound(low), high: bound(high), allTheSame, trials };
}

/** Decimals of worth units. */
const DIGITS = 3;
const rounded = (value: number) => roundedTo(value, DIGITS);
