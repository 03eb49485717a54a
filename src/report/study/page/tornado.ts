import { comparedOf } from '../../../analysis/study/compared.ts';
import type { StudyHead } from '../../../analysis/study/head.ts';
import { metricOf } from '../../../analysis/study/metrics.ts';
import type { Effect } from '../../../analysis/study/sensitivity.ts';
import type { Summary } from '../../../analysis/study/summary.ts';
import {
  changedWords,
  comparedWords,
  intervalWords,
  isBalanced,
  numberWords,
  scenarioWords,
  seedsWords,
  signed,
  unitWords,
} from '../words.ts';
import { shortPath } from './cell-label.ts';
import { PLOT_WIDTH, type Shown } from './figure.ts';

/** Most bars of a plot: those of the largest differences. */
const MOST_BARS = 24;

/** What moves one metric, the strongest first: of a day its rate, then when it came; none where nothing was varied. */
export function tornados(head: StudyHead, { effects }: Summary, metric: string): Shown[] {
  return comparedOf(metric).flatMap(aggregate => {
    const own = effects
      .filter(effect => effect.metric === metric && effect.aggregate === aggregate)
      .filter(({ difference }) => difference.value !== null)
      .toSorted((a, b) => sizeOf(b) - sizeOf(a));
    return tornado(head, own) ?? [];
  });
}

function tornado(head: StudyHead, own: readonly Effect[]): Shown | null {
  const [strongest] = own;
  if (!strongest) return null;
  const unit = unitOf(strongest);
  return {
    title: `What moves ${comparedWords(strongest)}`,
    says:
      `The mean difference in ${unit} when one thing is changed, seed by seed, all else alike: a bar each, the ` +
      `largest first, with its 95 % interval as a line.${ofSeeds(strongest)} ${strongestWords(head, own)}`,
    plot: isNothing(strongest) ? null : plotOf(head, own.slice(0, MOST_BARS), unit),
    table: {
      head: ['what is changed', 'difference', '95 % interval', 'seeds', 'moved at', 'clear of 0'],
      rows: own.map(({ difference, ...effect }) => [
        changedWords(head, effect, '→'),
        signed(difference.value ?? 0),
        intervalWords(difference),
        difference.runs.toLocaleString('en-US'),
        effect.unequal.toLocaleString('en-US'),
        isClear(difference) ? 'yes' : 'no',
      ]),
    },
  };
}

/** A mean of days leaves out seeds, and not at random. */
function ofSeeds({ metric, aggregate }: Effect): string {
  return metricOf(metric)?.family.kind === 'day' && aggregate === 'mean'
    ? ' Only over the seeds at which it came at both values.'
    : '';
}

/** Of what came about or did not, the difference of its rates. */
function unitOf({ metric, aggregate }: Effect): string {
  if (aggregate === 'rate') return 'the rate';
  const unit = unitWords(metric);
  return unit === 'days from 0' ? 'days' : unit;
}

function sizeOf({ difference }: Effect): number {
  return Math.abs(difference.value ?? 0);
}

/** Whether nothing moved it, or one way as far as the other. */
function isNothing(effect: Effect): boolean {
  return sizeOf(effect) === 0 || isBalanced(effect);
}

/** Whether the interval of a difference leaves 0 out. */
export function isClear({ interval }: Effect['difference']): boolean {
  return interval !== null && (interval.low > 0 || interval.high < 0);
}

function strongestWords(head: StudyHead, own: readonly Effect[]): string {
  const [strongest] = own;
  if (!strongest || own.every(({ unequal }) => unequal === 0)) return 'Nothing moved it.';
  if (isNothing(strongest)) {
    const seeds = seedsWords(Math.max(...own.map(({ unequal }) => unequal)));
    return `It moved one way and the other, at up to ${seeds}, and on the mean by nothing.`;
  }
  const { difference, ...effect } = strongest;
  return `The largest: ${changedWords(head, effect, 'to')}, ${signed(difference.value ?? 0)} (${intervalWords(difference) || 'no interval'}).`;
}

function plotOf(head: StudyHead, effects: readonly Effect[], unit: string): Shown['plot'] {
  const paths = head.varied.map(({ path }) => path);
  const values = effects.map(({ scenario, path, from, to, difference: { value, interval } }) => ({
    // Two lines, parted at the break.
    change: `${scenarioWords(head, scenario)}${shortPath(path, paths)}\n${brief(from)} → ${brief(to)}`,
    value,
    low: interval?.low ?? value,
    high: interval?.high ?? value,
  }));
  const y = {
    field: 'change',
    type: 'nominal',
    sort: null,
    title: null,
    axis: { labelExpr: "split(datum.label, '\\n')", labelLineHeight: 13 },
  } as const;
  const x = (field: string) =>
    ({ field, type: 'quantitative', title: `difference, ${unit}`, axis: { tickCount: 5 } }) as const;
  return {
    width: PLOT_WIDTH,
    height: { step: 36 },
    autosize: { type: 'fit-x', contains: 'padding' },
    data: { values },
    layer: [
      {
        mark: { type: 'bar', height: { band: 0.5 }, fill: 'var(--hue-1)', opacity: 0.55 },
        encoding: { y, x: x('value') },
      },
      {
        mark: { type: 'rule', stroke: 'var(--ink)', strokeWidth: 1.5 },
        encoding: { y, x: x('low'), x2: { field: 'high' } },
      },
      { mark: { type: 'rule', stroke: 'var(--quiet)' }, encoding: { x: { datum: 0, type: 'quantitative' } } },
    ],
  };
}

function brief(value: number | string): string {
  return typeof value === 'number' ? numberWords(value) : value;
}
