import { describe, expect, test } from 'vitest';
import { debrief } from '../../../src/analysis/debrief.ts';
import { type Metric, measured } from '../../../src/analysis/study/metric.ts';
import { metricNamed } from '../../../src/analysis/study/metrics.ts';
import { outcomeOf } from '../../../src/analysis/study/outcome.ts';
import { startCompiled } from '../../../src/statechart/compiled.ts';
import { replay } from '../../../src/table/replay.ts';
import { runCampaign } from '../../../src/table/run.ts';
import { named } from '../../fixtures/river.ts';
import { scenario } from '../../library.ts';

describe('what only the whole course of a campaign tells', () => {
  const bridge = scenario('toll-bridge');
  const metric = (name: string) => metricNamed(name, [bridge]) as Metric;

  test.each([
    ['boulware', 'conceder'],
    ['random', 'hardliner'],
    ['micro', 'tit-for-tat'],
  ])('is what the debrief tells: %s and %s', (...names) => {
    const seats = [named(names[0]), named(names[1])] as const;
    for (const seed of ['1', '2', '3', '4']) {
      const outcome = outcomeOf({ scenario: bridge, seed, seats }, startCompiled, true);
      const { gained, deals, talksWithoutDeal } = debrief(
        replay(bridge, runCampaign(bridge, seed, seats).record),
      );
      const value = (name: string) => measured(metric(name), bridge, outcome);
      expect(value('talks_without_deal')).toBe(talksWithoutDeal.length);
      expect(value('gained')).toBeCloseTo(gained[0] + gained[1], 1);
      for (const party of [0, 1] as const) {
        const { id } = bridge.parties[party];
        const left = deals.reduce((all, { leftOnTable }) => all + leftOnTable[party], 0);
        expect(value(`gained.${id}`)).toBeCloseTo(gained[party], 2);
        expect(value(`left_on_table.${id}`)).toBeCloseTo(left, 2);
      }
    }
  });

  test('cannot be asked for where it was not kept', () => {
    const seats = [named('parity'), named('parity')] as const;
    const outcome = outcomeOf({ scenario: bridge, seed: '1', seats }, startCompiled, false);
    expect(() => measured(metric('gained'), bridge, outcome)).toThrow('was not kept');
    expect(measured(metric('home'), bridge, outcome)).toBeGreaterThanOrEqual(0);
  });
});
