import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilson } from '../../../src/analysis/study/estimate.ts';
import { headOf, type Run, type StudyHead } from '../../../src/analysis/study/head.ts';
import { runCount } from '../../../src/analysis/study/plan.ts';
import { FIRST_LOOK } from '../../../src/analysis/study/stop.ts';
import { type StopRule, widthsFrom } from '../../../src/analysis/study/stop-rule.ts';
import { Summariser, type Summary } from '../../../src/analysis/study/summary.ts';
import { COMPARISONS, parseThreshold } from '../../../src/analysis/study/threshold.ts';
import { streamsOf } from '../../../src/campaign/streams.ts';
import { plan } from './studied.ts';

/** What runs come to, whose values are made up, up to where the study ends. */
function summaryOf(head: StudyHead, stop: StopRule | null, values: (run: number) => Run['values']): Summary {
  const summariser = new Summariser(stop ? { ...head, stop } : head);
  for (let run = 1; run <= runCount(head) && !summariser.stopped; run++)
    summariser.add({ run, values: values(run) });
  return summariser.summary;
}

const BASE = headOf(
  plan(`
scenario: river
vary: { trust: [0.2, 0.5] }
metrics: [agreement, home, first_exchange.day, first_overture.by.north]
`),
);

const CERTAIN: StopRule = { widths: [], certain: true };

const LEFTS = [
  ...['agreement.rate', 'agreement.count', 'home.count', 'home.max', 'home.min', 'home.rate'],
  ...['first_exchange.day.rate', 'first_exchange.day.count', 'first_overture.by.north.rate', 'home.mean'],
];
const NUMBERS = [0, 0.25, 0.5, 1, 2, 3, 7];
const { scenarios } = plan('scenario: river');
/** Shares above 1 and the like are refused before anything is played. */
const THRESHOLDS = LEFTS.flatMap(left =>
  COMPARISONS.flatMap(comparison => NUMBERS.map(number => `${left} ${comparison} ${number}`)),
).filter(
  text =>
    typeof parseThreshold(
      text,
      scenarios.map(({ scenario }) => scenario),
    ) !== 'string',
);

describe('a threshold that is certain', () => {
  test('comes out as it was said to, whatever follows', () => {
    const ended = { met: 0, unmet: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...THRESHOLDS), { minLength: 1, maxLength: 3 }),
        fc.array(fc.option(fc.nat(3), { freq: 3 }), { minLength: 2, maxLength: 24 }),
        (thresholds, given) => {
          const head: StudyHead = {
            ...BASE,
            seeds: { from: 1, count: Math.floor(given.length / 2) },
            thresholds: thresholds.map(text => ({ text, cells: [0, 1] })),
          };
          const values = (run: number) =>
            head.metrics.map(metric => {
              const value = given[run - 1] ?? null;
              return ['agreement', 'first_overture.by.north'].includes(metric) && value !== null
                ? Math.min(1, value)
                : value;
            });
          const whole = summaryOf(head, null, values);
          const part = summaryOf(head, CERTAIN, values);
          const met = (summary: Summary) => summary.verdicts.every(verdict => verdict.met);
          expect(met(part)).toBe(met(whole));
          if (!part.stopped) return;
          ended[part.stopped.why === 'met' ? 'met' : 'unmet']++;
          expect(part.stopped).toMatchObject({ run: part.runs, why: met(whole) ? 'met' : 'unmet' });
          // Whole seeds, so that what is compared is paired.
          expect(part.runs % 2).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
    expect(Math.min(ended.met, ended.unmet)).toBeGreaterThan(10);
  });

  test('that nothing is found is over with the first finding, and says which it was', () => {
    const yaml =
      'scenario: river\nruns: 1000\nvary: { trust: [0.2, 0.5] }\nmetrics: [home]\nthresholds: [findings.count == 0, mean(home) > 1]';
    const { runs, planned, stopped } = summaryOf(headOf(plan(yaml)), CERTAIN, run => [3, run === 35 ? 2 : 0]);
    expect([runs, planned]).toEqual([36, 2000]);
    expect(stopped).toEqual({
      run: 36,
      why: 'unmet',
      threshold: { text: 'findings.count == 0', cell: 0 },
    });
  });
});

