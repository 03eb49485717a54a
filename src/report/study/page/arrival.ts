import { type Arrival, arrivals } from '../../../analysis/study/arrival.ts';
import type { StudyHead } from '../../../analysis/study/head.ts';
import { metricOf } from '../../../analysis/study/metrics.ts';
import type { Summary } from '../../../analysis/study/summary.ts';
import { numberWords } from '../words.ts';
import { cellAxis, cellLabel, cellSentence } from './cell-label.ts';
import { MOST_DRAWN } from './distribution.ts';
import { AXIS_ROOM, PLOT_WIDTH, type Shown } from './figure.ts';

/** In what share of the campaigns a day had come, day by day; null of what is no day. */
export function arrival(head: StudyHead, { distributions }: Summary, metric: string): Shown | null {
  if (metricOf(metric)?.family.kind !== 'day' || head.cells.length > MOST_DRAWN) return null;
  const curves = distributions
    .filter(own => own.metric === metric)
    .map(own => arrivals(own, lastDayAt(head, own.cell)));
  if (curves.every(curve => curve.length === 0)) return null;
  return {
    title: `By when it had come: ${metric}`,
    says:
      'The share of campaigns in which it had come by the end of each day, a step at every day on which it came' +
      `${curves.length > MOST_BANDS ? '' : '; the band is the 95 % interval of each day by itself'}. ${endsOf(head, curves)}`,
    plot: plotOf(head, curves),
    table: tableOf(head, curves),
  };
}

function lastDayAt(head: StudyHead, cell: number): number {
  return head.scenarios[head.cells[cell]?.scenario ?? 0]?.days ?? 0;
}

function endsOf(head: StudyHead, curves: readonly (readonly Arrival[])[]): string {
  const words = curves.map(curve => percent(curve.at(-1)?.share ?? 0));
  return `By the last day it had come in ${cellSentence(head, words)}; after day ${settledAfter(curves)} it came in no more.`;
}

function percent(share: number): string {
  return `${numberWords(Math.round(1000 * share) / 10)} %`;
}

/** About so many rows: of a curve with more steps, days evenly apart. */
const ROWS = 10;

function tableOf(head: StudyHead, curves: readonly (readonly Arrival[])[]): Shown['table'] {
  const last = Math.max(...curves.map(curve => curve.at(-1)?.day ?? 0));
  const settled = settledAfter(curves);
  const step = Math.max(1, Math.ceil(settled / ROWS));
  const days = Array.from({ length: Math.floor(settled / step) + 1 }, (_, index) => index * step);
  const all = [...new Set([...days, settled, last])].toSorted((a, b) => a - b);
  return {
    head: [
      'by day',
      ...head.cells.map((_, cell) =>
        head.cells.length === 1 ? 'share of campaigns' : cellLabel(head, cell),
      ),
    ],
    rows: all.map(day => [String(day), ...curves.map(curve => percent(shareBy(curve, day)))]),
  };
}

/** The day after which nothing more came, at any setting. */
function settledAfter(curves: readonly (readonly Arrival[])[]): number {
  return Math.max(...curves.map(settledOn));
}

/** The first day from which on nothing more came. */
function settledOn(curve: readonly Arrival[]): number {
  const end = curve.at(-1)?.share;
  return curve.find(({ share }) => share === end)?.day ?? 0;
}

function shareBy(curve: readonly Arrival[], day: number): number {
  return curve.findLast(point => point.day <= day)?.share ?? 0;
}

/** Most curves that are drawn with their bands; of more, the bands hide the curves. */
const MOST_BANDS = 2;

interface Drawn {
  readonly label: string;
  readonly curve: readonly Arrival[];
}

/** The curves that differ, each with the settings at which it is so: of two on each other only one could be seen. */
function told(head: StudyHead, curves: readonly (readonly Arrival[])[]): Drawn[] {
  const labels = new Map<string, string[]>();
  for (const [cell, curve] of curves.entries()) {
    const key = JSON.stringify(curve);
    labels.set(key, [...(labels.get(key) ?? []), cellLabel(head, cell)]);
  }
  return [...labels].map(([key, own]) => ({ label: own.join('; '), curve: JSON.parse(key) as Arrival[] }));
}

/** A curve up to a day, on which it stands as it stood last. */
function cut(curve: readonly Arrival[], day: number): Arrival[] {
  const before = curve.filter(point => point.day < day);
  const end = before.at(-1);
  return end ? [...before, { ...end, day }] : before;
}

const DASHES = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 2, 2, 2],
  [4, 1],
  [10, 4],
];

function plotOf(head: StudyHead, curves: readonly (readonly Arrival[])[]): Shown['plot'] {
  const drawn = told(head, curves);
  const labels = drawn.map(({ label }) => label);
  // The days after the last that changes anything would only press the rest together.
  const horizon = Math.max(...head.cells.map((_, cell) => lastDayAt(head, cell)));
  const last = Math.min(horizon, Math.ceil(settledAfter(curves) * 1.2) + 1);
  const values = drawn.flatMap(({ label, curve }) =>
    cut(curve, last).map(point => ({ setting: label, ...point })),
  );
  const alone = labels.length === 1;
  const legend = alone
    ? null
    : ({
        title: cellAxis(head),
        orient: 'bottom',
        columns: labels.some(label => label.length > 22) ? 1 : 2,
        symbolSize: 300,
        symbolStrokeWidth: 2,
      } as const);
  const hue = { field: 'setting', type: 'nominal', sort: null, scale: { domain: labels }, legend } as const;
  const x = {
    field: 'day',
    type: 'quantitative',
    title: 'day',
    scale: { nice: false },
    axis: { grid: false, tickCount: 6 },
  } as const;
  const y = (field: string) =>
    ({
      field,
      type: 'quantitative',
      title: 'share of campaigns',
      scale: { domain: [0, 1] as [number, number] },
      axis: { format: '.0%', tickCount: 5 },
    }) as const;
  return {
    width: PLOT_WIDTH - AXIS_ROOM - 16,
    height: 190,
    data: { values },
    layer: [
      ...(labels.length > MOST_BANDS
        ? []
        : [
            {
              mark: { type: 'area', interpolate: 'step-after', opacity: 0.18 } as const,
              encoding: { x, y: y('low'), y2: { field: 'high' }, color: hue },
            },
          ]),
      {
        mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2 },
        encoding: {
          x,
          y: y('share'),
          color: hue,
          strokeDash: { ...hue, scale: { domain: labels, range: DASHES } },
        },
      },
    ],
  };
}
