import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withCaptures } from '../../src/analysis/prospect.ts';
import { undominated } from '../../src/campaign/bargaining.ts';
import { exactFrontier } from '../../src/campaign/exact-frontier.ts';
import { frontierOf } from '../../src/campaign/frontier.ts';
import { hullFrontier } from '../../src/campaign/hull-frontier.ts';
import type { Valued } from '../../src/campaign/package.ts';
import type { Room } from '../../src/campaign/trade-offs.ts';
import { dealValue, type Valuation, valuationOf } from '../../src/campaign/worth.ts';
import type { PartyIndex, PerParty } from '../../src/scenario/scenario.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

/** Every deal there is room for, one by one, each with its values. */
function everyDeal(valuations: PerParty<Valuation>, { most, home }: Room): Valued[] {
  const deals: Valued[] = [];
  const deal = most.map(() => 0);
  const rest: [number, number] = [...home];
  const from = (group: number): void => {
    if (group === most.length) {
      if (deal.some(count => count > 0)) deals.push(valued(valuations, [...deal]));
      return;
    }
    const balance = valuations[0].balance[group] ?? 0;
    const party = balance > 0 ? 0 : 1;
    const limit = balance === 0 ? 0 : Math.min(most[group] ?? 0, rest[party]);
    for (let count = 0; count <= limit; count++) {
      deal[group] = count;
      rest[party] -= count;
      from(group + 1);
      rest[party] += count;
    }
    deal[group] = 0;
  };
  from(0);
  return deals;
}

const valued = (valuations: PerParty<Valuation>, deal: readonly number[]): Valued => ({
  deal,
  values: [dealValue(valuations[0], deal), dealValue(valuations[1], deal)],
});

/** Values without the rounding of floating-point sums, which would make two of one. */
const settled = (deals: readonly Valued[]) =>
  deals.map(({ deal, values }) => ({
    deal,
    values: [Math.round(values[0] * 1e6) / 1e6, Math.round(values[1] * 1e6) / 1e6] as const,
  }));

/** The different pairs of values of the frontier, by comparing all deals. */
function byBruteForce(valuations: PerParty<Valuation>, room: Room): string[] {
  return [...new Set(undominated(settled(everyDeal(valuations, room))).map(({ values }) => values.join()))];
}

const pairsOf = (deals: readonly Valued[]) => settled(deals).map(({ values }) => values.join());

interface Problem {
  readonly valuations: PerParty<Valuation>;
  readonly room: Room;
}

/** Tenths and halves, so that ties are common, and any number at all. */
const amount = fc.oneof(
  fc.integer({ min: 0, max: 30 }).map(tenths => tenths / 10),
  fc.integer({ min: 0, max: 3_000 }).map(thousandths => thousandths / 1000),
);
const ratio = fc.constantFrom(0.5, 1, 1.25, 3);

