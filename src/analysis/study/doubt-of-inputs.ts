import { quantile } from '../score.ts';
import type { OwnSpread } from './crossed-mean.ts';
import type { StudyHead } from './head.ts';
import { NORMAL_975 } from './student.ts';

/*
 * Second-order Monte Carlo: how much of what comes out is owed to not knowing the inputs. Every draw of
 * them is played with the same seeds, so the draws differ in nothing else.
 */

/**
 * How the mean of a metric is spread over the draws, within one cell. The quantiles are of the means as
 * they came out, so that the luck of the seeds is in them too; the deviation is without it.
 */
export interface DrawSpread {
  readonly cell: number;
  readonly metric: string;
  readonly draws: number;
  /** Standard deviation owed to the draws alone; null where a single seed leaves it unknown. */
  readonly deviation: number | null;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** How a drawn figure goes together with the mean of a metric over the draws. */
export interface Correlation {
  /** Which of the study's scenarios it is of: people of one are no measure for those of another. */
  readonly scenario: number;
  readonly path: string;
  readonly metric: string;
  readonly draws: number;
  /** Pearson's coefficient; null where either does not vary. */
  readonly value: number | null;
  /** By Fisher's transformation (Fisher 1915), 95 %; null for fewer than four draws. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export class DoubtOfInputs {
  readonly #head: Pick<StudyHead, 'points' | 'metrics' | 'drawn' | 'cells'>;
  readonly #sums: readonly { sum: number; count: number }[][];

  constructor(head: Pick<StudyHead, 'points' | 'metrics' | 'drawn' | 'cells'>) {
    this.#head = head;
    this.#sums = head.points.map(() => head.metrics.map(() => ({ sum: 0, count: 0 })));
  }

  add(point: number, values: readonly (number | null)[]): void {
    for (const [metric, value] of values.entries()) {
      const kept = this.#sums[point]?.[metric];
      if (!kept || value === null) continue;
      kept.sum += value;
      kept.count++;
    }
  }

  /** Empty where one draw leaves nothing to tell; `ofDraws` says what is owed to the draws alone. */
  spreads(ofDraws: (cell: number, metric: number) => OwnSpread | null): DrawSpread[] {
    if (this.#draws < 2) return [];
    return this.#head.cells.flatMap((_, cell) =>
      this.#head.metrics.flatMap((metric, index) => {
        const means = this.#means(index, cell).map(({ mean }) => mean);
        if (means.length < 2) return [];
        const at = (share: number) => quantile(means, share);
        const deviation = ofDraws(cell, index)?.deviation ?? null;
        return [{ cell, metric, draws: means.length, deviation, p10: at(0.1), p50: at(0.5), p90: at(0.9) }];
      }),
    );
  }

  /** Over all draws of all cells of a scenario, each as it departs from the mean of its cell. */
  get correlations(): Correlation[] {
    const { cells, drawn, metrics } = this.#head;
    if (this.#draws < 2) return [];
    const scenarios = [...new Set(cells.map(({ scenario }) => scenario))];
    return scenarios.flatMap(scenario =>
      drawn.flatMap(path =>
        metrics.map((metric, column) => ({
          scenario,
          path,
          metric,
          ...this.#correlation(scenario, path, column),
        })),
      ),
    );
  }

  #correlation(
    scenario: number,
    path: string,
    metric: number,
  ): Pick<Correlation, 'draws' | 'value' | 'interval'> {
    const draws = this.#draws;
    const pairs = this.#head.cells.flatMap((cell, index) =>
      cell.scenario === scenario ? deviations(this.#means(metric, index), path) : [],
    );
    return { draws, ...correlation(pairs, draws) };
  }

  get #draws(): number {
    return this.#head.drawn.length === 0 ? 0 : new Set(this.#head.points.map(({ draw }) => draw)).size;
  }

  #means(metric: number, cell: number): DrawnMean[] {
    return this.#head.points.flatMap((point, index) => {
      const kept = this.#sums[index]?.[metric];
      if (point.cell !== cell || !kept || kept.count === 0) return [];
      return [{ drawn: point.drawn, mean: kept.sum / kept.count }];
    });
  }
}

interface DrawnMean {
  readonly drawn: Readonly<Record<string, number>>;
  readonly mean: number;
}

/** What was drawn and what came of it, each less its mean over the cell: cells differ for other reasons. */
function deviations(means: readonly DrawnMean[], path: string): [number, number][] {
  const mean = (values: readonly number[]) => values.reduce((all, one) => all + one, 0) / values.length;
  const drawn = mean(means.map(({ drawn: figures }) => figures[path] ?? 0));
  const came = mean(means.map(({ mean: value }) => value));
  return means.map(({ drawn: figures, mean: value }) => [(figures[path] ?? 0) - drawn, value - came]);
}

function correlation(
  pairs: readonly (readonly [number, number])[],
  draws: number,
): Pick<Correlation, 'value' | 'interval'> {
  const sum = (of: (x: number, y: number) => number) => pairs.reduce((all, [x, y]) => all + of(x, y), 0);
  const [xx, yy, xy] = [sum(x => x * x), sum((_, y) => y * y), sum((x, y) => x * y)];
  if (!(xx > 0 && yy > 0)) return { value: null, interval: null };
  const value = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  if (draws < 4 || Math.abs(value) === 1) return { value, interval: null };
  const half = NORMAL_975 / Math.sqrt(draws - 3);
  return {
    value,
    interval: { low: Math.tanh(Math.atanh(value) - half), high: Math.tanh(Math.atanh(value) + half) },
  };
}
