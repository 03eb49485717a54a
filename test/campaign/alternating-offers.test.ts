import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AlternatingOffers,
  finiteShare,
  rubinsteinShare,
  subgamePerfect,
} from '../../src/campaign/alternating-offers.ts';
import type { Point } from '../../src/campaign/bargaining.ts';
import type { PartyIndex, PerParty } from '../../src/scenario/scenario.ts';

/** A pie of size 1, cut as finely as told. */
const pie = (pieces: number): Point[] =>
  Array.from({ length: pieces + 1 }, (_, piece) => ({ values: [piece / pieces, 1 - piece / pieces] }));

/** Shares of a pie of size 1 to the first mover. */
function shareOf(pieces: number, patience: PerParty<number>, rounds: number, first: PartyIndex = 0): number {
  const found = subgamePerfect({ points: pie(pieces), reservations: [0, 0], patience, first, rounds });
  return found?.gains[first] ?? Number.NaN;
}

/** The same game, gone through as a tree: every offer, every answer. */
function byTree(
  { points, reservations, patience, first, rounds }: AlternatingOffers<Point>,
  round = 1,
): PerParty<number> | null {
  if (round > rounds) return null;
  const proposer = round % 2 === 1 ? first : first === 0 ? 1 : 0;
  const responder = proposer === 0 ? 1 : 0;
  const later = byTree({ points, reservations, patience, first, rounds }, round + 1);
  const wait = (party: PartyIndex) => (later?.[party] ?? 0) * patience[party];
  const accepted = points
    .map(({ values }) => [values[0] - reservations[0], values[1] - reservations[1]] as const)
    .filter(gains => Math.min(...gains) >= 0 && gains[responder] >= wait(responder) - 1e-9)
    .sort((a, b) => b[proposer] - a[proposer] || b[responder] - a[responder]);
  return accepted[0] ?? null;
}

describe('alternating offers', () => {
  test('the last one to offer takes all', () => {
    expect(shareOf(100, [0.9, 0.9], 1)).toBe(1);
    expect(shareOf(100, [0.9, 0.9], 1, 1)).toBe(1);
  });

  test('three rounds with patience .9: 91 hundredths', () => {
    expect(finiteShare(0.9, 3)).toBeCloseTo(0.91, 12);
    expect(shareOf(1_000, [0.9, 0.9], 3)).toBeCloseTo(0.91, 12);
  });

  test('on a pie cut finely: (1 - (-d)^T) / (1 + d)', () => {
    const pieces = 10_000;
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 99 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom<PartyIndex>(0, 1),
        (hundredths, rounds, first) => {
          const patience = hundredths / 100;
          const share = shareOf(pieces, [patience, patience], rounds, first);
          // Each round rounds to a piece; what earlier rounds were off by shrinks with patience.
          expect(Math.abs(share - finiteShare(patience, rounds))).toBeLessThan(
            Math.min(rounds, 1 / (1 - patience)) / pieces + 1e-9,
          );
        },
      ),
    );
  });

  test('as rounds grow: (1 - d2) / (1 - d1 d2)', () => {
    expect(rubinsteinShare([0.9, 0.9])).toBeCloseTo(10 / 19, 12);
    const patience = fc.integer({ min: 30, max: 97 }).map(hundredths => hundredths / 100);
    fc.assert(
      fc.property(patience, patience, (ours, theirs) => {
        const share = shareOf(10_000, [ours, theirs], 400);
        expect(share).toBeCloseTo(rubinsteinShare([ours, theirs]), 2);
      }),
      { numRuns: 50 },
    );
  });

  test('the error falls as rounds grow', () => {
    const limit = rubinsteinShare([0.9, 0.9]);
    const errors = [1, 3, 9, 27, 81].map(rounds => Math.abs(shareOf(100_000, [0.9, 0.9], rounds) - limit));
    expect(errors.toSorted((a, b) => b - a)).toEqual(errors);
    expect(errors.at(-1)).toBeLessThan(0.001);
  });

  test('is what going through the whole tree comes to', () => {
    const whole = fc.integer({ min: -4, max: 9 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(whole, whole), { minLength: 1, maxLength: 8 }),
        fc.tuple(fc.integer({ min: -2, max: 3 }), fc.integer({ min: -2, max: 3 })),
        fc.tuple(fc.constantFrom(0.5, 0.9, 1), fc.constantFrom(0.6, 0.95, 1)),
        fc.constantFrom<PartyIndex>(0, 1),
        fc.integer({ min: 0, max: 6 }),
        (pairs, reservations, patience, first, rounds) => {
          const points = pairs.map(values => ({ values }));
          const game = { points, reservations, patience, first, rounds };
          expect(subgamePerfect(game)?.gains ?? null).toEqual(byTree(game));
        },
      ),
      { numRuns: 500 },
    );
  });
});
