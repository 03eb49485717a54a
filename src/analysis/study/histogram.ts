import type { Tally } from './tally.ts';

/** How often a metric fell between two values. */
export interface Bin {
  /** From this value on. */
  readonly from: number;
  /** Up to this value, and without it. */
  readonly to: number;
  /** Runs. */
  readonly runs: number;
}

/** Most bins of a histogram: about as many as can be told apart. */
const MOST_BINS = 24;

/**
 * The values of several tallies in the same bins, those of each by themselves. A bin is 1, 2 or 5 times a
 * power of ten wide; of whole numbers never less than 1. Runs with nothing to measure are in no bin.
 */
export function histograms(tallies: readonly Tally[], whole: boolean): Bin[][] {
  // The values of a tally are in ascending order.
  const ends = tallies.flatMap(({ values }) => [values[0], values.at(-1)]).flatMap(end => end?.[0] ?? []);
  if (ends.length === 0) return tallies.map(() => []);
  const [least, greatest] = [Math.min(...ends), Math.max(...ends)];
  const width = widthFor(greatest - least, whole);
  const first = binOf(least, width);
  const bins = binOf(greatest, width) - first + 1;
  return tallies.map(tally => {
    const runs = new Array<number>(bins).fill(0);
    for (const [value, times] of tally.values) {
      const bin = binOf(value, width) - first;
      runs[bin] = (runs[bin] ?? 0) + times;
    }
    return runs.map((count, index) => ({
      from: tidy((first + index) * width),
      to: tidy((first + index + 1) * width),
      runs: count,
    }));
  });
}

/** A value that stands on an edge belongs above it, whatever the division makes of its last bit. */
function binOf(value: number, width: number): number {
  return Math.floor(value / width + 1e-9);
}

function widthFor(spread: number, whole: boolean): number {
  const least = spread / (MOST_BINS - 1);
  if (!(least > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const fitting = [1, 2, 5, 10].map(step => step * power).find(width => width >= least) ?? 10 * power;
  return whole ? Math.max(1, Math.round(fitting)) : fitting;
}

/** A multiple of a decimal fraction as it is written: 0.3, not 0.30000000000000004. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
