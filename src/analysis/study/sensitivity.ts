import { Differences } from './differences.ts';
import type { MeanEstimate } from './estimate.ts';
import type { StudyHead } from './head.ts';
import type { Point } from './plan.ts';

/** How far a metric moves when one thing is changed and everything else, the luck too, stays. */
export interface Effect {
  readonly path: string;
  /** The first value of the list, which the other is held against. */
  readonly from: number | string;
  readonly to: number | string;
  readonly metric: string;
  /** Mean over the seeds of the difference at each. */
  readonly difference: MeanEstimate;
}

type Values = readonly (number | null)[];

interface Contrast {
  readonly path: string;
  readonly from: number | string;
  readonly to: number | string;
  /** Points that differ in this alone. */
  readonly pairs: readonly (readonly [from: number, to: number])[];
  readonly differences: readonly Differences[];
}

/** Holds what is varied against its first value, seed by seed. */
export class Sensitivity {
  readonly #metrics: readonly string[];
  readonly #contrasts: readonly Contrast[];

  constructor({ varied, points, metrics }: Pick<StudyHead, 'varied' | 'points' | 'metrics'>) {
    this.#metrics = metrics;
    this.#contrasts = varied.flatMap(({ path, levels: [from, ...others] }) =>
      from === undefined
        ? []
        : others.map(to => ({
            path,
            from,
            to,
            pairs: pairsOf(points, path, [from, to]),
            differences: metrics.map(() => new Differences()),
          })),
    );
  }

  /** The values of one seed, in the order of the points. */
  add(atPoints: readonly Values[]): void {
    for (const { pairs, differences } of this.#contrasts) {
      for (const [metric, sum] of differences.entries()) {
        const found = pairs.flatMap(([from, to]) => {
          const [before, after] = [atPoints[from]?.[metric] ?? null, atPoints[to]?.[metric] ?? null];
          return before === null || after === null ? [] : [after - before];
        });
        // Seeds are independent of each other, the settings at one seed are not: one number a seed.
        if (found.length > 0) sum.add(found.reduce((all, one) => all + one, 0) / found.length);
      }
    }
  }

  get effects(): Effect[] {
    return this.#contrasts.flatMap(({ path, from, to, differences }) =>
      differences.map((difference, metric) => ({
        path,
        from,
        to,
        metric: this.#metrics[metric] ?? '',
        difference: difference.estimate,
      })),
    );
  }
}

function pairsOf(
  points: readonly Point[],
  path: string,
  [from, to]: readonly [number | string, number | string],
): [number, number][] {
  const keyOf = ({ scenario, settings, draw }: Point) =>
    JSON.stringify([scenario, draw, Object.entries(settings).filter(([key]) => key !== path)]);
  const partners = new Map<string, number>();
  for (const [index, point] of points.entries()) {
    if (point.settings[path] === to) partners.set(keyOf(point), index);
  }
  return points.flatMap((point, index) => {
    const partner = point.settings[path] === from ? partners.get(keyOf(point)) : undefined;
    return partner === undefined ? [] : [[index, partner] as [number, number]];
  });
}
