import type { WorldEvent } from '../campaign/event.ts';
import type { Parameters } from '../campaign/parameters.ts';
import { strengthOfCapture } from '../campaign/pressure.ts';
import { drawCampaign } from '../campaign/settle.ts';
import type { Range } from '../scenario/figure.ts';
import type { Scenario, ScheduledCapture } from '../scenario/scenario.ts';
import { startCompiled } from '../statechart/compiled.ts';
import type { Position } from '../statechart/position.ts';
import { openTable } from './table.ts';

/**
 * Where a campaign stands in its first morning, when what the day brings is known and nobody has
 * moved: what papers for the delegations are made from. Those of a seed as its table deals them;
 * without one the middle numbers, with the captures that the scenario dates on the day.
 */
export function firstMorning(scenario: Scenario, seed?: string): Position {
  if (seed !== undefined) {
    const table = openTable({ scenario, seed, seats: ['person', 'person'] }, () => {}, startCompiled);
    // The world's part of the day is dealt before anybody is asked.
    table.awaited();
    return table.position;
  }
  const parameters = middleNumbers(scenario);
  const runner = startCompiled(parameters);
  runner.send({ type: 'dayBegins' });
  for (const event of firstCaptures(scenario, parameters)) runner.send(event);
  return runner.position;
}

/**
 * The numbers of an exercise on paper: of every range the middle, so that a campaign draws less as
 * often as more. The likeliest value would mislead where it lies at one end of a wide range, as the
 * worth of a person does of whom nobody knows what he is worth.
 */
export function middleNumbers(scenario: Scenario): Parameters {
  return drawCampaign(scenario, () => 0.5).parameters;
}

/** Heard of within the scenario's own bounds, so that the number that is played is not given away. */
function firstCaptures(scenario: Scenario, { captures, groups }: Parameters): WorldEvent[] {
  return scenario.captures.flatMap((capture, index): WorldEvent[] => {
    const people = captures[index]?.people ?? [];
    if (capture.day !== 0) return [];
    const bounds = capturedBounds(scenario, capture);
    const heard = { low: bounds.map(({ low }) => low), best: people, high: bounds.map(({ high }) => high) };
    const strength = strengthOfCapture(groups, people);
    return [{ type: 'captured', people, heard, strength, title: capture.title }];
  });
}

/** People of each group who are taken in a capture, as far as the scenario says it in public. */
export function capturedBounds({ groups }: Scenario, capture: ScheduledCapture): Range[] {
  const named = groups.map(({ id }) => capture.groups.find(({ group }) => group === id)?.people ?? NOBODY);
  const { total } = capture;
  if (!total) return named;
  const all = (key: keyof Range) => named.reduce((sum, range) => sum + range[key], 0);
  const rest = {
    low: Math.max(0, total.people.low - all('high')),
    best: Math.max(0, total.people.best - all('best')),
    high: Math.max(0, total.people.high - all('low')),
  };
  return named.map((range, group) => (groups[group]?.id === total.rest ? plus(range, rest) : range));
}

const NOBODY: Range = { low: 0, best: 0, high: 0 };

function plus(one: Range, more: Range): Range {
  return { low: one.low + more.low, best: one.best + more.best, high: one.high + more.high };
}
