import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finiteShare } from '../../src/campaign/alternating-offers.ts';
import { type Point, undominated } from '../../src/campaign/bargaining.ts';
import { negotiate, type Tactic } from '../../src/negotiators/talks-alone.ts';
import {
  concedingInTime,
  returningConcessions,
  subgamePerfectTactic,
} from '../../src/negotiators/talks-tactics.ts';
import { gameOf, thousandPoints } from '../fixtures/thousand.ts';

const TACTICS = [
  concedingInTime(0.1),
  concedingInTime(0.4),
  concedingInTime(3),
  returningConcessions(),
  subgamePerfectTactic,
];

const points = fc.array(
  fc
    .tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }))
    .map(([first, second]): Point => ({ values: [first, second] })),
  { minLength: 1, maxLength: 60 },
);

test('the frontier is what no other point dominates, from party 1’s favour to party 0’s', () => {
  fc.assert(
    fc.property(points, all => {
      const dominated = ({ values: [x, y] }: Point) =>
        all.some(({ values: [a, b] }) => a >= x && b >= y && (a > x || b > y));
      const expected = all.filter(point => !dominated(point)).sort((a, b) => a.values[0] - b.values[0]);
      const found = undominated(all);
      expect(found).toHaveLength(expected.length);
      for (const [at, point] of found.entries()) expect(point).toBe(expected[at]);
    }),
  );
});

describe('talks alone', () => {
  test('take turns, offer points only, and agree to nothing below a reservation', () => {
    const tactic = fc.constantFrom(...TACTICS);
    let agreed = 0;
    fc.assert(
      fc.property(points, tactic, tactic, fc.integer({ min: 1, max: 30 }), (all, one, two, rounds) => {
        const game = { ...gameOf(all, rounds), reservations: [2, -3] as const };
        const { agreement, record } = negotiate(game, [one, two]);
        for (const [at, { by }] of record.entries()) expect(by).toBe(at % 2);
        const offers = record.filter(({ type }) => type === 'offer');
        expect(offers.length).toBeLessThanOrEqual(rounds);
        expect(record.length - offers.length).toBeLessThanOrEqual(1);
        expect(negotiate(game, [one, two])).toEqual({ agreement, record });
        if (!agreement) return;
        agreed++;
        const last = offers.at(-1);
        expect(agreement).toBe(last?.type === 'offer' ? all[last.point] : undefined);
        expect(record.at(-1)?.type).toBe('accept');
        expect(agreement.values[0]).toBeGreaterThanOrEqual(2 - 1e-9);
        expect(agreement.values[1]).toBeGreaterThanOrEqual(-3 - 1e-9);
      }),
      { seed: 3, numRuns: 300 },
    );
    expect(agreed).toBeGreaterThan(50);
  });

  test('of two who hold out come near their end, of two who give way do not', () => {
    const game = gameOf(thousandPoints(), 200);
    const offersOf = (e: number) => {
      const { agreement, record } = negotiate(game, [concedingInTime(e), concedingInTime(e)]);
      expect(agreement).not.toBeNull();
      return record.length - 1;
    };
    expect(offersOf(0.05)).toBeGreaterThan(180);
    expect(offersOf(0.05)).toBeGreaterThan(offersOf(0.4));
    expect(offersOf(0.4)).toBeGreaterThan(offersOf(3));
  });

  test('who holds out gets more than who gives way', () => {
    const game = gameOf(thousandPoints(), 200);
    const gainOfFirst = (e: number) =>
      negotiate(game, [concedingInTime(e), concedingInTime(1)]).agreement?.values[0] ?? 0;
    expect(gainOfFirst(0.2)).toBeGreaterThan(gainOfFirst(1));
    expect(gainOfFirst(1)).toBeGreaterThan(gainOfFirst(4));
  });

  test.each([1, 2, 3, 10, 11])(
    'by backward induction split a pie at once as Stahl found, %i rounds',
    rounds => {
      const pie = Array.from({ length: 10_001 }, (_, first): Point => ({ values: [first, 10_000 - first] }));
      const game = { points: pie, reservations: [0, 0], patience: [0.9, 0.9], first: 0, rounds } as const;
      const { agreement, record } = negotiate(game, [subgamePerfectTactic, subgamePerfectTactic]);
      expect(record.map(({ type }) => type)).toEqual(['offer', 'accept']);
      expect(Math.abs((agreement?.values[0] ?? 0) / 10_000 - finiteShare(0.9, rounds))).toBeLessThan(0.002);
    },
  );

  test('do not let a tactic accept nothing, or offer what is not there', () => {
    const saying = (move: ReturnType<ReturnType<Tactic['sit']>>): Tactic => ({
      name: 'odd',
      sit: () => () => move,
    });
    const game = gameOf(thousandPoints(), 10);
    const play = (odd: Tactic) => negotiate(game, [odd, concedingInTime(1)]);
    expect(() => play(saying({ type: 'accept' }))).toThrow('odd accepts nothing');
    expect(() => play(saying({ type: 'offer', point: 1000 }))).toThrow('odd offers no point: 1000');
    expect(() => play(saying({ type: 'offer', point: 0.5 }))).toThrow('odd offers no point: 0.5');
    expect(play(saying({ type: 'leave' }))).toEqual({ agreement: null, record: [{ type: 'leave', by: 0 }] });
  });
});
