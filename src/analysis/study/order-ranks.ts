import { NORMAL_975 } from './student.ts';

/** Ranks from 1 in ascending order; null where so few runs have none. */
export interface Ranks {
  readonly low: number | null;
  readonly high: number | null;
}

/** Up to this variance of the binomial the ranks are exact; above it the normal approximation is good. */
const EXACT_TO = 100;

/** What may lie beyond either end. */
const BEYOND = 0.025;

/**
 * Between which two of so many runs in ascending order the quantile of a share, above 0 and below 1, lies
 * with 95 %: beyond either rank with at most 2.5 % (Conover 1999, Practical nonparametric statistics, 3.2).
 * The number of runs below the quantile is binomial, so there is no lower rank where even the least run
 * is above the quantile more often than that, and no upper one where even the greatest is below it.
 */
export function orderRanks(runs: number, share: number): Ranks {
  const exact = runs * share * (1 - share) <= EXACT_TO;
  const lowest = (part: number) => (exact ? exactRank(runs, part) : normalRank(runs, part));
  // The upper rank is the lower one counted from the other end.
  const mirrored = lowest(1 - share);
  return { low: lowest(share), high: mirrored === null ? null : runs + 1 - mirrored };
}

/** The greatest rank whose run is above the quantile in at most 2.5 %. */
function exactRank(runs: number, share: number): number | null {
  const odds = Math.log(share) - Math.log1p(-share);
  // The logarithm of the binomial probability that so many runs are below: itself, it could be too small a number.
  let log = runs * Math.log1p(-share);
  let sum = Math.exp(log);
  let rank = 0;
  while (sum <= BEYOND) {
    log += Math.log((runs - rank) / (rank + 1)) + odds;
    sum += Math.exp(log);
    rank++;
  }
  return rank === 0 ? null : rank;
}

/** The same by the normal approximation, rounded outwards. */
function normalRank(runs: number, share: number): number {
  return Math.floor(runs * share - NORMAL_975 * Math.sqrt(runs * share * (1 - share)));
}
