import type { PartyIndex, PerParty } from '../scenario/scenario.ts';
import { type Deal, sameCounts } from './counts.ts';
import { dealValue, type Valuation } from './worth.ts';

/*
 * Putting a deal together. For a weight on each side's value the best deal can be found exactly:
 * people on each side are ranked by what they add to the weighted sum, and taken pair by pair
 * while a pair adds something, then singly while one more is worth the imbalance it makes.
 */

/** What may go into a deal: the most of each group, and of people a side. */
export interface Limits {
  readonly most: readonly number[];
  readonly capacity: number;
}

/** One search for deals: what stays the same whatever the weight, and the ranking at the weight in hand. */
interface Search {
  readonly valuations: PerParty<Valuation>;
  readonly limits: Limits;
  /** Tradeable groups whose people go home to each party, best first for the weight in hand. */
  readonly columns: PerParty<number[]>;
  /** Per group: what one person adds to the weighted sum. */
  readonly score: number[];
}

function searchFor(valuations: PerParty<Valuation>, limits: Limits): Search {
  const columns: PerParty<number[]> = [[], []];
  const score: number[] = [];
  for (let group = 0; group < limits.most.length; group++) {
    score.push(0);
    const balance = valuations[0].balance[group] ?? 0;
    if ((limits.most[group] ?? 0) > 0 && balance !== 0) columns[balance > 0 ? 0 : 1].push(group);
  }
  return { valuations, limits, columns, score };
}

/**
 * The deal of tradeable people that maximises `weight[0]` times party 0's value plus `weight[1]`
 * times party 1's, within the limits. Exact for values without the precedent term, which has a
 * bend of its own.
 */
export function weightedDeal(
  valuations: PerParty<Valuation>,
  weight: PerParty<number>,
  limits: Limits,
): number[] {
  return dealAt(searchFor(valuations, limits), weight);
}

function dealAt(search: Search, weight: PerParty<number>): number[] {
  const { valuations, limits, columns, score } = search;
  rank(search, weight);
  // What one more person than is received costs each party that gives it.
  const excess = [weight[0] * valuations[0].imbalance, weight[1] * valuations[1].imbalance] as const;
  const deal: number[] = limits.most.map(() => 0);
  const home: [number, number] = [0, 0];
  const next: [number, number] = [0, 0];
  const leftOf = (group: number) => (limits.most[group] ?? 0) - (deal[group] ?? 0);
  const take = (party: PartyIndex, people: number): void => {
    const group = columns[party][next[party]] ?? 0;
    deal[group] = (deal[group] ?? 0) + people;
    home[party] += people;
    if (deal[group] === limits.most[group]) next[party]++;
  };
  for (;;) {
    const top0 = columns[0][next[0]];
    const top1 = columns[1][next[1]];
    const room0 = top0 === undefined ? 0 : Math.min(limits.capacity - home[0], leftOf(top0));
    const room1 = top1 === undefined ? 0 : Math.min(limits.capacity - home[1], leftOf(top1));
    const score0 = top0 === undefined ? 0 : (score[top0] ?? 0);
    const score1 = top1 === undefined ? 0 : (score[top1] ?? 0);
    const ahead = home[0] - home[1];
    const pair = ahead === 0 ? Math.min(room0, room1) : 0;
    const least = pair > 0 ? Math.max(0, score0 + score1) : 0;
    // One more to the side that is behind mends the balance and costs nothing. People who go to
    // party 0 are given by party 1, so it is party 1 that minds the excess.
    const people0 = ahead < 0 ? Math.min(room0, -ahead) : room0;
    const people1 = ahead > 0 ? Math.min(room1, ahead) : room1;
    if (people0 > 0 && (ahead < 0 ? score0 : score0 - excess[1]) > least) take(0, people0);
    else if (people1 > 0 && (ahead > 0 ? score1 : score1 - excess[0]) > least) take(1, people1);
    else if (pair > 0 && score0 + score1 > 0) {
      take(0, pair);
      take(1, pair);
    } else return deal;
  }
}

/** Scores the groups at a weight and puts each column in order; groups of the same score stay as they stand. */
function rank({ valuations, columns, score }: Search, weight: PerParty<number>): void {
  const [first, second] = valuations;
  for (let group = 0; group < score.length; group++) {
    score[group] = weight[0] * (first.unit[group] ?? 0) + weight[1] * (second.unit[group] ?? 0);
  }
  for (const column of columns) {
    // By insertion: a column is short, and nearly in order from the weight before.
    for (let from = 1; from < column.length; from++) {
      const group = column[from] ?? 0;
      let to = from;
      for (; to > 0 && goesBefore(score, group, column[to - 1] ?? 0); to--) column[to] = column[to - 1] ?? 0;
      column[to] = group;
    }
  }
}

function goesBefore(score: readonly number[], a: number, b: number): boolean {
  const [scoreA, scoreB] = [score[a] ?? 0, score[b] ?? 0];
  return scoreA > scoreB || (scoreA === scoreB && a < b);
}

