import { describe, expect, test } from 'vitest';
import { isPartyEvent } from '../../src/campaign/event.ts';
import { dealValue, reservation, valuationOf } from '../../src/campaign/worth.ts';
import { NEGOTIATORS } from '../../src/negotiators/index.ts';
import type { Negotiator } from '../../src/negotiators/negotiator.ts';
import { startCompiled } from '../../src/statechart/compiled.ts';
import { openTable } from '../../src/table/table.ts';
import { negotiator, SCENARIO_IDS, scenario } from '../library.ts';

const SEEDS = ['1', 'two'];

/** The laws hold whatever the budget, so who searches is given little of it. */
const named = (name: string) => (name === 'search' ? 'search:worlds=1,depth=4' : name);

/** A full campaign, at most `most` moves long. */
function play(id: string, seats: readonly [Negotiator, Negotiator], seed: string, most = 20_000) {
  const table = openTable({ scenario: scenario(id), seed, seats }, () => {}, startCompiled);
  let moves = 0;
  while (table.step()) if (++moves > most) throw new Error('the campaign does not end');
  return table;
}

/** A negotiator that looks for what it must not see, and whose own view cannot be changed for others. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
}

/** What a negotiator is handed works its parts out when they are read; as JSON it is whole. */
function copied<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** What the world brought in a campaign, with the day. */
function brought(id: string, seat: Negotiator) {
  return play(id, [seat, negotiator('boulware')], '5')
    .entries.map(({ day, event }) => ({ day, event }))
    .filter(({ event }) => event.type === 'captured' || event.type === 'pressReport');
}

describe.each(SCENARIO_IDS)('in %s', id => {
  const luck = brought(id, negotiator('boulware'));

  describe.each(NEGOTIATORS.map(kind => kind.name))('%s', name => {
    const seat = negotiator(named(name));

    test('makes legal moves only, in either seat, and comes to the horizon', () => {
      const boulware = negotiator('boulware');
      for (const [seed, ...seats] of [
        ['1', seat, boulware],
        ['two', boulware, seat],
        ['three', seat, seat],
      ] as const) {
        // An illegal move of a negotiator throws.
        const table = play(id, seats, seed);
        expect(table.position.done).toBe(true);
        expect(table.position.campaign.day).toBe(scenario(id).days);
      }
    });

    test('never agrees to less than its reservation, nor offers it', () => {
      let agreed = 0;
      // Some scenarios seldom come to offers, least of all where chance sends home whom there is to trade.
      const more = Array.from({ length: 600 }, (_, index) => `more ${index}`);
      for (const seed of [...SEEDS, ...more]) {
        if (agreed > 0 && !SEEDS.includes(seed)) break;
        const seats = [seat, negotiator('conceder')] as const;
        const table = openTable({ scenario: scenario(id), seed, seats }, () => {}, startCompiled);
        for (;;) {
          const party = table.awaited();
          if (party === null) break;
          const { campaign } = table.position;
          table.step();
          const event = table.entries.findLast(({ event }) => isPartyEvent(event))?.event;
          const deal =
            event?.type === 'accept'
              ? campaign.talks.offer?.deal
              : event?.type === 'offer'
                ? event.deal
                : undefined;
          if (!deal) continue;
          agreed++;
          expect(dealValue(valuationOf(campaign, party), deal)).toBeGreaterThanOrEqual(
            reservation(campaign, party) - 1e-9,
          );
        }
      }
      expect(agreed).toBeGreaterThan(0);
    });

    test('does the same with the same seed, and can do without changing what it is shown', () => {
      const careful: Negotiator = {
        ...seat,
        decide: (view, legal, random) =>
          seat.decide(frozen(copied(view)), frozen(copied([...legal])), random),
      };
      expect(play(id, [careful, seat], '4').entries).toEqual(play(id, [seat, seat], '4').entries);
    });

    test('leaves the luck of the world as it was', () => {
      expect(brought(id, seat)).toEqual(luck);
    });
  });
});

test('a negotiator is described: what it does, where the idea is from', () => {
  for (const kind of NEGOTIATORS) {
    expect(kind.idea).toMatch(/\.$/);
    expect(kind.citation.length).toBeGreaterThan(10);
    for (const { minimum, maximum, standard } of kind.parameters) {
      expect(standard).toBeGreaterThanOrEqual(minimum);
      expect(standard).toBeLessThanOrEqual(maximum);
    }
  }
});
