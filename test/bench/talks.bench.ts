import { expect, test } from 'vitest';
import { negotiate } from '../../src/negotiators/talks-alone.ts';
import { concedingInTime } from '../../src/negotiators/talks-tactics.ts';
import { runCampaign } from '../../src/table/run.ts';
import { bargainer, named } from '../fixtures/river.ts';
import { gameOf, thousandPoints, thousandScenario } from '../fixtures/thousand.ts';
import { cost, perSecond } from './processor-time.ts';

/*
 * Alternating offers over a thousand deals between two who hold out, everything said kept: talks alone, and
 * the same people at the table of a campaign, where the rules end talks after 28 days of two moves each.
 */

test('talks alone: 1,000 deals, 100 rounds of two offers, two who hold out', () => {
  const [one, two] = [concedingInTime(0.05), concedingInTime(0.05)];
  const points = thousandPoints();
  const { record, agreement } = negotiate(gameOf(points, 200), [one, two]);
  expect(agreement).not.toBeNull();
  const anew = cost(() => negotiate(gameOf(thousandPoints(), 200), [one, two]));
  const prepared = cost(() => negotiate(gameOf(points, 200), [one, two]));
  console.info(
    [
      `${points.length} deals; agreement after ${record.length - 1} offers (${((record.length - 1) / 2).toFixed(1)} rounds of two); ${record.length} entries in the record`,
      `deals valued and the frontier found for each: ${perSecond(1, anew)} negotiations a second (${(anew * 1000).toFixed(1)} µs)`,
      `deals valued and the frontier found once for all: ${perSecond(1, prepared)} a second (${(prepared * 1000).toFixed(1)} µs)`,
    ].join('\n'),
  );
});

const seat = (name: string) => bargainer(named(name).decide);

test('at the table of a campaign: the same people, two boulware seats', () => {
  const scenario = thousandScenario();
  const seats = [seat('boulware:e=0.1'), seat('boulware:e=0.1')] as const;
  const { record, campaign } = runCampaign(scenario, '1', seats);
  const offers = record.entries.filter(({ event }) => event.type === 'offer').length;
  const talks = campaign.overtures.length;
  expect(campaign.exchanges).not.toEqual([]);
  let seed = 0;
  const ms = cost(() => runCampaign(scenario, `${seed++}`, seats));
  console.info(
    `${talks} talks in a campaign of ${scenario.days} days, ${offers} offers, ${record.entries.length} entries in the record: ${perSecond(1, ms)} campaigns a second (${(ms * 1000).toFixed(0)} µs), ${perSecond(offers, ms)} offers a second with all that goes with them`,
  );
});
