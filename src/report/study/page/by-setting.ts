import type { Aggregate } from '../../../analysis/study/aggregate.ts';
import type { StudyHead } from '../../../analysis/study/head.ts';
import type { CellEstimate, Summary } from '../../../analysis/study/summary.ts';
import { estimateWords, intervalWords, unitWords, valueWords } from '../words.ts';
import { cellAxis, cellLabel } from './cell-label.ts';
import { PLOT_WIDTH, type Shown } from './figure.ts';

/** Most settings that are drawn below each other. */
const MOST_ROWS = 40;

/** One metric at every setting: the mean, the rate or the median day with its interval. */
export function bySetting(head: StudyHead, { estimates }: Summary, metric: string): Shown {
  const rows = head.cells.map((_, cell) =>
    estimates.filter(estimate => estimate.cell === cell && estimate.metric === metric),
  );
  const alone = head.cells.length === 1;
  const [main, ...others] = rows[0] ?? [];
  const rate = main?.aggregate === 'rate';
  const dated = drawnOf(rows)[0]?.aggregate === 'p50';
  const percentiles = others.map(({ aggregate }) =>
    dated && aggregate === 'p50' ? 'p50 (95 % interval)' : aggregate,
  );
  return {
    ...(alone ? ofOne(rows[0] ?? [], metric) : ofSeveral(head, rows, metric)),
    table: {
      head: [alone ? '' : cellAxis(head), rate ? 'rate' : 'mean', '95 % interval', ...percentiles, 'runs'],
      rows: rows.map((own, cell) => rowOf(alone ? metric : cellLabel(head, cell), own, dated)),
    },
  };
}

type Told = Pick<Shown, 'title' | 'says' | 'plot'>;

function ofOne([main]: readonly CellEstimate[], metric: string): Told {
  return {
    title: `What ${metric} came to`,
    says: main ? `${nameOf(main, metric)}: ${estimateWords(main.estimate)}.` : 'Nothing was measured.',
    plot: null,
  };
}

function ofSeveral(head: StudyHead, rows: readonly (readonly CellEstimate[])[], metric: string): Told {
  const drawn = drawnOf(rows);
  const what = drawn[0] ? nameOf(drawn[0], metric) : '';
  return {
    title: `${metric} at each setting`,
    says: `A point for each setting: its ${what}, with the 95 % interval as a line. ${endsOf(head, drawn)}`,
    plot: drawn.length > MOST_ROWS ? null : plotOf(head, drawn, what),
  };
}

/** Of a day the median, where it came in more than half of the campaigns everywhere; of all else the first. */
function drawnOf(rows: readonly (readonly CellEstimate[])[]): CellEstimate[] {
  const medians = rows.flatMap(own => own.filter(({ aggregate }) => aggregate === 'p50'));
  const first = rows.flatMap(([main]) => (main ? [main] : []));
  const dated = first[0]?.aggregate === 'rate' && medians.length === first.length;
  const finite = medians.every(
    ({ estimate: { value, interval } }) => Number.isFinite(value) && Number.isFinite(interval?.high),
  );
  return dated && finite ? medians : first;
}

const NAMES: Readonly<Partial<Record<Aggregate, string>>> = { rate: 'rate', mean: 'mean', p50: 'median' };

function nameOf({ aggregate }: CellEstimate, metric: string): string {
  const name = NAMES[aggregate] ?? aggregate;
  if (aggregate === 'rate') return name;
  return unitWords(metric) === 'days from 0' ? `${name} day` : `${name}, ${unitWords(metric)}`;
}

/** Of a day the median with its interval, which is what is drawn. */
function rowOf(name: string, [main, ...percentiles]: readonly CellEstimate[], dated: boolean): string[] {
  if (!main) return [name];
  const { estimate } = main;
  return [
    name,
    valueWords(estimate.value),
    intervalWords(estimate),
    ...percentiles.map(({ aggregate, estimate: own }) =>
      dated && aggregate === 'p50' ? estimateWords(own) : valueWords(own.value),
    ),
    estimate.runs.toLocaleString('en-US'),
  ];
}

/** The setting at which it is least, and the one at which it is greatest. */
function endsOf(head: StudyHead, found: readonly CellEstimate[]): string {
  const sorted = found
    .filter(({ estimate }) => estimate.value !== null)
    .toSorted((a, b) => (a.estimate.value ?? 0) - (b.estimate.value ?? 0));
  const [least, greatest] = [sorted[0], sorted.at(-1)];
  if (!least || !greatest) return 'Nothing was measured.';
  if (least.estimate.value === greatest.estimate.value)
    return `It is ${valueWords(least.estimate.value)} at every setting.`;
  const at = ({ cell, estimate }: CellEstimate) =>
    `${valueWords(estimate.value)} at ${cellLabel(head, cell)}`;
  return `It is least, ${at(least)}; greatest, ${at(greatest)}.`;
}

function plotOf(head: StudyHead, found: readonly CellEstimate[], what: string): Shown['plot'] {
  const values = found.map(({ cell, estimate: { value, interval } }) => ({
    setting: cellLabel(head, cell),
    value,
    low: interval?.low ?? value,
    high: interval?.high ?? value,
  }));
  const rate = found[0]?.aggregate === 'rate';
  const y = {
    field: 'setting',
    type: 'nominal',
    sort: null,
    title: cellAxis(head),
    axis: { titleAngle: 0, titleAlign: 'left', titleAnchor: 'start', titleX: 0, titleY: -8, grid: true },
  } as const;
  const scale = rate ? { domain: [0, 1] } : { zero: false, nice: true };
  const axis = rate ? { values: [0, 0.2, 0.4, 0.6, 0.8, 1] } : { tickCount: 5 };
  const x = (field: string) => ({ field, type: 'quantitative', title: what, scale, axis }) as const;
  return {
    width: PLOT_WIDTH,
    height: { step: 24 },
    autosize: { type: 'fit-x', contains: 'padding' },
    data: { values },
    layer: [
      {
        mark: { type: 'rule', stroke: 'var(--hue-1)', strokeWidth: 3, opacity: 0.55 },
        encoding: { y, x: x('low'), x2: { field: 'high' } },
      },
      {
        mark: {
          type: 'point',
          filled: true,
          size: 60,
          fill: 'var(--hue-1)',
          stroke: 'var(--paper)',
          opacity: 1,
        },
        encoding: { y, x: x('value') },
      },
    ],
  };
}
