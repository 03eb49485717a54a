import { DEPTH, type Judged } from '../analysis/coach.ts';
import { sameMove } from '../analysis/coach-decision.ts';
import { accuracyOf, type Score } from '../analysis/coach-score.ts';
import { isAdvised, LABELS, type Label, LEAST_STAKE, SMALL, stakeOf } from '../analysis/coach-verdict.ts';
import type { Comparison } from '../analysis/comparison.ts';
import { STRENGTH } from '../analysis/fixed-loss.ts';
import { cameToTheSame, type Estimate } from '../analysis/rollout-sample.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { moveText, reasonOf } from './coach-reason.ts';
import type { Coached } from './coach-result-of.ts';
import { formatDate } from './date.ts';
import { formatCount } from './people.ts';
import { worth } from './worth.ts';
import { wrap } from './wrap.ts';

/* What the coach has to say of a campaign, in 80 columns: the score, the turning points, the count of all. */

/** Turning points that are told in full. */
const MOST_TOLD = 8;
/** Of one kind: whoever has read three needs no fourth. */
const MOST_ALIKE = 3;

export interface CoachLayout {
  readonly width: number;
  /** Whether every decision is told with every move that was looked at, not only the turning points. */
  readonly every: boolean;
}

const USUAL: CoachLayout = { width: 80, every: false };

export function formatCoach(
  scenario: Scenario,
  coached: readonly Coached[],
  layout: CoachLayout = USUAL,
): string {
  return [...coached.map(one => ofParty(scenario, one, layout)), definitions(layout.width)].join('\n\n');
}

function ofParty(
  scenario: Scenario,
  { party, judged, summary, unjudged = 0 }: Coached,
  { width, every }: CoachLayout,
): string {
  const { name } = scenario.parties[party];
  const head = [
    `COACH: ${name}`,
    ...(unjudged > 0 ? [wrap(unjudgedText(unjudged), { width, indent: 2 })] : []),
  ];
  if (summary.score === null) return [...head, unjudged > 0 ? NONE_YET : NONE].join('\n');
  const score = `Score ${scoreText(summary.score)} of 100 from what was known, ${scoreText(summary.hindsightScore)} in hindsight.`;
  const told = every ? judged : turningPoints(judged);
  const points = told
    .map(one =>
      [pointText(scenario, one, width), ...(every ? movesTexts(scenario, one, width) : [])].join('\n'),
    )
    .join('\n\n');
  return [
    ...head,
    wrap(score, { width, indent: 2 }),
    wrap(countText(judged), { width, indent: 2 }),
    wrap(`${formatCount(summary.rollouts)} rollouts.`, { width, indent: 2 }),
    told.length === 0
      ? '  No turning points: no move stands out from the others.'
      : `${every ? 'MOVES' : 'TURNING POINTS'}\n${points}`,
  ].join('\n');
}

const NONE = '  No move with a real alternative to judge.';
const NONE_YET = '  None of those judged had a real alternative.';

function unjudgedText(unjudged: number): string {
  const moves = unjudged === 1 ? '1 move was' : `${formatCount(unjudged)} moves were`;
  return `BROKEN OFF: ${moves} not judged, and what follows is of the others alone.`;
}

/** A score and its interval, in as many decimals as show that it has a width, if one in a thousand does. */
function scoreText(score: Score | null): string {
  if (!score) return 'nothing';
  const { value, low, high } = score;
  const whole = low.toFixed(0) !== high.toFixed(0);
  const [shown = '', from = '', to = ''] = [value, low, high].map(each => each.toFixed(whole ? 0 : 1));
  return from === to ? `${shown} (all rollouts came to about the same)` : `${shown} (${from} to ${to})`;
}

/** The decisions on which most hung, those with something to say, few of a kind, in the order of days. */
export function turningPoints(judged: readonly Judged[]): Judged[] {
  return judged
    .filter(
      ({ label, asKnown }) =>
        TELLING.includes(label) && (label !== 'best' || aheadBy(asKnown) > AHEAD * stakeOf(asKnown)),
    )
    .sort((a, b) => weightOf(b) - weightOf(a))
    .filter((one, at, sorted) => alike(sorted.slice(0, at), one) < MOST_ALIKE)
    .slice(0, MOST_TOLD)
    .sort((a, b) => a.decision.entry - b.decision.entry);
}

/** How many are of the same kind: the same sort of move, the same advised. */
function alike(judged: readonly Judged[], { decision, asKnown }: Judged): number {
  return judged.filter(
    other =>
      other.decision.played.type === decision.played.type &&
      other.asKnown.advice.move.type === asKnown.advice.move.type,
  ).length;
}

/** A good move is told where the next best was so much worse, as a share of the stake. */
const AHEAD = 0.15;
const TELLING: readonly Label[] = ['best', 'inaccuracy', 'mistake', 'missed chance'];

/** A loss counts in full; a good move by what it was ahead of, at a third. */
function weightOf({ label, asKnown }: Judged): number {
  return label === 'best' ? aheadBy(asKnown) / 3 : asKnown.advice.lead.mean;
}

/** By how much the move played was ahead of the next best, in worth units. */
function aheadBy({ moves, played }: Comparison): number {
  const others = moves.filter(({ move }) => !sameMove(move, played.move));
  return played.gain - Math.max(...others.map(({ gain }) => gain));
}

