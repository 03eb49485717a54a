import { describe, expect, test } from 'vitest';
import { Comparer } from '../../src/analysis/study/compare.ts';
import { headOf } from '../../src/analysis/study/head.ts';
import { runCount } from '../../src/analysis/study/plan.ts';
import { playerOf } from '../../src/analysis/study/play.ts';
import { Summariser } from '../../src/analysis/study/summary.ts';
import { columnsWithin } from '../../src/report/columns.ts';
import { formatComparison } from '../../src/report/study/compare.ts';
import { formatStudyJson } from '../../src/report/study/json.ts';
import { methodsOf } from '../../src/report/study/methods.ts';
import { formatStudy } from '../../src/report/study/text.ts';
import { intervalWords, numberWords, signed } from '../../src/report/study/words.ts';
import { plan } from '../analysis/study/studied.ts';

function played(yaml: string) {
  const study = plan(yaml);
  const head = headOf(study, 'study.yaml');
  const summariser = new Summariser(head);
  const player = playerOf(study);
  for (let run = 1; run <= runCount(study); run++) summariser.add({ run, values: player(run) });
  const { summary } = summariser;
  const laidOut = (width: number) => formatStudy(head, summary, width);
  return { text: laidOut(100), laidOut, json: JSON.parse(formatStudyJson(head, summary)) };
}

describe('an interval in words', () => {
  const never = Number.POSITIVE_INFINITY;

  test.each([
    [0.98, 0.986, '0.98 to 0.986'],
    [12, never, '12 to never'],
    [12, null, 'at least 12'],
    [null, 30, 'at most 30'],
    [never, null, 'never'],
  ])('from %s to %s is "%s"', (low, high, words) => {
    expect(intervalWords({ interval: { low, high, by: 'order' } })).toBe(words);
  });
});

test('a small number keeps what there is of it, and what adding up leaves over is nothing', () => {
  expect([0.00021, -0.00049, 0.0123, -0.0004, 1e-17, -1e-17].map(numberWords)).toEqual([
    ...['0.00021', '-0.00049', '0.012', '-0.0004', '0', '0'],
  ]);
  expect([0.00021, -1e-17, -0.5].map(signed)).toEqual(['+0.00021', '0', '-0.5']);
});

test('what was drawn is held against each scenario by itself, and seeds that are a list are told as one', () => {
  const study = (scenario: string) =>
    played(`scenario: ${scenario}
seeds: [anna, "7"]
draw: { trust: { low: 0.2, high: 0.8 } }
draws: 4
metrics: [home]`);
  const { text, json } = study('[river, toll-bridge]');
  const alone = ['river', 'toll-bridge'].map(study);
  expect(json.correlations).toEqual(alone.flatMap(one => one.json.correlations));
  expect(json.correlations).toMatchObject([{ scenario: 'river' }, { scenario: 'toll-bridge' }]);
  expect(text).toContain('2 seeds (anna, 7)');
  expect(text).toMatch(/^ {2}toll-bridge: trust and home {2}/m);
});

test('of a study that ended early it is said what that does to its numbers', () => {
  const plain = { drawn: [], points: [], thresholds: [], varied: [] };
  const methods = (why: 'narrow' | 'met' | 'unmet') =>
    methodsOf(plain, { stopped: { run: 1, why, threshold: null } });
  for (const why of ['met', 'unmet'] as const) expect(methods(why)).toContain('lean towards what ended it');
  expect(methods('narrow')).toContain('a little less often than it says');
  expect(methodsOf(plain, { stopped: null })).not.toMatch(/lean towards|less often/);
});

test('what one change moves is told scenario by scenario, of days whether they came and when', () => {
  const study = (scenario: string) =>
    played(`scenario: ${scenario}
runs: 6
vary: { trust: [0.1, 0.9] }
metrics: [first_exchange.day, agreement, home]`);
  const { text, json } = study('[river, toll-bridge]');
  const alone = ['river', 'toll-bridge'].map(study);
  expect(json.effects).toEqual(alone.flatMap(one => one.json.effects));
  expect(
    alone[0]?.json.effects.map((one: Record<string, string>) => `${one['aggregate']}(${one['metric']})`),
  ).toEqual(['rate(first_exchange.day)', 'mean(first_exchange.day)', 'rate(agreement)', 'mean(home)']);
  expect(text).toMatch(/^ {2}river: trust 0\.1 -> 0\.9$/m);
  expect(text).toMatch(/^ {2}toll-bridge: trust 0\.1 -> 0\.9$/m);
});

test('no line is wider than it may be, but for commands, which are there to be copied', () => {
  const { laidOut } =
    played(`title: ${'Whether all of this fits into the lines that there are, and how '.repeat(2)}
scenario: river
runs: 8
vary: { parties.north.reluctance: [0, 5], seats.south: [parity, "boulware:e=0.25"] }
draw: { trust: { low: 0.2, high: 0.6 } }
draws: 3
metrics: [home.north, first_exchange.day, captivity_ended.south, agreement]
thresholds: [p50(first_exchange.day) <= 1, mean(captivity_ended.south) > 12]`);
  for (const width of [40, 60, 80, 100]) {
    const wide = laidOut(width)
      .split('\n')
      .filter(line => line.length > width);
    expect(wide.filter(line => !/^ +parley run /.test(line))).toEqual([]);
  }
  expect(laidOut(80)).toMatch(/^ {2}NOT MET {2}p50\(first_exchange\.day\) <= 1 at /m);
  expect(laidOut(80)).toMatch(/^ {11}parley run /m);
});

