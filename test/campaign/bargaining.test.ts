import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  distanceTo,
  leftBy,
  type Point,
  SOLUTIONS,
  solve,
  undominated,
} from '../../src/campaign/bargaining.ts';
import type { PerParty } from '../../src/scenario/scenario.ts';

const points = (...values: readonly PerParty<number>[]): Point[] => values.map(pair => ({ values: pair }));
const valuesOf = (found: readonly Point[]) => found.map(({ values }) => values);
const NOTHING = [0, 0] as const;

describe('a published table', () => {
  const table = points([0.9, 0.6], [0.4, 0.65], [1, 0], [0, 1]);

  test('all four points of the first example are on the frontier, told from the second party to the first', () => {
    expect(valuesOf(undominated(table))).toEqual([
      [0, 1],
      [0.4, 0.65],
      [0.9, 0.6],
      [1, 0],
    ]);
  });

  test.each(['nash', 'egalitarian', 'kalaiSmorodinsky', 'utilitarian'] as const)(
    '%s is (.9, .6)',
    solution => {
      expect(valuesOf(solve(table, NOTHING, 0.5).solutions[solution])).toEqual([[0.9, 0.6]]);
    },
  );

  test('a point worse than a coin toss between two others is on the frontier all the same', () => {
    expect(undominated(points([0, 1], [0.6, 0.3], [1, 0]))).toHaveLength(3);
  });

  test('the reservations and not the worst point are what gains are over', () => {
    // Over (0, 0) the product is greatest at (2, 8); over (0, 5) at (5, 6).
    const deals = points([2, 8], [5, 6]);
    expect(valuesOf(solve(points([2, 18], [5, 6]), NOTHING, 0.5).solutions.nash)).toEqual([[2, 18]]);
    expect(valuesOf(solve(deals, [0, 0], 0.5).solutions.nash)).toEqual([[5, 6]]);
    expect(valuesOf(solve(deals, [0, 5], 0.5).solutions.nash)).toEqual([[2, 8]]);
  });

  test('a point below a reservation does not count, not even for the best that a party can gain', () => {
    const deals = points([10, 1], [4, 4], [3, 6]);
    // Without (10, 1): shares 4/4 and 2/4 against 3/4 and 4/4.
    expect(valuesOf(solve(deals, [0, 2], 0.5).solutions.kalaiSmorodinsky)).toEqual([[3, 6]]);
    expect(solve(deals, [5, 2], 0.5).zone).toEqual([]);
    for (const solution of SOLUTIONS) expect(solve(deals, [5, 2], 0.5).solutions[solution]).toEqual([]);
  });

  test('a deal worth exactly both reservations is a zone', () => {
    expect(valuesOf(solve(points([3, 4]), [3, 4], 0.5).zone)).toEqual([[3, 4]]);
  });

  test('all ties are told, from the second party to the first', () => {
    const tied = points([4, 1], [2, 2], [1, 4]);
    const { solutions } = solve(tied, NOTHING, 0.5);
    expect(valuesOf(solutions.nash)).toEqual([
      [1, 4],
      [2, 2],
      [4, 1],
    ]);
    expect(valuesOf(solutions.utilitarian)).toEqual([
      [1, 4],
      [4, 1],
    ]);
    expect(valuesOf(solutions.egalitarian)).toEqual([[2, 2]]);
  });

  test('points of the same values are both on the frontier, in their order', () => {
    const twins = [
      { values: [1, 1] as const, name: 'one' },
      { values: [1, 1] as const, name: 'two' },
      { values: [1, 0] as const, name: 'worse for one' },
    ];
    expect(undominated(twins).map(({ name }) => name)).toEqual(['one', 'two']);
  });

  test('the exponents of asymmetric Nash move the point towards the stronger', () => {
    const deals = points([1, 9], [5, 5], [9, 1]);
    const at = (power: number) => valuesOf(solve(deals, NOTHING, power).solutions.asymmetricNash)[0]?.[0];
    expect([0.1, 0.5, 0.9].map(at)).toEqual([1, 5, 9]);
  });

  test('where nobody can gain, both have all they can have', () => {
    expect(valuesOf(solve(points([2, 0], [1, 0]), NOTHING, 0.5).solutions.kalaiSmorodinsky)).toEqual([
      [2, 0],
    ]);
  });

  test('what is left, and the distance to the frontier', () => {
    const deals = points([6, 0], [3, 4], [0, 5]);
    expect(leftBy(deals, [0, 4])).toEqual([3, 1]);
    expect(leftBy(deals, [3, 4])).toEqual([0, 0]);
    expect(distanceTo(deals, [0, 0])).toBe(5);
    expect(distanceTo(deals, [3, 4])).toBe(0);
    expect(distanceTo([], [3, 4])).toBe(Infinity);
  });
});

test('refuses what is no number, and a power outside 0 to 1', () => {
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => solve(points([1, 2], [wrong, 3]), [0, 0], 0.5)).toThrow(
      /^point 1: expected two finite values/,
    );
    expect(() => solve(points([1, 2]), [0, wrong], 0.5)).toThrow(/^reservations: expected two finite values/);
  }
  for (const power of [Number.NaN, -0.1, 7])
    expect(() => solve(points([1, 2]), [0, 0], power)).toThrow(`power: expected 0 to 1, got ${power}`);
});

describe('any set of points', () => {
  const whole = fc.integer({ min: -5, max: 12 });
  const sets = fc.array(fc.tuple(whole, whole), { minLength: 1, maxLength: 25 }).map(all => points(...all));
  const levels = fc.tuple(fc.integer({ min: -3, max: 4 }), fc.integer({ min: -3, max: 4 }));

  test('the frontier is what no other point is at least as good as, by comparing all pairs', () => {
    fc.assert(
      fc.property(sets, all => {
        const beaten = ({ values: [x, y] }: Point) =>
          all.some(({ values: [a, b] }) => a >= x && b >= y && (a > x || b > y));
        expect(new Set(undominated(all))).toEqual(new Set(all.filter(point => !beaten(point))));
      }),
    );
  });

  test('the solutions are the best of all points, dominated ones too, by their definitions', () => {
    fc.assert(
      fc.property(sets, levels, fc.constantFrom(0.2, 0.5, 0.8), (all, reservations, power) => {
        const gains = all
          .map(({ values }) => [values[0] - reservations[0], values[1] - reservations[1]] as const)
          .filter(pair => Math.min(...pair) >= 0);
        const { solutions, zone } = solve(all, reservations, power);
        expect(zone.length > 0).toBe(gains.length > 0);
        if (gains.length === 0) return;
        const most = [Math.max(...gains.map(([x]) => x)), Math.max(...gains.map(([, y]) => y))];
        const share = (gain: number, best = 0) => (best === 0 ? 1 : gain / best);
        const merits = {
          nash: ([x, y]: PerParty<number>) => Math.sqrt(x * y),
          asymmetricNash: ([x, y]: PerParty<number>) => x ** power * y ** (1 - power),
          kalaiSmorodinsky: ([x, y]: PerParty<number>) => Math.min(share(x, most[0]), share(y, most[1])),
          egalitarian: ([x, y]: PerParty<number>) => Math.min(x, y),
          utilitarian: ([x, y]: PerParty<number>) => x + y,
        };
        for (const solution of SOLUTIONS) {
          const merit = merits[solution];
          const top = Math.max(...gains.map(merit));
          expect(solutions[solution].length).toBeGreaterThan(0);
          for (const { values } of solutions[solution]) {
            expect(merit([values[0] - reservations[0], values[1] - reservations[1]])).toBeCloseTo(top, 7);
          }
        }
      }),
    );
  });
});
