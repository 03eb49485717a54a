import type { PerParty } from '../scenario/scenario.ts';
import { undominated } from './bargaining.ts';
import { type Deal, sameCounts, sum } from './counts.ts';
import { mixture } from './mixture.ts';
import type { Valued } from './package.ts';
import { type Item, itemsOf, PARTS, type Parts, peopleIn, priceOfNumbers, type Room } from './trade-offs.ts';
import { dealValue, type Valuation } from './worth.ts';

/*
 * Deals along the convex hull of all deals. Its corners are exact: each is the best deal for some
 * weighting of both values, and between two neighbours no weighting has a better one. The deals
 * between them mix neighbouring corners person by person. How far any deal can lie above these,
 * the hull itself tells.
 */
export function hullFrontier(
  valuations: PerParty<Valuation>,
  room: Room,
): { readonly deals: Valued[]; readonly gap: number } {
  const corners = cornersOf(weighing(valuations, room));
  const along = corners.flatMap((corner, index) => {
    const before = corners[index - 1];
    return before
      ? [...between(before.deal, corner.deal, valuations[0].balance), corner.deal]
      : [corner.deal];
  });
  const named = along.filter(deal => sum(deal) > 0);
  const deals = differing(undominated(named.map(deal => valued(valuations, deal))));
  return {
    deals,
    gap: gapOf(
      deals,
      corners.map(({ deal }) => valued(valuations, deal)),
    ),
  };
}

/** One deal for each pair of values. */
function differing(deals: readonly Valued[]): Valued[] {
  return deals.filter(({ values }, index) => values[0] !== deals[index - 1]?.values[0]);
}

function valued(valuations: PerParty<Valuation>, deal: Deal): Valued {
  return { deal, values: [dealValue(valuations[0], deal), dealValue(valuations[1], deal)] };
}

/** A deal with its values in parts. */
interface Corner {
  readonly deal: Deal;
  readonly values: Parts;
}

/** The best deal for a weighting of both values. */
type Weighing = (weight: Parts) => Corner;

/** The corners from party 1's favour to party 0's. */
function cornersOf(best: Weighing): Corner[] {
  const [theirs, ours] = [best([0, 1]), best([1, 0])];
  const inside = (low: Corner, high: Corner): Corner[] => {
    const weight = [low.values[1] - high.values[1], high.values[0] - low.values[0]] as const;
    if (weight[0] <= 0 || weight[1] <= 0) return [];
    const corner = best(weight);
    const further =
      (corner.values[0] - low.values[0]) * weight[0] + (corner.values[1] - low.values[1]) * weight[1];
    // A corner that is no further out than its neighbours is on the line between them, but for rounding.
    const size = Math.abs(weight[0] * low.values[0]) + Math.abs(weight[1] * low.values[1]);
    if (further <= NEGLIGIBLE * size || sameValues(corner, low) || sameValues(corner, high)) return [];
    return [...inside(low, corner), corner, ...inside(corner, high)];
  };
  return [theirs, ...inside(theirs, ours), ours];
}

const NEGLIGIBLE = 1e-12;

function sameValues(one: Corner, other: Corner): boolean {
  return one.values[0] === other.values[0] && one.values[1] === other.values[1];
}

function weighing(valuations: PerParty<Valuation>, room: Room): Weighing {
  const items = [itemsOf(valuations, room, 0), itemsOf(valuations, room, 1)] as const;
  const people = [peopleIn(items[0], room.home[0]), peopleIn(items[1], room.home[1])] as const;
  const price = priceOfNumbers(valuations);
  return weight => {
    const ranked = [rank(items[0], weight), rank(items[1], weight)] as const;
    const sums = [runningSums(ranked[0], people[0]), runningSums(ranked[1], people[1])] as const;
    const valuesAt = (home: PerParty<number>): Parts => {
      const [one, two, numbers] = [sums[0][home[0]], sums[1][home[1]], price(home)];
      return [(one?.[0] ?? 0) + (two?.[0] ?? 0) + numbers[0], (one?.[1] ?? 0) + (two?.[1] ?? 0) + numbers[1]];
    };
    const home = bestTotals(people, home => {
      const [first, second] = valuesAt(home);
      return first * weight[0] + second * weight[1];
    });
    const deal = valuations[0].unit.map(() => 0);
    fill(deal, ranked[0], home[0]);
    fill(deal, ranked[1], home[1]);
    return { deal, values: valuesAt(home) };
  };
}

