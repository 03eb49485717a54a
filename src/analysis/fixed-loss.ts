import type { Move } from '../campaign/event.ts';
import { RACED_FROM } from './race.ts';
import { type Measured, measuredOf, type Stretch } from './rollout-sample.ts';

/*
 * What a move loses against advice of a fixed strength: that of a coach who plays every move on a few
 * times and takes the one that comes out ahead. Against the best of all moves no unbiased estimate is
 * possible, since more rollouts find a better best one. Against this coach it is: each block of the
 * first trials advises a move, other trials measure what it leads by, and the mean over the blocks has
 * the same expectation for any number of blocks and of trials (a U-statistic: Hoeffding 1948).
 */

/** Trials after which the coach of fixed strength has made up its mind. */
export const STRENGTH = 6;
/** Trials of which blocks are made: so many that every move has been played on in them. */
const MOST = RACED_FROM;

/** A loss in worth units, below 0 where the move was better than the advice, with its standard error. */
export interface FixedLoss extends Measured {
  /** Variance for an interval, that of the blocks no larger than it can be; the error is that of the blocks as seen. */
  readonly variance: Variance;
}

/** A variance that was estimated, and on how many degrees of freedom. */
export interface Variance {
  readonly value: number;
  readonly freedom: number;
}

/** The sum of independent variances, with its effective degrees of freedom (Satterthwaite 1946). */
export function sumOfVariances(parts: readonly Variance[]): Variance {
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  if (!Number.isFinite(value)) return { value, freedom: 1 };
  const spread = parts.reduce((sum, part) => sum + part.value ** 2 / part.freedom, 0);
  return { value, freedom: spread > 0 ? value ** 2 / spread : Number.POSITIVE_INFINITY };
}

/** Blocks of `size` of the trials that pick; one that is smaller where there are not enough for any. */
export function blocksOf({ to }: Stretch, size: number): Stretch[] {
  const blocks = Math.floor(Math.min(to, MOST) / size);
  if (blocks === 0) return [{ from: 0, to }];
  return Array.from({ length: blocks }, (_, index) => ({ from: index * size, to: (index + 1) * size }));
}

/**
 * The loss against what the blocks advise, each lead measured trial by trial. Its error has two parts: that of
 * the trials that measure, and that of the blocks that advise.
 */
export function fixedLoss(advised: readonly Move[], leadsOf: (move: Move) => readonly number[]): FixedLoss {
  const leads = new Map([...new Set(advised)].map(move => [move, leadsOf(move)] as const));
  const byBlock = advised.map(move => measuredOf(leads.get(move) ?? []).mean);
  const ofBlocks = measuredOf(byBlock);
  // Trials are the same for all moves that were measured, so their errors go together.
  const byLength = Map.groupBy(advised, move => leads.get(move)?.length ?? 0);
  const ofTrials = [...byLength].map(([length, moves]): Variance => {
    const share = moves.length / advised.length;
    const means = Array.from(
      { length },
      (_, trial) => moves.reduce((sum, move) => sum + (leads.get(move)?.[trial] ?? 0), 0) / moves.length,
    );
    return { value: (share * measuredOf(means).error) ** 2, freedom: Math.max(1, length - 1) };
  });
  const blocks = { value: ofBlocks.error ** 2, freedom: advised.length - 1 };
  const seen = sumOfVariances(advised.length > 1 ? [...ofTrials, blocks] : ofTrials);
  const variance = sumOfVariances(advised.length > 1 ? [...ofTrials, bounded(blocks, byBlock)] : ofTrials);
  return { mean: ofBlocks.mean, error: Math.sqrt(seen.value), variance };
}

/**
 * The variance of a mean of values, or where that is less the largest that it can be between the least and the
 * largest of them, a quarter of their distance squared for each (Popoviciu 1935). Of a bound nothing is estimated:
 * two blocks that advise unlike moves have one degree of freedom, and with it an interval would hold everything.
 */
function bounded(seen: Variance, values: readonly number[]): Variance {
  const most = (Math.max(...values) - Math.min(...values)) ** 2 / (4 * values.length);
  return seen.value > most ? { value: most, freedom: Number.POSITIVE_INFINITY } : seen;
}
