import { describe, expect, test } from 'vitest';
import { leftOnTable } from '../../src/analysis/alternatives.ts';
import { analyse, analyseAs } from '../../src/analysis/bargaining-position.ts';
import { drawnOn, likeliestOn } from '../../src/analysis/silence.ts';
import { SOLUTIONS } from '../../src/campaign/bargaining.ts';
import { available, mostInDeal } from '../../src/campaign/rounds.ts';
import { dealValue, everybodyHome, reservation, valuationOf } from '../../src/campaign/worth.ts';
import type { Position } from '../../src/statechart/position.ts';
import { pieScenario } from '../fixtures/pie.ts';
import { agreeing, played, river, scripted } from '../fixtures/river.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

const DEAL = [10, 2, 10, 0];

/** The river at the moment at which a deal is struck. */
function struck(deal = DEAL): Position {
  const seat = scripted(agreeing(deal));
  const { replay } = played(river, '1', [seat, seat]);
  const position = replay.positions.find(({ campaign }) => campaign.talks.agreement);
  if (!position) throw new Error('no agreement');
  return position;
}

describe('a position by the true values of both', () => {
  const position = struck();
  const analysis = analyse(position);

  test('has the reservations and the leverage of the campaign', () => {
    const { campaign } = position;
    expect(analysis.reservations).toEqual([reservation(campaign, 0), reservation(campaign, 1)]);
    expect(analysis.leverage).toEqual([campaign.leverage, 1 - campaign.leverage]);
  });

  test.each([1, 200])('can send home those held, as far as %i a side can be carried', capacity => {
    const { campaign, ...rest } = position;
    const { room } = analyse({ ...rest, campaign: { ...campaign, talks: { ...campaign.talks, capacity } } });
    const listed = available(campaign);
    const most = capacity * campaign.parameters.stages;
    const held = [(listed[0] ?? 0) + (listed[1] ?? 0), (listed[2] ?? 0) + (listed[3] ?? 0)] as const;
    expect(room).toEqual([Math.min(most, held[0]), Math.min(most, held[1])]);
  });

  test('names the points that all possible deals, one by one, give', () => {
    const { campaign } = position;
    const most = available(campaign);
    const room = mostInDeal(campaign);
    const own = [valuationOf(campaign, 0), valuationOf(campaign, 1)] as const;
    const gains: [number, number][] = [];
    for (let north = 0; north <= Math.min(room, most[0] ?? 0); north++) {
      for (let south = 0; south <= Math.min(room, most[2] ?? 0); south++) {
        if (north + south === 0) continue;
        const deal = [north, 0, south, 0];
        gains.push([
          dealValue(own[0], deal) - analysis.reservations[0],
          dealValue(own[1], deal) - analysis.reservations[1],
        ]);
      }
    }
    const zone = gains.filter(pair => Math.min(...pair) >= 0);
    const best = [Math.max(...zone.map(([x]) => x)), Math.max(...zone.map(([, y]) => y))] as const;
    const merits = {
      nash: ([x, y]: readonly [number, number]) => x * y,
      asymmetricNash: ([x, y]: readonly [number, number]) =>
        x ** analysis.leverage[0] * y ** analysis.leverage[1],
      kalaiSmorodinsky: ([x, y]: readonly [number, number]) => Math.min(x / best[0], y / best[1]),
      egalitarian: ([x, y]: readonly [number, number]) => Math.min(x, y),
      utilitarian: ([x, y]: readonly [number, number]) => x + y,
    };
    for (const solution of SOLUTIONS) {
      const top = Math.max(...zone.map(merits[solution]));
      expect(analysis.solutions[solution].length).toBeGreaterThan(0);
      for (const found of analysis.solutions[solution])
        expect(merits[solution](found.gains)).toBeCloseTo(top, 6);
    }
  });

  test('tells of the agreement what it leaves, as the debrief does, those owed staying in it', () => {
    expect(analysis.agreement?.deal).toEqual(DEAL);
    const [first, second] = leftOnTable(position.campaign, DEAL);
    expect(analysis.agreement?.left[0]).toBeCloseTo(first, 6);
    expect(analysis.agreement?.left[1]).toBeCloseTo(second, 6);
    expect(analysis.agreement?.distance).toBeGreaterThan(0);
    expect(analysis.offers.at(-1)?.deal).toEqual(DEAL);
  });

  test('finds nothing left of a deal that is on the frontier', () => {
    const nash = analysis.solutions.nash[0]?.deal ?? [];
    const again = analyse(struck([...nash])).agreement;
    expect(again?.left).toEqual([0, 0]);
    expect(again?.distance).toBeCloseTo(0, 9);
  });
});

