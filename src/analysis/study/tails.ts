import type { Run } from './head.ts';
import { metricOf } from './metrics.ts';

/** A run at an end of a metric. */
export interface TailRun {
  readonly run: number;
  /** Null: a day that never came, later than any other. */
  readonly value: number | null;
}

/** The runs in which a metric was least and greatest, over all settings; of equal ones, the earliest. */
export interface Tail {
  readonly metric: string;
  readonly least: readonly TailRun[];
  readonly greatest: readonly TailRun[];
}

/** How many runs are kept at each end. */
const KEPT = 3;

interface Ends {
  readonly metric: string;
  readonly column: number;
  readonly day: boolean;
  readonly least: TailRun[];
  readonly greatest: TailRun[];
}

/** Takes in runs, and keeps the few that somebody will want to look at because nothing was further out. */
export class Tails {
  readonly #ends: readonly Ends[];

  constructor(metrics: readonly string[]) {
    this.#ends = metrics.flatMap((metric, column) => {
      const kind = metricOf(metric)?.family.kind;
      // What came about or did not has no ends.
      return kind === 'yes' ? [] : [{ metric, column, day: kind === 'day', least: [], greatest: [] }];
    });
  }

  add({ run, values }: Run): void {
    for (const { column, day, least, greatest } of this.#ends) {
      const value = values[column] ?? null;
      if (value === null && !day) continue;
      keep(least, { run, value }, (a, b) => a < b);
      keep(greatest, { run, value }, (a, b) => a > b);
    }
  }

  /** Of the metrics that differ between runs at all. */
  get tails(): Tail[] {
    return this.#ends
      .filter(({ least, greatest }) => least[0]?.value !== greatest[0]?.value)
      .map(({ metric, least, greatest }) => ({ metric, least, greatest }));
  }
}

function keep(kept: TailRun[], run: TailRun, further: (a: number, b: number) => boolean): void {
  const at = (end: TailRun | undefined) => end?.value ?? Number.POSITIVE_INFINITY;
  const last = kept.at(-1);
  if (kept.length >= KEPT && !further(at(run), at(last))) return;
  const place = kept.findIndex(other => further(at(run), at(other)));
  kept.splice(place < 0 ? kept.length : place, 0, run);
  if (kept.length > KEPT) kept.pop();
}
