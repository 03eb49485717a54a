import { type Aggregate, percentBelow } from './aggregate.ts';
import { clopperPearson } from './clopper-pearson.ts';
import type { Crossed } from './crossed.ts';
import type { CrossedSpread } from './crossed-mean.ts';
import type { MetricKind } from './metric.ts';
import { orderRanks } from './order-ranks.ts';
import { NORMAL_975, student975 } from './student.ts';
import type { Tally } from './tally.ts';

/** How a 95 % interval was worked out. */
export const INTERVALS = {
  wilson: 'Wilson score interval',
  clopper: 'Clopper-Pearson interval',
  student: "Student's t interval",
  agresti: 'Agresti-Min interval',
  order: 'order statistics',
} as const;
export type IntervalName = keyof typeof INTERVALS;

/** A 95 % interval. An end is null where it is open: so few runs set no bound on that side. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
  readonly by: IntervalName;
}

/** One with both ends. */
export interface ClosedInterval extends Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * What an aggregate comes to over the runs. `value` is null where no run had anything to measure; a
 * percentile is infinite where it falls among runs in which the thing did not happen.
 */
export interface Estimate {
  readonly value: number | null;
  /** Null where there is no method for it, or so few runs bound it on neither side. */
  readonly interval: Interval | null;
  /** How many runs it rests on. */
  readonly runs: number;
}

/** Of a mean: its interval has both ends, or there is none. */
export interface MeanEstimate extends Estimate {
  readonly interval: ClosedInterval | null;
}

/** The values of one metric, and how they go together where each seed is played with several draws. */
export interface Sample {
  readonly tally: Tally;
  /** Null where all runs are independent. */
  readonly crossed: Crossed | null;
}

export function estimate(sample: Sample, aggregate: Aggregate, kind: MetricKind): Estimate {
  const { tally } = sample;
  const below = percentBelow(aggregate);
  if (below !== null) return percentile(sample, below, kind);
  switch (aggregate) {
    case 'rate':
      return rate(sample, kind);
    case 'count':
      return total(tally, kind);
    case 'mean':
      return mean(sample);
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

function rate({ tally, crossed }: Sample, kind: MetricKind): Estimate {
  // Where nothing happened on no day it did not happen; elsewhere a run without a value says nothing.
  const runs = kind === 'day' ? tally.runs : tally.valued;
  if (runs === 0) return { value: null, interval: null, runs };
  const share = occurrences(tally, kind) / runs;
  // Those in which it did not happen are those with no day, or with nothing more than 0.
  const interval = shareInterval(share, runs, crossed?.independentAt(kind === 'day' ? Number.MAX_VALUE : 0));
  return { value: share, interval, runs };
}

/**
 * Of a share of so many runs. Where these count as fewer that are independent, how few is an estimate; the
 * score interval, which has nothing to spare where runs are few, would make it too narrow.
 */
export function shareInterval(share: number, runs: number, independent: number | undefined): ClosedInterval {
  return independent === undefined
    ? { ...wilson(share, runs), by: 'wilson' }
    : { ...clopperPearson(share, independent), by: 'clopper' };
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
function mean({ tally, crossed }: Sample): MeanEstimate {
  const { valued: runs } = tally;
  if (runs === 0) return { value: null, interval: null, runs };
  const interval = crossed
    ? crossedInterval(tally.mean, crossed.ofMean)
    : meanInterval(tally.mean, tally.variance, runs);
  return { value: tally.mean, interval, runs };
}

/** Null where one seed or one draw leaves it unknown how far the mean may be off. */
export function crossedInterval(value: number, spread: CrossedSpread | null): ClosedInterval | null {
  if (spread === null) return null;
  const half = student975(spread.freedom) * Math.sqrt(spread.variance);
  return { low: value - half, high: value + half, by: 'student' };
}

/** Null for a single value, of which nobody knows how far it may be off. */
export function meanInterval(value: number, variance: number, runs: number): ClosedInterval | null {
  if (runs < 2) return null;
  const half = student975(runs - 1) * Math.sqrt(variance / runs);
  return { low: value - half, high: value + half, by: 'student' };
}

/**
 * The smallest value that so many per cent of the runs do not exceed. Of a day, runs in which it never
 * came count as later than any; of anything else, runs without a value are left out. The interval lies
 * between two order statistics, as far as so few runs have them.
 */
function percentile({ tally, crossed }: Sample, percent: number, kind: MetricKind): Estimate {
  const runs = kind === 'day' ? tally.runs : tally.valued;
  if (runs === 0) return { value: null, interval: null, runs };
  // In this order nothing is rounded up that is a whole number: 0.07 * 100 would be more than 7.
  const value = tally.at(Math.ceil((runs * percent) / 100));
  const independent = Math.floor(crossed?.independentAbout(value) ?? runs);
  const interval = independent < 1 ? null : orderInterval(tally, percent / 100, { runs, independent });
  return { value, interval, runs };
}

/** Ranks among so many independent runs, as far up in all that there are. */
function orderInterval(
  tally: Tally,
  share: number,
  { runs, independent }: { readonly runs: number; readonly independent: number },
): Interval | null {
  const ranks = orderRanks(independent, share);
  const each = runs / independent;
  const low = ranks.low === null ? null : tally.at(Math.floor((ranks.low - 1) * each) + 1);
  const high = ranks.high === null ? null : tally.at(Math.ceil(ranks.high * each));
  // That something comes at the latest never says nothing.
  const silent = low === null && (high === null || high === Number.POSITIVE_INFINITY);
  return silent ? null : { low, high, by: 'order' };
}

function extreme(tally: Tally, greatest: boolean): Estimate {
  const value = greatest ? tally.values.at(-1)?.[0] : tally.values[0]?.[0];
  return { value: value ?? null, interval: null, runs: tally.valued };
}
