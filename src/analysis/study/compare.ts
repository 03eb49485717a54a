import { Differences } from './differences.ts';
import type { MeanEstimate } from './estimate.ts';
import type { StudyHead } from './head.ts';
import { metricOf } from './metrics.ts';

/* Two results of one study, run by run: what a change of the model, a scenario or a seat did. */

/** How far a mean, or the rate of something that comes about or does not, has moved in one cell. */
export interface Change {
  readonly cell: number;
  readonly metric: string;
  readonly aggregate: 'mean' | 'rate';
  /** Over the runs that both have, by seed. */
  readonly before: number | null;
  readonly difference: MeanEstimate;
  /** Seeds at which anything differs. */
  readonly unequal: number;
}

/** Why two studies cannot be held against each other run by run; null where they can. */
export function mismatch(before: StudyHead, after: StudyHead): string | null {
  if (JSON.stringify(before.seeds) !== JSON.stringify(after.seeds))
    return 'they were played with other seeds';
  if (settingsIn(before) !== settingsIn(after)) return 'their scenarios, or what they vary or draw, differ';
  return sharedMetrics(before, after).length === 0 ? 'they have no metric in common' : null;
}

function settingsIn({ scenarios, points }: StudyHead): string {
  return JSON.stringify(
    points.map(({ scenario, settings, draw, drawn }) => [scenarios[scenario]?.id, settings, draw, drawn]),
  );
}

export function sharedMetrics(before: StudyHead, after: StudyHead): string[] {
  return before.metrics.filter(metric => after.metrics.includes(metric));
}

type Values = readonly (number | null)[];

interface Watched {
  readonly cell: number;
  readonly metric: string;
  readonly aggregate: Change['aggregate'];
  readonly columns: readonly [before: number, after: number];
  readonly before: Differences;
  readonly differences: Differences;
}

/** Takes in the runs of both, in the order of their numbers. */
export class Comparer {
  readonly #points: StudyHead['points'];
  readonly #watched: readonly Watched[];
  #seed: (readonly [Values, Values])[] = [];

  constructor(before: StudyHead, after: StudyHead) {
    this.#points = before.points;
    this.#watched = before.cells.flatMap((_, cell) =>
      sharedMetrics(before, after).flatMap(metric =>
        aggregatesOf(metric).map(aggregate => ({
          cell,
          metric,
          aggregate,
          columns: [before.metrics.indexOf(metric), after.metrics.indexOf(metric)] as const,
          before: new Differences(),
          differences: new Differences(),
        })),
      ),
    );
  }

  add(before: Values, after: Values): void {
    this.#seed.push([before, after]);
    if (this.#seed.length < this.#points.length) return;
    for (const watched of this.#watched) this.#addSeed(watched);
    this.#seed = [];
  }

  /** One number a seed: the settings and draws at one seed are not independent of each other. */
  #addSeed({ cell, metric, aggregate, columns, before, differences }: Watched): void {
    const pairs = this.#seed.flatMap(([first, second], point) => {
      if (this.#points[point]?.cell !== cell) return [];
      const [was, is] = [first[columns[0]] ?? null, second[columns[1]] ?? null];
      if (aggregate === 'rate') return [[asShare(metric, was), asShare(metric, is)] as const];
      return was === null || is === null ? [] : [[was, is] as const];
    });
    if (pairs.length === 0) return;
    const mean = (of: (pair: readonly [number, number]) => number) =>
      pairs.reduce((all, pair) => all + of(pair), 0) / pairs.length;
    before.add(mean(([was]) => was));
    differences.add(mean(([was, is]) => is - was));
  }

  get changes(): Change[] {
    return this.#watched.map(({ cell, metric, aggregate, before, differences }) => ({
      cell,
      metric,
      aggregate,
      before: before.estimate.value,
      difference: differences.estimate,
      unequal: differences.unequal,
    }));
  }
}

/** Of a day it matters whether it came at all, and when. */
function aggregatesOf(metric: string): Change['aggregate'][] {
  const kind = metricOf(metric)?.family.kind;
  return kind === 'yes' ? ['rate'] : kind === 'day' ? ['rate', 'mean'] : ['mean'];
}

/** 1 where it came about: a day that there is, or a yes. */
function asShare(metric: string, value: number | null): number {
  if (value === null) return 0;
  return metricOf(metric)?.family.kind === 'day' || value > 0 ? 1 : 0;
}

/** How far something may move: in its own unit, or in per cent of what it was. */
export interface Tolerance {
  readonly amount: number;
  readonly percent: boolean;
}

/** Whether a change is further than is allowed; where nothing was before, per cent of it are nothing. */
export function isPast({ before, difference }: Change, { amount, percent }: Tolerance): boolean {
  const allowed = percent ? (Math.abs(before ?? 0) * amount) / 100 : amount;
  return Math.abs(difference.value ?? 0) > allowed;
}
