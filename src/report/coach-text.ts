import { type CoachSummary, DEPTH, type Judged } from '../analysis/coach.ts';
import { sameMove } from '../analysis/coach-decision.ts';
import { LABELS, type Label, spreadOf, stakeOf } from '../analysis/coach-verdict.ts';
import type { Estimate } from '../analysis/comparison.ts';
import type { PartyIndex, Scenario } from '../scenario/scenario.ts';
import { moveText, reasonOf } from './coach-reason.ts';
import { formatDate } from './date.ts';
import { formatCount } from './people.ts';
import { wrap } from './wrap.ts';

/* What the coach has to say of a campaign, in 80 columns: the score, the turning points, the count of all. */

/** A party's moves as judged. */
export interface Coached {
  readonly party: PartyIndex;
  readonly judged: readonly Judged[];
  readonly summary: CoachSummary;
}

/** Turning points that are told in full. */
const MOST_TOLD = 8;

export function formatCoach(scenario: Scenario, coached: readonly Coached[], width = 80): string {
  return [...coached.map(one => ofParty(scenario, one, width)), definitions(width)].join('\n\n');
}

function ofParty(scenario: Scenario, { party, judged, summary }: Coached, width: number): string {
  const { name } = scenario.parties[party];
  if (summary.score === null) return `COACH: ${name}\n  No move with a real alternative to judge.`;
  const score = `${summary.score.toFixed(0)} of 100 from what was known, ${(summary.hindsightScore ?? 0).toFixed(0)} in hindsight`;
  const told = turningPoints(judged);
  const points = told.map(one => pointText(scenario, one, width)).join('\n\n');
  return [
    `COACH: ${name}: ${score}`,
    wrap(countText(judged), { width, indent: 2 }),
    wrap(`${formatCount(summary.rollouts)} rollouts.`, { width, indent: 2 }),
    told.length === 0
      ? '  No turning points: no move stands out from the others.'
      : `TURNING POINTS\n${points}`,
  ].join('\n');
}

/** The decisions on which most hung, those with something to say, in the order of days. */
export function turningPoints(judged: readonly Judged[]): Judged[] {
  return judged
    .filter(
      ({ label, asKnown }) =>
        TELLING.includes(label) && (label !== 'best' || spreadOf(asKnown) > SPREAD * stakeOf(asKnown)),
    )
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, MOST_TOLD)
    .sort((a, b) => a.decision.entry - b.decision.entry);
}

/** A good move is told where the alternatives were so much worse, as a share of the stake. */
const SPREAD = 0.15;
const TELLING: readonly Label[] = ['best', 'inaccuracy', 'mistake', 'missed chance'];

/** A loss counts in full; a good move by what it was ahead of, at a third. */
function weightOf({ label, asKnown }: Judged): number {
  return label === 'best' ? spreadOf(asKnown) / 3 : asKnown.advice.lead.mean;
}

function countText(judged: readonly Judged[]): string {
  const counts = LABELS.map(label => [label, judged.filter(one => one.label === label).length] as const);
  const words = counts.filter(([, count]) => count > 0).map(([label, count]) => `${count} ${label}`);
  return `${judged.length} decisions: ${words.join(', ')}.`;
}

function pointText(scenario: Scenario, judged: Judged, width: number): string {
  const { decision, asKnown, label } = judged;
  const advised = sameMove(asKnown.advice.move, decision.played)
    ? ''
    : ` Advised: ${moveText(scenario, decision, asKnown.advice.move)}.`;
  const day = `${formatDate(scenario, decision.day)} (day ${decision.day}): ${label}. `;
  const lines = [
    `${day}Played: ${moveText(scenario, decision, decision.played)}.${advised}`,
    `${lossText(judged)} ${reasonOf(scenario, judged)}`,
  ];
  return lines
    .map((line, index) => wrap(line, { width, indent: index === 0 ? 2 : 4, hanging: 4 }))
    .join('\n');
}

/** What the move lost as known, and in hindsight, each with its interval. */
function lossText({ decision, asKnown, inHindsight }: Judged): string {
  const of = ({ advice }: Judged['asKnown']) =>
    sameMove(advice.move, decision.played) || advice.lead.high <= 0 ? 'nothing' : intervalText(advice.lead);
  return `Lost ${of(asKnown)} of ${stakeOf(asKnown).toFixed(0)} at stake; in hindsight ${of(inHindsight)}.`;
}

function intervalText({ mean, low, high }: Estimate): string {
  const interval = `(${low.toFixed(1)} to ${high.toFixed(1)})`;
  return low <= 0 ? `nothing certain ${interval}` : `${mean.toFixed(1)} ${interval}`;
}

function definitions(width: number): string {
  const text =
    `HOW IT IS RECKONED. Each possible move is played on for ${DEPTH} days, out of silence to the end, many times under the same luck; numbers are ` +
    'worth units over reservations, as the debrief counts them, with 95 % intervals. From what was known: in worlds ' +
    'drawn from what the party could see, against a side that may play in any of several ways. In hindsight: in the ' +
    'world as it was. A label is given only where the interval bears it, else the move is unclear. The score weighs ' +
    'moves by what hung on them, and one grave move shows in it. It teaches; it does not predict, and what the law ' +
    'or one’s word asks is not weighed against gains.';
  return wrap(text, { width });
}
