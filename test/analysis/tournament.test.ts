import { describe, expect, test } from 'vitest';
import { debrief } from '../../src/analysis/debrief.ts';
import { measured, pairings, type Score, scoreOf } from '../../src/analysis/tournament.ts';
import { sum } from '../../src/campaign/counts.ts';
import { NEGOTIATORS } from '../../src/negotiators/index.ts';
import { named, played, river } from '../fixtures/river.ts';
import { scenario } from '../library.ts';

describe('pairings', () => {
  test('everyone meets everyone, itself too, on both sides of every scenario, once', () => {
    const all = pairings(2, 3);
    expect(all).toHaveLength(18);
    expect(new Set(all.map(pairing => JSON.stringify(pairing))).size).toBe(18);
    expect(all.slice(0, 4)).toEqual([
      { scenario: 0, entrants: [0, 0] },
      { scenario: 0, entrants: [0, 1] },
      { scenario: 0, entrants: [0, 2] },
      { scenario: 0, entrants: [1, 0] },
    ]);
  });
});

describe('the score of a campaign', () => {
  test.each(NEGOTIATORS.map(kind => kind.name))('is what its debrief says (%s)', name => {
    for (const [described, seed] of [
      [river, '1'],
      [scenario('two-rivers'), '2'],
    ] as const) {
      const seats = [named(name), named('conceder')] as const;
      const score = scoreOf(described, seats, seed);
      const { replay } = played(described, seed, seats);
      const told = debrief(replay);
      const { campaign } = replay.positions.at(-1) ?? {};
      expect(score.gained).toEqual(told.gained);
      expect(score.agreements).toBe(told.deals.length);
      expect(score.captivityEnded).toEqual(told.captivityEnded);
      expect(sum(score.home)).toBe(sum(told.exchanged) + sum(told.released));
      expect(sum(score.home)).toBe(sum(campaign?.ledger.returned ?? []));
      expect(sum(score.findings)).toBe(told.findings.length);
    }
  });
});

describe('a measure', () => {
  const score: Score = {
    gained: [30, -4],
    agreements: 2,
    home: [50, 40],
    captivityEnded: [500, 300],
    findings: [1, 3],
  };

  test('credits whoever sat there', () => {
    expect(measured('own', score, 1)).toBe(-4);
    expect(measured('findings', score, 1)).toBe(3);
    for (const party of [0, 1] as const) {
      expect(measured('joint', score, party)).toBe(26);
      expect(measured('home', score, party)).toBe(90);
      expect(measured('captivityEnded', score, party)).toBe(800);
    }
  });

  test('the Nash product is nothing where a side lost, and not a product of losses', () => {
    expect(measured('nash', score, 0)).toBe(0);
    expect(measured('nash', { ...score, gained: [-3, -4] }, 0)).toBe(0);
    expect(measured('nash', { ...score, gained: [3, 4] }, 0)).toBe(12);
  });
});