test('nor is one of two results that are held against each other', () => {
  const study = plan('scenario: river\nruns: 2\nmetrics: [home.north, captivity_ended.south, agreement]');
  const head = headOf(study, 'study.yaml');
  const comparer = new Comparer(head, head);
  comparer.add([1200, 12_000.5, 1], [1300, 15_000.25, 0]);
  comparer.add([1250, 13_000.5, 1], [1700, 11_000.25, 1]);
  const changes = comparer.changes.map(change => ({ change, tolerance: { amount: 1, percent: true } }));
  const comparison = { head, folders: ['before', 'after'], runs: 2, between: [], changes } as const;
  for (const width of [40, 60, 80]) {
    const lines = formatComparison(comparison, width).split('\n');
    expect(lines.filter(line => line.length > width)).toEqual([]);
  }
});

describe('a study of few runs', () => {
  const { text, json } = played(`scenario: river
runs: 20
metrics: [home]
thresholds: [p90(home) >= 1, p50(home) >= 1, p10(home) >= 1]`);
  const [p90, p50, p10] = json.thresholds;

  test('has percentiles with intervals that are open on a side', () => {
    expect(p90).toMatchObject({ interval: [expect.any(Number), null], method: 'order' });
    expect(p10).toMatchObject({ interval: [null, expect.any(Number)], method: 'order' });
    expect(p50).toMatchObject({ interval: [expect.any(Number), expect.any(Number)] });
    expect(text).toMatch(/p90\(home\) >= 1: \S+ \(at least \S+\)/);
    expect(text).toMatch(/p10\(home\) >= 1: \S+ \(at most \S+\)/);
    expect(text.replace(/\s+/g, ' ')).toContain(
      'it is open on a side ("at least", "at most"), or there is none',
    );
  });

  test('has none of which both ends would be open', () => {
    const five = played('scenario: river\nruns: 5\nmetrics: [home]\nthresholds: [p50(home) >= 1]');
    expect(five.json.thresholds[0]).toMatchObject({ interval: null, method: null, runs: 5 });
    expect(five.text).toMatch(/p50\(home\) >= 1: [\d.]+\n/);
  });
});

describe('a study with draws', () => {
  const yaml = (draws: number) => `scenario: river
runs: 12
draw: { trust: { low: 0.1, high: 0.9 } }
draws: ${draws}
metrics: [agreement, home]`;

  test('says what its intervals are about, and has none of a mean from one draw', () => {
    const mean = (draws: number) =>
      played(yaml(draws)).json.estimates.find(({ aggregate }: { aggregate: string }) => aggregate === 'mean');
    expect(mean(1).interval).toBeNull();
    const { value, interval, method } = mean(8);
    expect(interval[0]).toBeLessThan(value);
    expect(interval[1]).toBeGreaterThan(value);
    expect(method).toBe('student');
    const about = 'an interval is about both, other luck and other draws';
    expect(played(yaml(8)).text.replace(/\s+/g, ' ')).toContain(about);
    expect(played('scenario: river\nruns: 2').text).not.toContain('other draws');
  });

  test('tells what is owed to the draws alone, and of one draw nothing', () => {
    const several = played(yaml(8));
    const { deviation, p10, p90 } = several.json.draws.find(
      ({ metric }: { metric: string }) => metric === 'home',
    );
    expect(deviation).toBeGreaterThanOrEqual(0);
    expect(deviation).toBeLessThan(p90 - p10);
    expect(several.text).toMatch(/NOT KNOWN.*\n +owed \(SD\) +p10 +p50 +p90 +draws\n/);
    const one = played(yaml(1));
    expect([one.json.draws, one.json.correlations]).toEqual([[], []]);
    expect(one.text).not.toContain('NOT KNOWN');
    expect(one.text.replace(/\s+/g, ' ')).toContain('were drawn once');
  });
});

describe('tables', () => {
  const rows = [
    ['', 'mean', 'runs'],
    ['parties.north.reluctance and first_exchange.day', '12.35', '100'],
    ['home', '4', '1,000'],
  ];

  test('are side by side where there is room', () => {
    expect(columnsWithin(rows, 63, 2).split('\n')[2]).toMatch(/^ {2}home +4 {2}1,000$/);
  });

  test('give names lines of their own where there is none', () => {
    expect(columnsWithin(rows, 40, 2).split('\n')).toEqual([
      '     mean   runs',
      '  parties.north.reluctance and',
      '    first_exchange.day',
      '    12.35    100',
      '  home',
      '        4  1,000',
    ]);
  });
});
