import { describe, expect, test } from 'vitest';
import { runCount, seedAt, seedCount } from '../../../src/analysis/study/plan.ts';
import { faults, plan } from './studied.ts';

describe('a study file', () => {
  test('as the README has it is a plan', () => {
    const study = plan(`
scenario: kursk-2024
runs: 10000
seats: { ukraine: parity, russia: "boulware:e=0.3" }
vary: { parties.russia.reluctance: [0, 5, 10] }
thresholds:
  - agreement.rate >= 0.6
  - p50(first_exchange.day) <= 30
  - findings.owed-made-conditional.count == 0
  - { that: home.mean >= 1000, where: { parties.russia.reluctance: 0 } }
`);
    expect(runCount(study)).toBe(30_000);
    expect(study.points.map(({ settings, seats }) => [settings, seats])).toEqual(
      [0, 5, 10].map(value => [{ 'parties.russia.reluctance': value }, ['parity', 'boulware:e=0.3']]),
    );
    expect(study.thresholds.map(({ threshold, cells }) => [threshold.text, cells])).toEqual([
      ['agreement.rate >= 0.6', [0, 1, 2]],
      ['p50(first_exchange.day) <= 30', [0, 1, 2]],
      ['findings.owed-made-conditional.count == 0', [0, 1, 2]],
      ['home.mean >= 1000', [0]],
    ]);
    expect(study.metrics).toContain('home.ukraine');
  });

  test('makes a grid of what is varied, seats too, and draws what is not known at each of its points', () => {
    const study = plan(`
scenario: river
seeds: { from: 5, to: 8 }
vary: { trust: { from: 0.1, to: 0.7, step: 0.3 }, seats.north: [parity, conceder] }
draw: { capacity: { low: 3, best: 8, high: 20 }, parties.south.reluctance: { low: 0, high: 10 } }
draws: 4
`);
    expect(study.cells.map(({ settings }) => Object.values(settings))).toEqual([
      [0.1, 'parity'],
      [0.1, 'conceder'],
      [0.4, 'parity'],
      [0.4, 'conceder'],
      [0.7, 'parity'],
      [0.7, 'conceder'],
    ]);
    expect(study.points).toHaveLength(24);
    const drawnIn = (cell: number) =>
      study.points.filter(point => point.cell === cell).map(({ drawn }) => drawn);
    expect(drawnIn(5)).toEqual(drawnIn(0));
    for (const { drawn } of study.points) {
      expect(drawn['capacity']).toSatisfy(Number.isInteger);
      expect(drawn['capacity']).toSatisfy((people: number) => people >= 3 && people <= 20);
    }
    expect(new Set(drawnIn(0).map(drawn => drawn['parties.south.reluctance'])).size).toBe(4);
    expect([seedCount(study.seeds), seedAt(study.seeds, 0), seedAt(study.seeds, 3)]).toEqual([4, '5', '8']);
  });

  test('a figure drawn besides leaves the luck of the others as it was', () => {
    const drawn = (more: string) =>
      plan(`scenario: river\ndraws: 5\ndraw: { ${more} trust: { low: 0.1, high: 0.9 } }`).points.map(
        point => point.drawn['trust'],
      );
    expect(drawn('capacity: { low: 3, high: 9 },')).toEqual(drawn(''));
  });

  test('the number of seeds can be asked for from outside', () => {
    expect(runCount(plan('scenario: river\nruns: 900', { runs: 7 }))).toBe(7);
    expect(runCount(plan('scenario: river'))).toBe(1000);
    expect(seedCount(plan('scenario: river\nseeds: [a, 2, b7]', { runs: 2 }).seeds)).toBe(2);
  });
});

