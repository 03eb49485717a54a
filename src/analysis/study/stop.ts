import type { Aggregate } from './aggregate.ts';
import { Certainty } from './certainty.ts';
import type { Estimate } from './estimate.ts';
import type { StudyHead } from './head.ts';
import { seedCount } from './plan.ts';
import type { StopRule, WantedWidth } from './stop-rule.ts';
import { knownThreshold } from './threshold.ts';

/*
 * When a study may end before its last run. Whether all is certain is looked at after the last point of every
 * seed, intervals after fixed numbers of seeds: so where it ends does not depend on how many workers play it
 * or how fast they are.
 */

/** Where a study ended before its last run, and why. */
export interface Stop {
  /** The last run. */
  readonly run: number;
  readonly why: 'narrow' | 'met' | 'unmet';
  /** The threshold that cannot be met any more, and its cell. */
  readonly threshold: { readonly text: string; readonly cell: number } | null;
}

/** After so many seeds intervals are looked at first; then whenever their number has doubled. */
export const FIRST_LOOK = 100;

/** The estimate of an aggregate at a cell, from the runs so far. */
export type EstimateNow = (cell: number, metric: string, aggregate: Aggregate) => Estimate;

interface Watched {
  readonly text: string;
  readonly column: number;
  readonly cell: number;
  readonly certainty: Certainty;
}

/** Watches the runs of a study for where it may end. */
export class Stopping {
  readonly #head: StudyHead;
  readonly #rule: StopRule;
  readonly #estimate: EstimateNow;
  readonly #watched: readonly Watched[];
  readonly #byCell: ReadonlyMap<number, readonly Watched[]>;
  #nextLook: number;

  constructor(head: StudyHead, rule: StopRule, estimate: EstimateNow) {
    this.#head = head;
    this.#rule = rule;
    this.#estimate = estimate;
    this.#watched = rule.certain ? watchedIn(head) : [];
    this.#byCell = Map.groupBy(this.#watched, ({ cell }) => cell);
    this.#nextLook = FIRST_LOOK * head.points.length;
  }

  add(cell: number, values: readonly (number | null)[]): void {
    for (const { certainty, column } of this.#byCell.get(cell) ?? []) certainty.add(values[column] ?? null);
  }

  /** After the last point of a seed: whether it ends here. */
  at(run: number): Stop | null {
    const unmet = this.#watched.find(({ certainty }) => certainty.verdict === false);
    if (unmet) return { run, why: 'unmet', threshold: { text: unmet.text, cell: unmet.cell } };
    if (this.#watched.length > 0 && this.#watched.every(({ certainty }) => certainty.verdict))
      return { run, why: 'met', threshold: null };
    if (run < this.#nextLook) return null;
    this.#nextLook *= 2;
    return this.#narrow() ? { run, why: 'narrow', threshold: null } : null;
  }

  #narrow(): boolean {
    const { widths } = this.#rule;
    return (
      widths.length > 0 &&
      widths.every(width =>
        this.#head.cells.every((_, cell) =>
          isNarrow(this.#estimate(cell, width.metric, width.aggregate), width),
        ),
      )
    );
  }
}

function watchedIn(head: StudyHead): Watched[] {
  return head.thresholds.flatMap(({ text, cells }) => {
    const threshold = knownThreshold(text);
    const column = head.metrics.indexOf(threshold.metric.name);
    return cells.map(cell => {
      const points = head.points.filter(point => point.cell === cell).length;
      return { text, column, cell, certainty: new Certainty(threshold, points * seedCount(head.seeds)) };
    });
  });
}

function isNarrow({ value, interval }: Estimate, { within, percent }: WantedWidth): boolean {
  // An interval that is open on a side is as wide as can be.
  if (value === null || interval === null || interval.low === null || interval.high === null) return false;
  const allowed = percent ? (Math.abs(value) * within) / 100 : within;
  return (interval.high - interval.low) / 2 <= allowed;
}
