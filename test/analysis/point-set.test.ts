import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysePoints, type LabelledPoint, type PointSet } from '../../src/analysis/point-set.ts';
import type { Solution } from '../../src/campaign/bargaining.ts';
import type { PerParty } from '../../src/scenario/scenario.ts';

const setOf = (values: readonly PerParty<number>[], disagreement: PerParty<number> | null): PointSet => ({
  parties: ['Buyer', 'Seller'],
  points: values.map((both, index) => ({ label: `p${index}`, values: both })),
  disagreement,
});

const labels = (points: Iterable<LabelledPoint>) => [...points].map(({ label }) => label).toSorted();

describe('a set worked out by hand', () => {
  /*
   * Over (1, 1) the gains are p0 -1, 9; p1 3, 8; p2 4, 6; p3 6, 5; p4 8, 1; p5 4, 4. So p0 is outside the
   * zone, p5 is dominated by p3, and p2 is below the line from p1 to p3, which at 5 stands at 8.
   *
   *              product   smaller   sum   shares of the best, 8 and 8
   *   p1 3, 8       24        3       11   3/8, 1
   *   p2 4, 6       24        4       10   4/8, 6/8
   *   p3 6, 5       30        5       11   6/8, 5/8
   *   p4 8, 1        8        1        9   1, 1/8
   *
   * With the power 0.1 p1 has 3^0.1 * 8^0.9 = 7.25 and p3 6^0.1 * 5^0.9 = 5.09.
   */
  const values = [
    [0, 10],
    [4, 9],
    [5, 7],
    [7, 6],
    [9, 2],
    [5, 5],
  ] as const;
  const { solved, unbeaten, agreed } = analysePoints(setOf(values, [1, 1]), { power: 0.1, agreed: 5 });

  test('has its frontier, its zone and its named points', () => {
    expect(labels(solved.frontier)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
    expect(labels(solved.zone)).toEqual(['p1', 'p2', 'p3', 'p4']);
    const named = Object.entries(solved.solutions).map(([name, points]) => [name, labels(points)]);
    expect(Object.fromEntries(named)).toEqual({
      nash: ['p3'],
      asymmetricNash: ['p1'],
      kalaiSmorodinsky: ['p3'],
      egalitarian: ['p3'],
      utilitarian: ['p1', 'p3'],
    });
  });

  test('has one point that a lottery beats', () => {
    expect(labels(unbeaten)).toEqual(['p0', 'p1', 'p3', 'p4']);
  });

  test('leaves either side two where p5 is agreed, two below p2 of the frontier', () => {
    expect(agreed).toMatchObject({ left: [2, 2], distance: 2 });
  });
});

describe('any set', () => {
  const value = fc.integer({ min: -6, max: 12 });
  const both = fc.tuple(value, value);
  const sets = fc.tuple(fc.array(both, { minLength: 1, maxLength: 14 }), both);

  /** Of the points below neither reservation and not dominated, those of the greatest merit. */
  function best(zone: readonly LabelledPoint[], merit: (point: LabelledPoint) => number): string[] {
    const top = Math.max(...zone.map(merit));
    return labels(zone.filter(point => merit(point) === top));
  }

  const dominates = (a: PerParty<number>, b: PerParty<number>) =>
    a[0] >= b[0] && a[1] >= b[1] && (a[0] > b[0] || a[1] > b[1]);

  test('has the frontier, the zone and the named points that comparing all with all gives', () => {
    fc.assert(
      fc.property(sets, ([values, disagreement]) => {
        const set = setOf(values, disagreement);
        const { solved } = analysePoints(set);
        const frontier = set.points.filter(p => !set.points.some(q => dominates(q.values, p.values)));
        const gain = ({ values: of }: LabelledPoint, party: 0 | 1) => of[party] - disagreement[party];
        const zone = frontier.filter(point => gain(point, 0) >= 0 && gain(point, 1) >= 0);
        expect(labels(solved.frontier)).toEqual(labels(frontier));
        expect(labels(solved.zone)).toEqual(labels(zone));
        const most = ([0, 1] as const).map(party => Math.max(...zone.map(point => gain(point, party))));
        // Times both most gains, so that shares stay whole numbers; who can gain nothing has all there is.
        const share = (point: LabelledPoint, party: 0 | 1) => {
          const [own = 0, theirs = 0] = party === 0 ? most : most.toReversed();
          return own === 0 ? Math.max(theirs, 1) : gain(point, party) * Math.max(theirs, 1);
        };
        const merits: Partial<Record<Solution, (point: LabelledPoint) => number>> = {
          nash: point => gain(point, 0) * gain(point, 1),
          asymmetricNash: point => gain(point, 0) * gain(point, 1),
          kalaiSmorodinsky: point => Math.min(share(point, 0), share(point, 1)),
          egalitarian: point => Math.min(gain(point, 0), gain(point, 1)),
          utilitarian: point => gain(point, 0) + gain(point, 1),
        };
        for (const [name, merit] of Object.entries(merits))
          expect(labels(solved.solutions[name as Solution]), name).toEqual(best(zone, merit));
      }),
      { numRuns: 1000 },
    );
  });

  test('has those points beaten by a lottery that trying every pair finds', () => {
    fc.assert(
      fc.property(sets, ([values]) => {
        const { solved, unbeaten } = analysePoints(setOf(values, null));
        const { frontier } = solved;
        const beaten = frontier.filter(({ values: [x, y] }) =>
          frontier.some(({ values: [ax, ay] }) =>
            frontier.some(
              ({ values: [bx, by] }) => ax < x && x < bx && ay * (bx - x) + by * (x - ax) > y * (bx - ax),
            ),
          ),
        );
        expect(labels(unbeaten)).toEqual(labels(frontier.filter(point => !beaten.includes(point))));
      }),
      { numRuns: 1000 },
    );
  });

  test('has the same Nash and Kalai-Smorodinsky points in other units and from another zero', () => {
    fc.assert(
      fc.property(sets, ([values, [first, second]]) => {
        const told = analysePoints(setOf(values, [first, second])).solved.solutions;
        const other = ([a, b]: PerParty<number>) => [a * 8 + 3, b / 4 - 7] as const;
        const again = analysePoints(setOf(values.map(other), other([first, second]))).solved.solutions;
        for (const name of ['nash', 'kalaiSmorodinsky'] as const)
          expect(labels(again[name])).toEqual(labels(told[name]));
      }),
    );
  });

  test('changes hands with its parties', () => {
    fc.assert(
      fc.property(sets, fc.integer({ min: 0, max: 8 }), ([values, [first, second]], eighths) => {
        const told = analysePoints(setOf(values, [first, second]), {
          power: eighths / 8,
        }).solved.solutions;
        const swapped = values.map(([a, b]) => [b, a] as const);
        const again = analysePoints(setOf(swapped, [second, first]), { power: 1 - eighths / 8 }).solved
          .solutions;
        for (const name of Object.keys(told) as Solution[])
          expect(labels(again[name])).toEqual(labels(told[name]));
      }),
    );
  });
});
