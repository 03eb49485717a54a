import { distanceTo, gainsOf, leftBy, type Point, type Solved, solve } from '../campaign/bargaining.ts';
import { unbeatenByLotteries } from '../campaign/lotteries.ts';
import type { PerParty } from '../scenario/scenario.ts';

/*
 * A bargaining problem as others hand it over: outcomes by their labels, each with its value to two parties,
 * and what either has if nothing is agreed. No scenario, no days and no people; the unit is that of the file.
 */

export interface LabelledPoint extends Point {
  readonly label: string;
}

export interface PointSet {
  readonly parties: PerParty<string>;
  readonly points: readonly LabelledPoint[];
  /** What each party has if nothing is agreed, its reservation; null where it is not told, which counts as nothing. */
  readonly disagreement: PerParty<number> | null;
}

/** What is asked of a set of points beside what it says itself. */
export interface PointQuestion {
  /** Share of the first party in the exponents of the asymmetric Nash point, 0 to 1; without it one half. */
  readonly power?: number;
  /** The point that was agreed on, by its place among the points. */
  readonly agreed?: number;
}

/** A point that was agreed on, and how it compares. */
export interface AgreedPoint {
  readonly point: LabelledPoint;
  /** Straight distance to the nearest point of the frontier, in the plane of both values. */
  readonly distance: number;
  /** How much more each party could have had, the other no worse off. */
  readonly left: PerParty<number>;
}

export interface PointAnalysis {
  readonly set: PointSet;
  readonly reservations: PerParty<number>;
  readonly power: number;
  readonly solved: Solved<LabelledPoint>;
  /** The points of the frontier that no lottery over two others beats. */
  readonly unbeaten: ReadonlySet<LabelledPoint>;
  readonly agreed: AgreedPoint | null;
}

const EVEN = 0.5;

/**
 * A set of points as a bargaining problem.
 *
 * @throws RangeError where a value or a reservation is no finite number, or the power not within 0 to 1
 */
export function analysePoints(set: PointSet, { power = EVEN, agreed }: PointQuestion = {}): PointAnalysis {
  const reservations = set.disagreement ?? ([0, 0] as const);
  const solved = solve(set.points, reservations, power);
  const point = agreed === undefined ? undefined : set.points[agreed];
  return {
    set,
    reservations,
    power,
    solved,
    unbeaten: new Set(unbeatenByLotteries(solved.frontier)),
    agreed: point
      ? {
          point,
          distance: distanceTo(solved.frontier, point.values),
          left: leftBy(solved.frontier, point.values),
        }
      : null,
  };
}

/** What a point of the set gains each party over its reservation. */
export function gainsFrom({ reservations }: PointAnalysis, { values }: Point): PerParty<number> {
  return gainsOf(values, reservations);
}
