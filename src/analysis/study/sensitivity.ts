import { type Compared, type Counted, comparedOf, countedAs } from './compared.ts';
import { Differences, type Range } from './differences.ts';
import type { MeanEstimate } from './estimate.ts';
import type { StudyHead } from './head.ts';
import { drawsIn, type Point } from './plan.ts';

/** How far a metric moves when one thing is changed and everything else, the luck too, stays. */
export interface Effect {
  /** Which of the study's scenarios it is of. */
  readonly scenario: number;
  readonly path: string;
  /** The first value of the list, which the other is held against. */
  readonly from: number | string;
  readonly to: number | string;
  readonly metric: string;
  /** Of a day it matters whether it came at all, and when. */
  readonly aggregate: Compared;
  /** Mean over the seeds of the difference at each; a mean is of the seeds that have a value at both. */
  readonly difference: MeanEstimate;
  /** Seeds at which it is not 0 at some setting of what else is varied or drawn. */
  readonly unequal: number;
}

type Values = readonly (number | null)[];

type Pair = readonly [from: number, to: number];

interface Contrast {
  readonly scenario: number;
  readonly path: string;
  readonly from: number | string;
  readonly to: number | string;
  /** Points that differ in this alone, draw by draw. */
  readonly pairs: readonly (readonly Pair[])[];
  /** In the order of what is compared. */
  readonly differences: readonly Differences[];
}

/** Something that is compared: an aggregate of the metric in a column. */
interface Quantity {
  readonly metric: string;
  readonly column: number;
  readonly aggregate: Compared;
  readonly counted: Counted;
}

/** Holds what is varied against its first value, scenario by scenario and seed by seed. */
export class Sensitivity {
  readonly #quantities: readonly Quantity[];
  readonly #contrasts: readonly Contrast[];

  constructor({
    varied,
    drawn,
    points,
    metrics,
  }: Pick<StudyHead, 'varied' | 'drawn' | 'points' | 'metrics'>) {
    this.#quantities = metrics.flatMap((metric, column) =>
      comparedOf(metric).map(aggregate => ({
        metric,
        column,
        aggregate,
        counted: countedAs(metric, aggregate),
      })),
    );
    const draws = drawsIn(points);
    const scenarios = [...new Set(points.map(({ scenario }) => scenario))];
    this.#contrasts = scenarios.flatMap(scenario =>
      changesOf(varied).map(change => ({
        scenario,
        ...change,
        pairs: draws.map(draw => pairsOf(points, { scenario, draw, ...change })),
        differences: this.#quantities.map(
          ({ aggregate }) => new Differences(aggregate, drawn.length > 0 ? draws.length : null),
        ),
      })),
    );
  }

  /** The values of one seed, in the order of the points. */
  add(atPoints: readonly Values[]): void {
    for (const { pairs, differences } of this.#contrasts) {
      for (const [index, { column, counted }] of this.#quantities.entries()) {
        // The settings at one seed are not independent of each other: one number a seed and draw.
        const range = { least: Number.POSITIVE_INFINITY, greatest: Number.NEGATIVE_INFINITY };
        const means = pairs.map(own => meanOfPairs(atPoints, own, { column, counted, range }));
        differences[index]?.add(means, range);
      }
    }
  }

  get effects(): Effect[] {
    return this.#contrasts.flatMap(({ scenario, path, from, to, differences }) =>
      this.#quantities.flatMap(({ metric, aggregate }, index) => {
        const found = differences[index];
        if (!found) return [];
        const { estimate: difference, unequal } = found;
        return [{ scenario, path, from, to, metric, aggregate, difference, unequal }];
      }),
    );
  }
}

interface Pairing extends Pick<Quantity, 'column' | 'counted'> {
  /** Grows to hold every difference. */
  readonly range: { -readonly [end in keyof Range]: Range[end] };
}

/** The mean difference over pairs of points; null where none has a value at both. A million seeds come this way. */
function meanOfPairs(
  atPoints: readonly Values[],
  pairs: readonly Pair[],
  { column, counted, range }: Pairing,
): number | null {
  let [sum, count] = [0, 0];
  for (const [from, to] of pairs) {
    const before = counted(atPoints[from]?.[column] ?? null);
    const after = counted(atPoints[to]?.[column] ?? null);
    if (before === null || after === null) continue;
    const difference = after - before;
    sum += difference;
    range.least = Math.min(range.least, difference);
    range.greatest = Math.max(range.greatest, difference);
    count++;
  }
  return count > 0 ? sum / count : null;
}

type Change = Pick<Contrast, 'path' | 'from' | 'to'>;

/** Every value of a list held against the first. */
function changesOf(varied: StudyHead['varied']): Change[] {
  return varied.flatMap(({ path, levels: [from, ...others] }) =>
    from === undefined ? [] : others.map(to => ({ path, from, to })),
  );
}

function pairsOf(
  points: readonly Point[],
  { scenario, draw, path, from, to }: Change & Pick<Point, 'scenario' | 'draw'>,
): Pair[] {
  const keyOf = ({ settings }: Point) =>
    JSON.stringify(Object.entries(settings).filter(([key]) => key !== path));
  const own = [...points.entries()].filter(([, point]) => point.scenario === scenario && point.draw === draw);
  const partners = new Map<string, number>();
  for (const [index, point] of own) if (point.settings[path] === to) partners.set(keyOf(point), index);
  return own.flatMap(([index, point]) => {
    const partner = point.settings[path] === from ? partners.get(keyOf(point)) : undefined;
    return partner === undefined ? [] : [[index, partner] as const];
  });
}