/** Groups by what one of their people adds to the weighted value, and by the sum of both where that is the same. */
function rank(items: readonly Item[], weight: Parts): Item[] {
  const score = ({ first, second }: Item) => first * weight[0] + second * weight[1];
  return [...items].sort((a, b) => score(b) - score(a) || b.first + b.second - a.first - a.second);
}

/** Values of the first people in rank order, by their number. */
function runningSums(ranked: readonly Item[], people: number): Parts[] {
  const sums: Parts[] = [[0, 0]];
  for (const { first, second, most } of ranked) {
    for (let count = 0; count < most && sums.length <= people; count++) {
      const [x = 0, y = 0] = sums.at(-1) ?? [];
      sums.push([x + first, y + second]);
    }
  }
  return sums;
}

/** The totals of the greatest score. With one total fixed the score rises to its top and falls again. */
function bestTotals(people: PerParty<number>, score: (home: PerParty<number>) => number): PerParty<number> {
  let best: PerParty<number> = [0, 0];
  let highest = Number.NEGATIVE_INFINITY;
  for (let ours = 0; ours <= people[0]; ours++) {
    // Nobody for nobody is no deal.
    let [low, high] = [ours === 0 ? 1 : 0, people[1]];
    if (low > high) continue;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (score([ours, middle + 1]) > score([ours, middle])) low = middle + 1;
      else high = middle;
    }
    const reached = score([ours, low]);
    if (reached > highest) [best, highest] = [[ours, low], reached];
  }
  return best;
}

function fill(deal: number[], ranked: readonly Item[], people: number): void {
  let left = people;
  for (const { group, most } of ranked) {
    const taken = Math.min(left, most);
    deal[group] = taken;
    left -= taken;
  }
}

/** The deals strictly between two, moved on by one person of the group that changes most. */
function between(from: Deal, to: Deal, balance: readonly number[]): Deal[] {
  const steps = Math.max(0, ...from.map((count, group) => Math.abs((to[group] ?? 0) - count)));
  const deals: Deal[] = [];
  for (let step = 1; step < steps; step++) {
    const deal = mixture(from, to, step / steps, balance);
    if (!sameCounts(deal, deals.at(-1) ?? from)) deals.push(deal);
  }
  return deals;
}

/**
 * How far the hull rises above a staircase of deals, for both at once: from the inner corner of each
 * step along the diagonal to the hull. Deals and corners from party 1's favour to party 0's.
 */
function gapOf(deals: readonly Valued[], corners: readonly Valued[]): number {
  let gap = 0;
  let side = 1;
  for (let index = 1; index < deals.length; index++) {
    const [low, high] = [deals[index - 1], deals[index]];
    if (!low || !high) continue;
    const notch = [low.values[0], high.values[1]] as const;
    const above = () => diagonalTo(notch, corners[side - 1], corners[side]);
    while (side < corners.length - 1 && (corners[side]?.values[0] ?? 0) < notch[0] + above()) side++;
    gap = Math.max(gap, above());
  }
  // Values are reckoned in whole parts.
  return gap + deals.length / PARTS;
}

/** How far one can go from a point, by the same amount in both values, up to the line through two deals. */
function diagonalTo(
  [x, y]: readonly [number, number],
  from: Valued | undefined,
  to: Valued | undefined,
): number {
  if (!from || !to) return 0;
  const [across, down] = [to.values[0] - from.values[0], from.values[1] - to.values[1]];
  return (down * (from.values[0] - x) + across * (from.values[1] - y)) / (down + across);
}
