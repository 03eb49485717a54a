import { describe, expect, test } from 'vitest';
import { headOf } from '../../../src/analysis/study/head.ts';
import { measured } from '../../../src/analysis/study/metric.ts';
import { METRICS } from '../../../src/analysis/study/metrics.ts';
import { outcomeAt } from '../../../src/analysis/study/outcome.ts';
import { playerOf } from '../../../src/analysis/study/play.ts';
import { type DayEnd, Replayed } from '../../../src/analysis/study/shrink.ts';
import { knownThreshold, standsAgainst } from '../../../src/analysis/study/threshold.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { startCompiled } from '../../../src/statechart/compiled.ts';
import type { Position } from '../../../src/statechart/position.ts';
import { openTable } from '../../../src/table/table.ts';
import { scenario as libraryScenario, negotiator, SCENARIO_IDS } from '../../library.ts';
import { plan } from './studied.ts';

/** Where a campaign stood at the end of each day, worked out here once more. */
function endsOf(scenario: Scenario, seed: string, seats: readonly [string, string]): DayEnd[] {
  const ends = new Map<number, Position>();
  const sitting = { scenario, seed, seats: [negotiator(seats[0]), negotiator(seats[1])] as const };
  const table = openTable(sitting, entry => ends.set(entry.day, table.position), startCompiled);
  while (table.step());
  return [...ends].map(([day, position]) => ({ day, position }));
}

const GROWING = METRICS.filter(({ grows, deep }) => grows && !deep);

test.each(SCENARIO_IDS)('what is said to grow never falls, in %s', id => {
  expect(GROWING.length).toBeGreaterThan(10);
  const scenario = libraryScenario(id);
  for (const seats of [
    ['boulware', 'conceder'],
    ['random', 'tit-for-tat'],
  ] as const) {
    const ends = endsOf(scenario, '5', seats);
    for (const family of GROWING) {
      const metric = { name: family.name, family, party: null };
      const values = ends.map(({ position }) => measured(metric, scenario, outcomeAt(position, null)) ?? 0);
      expect(values, family.name).toEqual(values.toSorted((a, b) => a - b));
    }
  }
});

describe('a run that stands against a threshold', () => {
  const study = plan(
    'scenario: kursk-2024\nruns: 12\nmetrics: [agreement, exchanges, home, violations, first_exchange.day, trust, breach]',
  );
  const head = headOf(study);
  const scenario = study.settled[0] as Scenario;
  const player = playerOf(study);
  const seats = head.points[0]?.seats ?? ['', ''];

  test.each([
    'violations.count == 0',
    'home.mean <= 300',
    'exchanges.max < 3',
    'exchanges.mean == 2',
    'p50(first_exchange.day) <= 12',
    'p50(first_exchange.day) >= 30',
    'first_exchange.day.count == 0',
  ])('%s: it can no longer meet it from that day on, and could on the day before', text => {
    const threshold = knownThreshold(text);
    const column = head.metrics.indexOf(threshold.metric.name);
    let shown = 0;
    for (let run = 1; run <= 12; run++) {
      const value = player(run)[column] ?? null;
      if (!standsAgainst(value, threshold)) continue;
      const { day, value: then } = new Replayed(head, run, scenario).decided(threshold, { value });
      const ends = endsOf(scenario, String(run), seats as [string, string]);
      const at = (on: number) =>
        measured(
          threshold.metric,
          scenario,
          outcomeAt((ends.findLast(end => end.day <= on) as DayEnd).position, null),
        );
      expect(at(day)).toBe(then);
      for (let on = day; on <= scenario.days; on += 9) expect(standsAgainst(at(on), threshold)).toBe(true);
      // On the day before something could still have come that would have done.
      const before = at(day - 1);
      const possible = before === null ? [day, 1000, null] : [before, before + 1, threshold.number, 1e9];
      const open = possible.filter(one => one === null || before === null || one >= before);
      expect(day === scenario.days || open.some(one => !standsAgainst(one, threshold)), `run ${run}`).toBe(
        true,
      );
      shown++;
    }
    expect(shown).toBeGreaterThan(0);
  });

  test.each([
    ['p50(first_exchange.day) <= 12', true],
    ['first_exchange.day.count >= 5', true],
    ['mean(first_exchange.day) <= 12', false],
    ['max(first_exchange.day) <= 12', false],
  ])('%s: one in which that day never came is such a run: %s', (text, stands) => {
    expect(standsAgainst(null, knownThreshold(text))).toBe(stands);
    expect(standsAgainst(13, knownThreshold(text))).toBe(!text.includes('count'));
  });

  test.each(['home.mean >= 50000', 'agreement.rate < 0.0001', 'trust.mean >= 1'])('%s', text => {
    const threshold = knownThreshold(text);
    const column = head.metrics.indexOf(threshold.metric.name);
    const value = player(1)[column] ?? null;
    const { day } = new Replayed(head, 1, scenario).decided(threshold, { value });
    // What is still wanted can come until the end; what must not come is seen when it comes.
    if (text.includes('>=')) expect(day).toBe(scenario.days);
    else expect(day).toBeLessThan(scenario.days);
  });
});