function countText(judged: readonly Judged[]): string {
  const counts = LABELS.map(label => [label, judged.filter(one => one.label === label).length] as const);
  const words = counts.filter(([, count]) => count > 0).map(([label, count]) => `${count} ${label}`);
  return `${judged.length} ${judged.length === 1 ? 'decision' : 'decisions'}: ${words.join(', ')}.`;
}

function pointText(scenario: Scenario, judged: Judged, width: number): string {
  const { decision, asKnown, label } = judged;
  const advised = isAdvised(asKnown) ? ` Advised: ${moveText(scenario, decision, asKnown.advice.move)}.` : '';
  const day = `${formatDate(scenario, decision.day)} (day ${decision.day}): ${label}. `;
  const lines = [
    `${day}Played: ${moveText(scenario, decision, decision.played)}.${advised}`,
    `${lossText(judged)} ${reasonOf(scenario, judged)}`,
  ];
  return lines
    .map((line, index) => wrap(line, { width, indent: index === 0 ? 2 : 4, hanging: 4 }))
    .join('\n');
}

/** Every move that was looked at, best first, by both looks. */
function movesTexts(scenario: Scenario, { decision, asKnown, inHindsight }: Judged, width: number): string[] {
  const of = (comparison: Comparison) =>
    comparison.moves.map(({ move, gain, lead }) => {
      const how = sameMove(move, comparison.played.move) ? 'as played' : `lead ${estimateText(lead)}`;
      const mark = sameMove(move, comparison.advice.move) ? markOf(comparison) : '';
      return wrap(`${moveText(scenario, decision, move)}: gain ${worth(gain)}, ${how}${mark}`, {
        width,
        indent: 6,
        hanging: 8,
      });
    });
  return ['    From what was known:', ...of(asKnown), '    In hindsight:', ...of(inHindsight)];
}

/** What stands behind the move that came out ahead where the advice was picked. */
function markOf(comparison: Comparison): string {
  const { advice, played } = comparison;
  return isAdvised(comparison) || sameMove(advice.move, played.move) ? '; advised' : '; picked first';
}

/** What the move lost as known, and in hindsight, each with its interval. */
function lossText({ decision, asKnown, inHindsight }: Judged): string {
  const of = ({ advice }: Judged['asKnown']) =>
    sameMove(advice.move, decision.played) || advice.lead.high <= 0 ? 'nothing' : intervalText(advice.lead);
  return `Lost ${of(asKnown)} of ${stakeText(asKnown)}; in hindsight ${of(inHindsight)}.`;
}

/** The stake, and whether it is but the floor: next to nothing may have been at stake then. */
function stakeText(comparison: Comparison): string {
  const stake = stakeOf(comparison);
  return stake > LEAST_STAKE
    ? `${worth(stake, 0)} at stake`
    : `${LEAST_STAKE}, the least that is counted as at stake`;
}

function intervalText(estimate: Estimate): string {
  const { low, high } = estimate;
  const isUncertain = low <= 0 && worth(low) !== worth(high);
  return isUncertain ? `nothing certain (${worth(low)} to ${worth(high)})` : estimateText(estimate);
}

/** What all rollouts came to has no interval: it would be of no width, and surer than they are. */
function estimateText(estimate: Estimate): string {
  const { mean, low, high, trials } = estimate;
  if (cameToTheSame(estimate)) return `${worth(mean)} (all ${trials} rollouts came to the same)`;
  if (worth(low) === worth(high)) return `${worth(mean)} (all ${trials} rollouts came to about the same)`;
  return `${worth(mean)} (${worth(low)} to ${worth(high)})`;
}

function definitions(width: number): string {
  const text =
    `HOW IT IS RECKONED. Each possible move is played on for ${DEPTH} days, out of silence or where fewer are left to the end, many times under the same luck; numbers are ` +
    'worth units over reservations, as the debrief counts them, with 95 % intervals. From what was known: in worlds ' +
    'drawn from what the party could see, against a side that may play in any of several ways. In hindsight: in the ' +
    'world as it was. The advice is picked on some of these and measured on others, and what is lost is what it leads by there; ' +
    'another move may lead by more where they measure and is not advised for that, the best of many being mostly ' +
    'lucky. A lead is drawn towards 0, the more the wider its interval: one no larger than its standard error reads ' +
    '0.0, and the gain beside it is that of the move played, however many rollouts it was ahead in. A label is given only where the ' +
    `interval bears it, else the move is unclear. Best: no other move that was measured can lead by more than ${100 * SMALL} % of what was ` +
    'at stake. Good: something else was ahead, or may have been, by too little to matter; or it was best, but to wait in silence, which is never called ' +
    'best, as what it is worth hangs on news to come and on how long it lasts. At stake is the larger gain of the two moves, ' +
    `and never less than ${LEAST_STAKE}, so that next to nothing is not made much of. Where what was picked was not ahead where it was measured, ` +
    'it is not advised. The score holds every move against a coach that plays each one on ' +
    `${STRENGTH} times and takes the best: 100 is to lose nothing against it, ${accuracyOf(0.2).toFixed(0)} to lose a fifth of what is at stake, ` +
    `${accuracyOf(1).toFixed(0)} all of it. It is the mean of two means, one that weighs moves by what hung on them and one that ` +
    'is harmonic, so that one grave move shows in it, as in the accuracy of a game on lichess; its interval is of the ' +
    'luck of the rollouts, and more of them narrow it. All this teaches; it does not predict, and what the law or ' +
    'one’s word asks is not weighed against gains.';
  return wrap(text, { width });
}
