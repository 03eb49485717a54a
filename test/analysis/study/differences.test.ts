import { expect, test } from 'vitest';
import { Differences } from '../../../src/analysis/study/differences.ts';

/** Of so many seeds, at so many of which a thing came about at the one value only, or at the other only. */
function ratesOf(seeds: number, gained: number, lost: number): Differences {
  const differences = new Differences('rate');
  for (let seed = 0; seed < seeds; seed++)
    differences.add([seed < gained ? 1 : seed < gained + lost ? -1 : 0]);
  return differences;
}

/** n! / (k! l! (n - k - l)!), the number of ways in which seeds can fall so. */
function ways(n: number, k: number, l: number): number {
  const factorial = (of: number): number => (of < 2 ? 1 : of * factorial(of - 1));
  return factorial(n) / (factorial(k) * factorial(l) * factorial(n - k - l));
}

test('an interval of a difference of rates has a width where no seed was seen to differ', () => {
  expect(ratesOf(100, 0, 0).estimate).toEqual({
    value: 0,
    interval: { low: expect.closeTo(-0.0192, 4), high: expect.closeTo(0.0192, 4), by: 'agresti' },
    runs: 100,
  });
});

test('its ends are no differences that there cannot be', () => {
  expect(ratesOf(3, 3, 0).estimate.interval).toMatchObject({ high: 1 });
  expect(ratesOf(3, 0, 3).estimate.interval).toMatchObject({ low: -1 });
  const drawn = new Differences('rate', 2);
  for (const byDraw of [
    [1, 1],
    [0, 1],
    [1, 1],
  ])
    drawn.add(byDraw);
  expect(drawn.estimate.interval?.high).toBeLessThanOrEqual(1);
});

test.each([
  [0.01, 0],
  [0.02, 0.05],
  [0.1, 0.1],
  [0.3, 0.02],
  [0.9, 0.05],
])('of twelve seeds it holds the truth in nine of ten cases, where %f gain and %f lose', (up, down) => {
  const seeds = 12;
  let covered = 0;
  for (let gained = 0; gained <= seeds; gained++) {
    for (let lost = 0; gained + lost <= seeds; lost++) {
      const { interval } = ratesOf(seeds, gained, lost).estimate;
      const { low = 0, high = 0 } = interval ?? {};
      if (low <= up - down && up - down <= high)
        covered +=
          ways(seeds, gained, lost) *
          up ** gained *
          down ** lost *
          (1 - up - down) ** (seeds - gained - lost);
    }
  }
  expect(covered).toBeGreaterThan(0.9);
});