/** How finely weights are tried in the search for a deal; 1/24 tells deals of four people apart at 100. */
const WEIGHTS = Array.from({ length: 23 }, (_, step) => (step + 1) / 24);

/** A deal with its value to each party. */
export interface Valued {
  readonly deal: Deal;
  readonly values: PerParty<number>;
}

/** Deals tried between two neighbouring corners of the frontier. */
const BETWEEN = 6;

/**
 * Deals along the frontier, from party 1's favour to party 0's: those that some weighting of both
 * sides' values picks out, which are its corners, and mixtures of neighbouring corners, since all
 * of a group or none of it is seldom what two sides settle on. People being whole, a mixture can
 * fall short of the frontier by the worth of a person or two.
 */
export function supportedDeals(valuations: PerParty<Valuation>, limits: Limits): Valued[] {
  const found: Valued[] = [];
  const add = (deal: Deal): void => {
    const values = [dealValue(valuations[0], deal), dealValue(valuations[1], deal)] as const;
    const last = found.at(-1);
    if (last?.values[0] !== values[0] || last.values[1] !== values[1]) found.push({ deal, values });
  };
  const search = searchFor(valuations, limits);
  const corners = cornersBetween(weight => dealAt(search, [weight, 1 - weight]));
  corners.forEach((corner, index) => {
    const before = corners[index - 1];
    for (let step = 1; before && step <= BETWEEN; step++) {
      add(mixture(before, corner, step / (BETWEEN + 1), valuations[0].balance));
    }
    add(corner);
  });
  return found;
}

/**
 * The different deals that the weights pick out, in the order of the weights. Two weights that pick
 * the same deal have no other between them, so most weights need not be tried.
 */
function cornersBetween(dealAt: (weight: number) => Deal): Deal[] {
  const at = (index: number) => dealAt(WEIGHTS[index] ?? 0.5);
  const inside = (low: number, first: Deal, high: number, last: Deal): Deal[] => {
    if (high - low < 2 || sameCounts(first, last)) return [];
    const middle = (low + high) >> 1;
    const deal = at(middle);
    return [...inside(low, first, middle, deal), deal, ...inside(middle, deal, high, last)];
  };
  const end = WEIGHTS.length - 1;
  const [first, last] = [at(0), at(end)];
  const all = [first, ...inside(0, first, end, last), last];
  return all.filter((deal, index) => index === 0 || !sameCounts(deal, all[index - 1] ?? []));
}

/**
 * A deal a share of the way from one deal to another. Each side's people add up to the rounded
 * mixture of both totals, so that two even deals mix to an even one.
 */
function mixture(from: Deal, to: Deal, share: number, balance: readonly number[]): number[] {
  const mixed: number[] = [];
  const left: number[] = [];
  // What the whole people of each side fall short of the rounded mixture of the side's totals.
  let missingToFirst = 0;
  let missingToSecond = 0;
  for (let group = 0; group < from.length; group++) {
    const exact = (from[group] ?? 0) + ((to[group] ?? 0) - (from[group] ?? 0)) * share;
    const whole = Math.floor(exact);
    mixed.push(whole);
    left.push(exact - whole);
    const side = balance[group] ?? 0;
    if (side > 0) missingToFirst = missingToFirst + exact - whole;
    else if (side < 0) missingToSecond = missingToSecond + exact - whole;
  }
  roundUp(mixed, left, balance, 1, Math.round(missingToFirst));
  roundUp(mixed, left, balance, -1, Math.round(missingToSecond));
  return mixed;
}

/** Adds `people` to the groups of a side, one each, the largest part of a person first. */
function roundUp(
  mixed: number[],
  left: number[],
  balance: readonly number[],
  side: number,
  people: number,
): void {
  for (; people > 0; people--) {
    const group = nearestToWhole(left, balance, side);
    mixed[group] = (mixed[group] ?? 0) + 1;
    left[group] = -1;
  }
}

/** The group of a side with the largest part of a person left over. */
function nearestToWhole(left: readonly number[], balance: readonly number[], side: number): number {
  let best = -1;
  for (let group = 0; group < left.length; group++) {
    if (balance[group] === side && (best < 0 || (left[group] ?? 0) > (left[best] ?? 0))) best = group;
  }
  return best;
}

/**
 * The asymmetric Nash deal among those found: the greatest
 * (value_0 - reservation_0)^power * (value_1 - reservation_1)^(1 - power); null where none is
 * above both reservations. Nash (1950); the exponents after Harsanyi and Selten (1972).
 */
export function asymmetricNash(
  deals: readonly Valued[],
  reservations: PerParty<number>,
  power: number,
): Valued | null {
  let best: Valued | null = null;
  let bestProduct = 0;
  for (const candidate of deals) {
    const first = candidate.values[0] - reservations[0];
    const second = candidate.values[1] - reservations[1];
    if (first <= 0 || second <= 0) continue;
    const product = first ** power * second ** (1 - power);
    if (product > bestProduct) {
      best = candidate;
      bestProduct = product;
    }
  }
  return best;
}