const problems: fc.Arbitrary<Problem> = fc
  .record({
    groups: fc.array(
      fc.record({
        home: fc.constantFrom<PartyIndex>(0, 1),
        owed: fc.integer({ min: 0, max: 5 }).map(number => number === 0),
        worth: fc.oneof(amount, fc.constant(20)),
        grip: fc.oneof(amount, fc.constant(15)),
        most: fc.integer({ min: 0, max: 5 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    imbalance: fc.tuple(amount, amount),
    precedent: fc.tuple(amount, amount),
    lastRatio: fc.tuple(ratio, ratio),
    home: fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })),
  })
  .map(({ groups, imbalance, precedent, lastRatio, home }) => {
    const valuation = (party: PartyIndex): Valuation => ({
      party,
      unit: groups.map(group => (group.home === party ? group.worth : -group.grip)),
      balance: groups.map(group => (group.owed ? 0 : group.home === party ? 1 : -1)),
      imbalance: imbalance[party],
      precedent: precedent[party],
      lastRatio: lastRatio[party],
    });
    return { valuations: [valuation(0), valuation(1)], room: { most: groups.map(({ most }) => most), home } };
  });

describe('the exact frontier', () => {
  test('is that of all deals one by one, on random small problems', () => {
    fc.assert(
      fc.property(problems, ({ valuations, room }) => {
        const deals = exactFrontier(valuations, room) ?? [];
        expect(pairsOf(deals)).toEqual(byBruteForce(valuations, room));
        // The values are those of the deals, and the deals are possible.
        const possible = new Set(everyDeal(valuations, room).map(({ deal }) => deal.join()));
        for (const { deal, values } of deals) {
          expect(values).toEqual(valued(valuations, deal).values);
          expect(possible.has(deal.join())).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('above a floor is the part of it that is worth so much to both', () => {
    const level = fc.integer({ min: -10, max: 25 });
    fc.assert(
      fc.property(problems, level, level, ({ valuations, room }, first, second) => {
        const part = byBruteForce(valuations, room).filter(pair => {
          const [x = 0, y = 0] = pair.split(',').map(Number);
          return x >= first && y >= second;
        });
        const found = pairsOf(exactFrontier(valuations, room, [first, second]) ?? []);
        expect(found.filter(pair => part.includes(pair))).toEqual(part);
        expect(found.length).toBeLessThanOrEqual(part.length + 1);
      }),
    );
  });

  /** A scenario's own values, with hand-overs that carry few enough for all deals to be gone through. */
  function small(id: string, home: PerParty<number>): Problem {
    const campaign = { ...withCaptures(scenario(id)), lastRatio: [1.5, 0.8] as const };
    const valuations = [valuationOf(campaign, 0), valuationOf(campaign, 1)] as const;
    return { valuations, room: { most: campaign.held, home } };
  }

  test.each(SCENARIO_IDS)('is that of all deals one by one in %s, few being carried', id => {
    for (const home of [
      [3, 4],
      [6, 2],
    ] as const) {
      const { valuations, room } = small(id, home);
      expect(pairsOf(exactFrontier(valuations, room) ?? [])).toEqual(byBruteForce(valuations, room));
    }
  });

  test('is that of all deals in glienicke-1962 as it is: a few persons', () => {
    const campaign = withCaptures(scenario('glienicke-1962'));
    const { valuations } = small('glienicke-1962', [0, 0]);
    const home = campaign.parameters.capacity.high;
    const room = { most: campaign.held, home: [home, home] as const };
    expect(pairsOf(frontierOf(valuations, room).deals)).toEqual(byBruteForce(valuations, room));
  });

  test('leaves out the deal that names nobody, and people who are owed', () => {
    const { valuations } = small('two-rivers', [0, 0]);
    const { most } = small('two-rivers', [0, 0]).room;
    expect(frontierOf(valuations, { most, home: [0, 0] }).deals).toEqual([]);
    for (const { deal } of frontierOf(valuations, { most, home: [3, 3] }).deals) {
      expect(deal.some(count => count > 0)).toBe(true);
      deal.forEach((count, group) => {
        if (valuations[0].balance[group] === 0) expect(count).toBe(0);
      });
    }
  });

  test('of kursk-2024 at the size it is played at is exact', () => {
    const campaign = withCaptures(scenario('kursk-2024'));
    const valuations = [valuationOf(campaign, 0), valuationOf(campaign, 1)] as const;
    const { deals, gap } = frontierOf(valuations, { most: campaign.held, home: [95, 95] });
    expect(gap).toBe(0);
    expect(undominated(deals)).toEqual(deals);
    // Every corner of the hull, found another way, is one of them.
    const found = new Set(pairsOf(deals));
    const hull = pairsOf(hullFrontier(valuations, { most: campaign.held, home: [95, 95] }).deals);
    expect(hull.filter(pair => found.has(pair)).length).toBeGreaterThan(2);
    for (const pair of settled(hullFrontier(valuations, { most: campaign.held, home: [95, 95] }).deals)) {
      const [x, y] = pair.values;
      expect(settled(deals).some(({ values }) => values[0] >= x && values[1] >= y)).toBe(true);
    }
  });
});

describe('the frontier along the hull', () => {
  test('is of possible deals, and no deal at all is above it by more than the gap it tells', () => {
    fc.assert(
      fc.property(problems, ({ valuations, room }) => {
        const all = everyDeal(valuations, room);
        const { deals, gap } = hullFrontier(valuations, room);
        const possible = new Set(all.map(({ deal }) => deal.join()));
        for (const { deal } of deals) expect(possible.has(deal.join())).toBe(true);
        for (const { values } of all) {
          const near = deals.some(
            ({ values: [x, y] }) => x >= values[0] - gap - 1e-9 && y >= values[1] - gap - 1e-9,
          );
          expect(near).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('stands in where a hand-over carries thousands, and says how far it may fall short', () => {
    const campaign = withCaptures(scenario('little-switch-1953'));
    const valuations = [valuationOf(campaign, 0), valuationOf(campaign, 1)] as const;
    const { best } = campaign.parameters.capacity;
    const { deals, gap } = frontierOf(valuations, { most: campaign.held, home: [best, best] });
    expect(gap).toBeGreaterThan(0);
    expect(gap).toBeLessThan(1);
    expect(deals.length).toBeGreaterThan(1000);
  });
});
