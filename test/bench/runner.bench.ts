import { expect, test } from 'vitest';
import { judge, seatsOf } from '../../src/analysis/coach.ts';
import { decisionsOf } from '../../src/analysis/coach-decision.ts';
import type { CampaignEvent } from '../../src/campaign/event.ts';
import type { Parameters } from '../../src/campaign/parameters.ts';
import { startCampaign } from '../../src/statechart/chart.ts';
import { startCompiled } from '../../src/statechart/compiled.ts';
import { replay } from '../../src/table/replay.ts';
import { runCampaign } from '../../src/table/run.ts';
import { openTable } from '../../src/table/table.ts';
import { negotiator, SCENARIO_IDS, scenario } from '../library.ts';
import { ByHand } from './by-hand.ts';
import { cost, leastCosts, perSecond } from './processor-time.ts';

/*
 * Ratios first, since machines differ; the numbers behind them after. Nothing here is asserted but
 * that what is compared does the same.
 */

const kursk = scenario('kursk-2024');
const seats = [negotiator('boulware'), negotiator('boulware')] as const;
const seeds = Array.from({ length: 20 }, (_, index) => `bench ${index}`);
const played = seeds.map(seed => ({
  ...runCampaign(kursk, seed, seats),
  parameters: openTable({ scenario: kursk, seed, seats }).parameters,
}));
/** Each campaign's events so often before the next: they are as near at hand as where they have just happened. */
const TIMES = 5;
const histories = played.map(({ record, parameters }) => ({
  parameters,
  history: record.entries.map(({ event }) => event),
}));
const events = TIMES * histories.reduce((total, { history }) => total + history.length, 0);

interface Sent {
  send(event: CampaignEvent): unknown;
}

test('the events of 20 recorded campaigns sent again: XState actor, compiled runner, loop by hand', () => {
  for (const { record, parameters, campaign } of played) {
    const loop = new ByHand(parameters);
    for (const { event } of record.entries) loop.send(event);
    expect(loop.campaign).toEqual(campaign);
  }
  const sendAll = (start: (parameters: Parameters) => Sent) => () => {
    for (const { parameters, history } of histories) {
      for (let time = 0; time < TIMES; time++) {
        const campaign = start(parameters);
        for (const event of history) campaign.send(event);
      }
    }
  };
  const [byHand = 0, compiled = 0, actor = 0] = leastCosts([
    sendAll(parameters => new ByHand(parameters)),
    sendAll(startCompiled),
    sendAll(startCampaign),
  ]);
  console.info(
    [
      `compiled runner : XState actor   ${(actor / compiled).toFixed(1)} times as fast`,
      `compiled runner : loop by hand   ${(compiled / byHand).toFixed(2)} times its time`,
      `events a second: actor ${perSecond(events, actor)}, compiled ${perSecond(events, compiled)}, by hand ${perSecond(events, byHand)}`,
    ].join('\n'),
  );
});

test('campaigns a second with two boulware seats, one core', () => {
  for (const id of SCENARIO_IDS) {
    const described = scenario(id);
    let seed = 0;
    const [ms = 0] = leastCosts([() => runCampaign(described, `${seed++}`, seats)], 4);
    console.info(`${id}: ${perSecond(1, ms)} campaigns a second, ${(ms * 1000).toFixed(0)} µs each`);
  }
});

test('rollouts of the coach a second, one core', () => {
  const record = runCampaign(kursk, '7', seats).record;
  const plan = { scenario: kursk, record, replay: replay(kursk, record), party: 0, rollouts: 12 } as const;
  const decisions = [...decisionsOf(record, plan.replay, plan.party)];
  const sitting = seatsOf(plan);
  let rollouts = 0;
  let [next, calls] = [0, 0];
  const ms = cost(() => {
    const decision = decisions[next++ % decisions.length];
    if (!decision) return;
    const { asKnown, inHindsight } = judge(decision, sitting, plan);
    rollouts += asKnown.rollouts + inHindsight.rollouts;
    calls++;
  }, 3000);
  console.info(
    `${perSecond(rollouts / calls, ms)} rollouts a second, over ${calls} looks at ${decisions.length} decisions`,
  );
});
