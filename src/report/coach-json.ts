import { DEPTH, type Judged } from '../analysis/coach.ts';
import type { Compared, Comparison } from '../analysis/comparison.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { CampaignRecord } from '../table/record.ts';
import { reasonOf } from './coach-reason.ts';
import type { Coached } from './coach-text.ts';
import { roundedOrNull } from './rounded.ts';

/** Decimals of worth units. */
const DIGITS = 3;

/** Version of the format: raised when a field changes its meaning or goes away. */
export const COACH_FORMAT = 1;

/**
 * What the coach says as JSON. The same record and rollouts give the same bytes. Gains and leads are in
 * worth units, rounded to 3 decimals; a lead is over the move that was played, with its 95 % interval.
 */
export function formatCoachJson(
  scenario: Scenario,
  record: CampaignRecord,
  coached: readonly Coached[],
): string {
  const { header } = record;
  const result = {
    parley: 'coach',
    format: COACH_FORMAT,
    engine: header.engine,
    scenario: header.scenario,
    scenarioDigest: header.scenarioDigest,
    seed: header.seed,
    seats: header.seats,
    depth: DEPTH,
    parties: coached.map(({ party, judged, summary }) => ({
      party: scenario.parties[party].id,
      score: roundedOrNull(summary.score, DIGITS),
      hindsightScore: roundedOrNull(summary.hindsightScore, DIGITS),
      rollouts: summary.rollouts,
      decisions: judged.map(one => decisionJson(scenario, one)),
    })),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function decisionJson(scenario: Scenario, judged: Judged) {
  const { decision, asKnown, inHindsight, label, hindsightLabel } = judged;
  return {
    entry: decision.entry,
    day: decision.day,
    phase: decision.view.phase,
    played: decision.played,
    label,
    hindsightLabel,
    reason: reasonOf(scenario, judged),
    asKnown: comparisonJson(asKnown),
    inHindsight: comparisonJson(inHindsight),
  };
}

function comparisonJson({ moves, advice, rollouts }: Comparison) {
  return { advice: advice.move, rollouts, moves: moves.map(comparedJson) };
}

function comparedJson({ move, gain, lead, trials }: Compared) {
  const { mean, low, high } = lead;
  return {
    move,
    gain: roundedOrNull(gain, DIGITS),
    lead: [roundedOrNull(mean, DIGITS), roundedOrNull(low, DIGITS), roundedOrNull(high, DIGITS)],
    trials,
  };
}
