import type { PerParty } from '../scenario/scenario.ts';
import type { Valued } from './package.ts';
import { contains, dominates, hullRisesAbove, NO_POINTS, type ParetoSet, sumOfHulls } from './pareto.ts';
import {
  choose,
  itemsOf,
  PARTS,
  type Parts,
  peopleIn,
  priceOfNumbers,
  type Room,
  type Side,
  sideOf,
} from './trade-offs.ts';
import { dealValue, type Valuation } from './worth.ts';

/*
 * A deal sends so many people home to the one party and so many to the other. For each such pair
 * of totals the price of numbers (imbalance, precedent) is fixed and the rest is additive, so the
 * deals worth looking at are sums of a best choice on the one side and a best choice on the other.
 * The corners of the convex hulls of these sums, which are deals, are tried first; then the sums
 * themselves, only where a hull still rises above what has been found.
 */

/** The most pairs of totals, choices on a side and sums of choices that are gone through: a second or two. */
const MOST_PAIRS = 180_000;
const MOST_CHOICES = 1_000_000;
const MOST_SUMS = 20_000_000;

/**
 * The whole frontier, from party 1's favour to party 0's, or that part of it that is worth at least
 * `floor` to both; null where it is too large to be gone through.
 */
export function exactFrontier(
  valuations: PerParty<Valuation>,
  room: Room,
  floor: PerParty<number> | null = null,
): Valued[] | null {
  const items = [itemsOf(valuations, room, 0), itemsOf(valuations, room, 1)] as const;
  const people = [peopleIn(items[0], room.home[0]), peopleIn(items[1], room.home[1])] as const;
  if ((people[0] + 1) * (people[1] + 1) > MOST_PAIRS) return null;
  const sides = [
    sideOf(items[0], people[0], MOST_CHOICES),
    sideOf(items[1], people[1], MOST_CHOICES),
  ] as const;
  if (!sides[0] || !sides[1]) return null;
  const both = [sides[0], sides[1]] as const;
  const found = collector(floor);
  if (!gather(both, priceOfNumbers(valuations), found)) return null;
  return found.points().map(point => dealAt(valuations, both, point));
}

/** Two totals and the price of these numbers. */
interface Totals {
  readonly home: PerParty<number>;
  readonly price: Parts;
}

/** Values that some deal with these totals has, in parts. */
interface Point {
  readonly values: Parts;
  readonly totals: Totals;
}

/** Adds all that may be on the frontier; false where that is too much. */
function gather(sides: PerParty<Side>, price: (home: PerParty<number>) => Parts, found: Collector): boolean {
  const all = totalsOf(sides).map(home => ({ home, price: price(home) }));
  for (const totals of all) {
    const hull = hullAt(sides, totals);
    for (let corner = 0; corner < hull.first.length; corner++) {
      found.add([hull.first[corner] ?? 0, hull.second[corner] ?? 0], totals);
    }
  }
  found.settle();
  let sums = 0;
  for (const totals of all) {
    if (hullRisesAbove(found.set, hullAt(sides, totals))) sums += addSums(sides, totals, found);
    if (sums > MOST_SUMS) return false;
  }
  return true;
}

/** Every pair of totals but nobody for nobody, even ones first: the nearer to even, the likelier on the frontier. */
function totalsOf([first, second]: PerParty<Side>): PerParty<number>[] {
  const totals: PerParty<number>[] = [];
  const [most, theirMost] = [first.sets.length - 1, second.sets.length - 1];
  for (let excess = 0; excess <= Math.max(most, theirMost); excess++) {
    for (let people = 0; people <= Math.max(most, theirMost); people++) {
      if (people + excess <= most && people <= theirMost) totals.push([people + excess, people]);
      if (excess > 0 && people <= most && people + excess <= theirMost)
        totals.push([people, people + excess]);
    }
  }
  return totals.filter(([home, theirs]) => home + theirs > 0);
}

function hullAt([first, second]: PerParty<Side>, { home, price }: Totals): ParetoSet {
  return sumOfHulls(first.hulls[home[0]] ?? NO_POINTS, second.hulls[home[1]] ?? NO_POINTS, ...price);
}

