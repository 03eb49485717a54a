import { mean } from '../mean.ts';
import { Differences } from './differences.ts';
import type { MeanEstimate } from './estimate.ts';
import type { StudyHead } from './head.ts';
import { drawsIn, type Point } from './plan.ts';

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

type Pair = readonly [from: number, to: number];

interface Contrast {
  readonly path: string;
  readonly from: number | string;
  readonly to: number | string;
  /** Points that differ in this alone, draw by draw. */
  readonly pairs: readonly (readonly Pair[])[];
  readonly differences: readonly Differences[];
}

/** Holds what is varied against its first value, seed by seed. */
export class Sensitivity {
  readonly #metrics: readonly string[];
  readonly #contrasts: readonly Contrast[];

  constructor({
    varied,
    drawn,
    points,
    metrics,
  }: Pick<StudyHead, 'varied' | 'drawn' | 'points' | 'metrics'>) {
    this.#metrics = metrics;
    const draws = drawsIn(points);
    this.#contrasts = varied.flatMap(({ path, levels: [from, ...others] }) =>
      from === undefined
        ? []
        : others.map(to => ({
            path,
            from,
            to,
            pairs: draws.map(draw => pairsOf(points, path, { from, to, draw })),
            differences: metrics.map(() => new Differences(drawn.length > 0 ? draws.length : null)),
          })),
    );
  }

  /** The values of one seed, in the order of the points. */
  add(atPoints: readonly Values[]): void {
    for (const { pairs, differences } of this.#contrasts) {
      for (const [metric, sum] of differences.entries()) {
        const found = (own: readonly Pair[]) =>
          own.flatMap(([from, to]) => {
            const [before, after] = [atPoints[from]?.[metric] ?? null, atPoints[to]?.[metric] ?? null];
            return before === null || after === null ? [] : [after - before];
          });
        // The settings at one seed are not independent of each other: one number a seed and draw.
        sum.add(pairs.map(found).map(own => (own.length > 0 ? mean(own) : null)));
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
  {
    from,
    to,
    draw,
  }: { readonly from: number | string; readonly to: number | string; readonly draw: Point['draw'] },
): Pair[] {
  const keyOf = ({ scenario, settings }: Point) =>
    JSON.stringify([scenario, Object.entries(settings).filter(([key]) => key !== path)]);
  const own = [...points.entries()].filter(([, point]) => point.draw === draw);
  const partners = new Map<string, number>();
  for (const [index, point] of own) if (point.settings[path] === to) partners.set(keyOf(point), index);
  return own.flatMap(([index, point]) => {
    const partner = point.settings[path] === from ? partners.get(keyOf(point)) : undefined;
    return partner === undefined ? [] : [[index, partner] as const];
  });
}
