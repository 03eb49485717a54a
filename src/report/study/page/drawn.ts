import type { Correlation } from '../../../analysis/study/doubt-of-inputs.ts';
import type { StudyHead } from '../../../analysis/study/head.ts';
import type { Summary } from '../../../analysis/study/summary.ts';
import { intervalWords, numberWords, scenarioWords, signed } from '../words.ts';
import { cellLabel, shortPath } from './cell-label.ts';
import { PLOT_WIDTH, type Shown, type Table } from './figure.ts';

/** What the drawn figures go together with, for one metric; null where nothing was drawn. */
export function goesWith(head: StudyHead, { correlations }: Summary, metric: string): Shown | null {
  const own = correlations
    .filter(one => one.metric === metric && one.value !== null)
    .toSorted((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0));
  const [strongest] = own;
  if (!strongest) return null;
  return {
    title: `What ${metric} goes together with`,
    says:
      'The correlation (Pearson) of each figure that was drawn with the mean of the draw, from -1 to 1: a bar each, ' +
      `with its 95 % interval as a line. The strongest: ${figureOf(head, strongest)}, ${signed(strongest.value ?? 0)}.`,
    plot: plotOf(head, own),
    table: {
      head: ['figure drawn', 'r', '95 % interval', 'draws'],
      rows: own.map(one => [figureOf(head, one), signed(one.value ?? 0), intervalOf(one), String(one.draws)]),
    },
  };
}

function figureOf(head: StudyHead, { scenario, path }: Correlation): string {
  return scenarioWords(head, scenario) + path;
}

function intervalOf({ interval }: Correlation): string {
  return intervalWords({ interval: interval && { ...interval, by: 'student' } });
}

/** How the means of the draws are spread. */
export function spreadTable(head: StudyHead, { spreads }: Summary): Table {
  const several = head.cells.length > 1;
  return {
    head: ['mean of each draw', 'owed to the draws', 'p10', 'p50', 'p90', 'draws'],
    rows: spreads.map(({ cell, metric, draws, deviation, p10, p50, p90 }) => [
      [metric, ...(several ? [cellLabel(head, cell)] : [])].join(' at '),
      deviation === null ? 'unknown' : numberWords(deviation),
      ...[p10, p50, p90].map(numberWords),
      String(draws),
    ]),
  };
}

function plotOf(head: StudyHead, correlations: readonly Correlation[]): Shown['plot'] {
  const values = correlations.map(({ scenario, path, value, interval }) => ({
    figure: scenarioWords(head, scenario) + shortPath(path, head.drawn),
    value,
    low: interval?.low ?? value,
    high: interval?.high ?? value,
  }));
  const y = { field: 'figure', type: 'nominal', sort: null, title: null } as const;
  const x = (field: string) =>
    ({
      field,
      type: 'quantitative',
      title: 'correlation',
      scale: { domain: [-1, 1] as [number, number] },
      axis: { tickCount: 5 },
    }) as const;
  return {
    width: PLOT_WIDTH,
    height: { step: 28 },
    autosize: { type: 'fit-x', contains: 'padding' },
    data: { values },
    layer: [
      {
        mark: { type: 'bar', height: { band: 0.6 }, fill: 'var(--hue-1)', opacity: 0.55 },
        encoding: { y, x: x('value') },
      },
      {
        mark: { type: 'rule', stroke: 'var(--ink)', strokeWidth: 1.5 },
        encoding: { y, x: x('low'), x2: { field: 'high' } },
      },
    ],
  };
}