/** Adds the sums of both sides' choices that may not be dominated, and tells how many were looked at. */
function addSums([first, second]: PerParty<Side>, totals: Totals, found: Collector): number {
  const { home, price } = totals;
  const [one, two] = [first.sets[home[0]] ?? NO_POINTS, second.sets[home[1]] ?? NO_POINTS];
  const fewer = one.first.length <= two.first.length;
  const [outer, inner] = fewer ? [one, two] : [two, one];
  const hull = (fewer ? second.hulls[home[1]] : first.hulls[home[0]]) ?? NO_POINTS;
  let looked = 0;
  for (let index = 0; index < outer.first.length; index++) {
    const [x, y] = [(outer.first[index] ?? 0) + price[0], (outer.second[index] ?? 0) + price[1]];
    if (!hullRisesAbove(found.set, hull, x, y)) continue;
    looked += inner.first.length;
    for (let at = 0; at < inner.first.length; at++) {
      found.add([(inner.first[at] ?? 0) + x, (inner.second[at] ?? 0) + y], totals);
    }
  }
  return looked;
}

/** Keeps points that are not dominated. */
interface Collector {
  /** The values of those kept when they were last gone through. */
  readonly set: ParetoSet;
  add(values: Parts, totals: Totals): void;
  /** Goes through all that were added. */
  settle(): void;
  /** Those kept of all that were added, from the second party's favour to the first's. */
  points(): Point[];
}

/** Points that are let wait before they are gone through. */
const WAITING = 2_000;

function collector(floor: PerParty<number> | null): Collector {
  let kept = floor === null ? [] : bounds(floor);
  let waiting: Point[] = [];
  let set = NO_POINTS;
  const settle = () => {
    kept = outermost([...kept, ...waiting]);
    waiting = [];
    set = {
      first: Float64Array.from(kept, ({ values }) => values[0]),
      second: Float64Array.from(kept, ({ values }) => values[1]),
    };
  };
  settle();
  return {
    get set() {
      return set;
    },
    settle,
    add(values, totals) {
      if (dominates(set, ...values)) return;
      waiting.push({ values, totals });
      if (waiting.length >= WAITING) settle();
    },
    points() {
      settle();
      return kept.filter(({ values }) => values.every(Number.isFinite)).reverse();
    },
  };
}

/** Two points out of reach that dominate whatever is below the floor for either party, and nothing else. */
function bounds(floor: PerParty<number>): Point[] {
  const totals: Totals = { home: [0, 0], price: [0, 0] };
  // What is reckoned in whole parts may be half a part a person below its true value.
  const below = (party: 0 | 1) => Math.floor((floor[party] - ROUNDED_OFF) * PARTS);
  return [
    { values: [Number.POSITIVE_INFINITY, below(1)], totals },
    { values: [below(0), Number.POSITIVE_INFINITY], totals },
  ];
}

const ROUNDED_OFF = 1e-6;

/** The undominated of some points; of those with the same values the first. */
function outermost(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => b.values[0] - a.values[0] || b.values[1] - a.values[1]);
  let highest = Number.NEGATIVE_INFINITY;
  return sorted.filter(({ values: [, second] }) => {
    if (second <= highest) return false;
    highest = second;
    return true;
  });
}

/** A deal with these values. */
function dealAt(valuations: PerParty<Valuation>, sides: PerParty<Side>, { values, totals }: Point): Valued {
  const deal = valuations[0].unit.map(() => 0);
  const [first, second] = [values[0] - totals.price[0], values[1] - totals.price[1]];
  const one = sides[0].sets[totals.home[0]] ?? NO_POINTS;
  const two = sides[1].sets[totals.home[1]] ?? NO_POINTS;
  const at = one.first.findIndex((x, index) => contains(two, first - x, second - (one.second[index] ?? 0)));
  const [x, y] = [one.first[at] ?? 0, one.second[at] ?? 0];
  choose(sides[0], totals.home[0], [x, y], deal);
  choose(sides[1], totals.home[1], [first - x, second - y], deal);
  return { deal, values: [dealValue(valuations[0], deal), dealValue(valuations[1], deal)] };
}