describe('what is wrong with a study is told with its place', () => {
  const START = 'scenario: river\n';
  test.each([
    ['', 'study.yaml: the file is empty; expected a study'],
    [
      'runs: 5',
      'study.yaml:1:1: scenario: missing; expected the name or path of a scenario, or a list of them',
    ],
    ['scenario: rivr', 'study.yaml:1:11: scenario: unknown scenario "rivr"'],
    ['scenario: [river, river]', 'study.yaml:1:19: scenario.1: river is named twice'],
    [`${START}runs: 0`, 'study.yaml:2:7: runs: expected at least 1: a number of runs, got 0'],
    [`${START}runs: 3\nseeds: [1]`, 'study.yaml:3:8: seeds: expected either `runs` or `seeds`'],
    [`${START}run: 3`, 'study.yaml:2:1: run: unknown key; did you mean "runs"?'],
    [
      `${START}seats: { nort: parity }`,
      'study.yaml:2:10: seats.nort: river has no party "nort"; did you mean "north"?',
    ],
    [
      `${START}seats: { north: party }`,
      'study.yaml:2:17: seats.north: unknown negotiator "party"; did you mean "parity"?',
    ],
    [
      `${START}vary:\n  trust: [0.5]\n  parties.north.reluctanc: [1]`,
      'study.yaml:4:3: vary.parties.north.reluctanc: river: no figure of the scenario; did you mean "parties.north.reluctance"?',
    ],
    [
      `${START}vary: { trust: [0.5, 1.5] }`,
      'study.yaml:2:22: vary.trust.1: river: expected a share (0 to 1), at most 1, got 1.5',
    ],
    [
      `${START}vary: { trust: [-5, abc, .nan, .inf] }`,
      'study.yaml:2:26: vary.trust.2: expected a number, or the name of a negotiator, got NaN',
    ],
    [
      `${START}vary: { trust: [-5, abc, .nan, .inf] }`,
      'study.yaml:2:32: vary.trust.3: expected a number, or the name of a negotiator, got Infinity',
    ],
    [`${START}vary: { trust: [high] }`, 'study.yaml:2:17: vary.trust.0: expected a number, got "high"'],
    [
      `${START}vary: { capacity: { from: 1, to: 3 } }`,
      'study.yaml:2:19: vary.capacity: expected either `step` or `points`',
    ],
    [
      `${START}vary: { capacity: { from: 1, to: 100, step: 1 }, trust: { from: 0, to: 1, points: 30 } }`,
      'study.yaml:2:1: vary: expected at most 2000 settings in all, got 3000',
    ],
    [
      `${START}vary: { capacity: { from: 0, to: 1e9, step: 0.0001 } }`,
      'study.yaml:2:19: vary.capacity: expected a longer step: at most 2000 values',
    ],
    [
      `${START}draw: { trust: { low: 0.2, high: 0.2 } }\ndraws: 3`,
      'study.yaml:2:16: draw.trust: expected `low` below `high`',
    ],
    [
      `${START}draw: { trust: { low: 0.2, best: 0.9, high: 0.3 } }\ndraws: 3`,
      'study.yaml:2:16: draw.trust: expected `best` from `low` to `high`',
    ],
    [
      `${START}set: { trust: 0.5 }\nvary: { trust: [0.5, 1] }`,
      'study.yaml:3:9: vary.trust: expected in one of `set`, `vary` and `draw` only',
    ],
    [
      `${START}set: { trust: 2 }`,
      'study.yaml:2:15: set.trust: river: expected a share (0 to 1), at most 1, got 2',
    ],
    [
      `${START}seats: { north: [boulware] }`,
      'study.yaml:2:17: seats.north: expected the name of one negotiator, such as boulware (`parley list` has them all), got a list',
    ],
    [
      `${START}draw: { trust: { low: 0.1, high: 0.2 } }`,
      'study.yaml:1:1: draws: missing; expected how often the figures under `draw` are drawn',
    ],
    [
      `${START}metrics: [agrement]`,
      'study.yaml:2:11: metrics.0: unknown metric "agrement"; did you mean "agreement"?',
    ],
    [
      `${START}metrics: [left_on_table]`,
      'study.yaml:2:11: metrics.0: left_on_table is of one party: expected left_on_table.PARTY, such as left_on_table.north',
    ],
    [
      `${START}metrics: [home.suoth]`,
      'study.yaml:2:11: metrics.0: river has no party "suoth"; did you mean "south"?',
    ],
    [
      `${START}seeds: [1, 2, "1"]`,
      'study.yaml:2:15: seeds.2: 1 stands here a second time, and would count twice',
    ],
    [
      `${START}vary: { trust: [0.2, 0.3, 0.2] }`,
      'study.yaml:2:27: vary.trust.2: 0.2 stands here a second time, and would count twice',
    ],
    [
      `${START}thresholds:\n  - home.mean >= 1\n  - mean(home)>=1.0`,
      'study.yaml:4:5: thresholds.1: stands in line 3 already; give it once',
    ],
    [
      `${START}vary: { trust: [0, 1] }\nthresholds:\n  - { that: home.max > 1, where: { trust: 1 } }\n  - home.max > 1`,
      'study.yaml:5:5: thresholds.1: stands in line 4 already; give it once',
    ],
  ])('%j', (yaml, problem) => {
    expect(faults(yaml)).toContain(problem);
  });

  test.each([
    [
      'many of them',
      'expected a threshold such as "agreement.rate >= 0.6" or "p50(first_exchange.day) <= 30", got "many of them"',
    ],
    [
      'home >= 3',
      'home: expected an aggregate of a metric, such as mean(home) or home.mean; aggregates are rate, mean, count, min, max, or p1 to p99',
    ],
    ['median(home) >= 3', 'unknown aggregate "median"; did you mean "mean"?'],
    ['p0(home) > 1', 'unknown aggregate "p0"; percentiles are p1 to p99'],
    ['p100(home) > 1', 'unknown aggregate "p100"; percentiles are p1 to p99'],
    ['mean(hom) >= 3', 'unknown metric "hom"; did you mean "home"?'],
    ['mean(agreement) >= 0.5', 'agreement (yes or no) has no mean; it has rate, count'],
    ['agreement.rate >= 1.6', 'rate(agreement) is always from 0 to 1, so this can never be met'],
    ['agreement.rate <= 1', 'rate(agreement) is always from 0 to 1, so this can never fail'],
    ['home.count < 0', 'count(home) is always 0 or more, so this can never be met'],
    [
      'mean(first_exchange.day) <= 400',
      'mean(first_exchange.day) is always from 0 to 40, so this can never fail',
    ],
    ['exchanges.mean == -1', 'mean(exchanges) is always 0 or more, so this can never be met'],
  ])('a threshold that no run could decide: %s', (threshold, message) => {
    expect(faults(`${START}thresholds:\n  - ${threshold}`)).toEqual([
      `study.yaml:3:5: thresholds.0: ${message}`,
    ]);
  });

  test('once: a step of nothing is no step, and not a short one besides', () => {
    expect(faults(`${START}vary: { trust: { from: 0, to: 1, step: 0 } }`)).toEqual([
      'study.yaml:2:40: vary.trust.step: expected a step above 0, got 0',
    ]);
  });

  test('the same threshold at other values, or with another number, is another one', () => {
    const where = '- { that: home.max > 1, where: { trust: ';
    expect(
      plan(
        `${START}vary: { trust: [0, 1] }\nthresholds:\n${where}0 } }\n${where}1 } }\n- home.max > 2\n- home.max < 9`,
      ).thresholds,
    ).toHaveLength(4);
  });

  test('a threshold where nothing is varied, and one of law where the law of war does not bind', () => {
    expect(
      faults(
        `${START}vary: { trust: [0.5] }\nthresholds:\n  - { that: home.mean > 1, where: { trust: 0.7 } }`,
      ),
    ).toEqual(['study.yaml:4:44: thresholds.0.where.trust: is never 0.7; expected one of 0.5']);
    expect(faults(`${START}thresholds:\n  - { that: home.mean > 1, where: { trust: 0.7 } }`)).toEqual([
      'study.yaml:3:37: thresholds.0.where.trust: not varied here, so this would never be looked at',
    ]);
    expect(faults('scenario: glienicke-1962\nthresholds: [violations.count == 0]')).toEqual([
      'study.yaml:2:14: thresholds.0: the law of war does not bind in glienicke-1962, so nothing is ever found there and this decides nothing',
    ]);
  });
});
