import { stakeOf, tooFew } from './coach-verdict.ts';
import type { Comparison } from './comparison.ts';
import { sumOfVariances } from './fixed-loss.ts';
import { student975 } from './study/student.ts';

/*
 * One number for a campaign, after lichess (lila, AccuracyPercent): there a move's loss of win percentage
 * becomes its accuracy by an exponential, and a game's accuracy is the mean of two means of them. Here the
 * loss is in worth units, as a share of what was at stake, against advice of a fixed strength. What goes
 * into the means is corrected for the noise of few rollouts, so that more of them narrow the interval and
 * hardly shift the score, from `LEAST_ROLLOUTS` on.
 */

/** A campaign's score, 0 to 100, and its 95 % interval: of the coach's luck, for these decisions. */
export interface Score {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How fast accuracy falls with the loss as a share of the stake: to 61 at a fifth, to 8 at all of it. */
const FALL = 2.5;

/** 100 for a move that loses nothing, falling with its loss as a share of the stake. */
export function accuracyOf(share: number): number {
  return 100 * Math.exp(-FALL * share);
}

/** A decision as the score sees it. */
interface Part {
  readonly weight: number;
  /** Accuracy as a share of 1, and its reciprocal; both without bias where the noise is normal. */
  readonly accuracy: number;
  readonly reciprocal: number;
  /** Standard error of the logarithm of either, and its degrees of freedom. */
  readonly error: number;
  readonly freedom: number;
}

/**
 * The mean of two means of the moves' accuracies. The first weighs each decision by how far apart its moves
 * lie; the second is harmonic, so that one grave move among many good ones still shows. The interval is
 * analytic: the errors of the losses carried through both means to first order (delta method), with Student's t
 * for the few blocks that most of the error is known from. That stakes and weights are estimates too is left
 * out: they add some two in a hundred to its width. Of losses measured on too few rollouts nothing is known: the
 * interval is then all there is. Null where there was nothing to judge.
 */
export function campaignScore(comparisons: readonly Comparison[]): Score | null {
  if (comparisons.length === 0) return null;
  const parts = comparisons.map(partOf);
  const weights = sumOf(parts, ({ weight }) => weight);
  const weighted = sumOf(parts, ({ weight, accuracy }) => weight * accuracy) / weights;
  const reciprocals = sumOf(parts, ({ reciprocal }) => reciprocal);
  const harmonic = parts.length / reciprocals;
  const variance = sumOfVariances(
    parts.map(({ weight, accuracy, reciprocal, error, freedom }) => {
      const byWeight = (weight * accuracy) / weights;
      const share = (byWeight + (harmonic * reciprocal) / reciprocals) / 2;
      return { value: (error * share) ** 2, freedom };
    }),
  );
  const value = (weighted + harmonic) / 2;
  if (comparisons.some(tooFew)) return { value: percent(value), low: 0, high: 100 };
  const half = student975(Math.max(1, Math.floor(variance.freedom))) * Math.sqrt(variance.value);
  return { value: percent(value), low: percent(value - half), high: percent(value + half) };
}

/** Advice of fixed strength may be worse than the moves played: there is no more than 100 all the same. */
function percent(share: number): number {
  return 100 * Math.max(0, Math.min(1, share));
}

function sumOf(parts: readonly Part[], of: (part: Part) => number): number {
  return parts.reduce((sum, part) => sum + of(part), 0);
}

/** Where the loss is off by a normal error, the mean of exp(-k loss) is too high by exp(k^2 error^2 / 2). */
function partOf(comparison: Comparison): Part {
  const stake = stakeOf(comparison);
  const error = (FALL * Math.min(comparison.loss.error, stake)) / stake;
  const { variance } = comparison.loss;
  const log = (FALL * comparison.loss.mean) / stake;
  // By the variance as seen, which is right on the mean; the one for the interval is not.
  const correction = error ** 2 / 2;
  return {
    weight: weightOf(comparison),
    accuracy: Math.exp(-log - correction),
    reciprocal: Math.exp(log - correction),
    error: (FALL * Math.min(Math.sqrt(variance.value), stake)) / stake,
    freedom: variance.freedom,
  };
}

/** How far apart the moves of a decision lie, as a share of the stake; never nothing. */
function weightOf(comparison: Comparison): number {
  return 0.1 + comparison.spread / stakeOf(comparison);
}
