import { type Aggregate, shareBelow } from './aggregate.ts';
import type { MetricKind } from './metric.ts';
import { NORMAL_975, student975 } from './student.ts';
import type { Tally } from './tally.ts';

/** How a 95 % interval was worked out. */
export const INTERVALS = {
  wilson: 'Wilson score interval',
  student: "Student's t interval",
  order: 'order statistics',
} as const;
export type IntervalName = keyof typeof INTERVALS;

/**
 * What an aggregate comes to over the runs. `value` is null where no run had anything to measure; a
 * percentile is infinite where it falls among runs in which the thing did not happen.
 */
export interface Estimate {
  readonly value: number | null;
  /** The 95 % interval around it, where there is a method for it. */
  readonly interval: { readonly low: number; readonly high: number; readonly by: IntervalName } | null;
  /** How many runs it rests on. */
  readonly runs: number;
}

export function estimate(tally: Tally, aggregate: Aggregate, kind: MetricKind): Estimate {
  const below = shareBelow(aggregate);
  if (below !== null) return percentile(tally, below, kind);
  switch (aggregate) {
    case 'rate':
      return rate(tally, kind);
    case 'count':
      return total(tally, kind);
    case 'mean':
      return mean(tally);
    default:
      return extreme(tally, aggregate === 'max');
  }
}

/** Whether it is so, happened, or there was any. */
export function occurs(value: number | null, kind: MetricKind): boolean {
  return value !== null && (kind === 'day' || value > 0);
}

/** Runs in which it does. */
function occurrences(tally: Tally, kind: MetricKind): number {
  return kind === 'day' ? tally.valued : tally.countIf(value => value > 0);
}

function rate(tally: Tally, kind: MetricKind): Estimate {
  // Where nothing happened on no day it did not happen; elsewhere a run without a value says nothing.
  const runs = kind === 'day' ? tally.runs : tally.valued;
  if (runs === 0) return { value: null, interval: null, runs };
  const share = occurrences(tally, kind) / runs;
  return { value: share, interval: { ...wilson(share, runs), by: 'wilson' }, runs };
}

/**
 * The score interval for a share (Wilson 1927, Probable inference, the law of succession, and statistical
 * inference): it stays within 0 and 1 and holds for shares near them.
 */
export function wilson(share: number, runs: number): { low: number; high: number } {
  const z = NORMAL_975;
  const centre = share + z ** 2 / (2 * runs);
  const half = z * Math.sqrt((share * (1 - share)) / runs + z ** 2 / (4 * runs ** 2));
  const scale = 1 + z ** 2 / runs;
  return {
    low: share === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: share === 1 ? 1 : Math.min(1, (centre + half) / scale),
  };
}

function total(tally: Tally, kind: MetricKind): Estimate {
  const value = kind === 'count' ? tally.sum : occurrences(tally, kind);
  return { value, interval: null, runs: tally.runs };
}

/** Over the runs that have a value. */
function mean(tally: Tally): Estimate {
  const { valued: runs } = tally;
  if (runs === 0) return { value: null, interval: null, runs };
  return { value: tally.mean, interval: meanInterval(tally.mean, tally.variance, runs), runs };
}

/** Null for a single value, of which nobody knows how far it may be off. */
export function meanInterval(value: number, variance: number, runs: number): Estimate['interval'] {
  if (runs < 2) return null;
  const half = student975(runs - 1) * Math.sqrt(variance / runs);
  return { low: value - half, high: value + half, by: 'student' };
}

/**
 * The smallest value that a share of the runs does not exceed. Of a day, runs in which it never came
 * count as later than any; of anything else, runs without a value are left out. The interval lies
 * between two order statistics (Conover 1999, Practical nonparametric statistics, 3.2), their ranks by
 * the normal approximation, rounded outwards.
 */
function percentile(tally: Tally, share: number, kind: MetricKind): Estimate {
  const runs = kind === 'day' ? tally.runs : tally.valued;
  if (runs === 0) return { value: null, interval: null, runs };
  const half = NORMAL_975 * Math.sqrt(runs * share * (1 - share));
  const rank = (position: number) => Math.min(runs, Math.max(1, position));
  const low = tally.at(rank(Math.floor(runs * share - half)));
  const high = tally.at(rank(Math.ceil(runs * share + half) + 1));
  return { value: tally.at(rank(Math.ceil(runs * share))), interval: { low, high, by: 'order' }, runs };
}

function extreme(tally: Tally, greatest: boolean): Estimate {
  const value = greatest ? tally.values.at(-1)?.[0] : tally.values[0]?.[0];
  return { value: value ?? null, interval: null, runs: tally.valued };
}
