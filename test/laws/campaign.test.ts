import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../src/campaign/campaign.ts';
import { LAW } from '../../src/campaign/law.ts';
import { bargainOf } from '../../src/campaign/law-rule.ts';
import { startCompiled } from '../../src/statechart/compiled.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';
import { choices, luck, playAtRandom, randomParameters } from './random-play.ts';

const STEPS = 250;
const RUNS = 60;

function everywhere(check: (before: Campaign, after: Campaign, refused: boolean) => void): number {
  let accepted = 0;
  for (const id of SCENARIO_IDS) {
    const described = scenario(id);
    fc.assert(
      fc.property(luck, numbers => {
        const random = choices(numbers);
        const runner = startCompiled(randomParameters(described, random));
        playAtRandom(runner, random, STEPS, (before, _, refused, after) => {
          if (!refused) accepted++;
          check(before.campaign, after.campaign, refused);
        });
      }),
      { numRuns: RUNS, seed: 20240806 },
    );
  }
  return accepted;
}

describe('over random sequences of events, legal and not', () => {
  test('people are conserved, per group, at every step', () => {
    const accepted = everywhere((_, after) => {
      for (const group of after.parameters.groups) {
        const at = (counts: readonly number[]) => counts[group.index] ?? 0;
        const { captured, returned, died, interned, passedOut, passedIn } = after.ledger;
        expect(at(after.held) + at(returned) + at(died) + at(interned) + at(passedOut)).toBe(
          group.held + at(captured) + at(passedIn),
        );
      }
    });
    expect(accepted).toBeGreaterThan(1000);
  });

  test('those who fall ill pass from one group to another and nobody is lost between', () => {
    everywhere((_, { ledger }) => {
      const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
      expect(total(ledger.passedOut)).toBe(total(ledger.passedIn));
    });
  });

  test('no count is negative and none is a fraction', () => {
    everywhere((_, { held, ledger, believed, talks, captivityEnded }) => {
      const counts = [
        held,
        ...Object.values(ledger),
        ...Object.values(believed),
        talks.struck,
        talks.sentHome,
        captivityEnded,
      ];
      const wrong = counts.flat().filter(count => !Number.isSafeInteger(count) || count < 0);
      expect(wrong.length).toBe(0);
    });
  });

  test('pressure, trust and leverage stay between 0 and 1', () => {
    everywhere((_, { pressure, trust, leverage }) => {
      for (const share of [...pressure, trust, leverage]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    });
  });

  test('what is refused changes nothing', () => {
    let refusals = 0;
    everywhere((before, after, refused) => {
      if (!refused) return;
      refusals++;
      expect(after).toBe(before);
    });
    expect(refusals).toBeGreaterThan(1000);
  });

  test('a rule of law finds nothing in an event that it does not watch', () => {
    const random = choices(Array.from({ length: 500 }, (_, index) => (index * 7_919_317) % 2 ** 24));
    for (const id of SCENARIO_IDS) {
      const runner = startCompiled(randomParameters(scenario(id), random));
      playAtRandom(runner, random, STEPS, ({ campaign }, event) => {
        const bargain = bargainOf(campaign, event);
        for (const rule of LAW) {
          if (!rule.watches.includes(event.type)) expect(rule.check(campaign, event, bargain)).toEqual([]);
        }
      });
    }
  });

  test('believed intervals keep their order: low, best, high', () => {
    everywhere((before, { believed, parameters }) => {
      // Random play may send reports that are out of order themselves; the order holds where they are not.
      if (before.believed.low === believed.low) return;
      for (const { index } of parameters.groups) {
        expect(believed.low[index] ?? 0).toBeLessThanOrEqual(believed.high[index] ?? 0);
      }
    });
  });
});
