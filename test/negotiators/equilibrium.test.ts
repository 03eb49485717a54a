import { describe, expect, test } from 'vitest';
import { finiteShare, rubinsteinShare, subgamePerfect } from '../../src/campaign/alternating-offers.ts';
import type { Campaign } from '../../src/campaign/campaign.ts';
import { frontierOf } from '../../src/campaign/frontier.ts';
import { ROUNDS_LAST } from '../../src/campaign/rounds.ts';
import { equilibrium } from '../../src/negotiators/equilibrium.ts';
import type { Negotiator } from '../../src/negotiators/negotiator.ts';
import { PIE, pieRoom, pieScenario, pieValuations } from '../fixtures/pie.ts';
import { bargainer, named, played } from '../fixtures/river.ts';

const seat = (...parameters: number[]) => bargainer(equilibrium.make(...parameters));

/** The campaign at the moment the first agreement is struck. */
function struckBy(negotiator: Negotiator, patience: number): Campaign {
  const scenario = pieScenario([patience, patience]);
  const { replay } = played(scenario, 'pie', [negotiator, negotiator]);
  const struck = replay.positions.find(({ campaign }) => campaign.talks.agreement)?.campaign;
  if (!struck) throw new Error('no agreement');
  return struck;
}

/** What Northland keeps of the pie. */
const northsShare = ({ talks }: Campaign) => (PIE - (talks.agreement?.deal[1] ?? Number.NaN)) / PIE;

describe('two equilibrium negotiators who know everything', () => {
  test.each([0.6, 0.8, 0.9])('agree at once on the share of the first mover, patience %f', patience => {
    const struck = struckBy(seat(), patience);
    const [offer, ...more] = struck.talks.offers;
    expect(more).toEqual([]);
    const share = offer?.by === 0 ? northsShare(struck) : 1 - northsShare(struck);
    // The pie is cut into 300.
    expect(Math.abs(share - finiteShare(patience, ROUNDS_LAST))).toBeLessThan(1 / (1 - patience) / PIE);
    expect(Math.abs(share - rubinsteinShare([patience, patience]))).toBeLessThan(0.06);
  });

  test('the deals of two groups make a pie, and the split of it tends to that without an end', () => {
    const { deals: points } = frontierOf(pieValuations, pieRoom);
    expect(points.filter(({ values }) => Math.min(...values) >= 0)).toHaveLength(PIE + 1);
    for (const patience of [
      [0.8, 0.8],
      [0.9, 0.6],
      [0.5, 0.9],
    ] as const) {
      const share = (rounds: number) =>
        (subgamePerfect({ points, reservations: [0, 0], patience, first: 0, rounds })?.gains[0] ?? 0) / PIE;
      const limit = rubinsteinShare(patience);
      expect(Math.abs(share(60) - limit)).toBeLessThan(0.02);
      expect(Math.abs(share(60) - limit)).toBeLessThan(Math.abs(share(1) - limit));
    }
  });
});

describe('the equilibrium negotiator', () => {
  test('splits by leverage where it is told that there are too many deals', () => {
    const struck = struckBy(seat(0), 0.9);
    // Of a pie the asymmetric Nash deal gives either its exponent; the deals tried lie a seventh apart.
    expect(Math.abs(northsShare(struck) - struck.leverage)).toBeLessThan(1 / 7);
    expect(Math.abs(northsShare(struck) - northsShare(struckBy(seat(), 0.9)))).toBeGreaterThan(0.05);
  });

  test('takes its parameter from its name', () => {
    expect(named('equilibrium:deals=500').name).toBe('equilibrium:deals=500');
  });
});
