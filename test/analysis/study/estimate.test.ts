import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Aggregate } from '../../../src/analysis/study/aggregate.ts';
import {
  type Estimate,
  estimate as estimateOf,
  type Interval,
  wilson,
} from '../../../src/analysis/study/estimate.ts';
import type { MetricKind } from '../../../src/analysis/study/metric.ts';
import { orderRanks } from '../../../src/analysis/study/order-ranks.ts';
import { student975 } from '../../../src/analysis/study/student.ts';
import { Tally } from '../../../src/analysis/study/tally.ts';
import { streamsOf } from '../../../src/campaign/streams.ts';

function tallyOf(values: readonly (number | null)[]): Tally {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  return tally;
}

/** Of runs that are independent. */
function estimate(tally: Tally, ...of: [Aggregate, MetricKind]): Estimate {
  return estimateOf({ tally, crossed: null }, ...of);
}

const values = fc.array(fc.option(fc.integer({ min: 0, max: 50 }), { freq: 5 }), {
  minLength: 1,
  maxLength: 60,
});

describe('a tally', () => {
  test('comes to the same in any order and in any parts, to the last bit', () => {
    fc.assert(
      fc.property(values, fc.nat(), (given, cut) => {
        const whole = tallyOf(given.map(value => (value === null ? null : value / 7)));
        const at = cut % (given.length + 1);
        const parts = tallyOf(
          given
            .slice(at)
            .reverse()
            .map(value => (value === null ? null : value / 7)),
        );
        parts.merge(tallyOf(given.slice(0, at).map(value => (value === null ? null : value / 7))));
        for (const aggregate of ['mean', 'p10', 'p50', 'p90', 'min', 'max', 'rate', 'count'] as const) {
          expect(estimate(parts, aggregate, 'count')).toEqual(estimate(whole, aggregate, 'count'));
        }
      }),
    );
  });

  test('a percentile is a value that occurred, with at least that share at or below', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 99 }), (given, percent) => {
        const numbers = given.flatMap(value => value ?? []);
        const { value, interval } = estimate(tallyOf(given), `p${percent}`, 'count');
        fc.pre(numbers.length > 0);
        expect(numbers).toContain(value);
        const below = numbers.filter(number => number <= (value ?? 0)).length;
        expect(below).toBeGreaterThanOrEqual((percent / 100) * numbers.length);
        expect(interval?.low ?? 0).toBeLessThanOrEqual(value ?? 0);
        expect(interval?.high ?? 50).toBeGreaterThanOrEqual(value ?? 0);
      }),
    );
  });

  test('a day that never came is later than any; a mean is of those that came', () => {
    const days = tallyOf([10, 20, null, null, null]);
    expect(estimate(days, 'p50', 'day').value).toBe(Number.POSITIVE_INFINITY);
    expect(estimate(days, 'p10', 'day').value).toBe(10);
    expect(estimate(days, 'mean', 'day')).toMatchObject({ value: 15, runs: 2 });
    expect(estimate(days, 'rate', 'day')).toMatchObject({ value: 0.4, runs: 5 });
    expect(estimate(tallyOf([null]), 'mean', 'day').value).toBeNull();
  });

  test('a percentile is of the rank that it says, whatever the last bit of the share', () => {
    const hundred = tallyOf(Array.from({ length: 100 }, (_, index) => index + 1));
    for (let percent = 1; percent < 100; percent++)
      expect(estimate(hundred, `p${percent}`, 'count').value).toBe(percent);
  });
});

