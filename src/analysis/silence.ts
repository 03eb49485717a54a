import { datedCaptures } from '../campaign/captures.ts';
import { injectsOn } from '../campaign/chance.ts';
import { settle } from '../campaign/settle.ts';
import type { Negotiator } from '../negotiators/negotiator.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { startCompiled } from '../statechart/compiled.ts';
import type { Position } from '../statechart/position.ts';
import { openTable } from '../table/table.ts';

/*
 * A scenario on some day, both sides having kept silent: what the days alone bring.
 */

const EVEN_LUCK = () => 0.5;
const NOTHING_BY_CHANCE = () => 1;

/** On the morning of a day, at the likeliest values: what has a date has come, nothing by chance. */
export function likeliestOn(scenario: Scenario, day: number): Position {
  const parameters = settle(scenario, {});
  const runner = startCompiled(parameters);
  for (let dawn = 0; dawn <= day; dawn++) {
    for (let party = runner.now.campaign.toMove; party !== null; ) {
      runner.send({ type: 'wait', party });
      party = runner.now.campaign.toMove;
    }
    runner.send({ type: 'dayBegins' });
    const news = [
      ...datedCaptures(parameters, dawn, EVEN_LUCK),
      ...injectsOn(runner.now.campaign, dawn, NOTHING_BY_CHANCE),
    ];
    for (const event of news) runner.send(event);
  }
  return runner.position;
}

/** On the morning of a day of the campaign that a seed draws, chance and all. */
export function drawnOn(scenario: Scenario, seed: string, day: number): Position {
  const table = openTable({ scenario, seed, seats: [silent, silent] }, () => {}, startCompiled);
  while (table.awaited() !== null && table.position.campaign.day < day) table.step();
  return table.position;
}

const silent: Negotiator = {
  name: 'silence',
  idea: 'Waits.',
  citation: 'none',
  learns: false,
  draws: false,
  decide: () => ({ type: 'wait' }),
};
