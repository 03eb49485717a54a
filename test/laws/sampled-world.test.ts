import { describe, expect, test } from 'vitest';
import { sampleWorld } from '../../src/campaign/sampled-world.ts';
import { viewOf } from '../../src/campaign/view.ts';
import { PARTIES } from '../../src/scenario/scenario.ts';
import { legalMoves } from '../../src/statechart/legal.ts';
import { phaseOf } from '../../src/statechart/position.ts';
import { samplePosition } from '../../src/statechart/sampled-position.ts';
import { choices, overScenarios, type PositionCheck } from './random-play.ts';

const forEachPosition = (check: PositionCheck) => overScenarios({ numRuns: 20, seed: 11 }, check);

describe('a world sampled from a view', () => {
  test('has that view', () => {
    let compared = 0;
    forEachPosition(({ campaign, value }, random) => {
      for (const party of PARTIES) {
        const view = viewOf(campaign, phaseOf(value), party);
        const sampled = samplePosition(view, random);
        compared++;
        expect(viewOf(sampled.campaign, phaseOf(sampled.value), party)).toEqual(view);
      }
    });
    expect(compared).toBeGreaterThan(500);
  });

  test('allows the party the same moves', () => {
    let compared = 0;
    forEachPosition((position, random) => {
      const party = position.campaign.toMove;
      if (party === null || position.done) return;
      compared++;
      const sampled = samplePosition(viewOf(position.campaign, phaseOf(position.value), party), random);
      expect(legalMoves(sampled)).toEqual(legalMoves(position));
    });
    expect(compared).toBeGreaterThan(200);
  });

  test('conserves people and holds no fraction of anybody', () => {
    forEachPosition(({ campaign, value }, random) => {
      const view = viewOf(campaign, phaseOf(value), 0);
      const { held, ledger, believed, parameters } = sampleWorld(view, random);
      for (const { index, held: initially } of parameters.groups) {
        const at = (counts: readonly number[]) => counts[index] ?? 0;
        const gone = at(ledger.returned) + at(ledger.interned) + at(ledger.died);
        expect(at(held) + gone).toBe(initially + at(ledger.captured));
      }
      const counts = [held, ...Object.values(ledger), ...Object.values(believed)].flat();
      expect(counts.filter(count => !Number.isSafeInteger(count) || count < 0)).toEqual([]);
    });
  });

  test('is the same world with news to come as without, but for the news, and has the same view', () => {
    let seen = 0;
    let withNews = 0;
    forEachPosition(({ campaign, value }, random) => {
      if (seen++ % 20 !== 0) return;
      const view = viewOf(campaign, phaseOf(value), 0);
      const stream = (seed: number) => choices([seed * 2 ** 24, 5_000_000, 11_000_000, 2_000_000]);
      const seed = random();
      const without = samplePosition(view, stream(seed));
      const expecting = samplePosition(view, stream(seed), []);
      const { parameters } = expecting.campaign;
      if (parameters.injects.length > 0) withNews++;
      expect({ ...expecting.campaign, parameters: { ...parameters, injects: [] } }).toEqual(without.campaign);
      expect(viewOf(expecting.campaign, phaseOf(expecting.value), 0)).toEqual(view);
    });
    expect(withNews).toBeGreaterThan(20);
  });

  test('is the same from the same stream, and another from another', () => {
    let different = 0;
    forEachPosition(({ campaign, value }, random) => {
      const view = viewOf(campaign, phaseOf(value), 1);
      const [first, second] = [random(), random()];
      const stream = (from: number) => {
        let next = from;
        return () => {
          next = (next * 997 + 0.123) % 1;
          return next;
        };
      };
      expect(sampleWorld(view, stream(first))).toEqual(sampleWorld(view, stream(first)));
      if (
        JSON.stringify(sampleWorld(view, stream(second))) !== JSON.stringify(sampleWorld(view, stream(first)))
      )
        different++;
    });
    expect(different).toBeGreaterThan(100);
  });
});
