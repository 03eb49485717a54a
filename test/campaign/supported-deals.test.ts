import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginCampaign } from '../../src/campaign/campaign.ts';
import { sum } from '../../src/campaign/counts.ts';
import { settle } from '../../src/campaign/settle.ts';
import { listed, supportedDeals } from '../../src/campaign/supported-deals.ts';
import { dealValue, valuationOf } from '../../src/campaign/worth.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

test.each(SCENARIO_IDS)(
  'deals of %s are what they are said to be worth, made at once or after others',
  id => {
    const campaign = beginCampaign(settle(scenario(id), {}));
    const valuations = [valuationOf(campaign, 0), valuationOf(campaign, 1)] as const;
    const { groups } = campaign.parameters;
    const limits = fc.record({
      most: fc.array(fc.nat(200), { minLength: groups.length, maxLength: groups.length }),
      capacity: fc.integer({ min: 1, max: 150 }),
    });
    fc.assert(
      fc.property(limits, limits, (one, another) => {
        const deals = supportedDeals(valuations, one);
        const atOnce = listed(deals);
        const others = listed(supportedDeals(valuations, another));
        expect(listed(deals)).toEqual(atOnce);
        for (const [most, all] of [[one, atOnce] as const, [another, others] as const]) {
          for (const { deal, values } of all) {
            expect(values[0]).toBeCloseTo(dealValue(valuations[0], deal), 9);
            expect(values[1]).toBeCloseTo(dealValue(valuations[1], deal), 9);
            const taken = deal.filter((count, group) => count < 0 || count > (most.most[group] ?? 0));
            expect(taken).toEqual([]);
          }
        }
      }),
      { numRuns: 15 },
    );
  },
);

test('between two corners lie mixtures of both, all of them people', () => {
  const campaign = beginCampaign(settle(scenario('kursk-2024'), {}));
  const valuations = [valuationOf(campaign, 0), valuationOf(campaign, 1)] as const;
  const most = campaign.held;
  const deals = listed(supportedDeals(valuations, { most, capacity: 100 }));
  expect(deals.length).toBeGreaterThan(6);
  for (const { deal } of deals) {
    expect(deal.every(Number.isInteger)).toBe(true);
    expect(sum(deal)).toBeGreaterThan(0);
  }
});
