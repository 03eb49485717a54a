import { describe, expect, test } from 'vitest';
import { viewOf } from '../../src/campaign/view.ts';
import { startCompiled } from '../../src/statechart/compiled.ts';
import { phaseOf } from '../../src/statechart/position.ts';
import { capturedBounds, firstMorning, middleNumbers } from '../../src/table/first-morning.ts';
import { openTable } from '../../src/table/table.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

describe.each(SCENARIO_IDS)('the first morning of %s', id => {
  const described = scenario(id);

  test('of a seed is what a player of that seed is asked in', () => {
    const { campaign, value } = firstMorning(described, '7');
    const table = openTable(
      { scenario: described, seed: '7', seats: ['person', 'person'] },
      () => {},
      startCompiled,
    );
    table.awaited();
    for (const party of [0, 1] as const) {
      expect(viewOf(campaign, phaseOf(value), party)).toEqual(table.view(party));
    }
  });

  test('without a seed holds those who are captured on the day, and nobody else', () => {
    const { campaign } = firstMorning(described);
    const parameters = middleNumbers(described);
    const captured = parameters.captures.filter(({ day }) => day === 0).map(({ people }) => people);
    const expected = parameters.groups.map(
      ({ index, held }) => held + captured.reduce((all, people) => all + (people[index] ?? 0), 0),
    );
    expect(campaign.held).toEqual(expected);
    expect(campaign.day).toBe(0);
  });

  test('has the middle of every range: whoever draws at random is below it as often as above', () => {
    const { groups } = middleNumbers(described);
    described.groups.forEach(({ worth: { low, best, high } }, index) => {
      const middle = groups[index]?.worth ?? 0;
      // Share of a triangular distribution that lies below.
      const below =
        middle <= best
          ? (middle - low) ** 2 / ((high - low) * (best - low))
          : 1 - (high - middle) ** 2 / ((high - low) * (high - best));
      if (high > low) expect(below).toBeCloseTo(0.5, 2);
    });
  });
});

test('a capture whose total is known better than its parts has bounds that add up', () => {
  const described = scenario('azovstal-2022');
  const [capture] = described.captures;
  if (!capture) throw new Error('azovstal-2022 begins with a capture');
  const bounds = capturedBounds(described, capture);
  expect(bounds[0]).toMatchObject({ low: 120, high: 280 });
  expect(bounds[1]).toEqual({ low: 531 - 280, best: 331, high: 531 - 120 });
});
