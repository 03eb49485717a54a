import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crps, median, percentileOf, quantile } from '../../src/analysis/score.ts';

/** The formula as it is written, over all pairs. */
function crpsByPairs(sample: readonly number[], y: number): number {
  const n = sample.length;
  const distance = sample.reduce((sum, x) => sum + Math.abs(x - y), 0) / n;
  const spread = sample.flatMap(x => sample.map(other => Math.abs(x - other))).reduce((sum, d) => sum + d, 0);
  return distance - spread / (2 * n * n);
}

const sample = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 40 });
const value = fc.integer({ min: -1_000, max: 1_000 });

describe('the CRPS of a sample', () => {
  test.each<[readonly number[], number, number]>([
    // One guess: its error.
    [[3], 5, 2],
    // (1 + 1) / 2 - (0 + 2 + 2 + 0) / 8
    [[4, 6], 5, 0.5],
    // (0 + 2) / 2 - 4 / 8
    [[4, 6], 4, 0.5],
    // (2 + 1 + 0 + 3) / 4 - 2 * (1 + 2 + 5 + 1 + 4 + 3) / 32
    [[1, 2, 3, 6], 3, 0.5],
    // (10 + 12) / 2 - 4 / 8
    [[10, 12], 0, 10.5],
  ])('%j against %d is %d', (given, y, expected) => {
    expect(crps(given, y)).toBeCloseTo(expected, 12);
  });

  test('is the formula as it is written, whatever the order of the sample', () => {
    fc.assert(
      fc.property(sample, value, (given, y) => {
        expect(crps(given, y)).toBeCloseTo(crpsByPairs(given, y), 8);
        expect(crps(given.toReversed(), y)).toBeCloseTo(crps(given, y), 8);
      }),
    );
  });

  test('of a point mass is its distance, however many guesses agree', () => {
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 30 }), (x, y, times) => {
        expect(crps(new Array(times).fill(x), y)).toBeCloseTo(Math.abs(x - y), 9);
      }),
    );
  });

  test('is never below 0, and 0 only where every guess is right', () => {
    fc.assert(
      fc.property(sample, value, (given, y) => {
        const score = crps(given, y);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score < 1e-9).toBe(given.every(x => x === y));
      }),
    );
  });

  test('moves with the unit and not with the origin', () => {
    fc.assert(
      fc.property(sample, value, fc.integer({ min: 1, max: 9 }), (given, y, by) => {
        const score = crps(given, y);
        expect(
          crps(
            given.map(x => x + by),
            y + by,
          ),
        ).toBeCloseTo(score, 8);
        expect(
          crps(
            given.map(x => x * by),
            y * by,
          ),
        ).toBeCloseTo(score * by, 6);
      }),
    );
  });
});

describe('ranks', () => {
  test('half of those equal count as below', () => {
    expect(percentileOf([1, 2, 3, 4], 0)).toBe(0);
    expect(percentileOf([1, 2, 3, 4], 3)).toBe(62.5);
    expect(percentileOf([1, 2, 3, 4], 9)).toBe(100);
    expect(percentileOf([2, 2, 2], 2)).toBe(50);
  });

  test('a quantile is a value that occurred', () => {
    const ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect([0.1, 0.5, 0.9].map(share => quantile(ten, share))).toEqual([1, 5, 9]);
    expect(quantile([7], 0.1)).toBe(7);
    expect(quantile([1, 2, 3], 0.5)).toBe(2);
  });

  test('the median of an even number is between the two in the middle', () => {
    expect(median([3, 1])).toBe(2);
    expect(median([5, 1, 3])).toBe(3);
  });
});