describe('a position as a party may know it', () => {
  test('is the truth where nothing is hidden', () => {
    const position = likeliestOn(pieScenario([0.9, 0.9]), 3);
    const truth = analyse(position);
    for (const party of [0, 1] as const) {
      const seen = analyseAs(position, party);
      expect(seen.seenBy).toBe(party);
      expect(seen.frontier).toEqual(truth.frontier);
      expect(seen.solutions.nash).toEqual(truth.solutions.nash);
      expect(seen.alternatingOffers.outcomes).toEqual(truth.alternatingOffers.outcomes);
    }
  });

  test('has one’s own reservation exactly, the other’s by the scenario’s range', () => {
    const position = drawnOn(scenario('kursk-2024'), 'seed', 12);
    const truth = analyse(position);
    const seen = analyseAs(position, 0);
    expect(seen.reservations[0]).toBe(truth.reservations[0]);
    expect(seen.reservations[1]).not.toBe(truth.reservations[1]);
  });
});

describe('the most people that a deal can send home', () => {
  test.each(SCENARIO_IDS)('in %s no deal of the frontier exceeds, nor those held', id => {
    const position = likeliestOn(scenario(id), 0);
    const { parameters, held } = position.campaign;
    const all = everybodyHome(parameters, held);
    for (const { room, frontier } of [analyse(position), analyseAs(position, 0), analyseAs(position, 1)]) {
      for (const { deal } of frontier.deals) {
        const home = everybodyHome(parameters, deal);
        expect(home[0] <= room[0] && home[1] <= room[1]).toBe(true);
      }
      // What a party does not know of the numbers held, it guesses.
      expect(frontier.deals.length).toBeGreaterThan(0);
    }
    const { room } = analyse(position);
    expect(room[0] <= all[0] && room[1] <= all[1]).toBe(true);
  });
});

describe('silence until a day', () => {
  test.each(SCENARIO_IDS)('brings in %s what has a date, and nothing by chance', id => {
    const described = scenario(id);
    const day = Math.min(30, described.days);
    const { campaign } = likeliestOn(described, day);
    expect(campaign.day).toBe(day);
    expect(likeliestOn(described, day).campaign).toEqual(campaign);
    const due = campaign.parameters.captures.filter(capture => capture.day <= day);
    const injected = campaign.parameters.injects.filter(({ day: dated }) => dated !== null && dated <= day);
    expect(campaign.injected).toEqual(injected.map(inject => inject.id));
    const captured = due.reduce((sum, { people }) => sum + people.reduce((all, count) => all + count, 0), 0);
    expect(campaign.ledger.captured.reduce((all, count) => all + count, 0)).toBeGreaterThanOrEqual(captured);
    expect(campaign.overtures).toEqual([]);
  });

  test('of a seed is the campaign of that seed', () => {
    const rivers = scenario('two-rivers');
    const [one, two] = ['1', '2'].map(seed => drawnOn(rivers, seed, 20).campaign);
    expect(one?.day).toBe(20);
    expect(drawnOn(rivers, '1', 20).campaign).toEqual(one);
    expect(two?.pressure).not.toEqual(one?.pressure);
  });
});
