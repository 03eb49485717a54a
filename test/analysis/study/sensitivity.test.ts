import { expect, test } from 'vitest';
import { headOf } from '../../../src/analysis/study/head.ts';
import { Summariser, type Summary } from '../../../src/analysis/study/summary.ts';
import { formatStudyHtml } from '../../../src/report/study/page/page.ts';
import { formatStudy } from '../../../src/report/study/text.ts';
import { plan } from './studied.ts';

/** At 0.2 and 0.5 of trust in turn, both seats of the south each. */
const YAML = `scenario: river
runs: 60
vary: { trust: [0.2, 0.5], seats.south: [parity, boulware] }
metrics: [agreements, exchanges]`;

type AtSeed = readonly (readonly number[])[];

/** What made-up values come to, four settings a seed. */
function summaryOf(seeds: readonly AtSeed[], yaml = YAML) {
  const head = headOf(plan(yaml, { runs: seeds.length }), 'study.yaml');
  const summariser = new Summariser(head);
  for (const [index, values] of seeds.flat().entries()) summariser.add({ run: index + 1, values });
  return { head, summary: summariser.summary };
}

function effectOf({ effects }: Summary, path: string, metric: string) {
  return effects.find(effect => effect.path === path && effect.metric === metric);
}

const BOTH_WAYS: AtSeed = [
  [6, 3],
  [5, 3],
  [4, 3],
  [5, 3],
];

test('what moves up at one setting and down at another has moved, by a mean of 0 that nobody is sure of', () => {
  const { head, summary } = summaryOf([BOTH_WAYS, BOTH_WAYS]);
  expect(effectOf(summary, 'seats.south', 'agreements')).toMatchObject({
    difference: { value: 0, interval: null, runs: 2 },
    unequal: 2,
  });
  expect(effectOf(summary, 'seats.south', 'exchanges')).toMatchObject({
    difference: { value: 0 },
    unequal: 0,
  });
  const text = formatStudy(head, summary, 100);
  const [, , ofSeats = ''] = text.slice(text.indexOf('WHAT MOVES WHAT')).split(/^ {2}(?=\S)/m);
  expect(ofSeats).toContain('on the mean by nothing: agreements at 2 seeds\n');
  expect(ofSeats).toContain('moved at no seed: exchanges\n');
});

test('the page says so where that is all that moved', async () => {
  const crossed: AtSeed = [
    [5, 3],
    [4, 3],
    [4, 3],
    [5, 3],
  ];
  const { head, summary } = summaryOf([crossed, crossed]);
  const html = await formatStudyHtml(head, summary);
  expect(html).toContain('It moved one way and the other, at up to 2 seeds, and on the mean by nothing.');
  expect(html).toContain('parity → boulware</th><td>0</td><td></td><td>2</td><td>2</td>');
  expect(html.match(/Nothing moved it/g)).toHaveLength(1);
});

test('what moves by the same at every seed keeps the interval it had', () => {
  const alike: AtSeed = [
    [6, 3],
    [5, 3],
    [4, 3],
    [3, 3],
  ];
  const { summary } = summaryOf([alike, alike]);
  expect(effectOf(summary, 'seats.south', 'agreements')).toMatchObject({
    difference: { value: -1, interval: { low: -1, high: -1 } },
    unequal: 2,
  });
});

test('the seeds that are counted are those at which any setting differs', () => {
  const seeds = Array.from({ length: 60 }, (_, seed): AtSeed => {
    const value = (point: number) => [(seed * 7 + point * point * (seed % 5)) % 3, 1];
    return [0, 1, 2, 3].map(value);
  });
  const at = (seed: AtSeed, point: number) => seed[point]?.[0] ?? Number.NaN;
  const moved = seeds.filter(seed => at(seed, 0) !== at(seed, 1) || at(seed, 2) !== at(seed, 3)).length;
  const mean = seeds.filter(seed => at(seed, 1) + at(seed, 3) !== at(seed, 0) + at(seed, 2)).length;
  // Or the test would say nothing.
  expect(mean).toBeLessThan(moved);
  const { summary } = summaryOf(seeds);
  expect(effectOf(summary, 'seats.south', 'agreements')?.unequal).toBe(moved);
});

test('of draws that move apart too', () => {
  const drawn = `scenario: river
runs: 2
vary: { seats.south: [parity, boulware] }
draw: { trust: { low: 0.2, high: 0.8 } }
draws: 2
metrics: [agreements]`;
  const { head } = summaryOf([], drawn);
  const values = head.points.map(({ settings, draw }) => [
    settings['seats.south'] === 'parity' ? 5 : draw === 1 ? 4 : 6,
  ]);
  const { summary } = summaryOf([values, values], drawn);
  expect(effectOf(summary, 'seats.south', 'agreements')).toMatchObject({
    difference: { value: 0 },
    unequal: 2,
  });
});