describe('intervals', () => {
  // Newcombe 1998, Two-sided confidence intervals for the single proportion, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson: %d of %d', (held, runs, low, high) => {
    const interval = wilson(held / runs, runs);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test.each([
    [1, 12.7062],
    [5, 2.5706],
    [10, 2.2281],
    [11, 2.201],
    [15, 2.1314],
    [30, 2.0423],
    [100, 1.984],
    [1_000_000, 1.96],
  ])('Student: %d degrees of freedom', (freedom, quantile) => {
    expect(student975(freedom)).toBeCloseTo(quantile, 3);
  });

  test('hold the truth in about 95 of 100 samples', () => {
    const random = streamsOf('coverage').of('study').next;
    const share = (holds: (sample: readonly number[]) => boolean) => {
      let held = 0;
      for (let trial = 0; trial < 1000; trial++) {
        if (holds(Array.from({ length: 40 }, () => random()))) held++;
      }
      return held / 1000;
    };
    const inside = (at: Interval | null, truth: number) =>
      at !== null && (at.low ?? -1) <= truth && truth <= (at.high ?? 2);
    const mean = share(sample => inside(estimate(tallyOf(sample), 'mean', 'amount').interval, 0.5));
    const median = share(sample => inside(estimate(tallyOf(sample), 'p50', 'amount').interval, 0.5));
    const rate = share(sample => {
      const yes = sample.map(value => (value < 0.3 ? 1 : 0));
      return inside(estimate(tallyOf(yes), 'rate', 'yes').interval, 0.3);
    });
    expect(mean).toBeGreaterThan(0.93);
    expect(median).toBeGreaterThan(0.94);
    expect(rate).toBeGreaterThan(0.92);
    for (const coverage of [mean, median, rate]) expect(coverage).toBeLessThan(0.99);
  });

  /** How often the quantile lies below the run of a rank, or above it. */
  function beyond(runs: number, share: number): (rank: number) => { below: number; above: number } {
    const odds = Math.log(share) - Math.log1p(-share);
    const logs = [runs * Math.log1p(-share)];
    for (let k = 0; k < runs; k++) logs.push((logs[k] ?? 0) + Math.log((runs - k) / (k + 1)) + odds);
    const sum = (part: readonly number[]) => part.reduce((all, log) => all + Math.exp(log), 0);
    return rank => ({ below: sum(logs.slice(0, rank)), above: sum(logs.slice(rank)) });
  }

  // Published in many tables for the median: Conover 1999, and Hahn and Meeker 1991, Statistical intervals, A.15.
  test.each([
    [5, 0.5, null, null],
    [6, 0.5, 1, 6],
    [10, 0.5, 2, 9],
    [20, 0.5, 6, 15],
    [100, 0.5, 40, 61],
    [4, 0.1, null, 3],
    [29, 0.9, 23, null],
    [36, 0.9, 29, 36],
  ])('order statistics: of %d runs the quantile of %d', (runs, share, low, high) => {
    expect(orderRanks(runs, share)).toEqual({ low, high });
  });

  test('order statistics leave out at most 2.5 % on either side, and no rank within would do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 99 }), (runs, percent) => {
        const share = percent / 100;
        const { low, high } = orderRanks(runs, share);
        const at = beyond(runs, share);
        const bound = 0.025 + 1e-12;
        if (low !== null) expect(at(low).below).toBeLessThanOrEqual(bound);
        if (high !== null) expect(at(high).above).toBeLessThanOrEqual(bound);
        if (runs * share * (1 - share) > 100) return;
        expect(at((low ?? 0) + 1).below).toBeGreaterThan(0.025 - 1e-12);
        expect(at((high ?? runs + 1) - 1).above).toBeGreaterThan(0.025 - 1e-12);
      }),
    );
  });

  test('are open where the runs are too few, and absent where both ends would be', () => {
    const sample = (length: number) => tallyOf(Array.from({ length }, (_, index) => index));
    expect(estimate(sample(5), 'p50', 'count').interval).toBeNull();
    expect(estimate(sample(20), 'p90', 'count').interval).toEqual({ low: 14, high: null, by: 'order' });
    expect(estimate(sample(20), 'p10', 'count').interval).toEqual({ low: null, high: 5, by: 'order' });
    const never = tallyOf([null, null, null, null, 3]);
    expect(estimate(never, 'p10', 'day').interval).toBeNull();
    expect(estimate(never, 'p90', 'day').interval).toEqual({
      low: Number.POSITIVE_INFINITY,
      high: null,
      by: 'order',
    });
  });
});
