import { leverageIn } from '../campaign/leverage.ts';
import { worthHome } from '../campaign/worth.ts';
import { patienceInDays } from '../negotiators/time-dependent.ts';
import { the } from '../scenario/article.ts';
import { PARTIES, type Scenario } from '../scenario/scenario.ts';
import type { DoubtRule } from './doubt.ts';
import {
  daysToExchange,
  HIGH_PRESSURE,
  hardestToPlease,
  hasZone,
  outweighed,
  tradeableOf,
  withCaptures,
} from './prospect.ts';

/* Whether there is anything to negotiate, and time to do it. */

export const nobodyToExchange: DoubtRule = {
  id: 'nobody-to-exchange',
  asks: scenario => {
    const campaign = withCaptures(scenario);
    return PARTIES.filter(home => tradeableOf(campaign, home) === 0 && !capturedByChance(scenario, home)).map(
      home => ({
        path: ['groups'],
        part: 'key',
        message: `nobody of ${the(scenario.parties[home].name)} who may be exchanged is ever held; expected a tradeable group with people in it`,
      }),
    );
  },
};

function capturedByChance({ captureRates, groups }: Scenario, home: number): boolean {
  return captureRates.some(({ mix }) =>
    mix.some(({ group }) =>
      groups.some(({ id, home: of, standing }) => id === group && of === home && standing === 'tradeable'),
    ),
  );
}

export const noZone: DoubtRule = {
  id: 'no-zone',
  asks: scenario => {
    // Where nobody can be exchanged that is told already.
    if (nobodyToExchange.asks(scenario).length > 0 || hasZone(scenario)) return [];
    const { id, name } = scenario.parties[hardestToPlease(scenario)];
    return [
      {
        path: ['parties', id, 'reluctance'],
        message:
          `no deal is above both sides' least at the likeliest values, neither at base pressure nor at ${HIGH_PRESSURE}, with or without a ` +
          `mediator; it is ${the(name)} that cannot be satisfied: lower its reluctance, or raise the worth or the number of its people`,
      },
    ];
  },
};

export const unwantedGroup: DoubtRule = {
  id: 'unwanted-group',
  asks: ({ groups, parties }) =>
    groups
      .filter(({ standing }) => standing === 'tradeable')
      // At the ends of the ranges that favour an exchange: what is told is true of every campaign then.
      .map(group => ({ group, home: worthHome(group.worth.high, group.salience.high, 1) }))
      .filter(({ group, home }) => home <= group.grip.low)
      .map(({ group, home }) => ({
        path: ['groups', group.id, 'grip'],
        message:
          `even under full pressure one of them is worth at most ${number(home)} at home, and giving one up costs ` +
          `${the(parties[group.holder].name)} at least ${number(group.grip.low)}: hardly anybody of them will be exchanged`,
      })),
};

export const shortHorizon: DoubtRule = {
  id: 'short-horizon',
  asks: scenario => {
    const needed = daysToExchange(scenario);
    if (scenario.days >= needed) return [];
    return [
      {
        path: ['ends'],
        message: `${scenario.days} days are played, and asking, checking lists, making offers and arranging take about ${needed}`,
      },
    ];
  },
};

export const lateCapture: DoubtRule = {
  id: 'late-capture',
  asks: scenario => {
    const needed = daysToExchange(scenario);
    // Where the whole horizon is too short that is told already.
    if (scenario.days < needed) return [];
    return scenario.captures.flatMap(({ day }, index) => {
      const left = scenario.days - day;
      if (left >= needed) return [];
      return [
        {
          path: ['captures', index, 'date'],
          message: `${left} days are left after it, and a first exchange takes about ${needed}: hardly anything can come of it`,
        },
      ];
    });
  },
};

export const unbalancedPools: DoubtRule = {
  id: 'unbalanced-pools',
  asks: scenario => {
    const found = outweighed(leverageIn(withCaptures(scenario)));
    if (!found) return [];
    const { name } = scenario.parties[found.party];
    return [
      {
        path: ['groups'],
        part: 'key',
        message:
          `all whom ${the(name)} holds, those captured on known days too, weigh ${Math.round(100 * found.share)} in 100 of both pools: ` +
          'it has hardly anything to bargain with',
      },
    ];
  },
};

export const hasty: DoubtRule = {
  id: 'no-patience',
  asks: ({ parties }) =>
    parties
      .map(({ id, patience }) => ({ id, days: patienceInDays(patience.best) }))
      .filter(({ days }) => days < FEWEST_DAYS)
      .map(({ id, days }) => ({
        path: ['parties', id, 'patience'],
        message: `the standard negotiators give way within ${number(days)} days of offers; 0.985 a day lasts about ${Math.round(patienceInDays(0.985))}`,
      })),
};

/** Days of offers below which nobody can be said to negotiate. */
const FEWEST_DAYS = 3;

function number(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