describe('an interval that is narrow enough', () => {
  const head = headOf(
    plan('scenario: river\nruns: 5000\nvary: { trust: [0.2, 0.5] }\nmetrics: [agreement, home]'),
  );
  const rule: StopRule = {
    widths: [{ metric: 'agreement', aggregate: 'rate', within: 0.04, percent: false }],
    certain: false,
  };

  /** At one value it always comes about, at the other in every second run. */
  const halves = (run: number) => [run % 2 === 1 || run % 4 === 0 ? 1 : 0, 5];

  test('ends the study at the first look at which it is so in every cell', () => {
    const { runs, stopped } = summaryOf(head, rule, halves);
    const looks = Array.from({ length: 6 }, (_, index) => FIRST_LOOK * 2 ** index);
    const enough = looks.find(seeds => wilson(0.5, seeds).high - wilson(0.5, seeds).low <= 0.08);
    expect(runs).toBe((enough ?? 0) * 2);
    expect(enough).toBe(800);
    expect(stopped).toEqual({ run: runs, why: 'narrow', threshold: null });
  });

  test('that is never so plays all, and at the last run there is nothing to end', () => {
    const tight: StopRule = {
      ...rule,
      widths: [{ ...rule.widths[0], within: 1e-9 } as StopRule['widths'][0]],
    };
    const { runs, stopped } = summaryOf(head, tight, run => [run % 2, 5]);
    expect([runs, stopped]).toEqual([10_000, null]);
    expect(summaryOf({ ...head, seeds: { from: 1, count: 800 } }, rule, halves).stopped).toBe(null);
  });

  test('is not one that the runs bound on one side only', () => {
    // Of 100 runs even the greatest is below the 99th percentile in more than a third of all samples.
    const p99 = (within: number): StopRule => ({
      widths: [{ metric: 'home', aggregate: 'p99', within, percent: false }],
      certain: false,
    });
    expect(summaryOf(head, p99(1000), run => [1, run % 100]).runs).toBe(800);
    expect(summaryOf(head, { ...p99(1000), widths: [] }, run => [1, run % 100]).runs).toBe(10_000);
  });

  test('still holds the true value nearly as often as it says', () => {
    // Waited for with a half-width of 0.05, over shares between the two at which it ends at different looks.
    const trials = 2000;
    const random = streamsOf('cover').of('study');
    const held = Array.from({ length: trials }, () => {
      const share = 0.02 + 0.48 * random.next();
      let came = 0;
      let next = FIRST_LOOK;
      for (let runs = 1; ; runs++) {
        if (random.next() < share) came++;
        if (runs < next) continue;
        next *= 2;
        const { low, high } = wilson(came / runs, runs);
        if ((high - low) / 2 <= 0.05) return low <= share && share <= high;
      }
    }).filter(Boolean).length;
    expect(held / trials).toBeGreaterThan(0.92);
    expect(held / trials).toBeLessThan(0.97);
  });
});

describe('what --until-halfwidth asks for', () => {
  const study = plan('scenario: river\nmetrics: [agreement, first_exchange.day, home, gained.north]');

  test('is every rate, or the aggregate that is named', () => {
    const rates = ['agreement', 'first_exchange.day'].map(metric => ({ metric, aggregate: 'rate' }));
    expect(widthsFrom('0.01', study)).toMatchObject(
      rates.map(rate => ({ ...rate, within: 0.01, percent: false })),
    );
    expect(widthsFrom('mean(home)=2%', study)).toEqual([
      { metric: 'home', aggregate: 'mean', within: 2, percent: true },
    ]);
    expect(widthsFrom('home.p50=5', study)).toEqual([
      { metric: 'home', aggregate: 'p50', within: 5, percent: false },
    ]);
  });

  test.each([
    ['0', /expected a number above 0/],
    ['x', /expected a number above 0/],
    ['home=3', /home: expected an aggregate of a metric/],
    ['hom.mean=3', /unknown metric "hom"; did you mean "home"\?/],
    [
      'held.mean=3',
      /held is not measured; the study measures agreement, first_exchange\.day, home, gained\.north/,
    ],
    ['home.count=3', /count\(home\) has no interval/],
    ['gained.north.rate=1', /rate\(gained\.north\) has no interval/],
  ])('%s is refused', (text, message) => {
    expect(widthsFrom(text, study)).toMatch(message);
  });

  test('of a study without rates must name one', () => {
    expect(widthsFrom('1', plan('scenario: river\nmetrics: [home]'))).toMatch(/measures no rate/);
  });
});
