import type { Move } from '../campaign/event.ts';
import { sameMove } from './coach-decision.ts';
import type { Comparison } from './comparison.ts';

/** What can be said of a move; *unclear* where the interval does not bear anything more. */
export const LABELS = ['best', 'good', 'inaccuracy', 'mistake', 'missed chance', 'unclear'] as const;
export type Label = (typeof LABELS)[number];

/*
 * A loss is held against what was at stake: the mean gain of the best move, or a floor for campaigns
 * in which next to nothing is. Bounds after what players of other games are used to, as shares of it.
 */
const LEAST_STAKE = 20;
export const SMALL = 0.05;
const LARGE = 0.15;

/** Worth units that were at stake in a decision. */
export function stakeOf({ moves }: Comparison): number {
  return Math.max(LEAST_STAKE, ...moves.map(({ gain }) => Math.abs(gain)));
}

/** How far apart the moves of a decision lie, in worth units. */
export function spreadOf({ moves }: Comparison): number {
  const gains = moves.map(({ gain }) => gain);
  return Math.max(...gains) - Math.min(...gains);
}

/** Share of the stake below which it makes no difference what is done. */
const NOTHING = 0.002;

/** Whether anything hung on a decision. */
export function matters(comparison: Comparison): boolean {
  return spreadOf(comparison) > NOTHING * stakeOf(comparison);
}

/** The label that the interval of the loss supports. */
export function labelOf(comparison: Comparison): Label {
  const { advice, played } = comparison;
  const stake = stakeOf(comparison);
  if (sameMove(advice.move, played.move)) {
    const beaten = comparison.moves.every(
      ({ move, lead }) => move === played.move || lead.high <= SMALL * stake,
    );
    return beaten ? 'best' : 'unclear';
  }
  const { mean, low, high } = advice.lead;
  if (low > SMALL * stake && mean >= LARGE * stake)
    return isChance(advice.move) ? 'missed chance' : 'mistake';
  if (low > 0 && mean >= SMALL * stake) return 'inaccuracy';
  return high <= (LARGE * stake) / 2 ? 'good' : 'unclear';
}

/** Moves that take what is there: an offer, an invitation, a moment to ask. */
function isChance({ type }: Move): boolean {
  return type === 'accept' || type === 'agree' || type === 'proposeTalks' || type === 'resume';
}

/** 100 for a move that loses nothing, falling with its loss as a share of the stake: 61 at a fifth, 8 at all of it. */
export function accuracyOf(comparison: Comparison): number {
  const { advice, played } = comparison;
  if (sameMove(advice.move, played.move)) return 100;
  // What the interval does not tell from 0 is not held against anybody.
  const loss = Math.max(0, advice.lead.low > 0 ? advice.lead.mean : 0);
  return 100 * Math.exp((-2.5 * loss) / stakeOf(comparison));
}

/** Lowest accuracy that enters the harmonic mean. */
const FLOOR = 2;

/**
 * One number for a campaign, 0 to 100: the mean of two means of the moves' accuracies. The first
 * weighs each decision by what hung on it; the second is harmonic, so that one grave move among many
 * good ones still shows. Null where there was nothing to judge.
 */
export function campaignScore(comparisons: readonly Comparison[]): number | null {
  if (comparisons.length === 0) return null;
  const accuracies = comparisons.map(accuracyOf);
  const weights = comparisons.map(weightOf);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const weighted =
    accuracies.reduce((sum, accuracy, index) => sum + accuracy * (weights[index] ?? 0), 0) / all;
  const harmonic =
    accuracies.length / accuracies.reduce((sum, accuracy) => sum + 1 / Math.max(FLOOR, accuracy), 0);
  return (weighted + harmonic) / 2;
}

/** How far apart the moves of a decision lie, as a share of the stake; never nothing. */
function weightOf(comparison: Comparison): number {
  return 0.1 + spreadOf(comparison) / stakeOf(comparison);
}
