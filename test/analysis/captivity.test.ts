import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captivityIn, type Past } from '../../src/analysis/captivity.ts';
import { PARTIES } from '../../src/scenario/scenario.ts';
import { agreeing, named, played, river, riverWith, scripted } from '../fixtures/river.ts';

/* The river: both sides' soldiers were taken from 11 January to 9 February, 50 to 21 days before it begins. */
const [NORTH_SOLDIERS, NORTH_WOUNDED, SOUTH_SOLDIERS] = [0, 1, 2];

function past(scenario = river, seats = [named('boulware'), named('conceder')] as const, seed = '1'): Past {
  const { record, replay } = played(scenario, seed, [seats[0], seats[1]]);
  return { scenario, entries: record.entries, positions: replay.positions };
}

/** The past up to the evening of a day. */
function upTo({ scenario, entries, positions }: Past, day: number): Past {
  const last = positions.findLastIndex(({ campaign }) => campaign.day <= day);
  return { scenario, entries: entries.slice(0, last), positions: positions.slice(0, last + 1) };
}

describe('how long people have been held', () => {
  test('at the beginning follows from the days that the scenario gives, or is a least number', () => {
    const first = captivityIn(upTo(past(), -1), null);
    expect(first[SOUTH_SOLDIERS]).toEqual({ middle: 36, longest: 50, atLeast: false });
    expect(first[NORTH_WOUNDED]).toBeNull();
    expect(captivityIn(upTo(past(), 3), null)[NORTH_WOUNDED]).toMatchObject({ longest: 3, atLeast: true });
  });

  test('grows by a day each day as long as nobody is taken or leaves', () => {
    const whole = past();
    for (const day of [0, 1, 2]) {
      const then = upTo(whole, day);
      const { ledger } = then.positions.at(-1)?.campaign ?? {};
      const untouched = ledger && Object.values(ledger).every(counts => counts[SOUTH_SOLDIERS] === 0);
      if (!untouched) continue;
      expect(captivityIn(then, null)[SOUTH_SOLDIERS]).toMatchObject({ middle: 36 + day, longest: 50 + day });
    }
  });

  test('falls once those held longest have gone home', () => {
    const whole = past(river, [scripted(agreeing([20, 0, 20, 0])), scripted(agreeing([20, 0, 20, 0]))]);
    const home = whole.positions.findIndex(
      ({ campaign }) => (campaign.ledger.returned[NORTH_SOLDIERS] ?? 0) > 0,
    );
    expect(home).toBeGreaterThan(0);
    const longest = (at: number) =>
      captivityIn(
        {
          ...whole,
          entries: whole.entries.slice(0, at),
          positions: whole.positions.slice(0, at + 1),
        },
        null,
      )[NORTH_SOLDIERS]?.longest ?? 0;
    expect(longest(home)).toBeLessThan(longest(home - 1));
  });

  test('is of somebody exactly where somebody is held, for those who know, and never negative', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 39 }), (seed, day) => {
        const then = upTo(past(river, [named('random'), named('random')], String(seed)), day);
        const held = then.positions.at(-1)?.campaign.held ?? [];
        const told = captivityIn(then, null);
        if (day > 0) expect(told.map(each => each !== null)).toEqual(held.map(people => people > 0));
        for (const each of told) {
          if (!each) continue;
          expect(each.middle).toBeGreaterThanOrEqual(0);
          expect(each.longest).toBeGreaterThanOrEqual(each.middle);
        }
        for (const party of PARTIES) {
          const holder = then.positions.at(-1)?.campaign.parameters.groups.map(group => group.holder) ?? [];
          const seen = captivityIn(then, party);
          for (const [group, by] of holder.entries())
            if (by === party) expect(seen[group]).toEqual(told[group]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('may rest on days that a source gives', () => {
    const scenario = riverWith(yaml =>
      yaml.replaceAll('to: 2020-02-09, reason: invented', 'to: 2020-01-11, by: Southland, source: gazette'),
    );
    expect(captivityIn(upTo(past(scenario), -1), null)[NORTH_SOLDIERS]).toEqual({
      middle: 50,
      longest: 50,
      atLeast: false,
    });
  });
});
