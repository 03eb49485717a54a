import type { StudyHead } from '../../../analysis/study/head.ts';
import { type Bin, histograms } from '../../../analysis/study/histogram.ts';
import { metricOf } from '../../../analysis/study/metrics.ts';
import type { Summary } from '../../../analysis/study/summary.ts';
import { numberWords, unitWords } from '../words.ts';
import { cellLabel, cellSentence } from './cell-label.ts';
import { AXIS_ROOM, PLOT_WIDTH, type Shown } from './figure.ts';

/** Most settings whose distributions are drawn; of more the percentiles say enough. */
export const MOST_DRAWN = 6;

/** How often each value of a metric came about, the settings below each other on one scale; null where that says nothing. */
export function distribution(head: StudyHead, { distributions }: Summary, metric: string): Shown | null {
  const kind = metricOf(metric)?.family.kind;
  if (kind === 'yes' || head.cells.length > MOST_DRAWN) return null;
  const tallies = distributions.filter(own => own.metric === metric).map(({ tally }) => tally);
  const whole = kind !== 'amount';
  const bins = histograms(tallies, whole);
  if (bins.every(own => own.length === 0)) return null;
  const none = tallies.map(tally => tally.none);
  const missing = kind === 'day' ? 'never' : 'nothing to measure';
  const has = none.some(count => count > 0);
  return {
    title: `How ${metric} is distributed`,
    says: `Campaigns by ${unitWords(metric)}, as bars${has ? `; those with ${missing} are in the table alone` : ''}. ${mostOf(head, bins, whole)}`,
    plot: plotOf(head, bins, metric),
    table: {
      head: [
        unitWords(metric),
        ...head.cells.map((_, cell) => (head.cells.length === 1 ? 'campaigns' : cellLabel(head, cell))),
      ],
      rows: [
        ...(bins[0] ?? []).map((bin, index) => [
          binWords(bin, whole),
          ...bins.map(own => (own[index]?.runs ?? 0).toLocaleString('en-US')),
        ]),
        ...(has ? [[missing, ...none.map(count => count.toLocaleString('en-US'))]] : []),
      ],
    },
  };
}

/** "12" or "12 to 13" of whole numbers, "0.2 to 0.3" of others. */
function binWords({ from, to }: Bin, whole: boolean): string {
  const last = whole ? to - 1 : to;
  return last === from ? numberWords(from) : `${numberWords(from)} to ${numberWords(last)}`;
}

function mostOf(head: StudyHead, bins: readonly (readonly Bin[])[], whole: boolean): string {
  const most = bins.map(own => own.toSorted((a, b) => b.runs - a.runs)[0]);
  const words = most.map(bin => (bin && bin.runs > 0 ? binWords(bin, whole) : ''));
  return `Most often ${cellSentence(head, words)}.`;
}

function plotOf(head: StudyHead, bins: readonly (readonly Bin[])[], metric: string): Shown['plot'] {
  const values = bins.flatMap((own, cell) =>
    own.map(({ from, to, runs }) => ({ setting: cellLabel(head, cell), from, to, runs })),
  );
  const inner = {
    width: PLOT_WIDTH - AXIS_ROOM,
    height: head.cells.length === 1 ? 150 : 56,
    mark: { type: 'bar', fill: 'var(--hue-1)', stroke: 'var(--paper)', strokeWidth: 1 },
    encoding: {
      x: {
        field: 'from',
        type: 'quantitative',
        bin: 'binned',
        title: unitWords(metric),
        axis: { grid: false, tickCount: 6 },
      },
      x2: { field: 'to' },
      y: { field: 'runs', type: 'quantitative', title: null, axis: { tickCount: 2 } },
    },
  } as const;
  if (head.cells.length === 1) return { data: { values }, ...inner };
  return {
    data: { values },
    facet: {
      row: {
        field: 'setting',
        type: 'nominal',
        sort: head.cells.map((_, cell) => cellLabel(head, cell)),
        title: null,
        header: { labelOrient: 'top', labelAnchor: 'start', labelAngle: 0, labelPadding: 2 },
      },
    },
    spacing: 10,
    spec: inner,
  };
}
