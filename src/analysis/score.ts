/* How a sample of predictions compares with the one value that came. */

/**
 * Continuous ranked probability score of a sample X against the value y (Gneiting and Raftery 2007,
 * Strictly proper scoring rules, prediction, and estimation, eq. 21):
 *
 *     mean |X - y|  -  1/2 mean |X - X'|
 *
 * with X' running over the same sample, X itself included: the score of the sample's own distribution.
 * In the unit of y; 0 is perfect, and a single prediction x scores |x - y|. NaN where there is no sample.
 */
export function crps(sample: readonly number[], y: number): number {
  const sorted = inOrder(sample);
  const n = sorted.length;
  let distance = 0;
  let spread = 0;
  for (const [index, x] of sorted.entries()) {
    distance += Math.abs(x - y);
    // Half of the sum of |x - x'| over all pairs, in order: each x is above `index` others and below the rest.
    spread += (2 * index + 1 - n) * x;
  }
  // Never below 0 but for rounding.
  return Math.max(0, distance / n - spread / n ** 2);
}

/** Per cent of a sample below a value, with half of those equal to it (mid-rank). */
export function percentileOf(sample: readonly number[], y: number): number {
  const below = sample.filter(x => x < y).length;
  const equal = sample.filter(x => x === y).length;
  return (100 * (below + equal / 2)) / sample.length;
}

/** The smallest value of a sample with at least `share` of it at or below: always one that occurred. */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = inOrder(sample);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle value, or the mean of the two in the middle. */
export function median(sample: readonly number[]): number {
  const sorted = inOrder(sample);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

function inOrder(sample: readonly number[]): number[] {
  return [...sample].sort((a, b) => a - b);
}
