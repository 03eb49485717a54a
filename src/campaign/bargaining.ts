import { other, PARTIES, type PartyIndex, type PerParty } from '../scenario/scenario.ts';

/*
 * The bargaining problem on a set of points in the plane of both parties' values: deals with their
 * values, or a published table. Gains are over the reservations, never over the worst point, and a
 * point below either reservation does not count.
 */

/** Something with a value to each party. */
export interface Point {
  readonly values: PerParty<number>;
}

/** Differences up to this are rounding: in worth units for values, as a share for what is compared. */
const ROUNDING = 1e-9;

/**
 * The Pareto frontier: the points that are not weakly dominated, that is, for which no other is at
 * least as good for both and better for one. From party 1's favour to party 0's; points of the same
 * values keep their order.
 */
export function undominated<T extends Point>(points: readonly T[]): T[] {
  return undominatedPlaces(points).flatMap(place => points[place] ?? []);
}

/**
 * The same, as places in the given order. The points are put one after the other into a staircase that
 * rises for party 0 and falls for party 1, from which what they dominate is taken out.
 */
export function undominatedPlaces(points: readonly Point[]): number[] {
  const stairs: Stair[] = [];
  for (let place = 0; place < points.length; place++) {
    const [first, second] = points[place]?.values ?? [0, 0];
    const above = firstWorth(stairs, first);
    const next = stairs[above];
    if (next && next.second >= second) {
      if (next.first === first && next.second === second) next.places.push(place);
      continue;
    }
    let below = above;
    while (below > 0 && (stairs[below - 1]?.second ?? 0) <= second) below--;
    const end = next?.first === first ? above + 1 : above;
    stairs.splice(below, end - below, { first, second, places: [place] });
  }
  return stairs.flatMap(({ places }) => places);
}

/** Points of the same values, by their places. */
interface Stair {
  readonly first: number;
  readonly second: number;
  readonly places: number[];
}

/** The lowest stair that is worth at least `first` to party 0; past the last where none is. */
function firstWorth(stairs: readonly Stair[], first: number): number {
  let low = 0;
  let high = stairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stairs[middle]?.first ?? 0) >= first) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The Nash product with exponents: gain_0^power * gain_1^(1 - power). Nash (1950); the exponents after Harsanyi and Selten (1972). */
export function nashProduct([first, second]: PerParty<number>, power: number): number {
  return first ** power * second ** (1 - power);
}

/** What of the points is said in the order in which they are told. */
export const SOLUTIONS = [
  'nash',
  'asymmetricNash',
  'kalaiSmorodinsky',
  'egalitarian',
  'utilitarian',
] as const;
export type Solution = (typeof SOLUTIONS)[number];

export interface Solved<T extends Point> {
  /** The frontier, from party 1's favour to party 0's. */
  readonly frontier: readonly T[];
  /** The part of it that is below neither reservation: the zone of possible agreement, if there is any. */
  readonly zone: readonly T[];
  /** All points that solve it, ties from party 1's favour to party 0's; none where there is no zone. */
  readonly solutions: Readonly<Record<Solution, readonly T[]>>;
}

/**
 * The frontier and the points that solve the bargaining problem:
 *
 * - *Nash*: the greatest product of gains (Nash 1950);
 * - *asymmetric Nash*: the greatest gain_0^power * gain_1^(1 - power) (Harsanyi and Selten 1972);
 * - *Kalai-Smorodinsky*: the greatest smaller of both gains, each as a share of the best that its
 *   party gains in the zone (Kalai and Smorodinsky 1975); a party that can gain nothing has all it can;
 * - *egalitarian*: the greatest smaller gain (Kalai 1977, with equal weights);
 * - *utilitarian*: the greatest sum of gains.
 *
 * @param power share of party 0 in the exponents of asymmetric Nash, 0 to 1
 * @throws RangeError where a value or a reservation is no finite number, or the power not within 0 to 1
 */
export function solve<T extends Point>(
  points: readonly T[],
  reservations: PerParty<number>,
  power: number,
): Solved<T> {
  checkNumbers(points, reservations, power);
  const frontier = undominated(points);
  const gains = ({ values }: T) => gainsOf(values, reservations);
  const zone = frontier.filter(point => Math.min(...gains(point)) >= -ROUNDING);
  const most = PARTIES.map(party => Math.max(0, ...zone.map(point => gains(point)[party])));
  const share = (point: T, party: PartyIndex) =>
    (most[party] ?? 0) > ROUNDING ? gains(point)[party] / (most[party] ?? 1) : 1;
  const product = (point: T, exponent: number) => {
    const [first, second] = gains(point);
    return nashProduct([Math.max(0, first), Math.max(0, second)], exponent);
  };
  return {
    frontier,
    zone,
    solutions: {
      nash: greatest(zone, point => product(point, 0.5)),
      asymmetricNash: greatest(zone, point => product(point, power)),
      kalaiSmorodinsky: greatest(zone, point => Math.min(share(point, 0), share(point, 1))),
      egalitarian: greatest(zone, point => Math.min(...gains(point))),
      utilitarian: greatest(zone, point => gains(point)[0] + gains(point)[1]),
    },
  };
}

function checkNumbers(points: readonly Point[], reservations: PerParty<number>, power: number): void {
  const wrong = points.findIndex(({ values }) => !values.every(Number.isFinite));
  if (wrong >= 0)
    throw new RangeError(
      `point ${wrong}: expected two finite values, got ${points[wrong]?.values.join(', ')}`,
    );
  if (!reservations.every(Number.isFinite))
    throw new RangeError(`reservations: expected two finite values, got ${reservations.join(', ')}`);
  if (!(power >= 0 && power <= 1)) throw new RangeError(`power: expected 0 to 1, got ${power}`);
}

export function gainsOf(values: PerParty<number>, reservations: PerParty<number>): PerParty<number> {
  return [values[0] - reservations[0], values[1] - reservations[1]];
}

/** All points of the greatest merit, but for rounding, in their order. */
function greatest<T>(points: readonly T[], merit: (point: T) => number): T[] {
  const merits = points.map(merit);
  const top = merits.reduce((highest, value) => Math.max(highest, value), Number.NEGATIVE_INFINITY);
  return points.filter((_, index) => (merits[index] ?? 0) >= top - ROUNDING * Math.max(1, Math.abs(top)));
}

/** How much more each party could have by a point that leaves the other no worse off than `values` do; 0 where nothing. */
export function leftBy(points: readonly Point[], values: PerParty<number>): PerParty<number> {
  const left = (party: PartyIndex) =>
    points
      .filter(point => point.values[other(party)] >= values[other(party)] - ROUNDING)
      .reduce((most, point) => Math.max(most, point.values[party] - values[party]), 0);
  return [left(0), left(1)];
}

/** Straight distance in the plane of both values, in their units, to the nearest of the points; Infinity where there is none. */
export function distanceTo(points: readonly Point[], [first, second]: PerParty<number>): number {
  return points.reduce(
    (nearest, { values }) => Math.min(nearest, Math.hypot(values[0] - first, values[1] - second)),
    Number.POSITIVE_INFINITY,
  );
}
