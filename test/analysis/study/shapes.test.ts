import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrivals } from '../../../src/analysis/study/arrival.ts';
import { histograms } from '../../../src/analysis/study/histogram.ts';
import { Tails } from '../../../src/analysis/study/tails.ts';
import { Tally } from '../../../src/analysis/study/tally.ts';

function tallyOf(values: readonly (number | null)[]): Tally {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  return tally;
}

const day = fc.option(fc.integer({ min: 0, max: 40 }), { freq: 4 });
const amount = fc.integer({ min: -30_000, max: 90_000 }).map(value => value / 100);

describe('histograms', () => {
  test('every value lies in one bin, between its edges, and the bins are the same everywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.array(amount, { maxLength: 40 }), { minLength: 1, maxLength: 4 }), several => {
        const all = histograms(several.map(tallyOf), false);
        const [first = []] = all;
        expect(first.length).toBeLessThanOrEqual(25);
        for (const [index, bins] of all.entries()) {
          expect(bins.map(({ from, to }) => [from, to])).toEqual(first.map(({ from, to }) => [from, to]));
          for (const { from, to, runs } of bins) {
            const inside = several[index]?.filter(value => value > from - 1e-6 && value < to - 1e-6) ?? [];
            expect(runs).toBe(inside.length);
          }
        }
      }),
    );
  });

  test('bins of whole numbers are whole and as narrow as the spread allows', () => {
    expect(histograms([tallyOf([3, 3, 5])], true)).toEqual([
      [
        { from: 3, to: 4, runs: 2 },
        { from: 4, to: 5, runs: 0 },
        { from: 5, to: 6, runs: 1 },
      ],
    ]);
    expect(histograms([tallyOf([0, 500])], true)[0]?.[0]).toEqual({ from: 0, to: 50, runs: 1 });
    expect(histograms([tallyOf([null])], true)).toEqual([[]]);
  });
});

describe('arrivals', () => {
  test('rise from day to day, end with the share that came at all, and lie within their intervals', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 60 }), days => {
        const curve = arrivals({ tally: tallyOf(days), crossed: null }, 50);
        expect(curve[0]?.day).toBe(0);
        expect(curve.at(-1)?.day).toBe(50);
        for (const [index, { day: on, share, low, high }] of curve.entries()) {
          const came = days.filter(value => value !== null && value <= on).length;
          expect(share).toBe(came / days.length);
          expect(low).toBeLessThanOrEqual(share);
          expect(high).toBeGreaterThanOrEqual(share);
          expect(on).toBeGreaterThan(curve[index - 1]?.day ?? -1);
        }
      }),
    );
  });
});

describe('tails', () => {
  test('are the runs that sorting would find, the earliest of equal ones, never as later than any day', () => {
    fc.assert(
      fc.property(fc.array(day, { maxLength: 40 }), days => {
        const tails = new Tails(['agreement', 'first_exchange.day']);
        for (const [index, value] of days.entries()) tails.add({ run: index + 1, values: [1, value] });
        const runs = days.map((value, index) => ({ run: index + 1, value }));
        const at = ({ value }: { value: number | null }) => value ?? Number.POSITIVE_INFINITY;
        const least = runs.toSorted((a, b) => (at(a) === at(b) ? a.run - b.run : at(a) - at(b)));
        const greatest = runs.toSorted((a, b) => (at(a) === at(b) ? a.run - b.run : at(b) - at(a)));
        const differ = new Set(days).size > 1;
        expect(tails.tails).toEqual(
          differ
            ? [
                {
                  metric: 'first_exchange.day',
                  least: least.slice(0, 3),
                  greatest: greatest.slice(0, 3),
                },
              ]
            : [],
        );
      }),
    );
  });
});
