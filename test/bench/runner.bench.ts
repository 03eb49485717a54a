import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startCampaign } from '../../src/statechart/chart.ts';
import { startCompiled } from '../../src/statechart/compiled.ts';
import { runCampaign } from '../../src/table/run.ts';
import { openTable } from '../../src/table/table.ts';
import { negotiator, SCENARIO_IDS, scenario } from '../library.ts';
import { ByHand } from './by-hand.ts';

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
const events = played.reduce((total, { record }) => total + record.entries.length, 0);

/** Processor time of this thread so far, in ms. */
function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Processor time of this thread for one call, in ms. */
function cost(work: () => void, leastMs: number): number {
  const from = spent();
  let calls = 0;
  for (; spent() - from < leastMs; calls++) work();
  return (spent() - from) / calls;
}

/** The least cost of each in rounds taken in turn: what else the machine does can only add to it. */
function leastCosts(works: readonly (() => void)[], rounds = 12, roundMs = 250): number[] {
  for (const work of works) cost(work, 1500);
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [at, work] of works.entries()) {
      least[at] = Math.min(least[at] ?? Number.POSITIVE_INFINITY, cost(work, roundMs));
    }
  }
  return least;
}

const perSecond = (count: number, ms: number) => Math.round((count * 1000) / ms).toLocaleString('en-US');

test('the events of 20 recorded campaigns sent again: XState actor, compiled runner, loop by hand', () => {
  for (const { record, parameters, campaign } of played) {
    const loop = new ByHand(parameters);
    for (const { event } of record.entries) loop.send(event);
    expect(loop.campaign).toEqual(campaign);
  }
  const send = (start: typeof startCampaign) => () => {
    for (const { record, parameters } of played) {
      const runner = start(parameters);
      for (const { event } of record.entries) runner.send(event);
    }
  };
  const loopByHand = () => {
    for (const { record, parameters } of played) {
      const loop = new ByHand(parameters);
      for (const { event } of record.entries) loop.send(event);
    }
  };
  const [byHand = 0, compiled = 0, actor = 0] = leastCosts([
    loopByHand,
    send(startCompiled),
    send(startCampaign),
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

test('rounds a second at the table of kursk-2024, record kept', () => {
  let seed = 0;
  let rounds = 0;
  let spent = 0;
  const until = process.threadCpuUsage().user + 2_000_000;
  while (process.threadCpuUsage().user < until) {
    const table = openTable({ scenario: kursk, seed: `${seed++}`, seats }, () => {}, startCompiled);
    while (table.awaited() !== null) {
      const atTable =
        table.position.campaign.talks.capacity > 0 && table.position.campaign.talks.agreement === null;
      const from = process.threadCpuUsage().user;
      table.step();
      if (!atTable) continue;
      spent += process.threadCpuUsage().user - from;
      rounds += 0.5;
    }
  }
  console.info(
    `a round (two moves) takes ${(spent / rounds).toFixed(1)} µs: ${perSecond(1, (spent / rounds) * 0.1)} negotiations of 100 rounds a second`,
  );
});

test('start-up time of each command that ends by itself', () => {
  const main = new URL('../../dist/cli/main.js', import.meta.url).pathname;
  if (!existsSync(main)) {
    console.info('start-up time: not measured, since there is no dist; run npm run build first');
    return;
  }
  for (const args of [
    ['--version'],
    ['--help'],
    ['list'],
    ['show', 'kursk-2024'],
    ['graph'],
    ['schema'],
    ['run', 'kursk-2024', '--seed', '1'],
  ]) {
    const from = performance.now();
    execFileSync(process.execPath, [main, ...args], { stdio: 'ignore' });
    console.info(`parley ${args.join(' ')}: ${(performance.now() - from).toFixed(0)} ms from start to end`);
  }
});
