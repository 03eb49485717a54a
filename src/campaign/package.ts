import type { PerParty } from '../scenario/scenario.ts';
import { nashProduct } from './bargaining.ts';
import { type Deal, sameCounts, zeros } from './counts.ts';
import type { Valuation } from './worth.ts';

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
  const deal = zeros(limits.most.length);
  search.prepare(valuations, limits);
  search.dealAt(weight[0], weight[1], deal);
  return deal;
}

/**
 * The search for deals at one weight after another. Its lists are made once and used again, since
 * negotiators search on every move; nothing of one search is left in the next.
 */
class Search {
  #valuations: PerParty<Valuation> | null = null;
  #limits: Limits = { most: [], capacity: 0 };
  /** Tradeable groups whose people go home to each party, best first at the weight in hand. */
  readonly #toFirst: number[] = [];
  readonly #toSecond: number[] = [];
  #sizeFirst = 0;
  #sizeSecond = 0;
  /** Per group: what one person adds to the weighted sum. */
  #score = new Float64Array(0);

  prepare(valuations: PerParty<Valuation>, limits: Limits): void {
    this.#valuations = valuations;
    this.#limits = limits;
    this.#sizeFirst = 0;
    this.#sizeSecond = 0;
    if (this.#score.length < limits.most.length) this.#score = new Float64Array(limits.most.length);
    const { balance } = valuations[0];
    for (let group = 0; group < limits.most.length; group++) {
      const side = balance[group] ?? 0;
      if (side === 0 || (limits.most[group] ?? 0) === 0) continue;
      if (side > 0) this.#toFirst[this.#sizeFirst++] = group;
      else this.#toSecond[this.#sizeSecond++] = group;
    }
  }

  /** Adds the best deal at these weights to `deal`, which names nobody. */
  dealAt(weight0: number, weight1: number, deal: number[]): void {
    if (!this.#valuations) return;
    const [first, second] = this.#valuations;
    const { most, capacity } = this.#limits;
    const [toFirst, toSecond, score] = [this.#toFirst, this.#toSecond, this.#score];
    const [sizeFirst, sizeSecond] = [this.#sizeFirst, this.#sizeSecond];
    for (let group = 0; group < most.length; group++) {
      score[group] = weight0 * (first.unit[group] ?? 0) + weight1 * (second.unit[group] ?? 0);
    }
    inOrder(toFirst, sizeFirst, score);
    inOrder(toSecond, sizeSecond, score);
    // What one person beyond those received costs the party that gives it: party 1 for those who go to party 0.
    const excess0 = weight1 * second.imbalance;
    const excess1 = weight0 * first.imbalance;
    let home0 = 0;
    let home1 = 0;
    let next0 = 0;
    let next1 = 0;
    for (;;) {
      const group0 = next0 < sizeFirst ? (toFirst[next0] ?? 0) : -1;
      const group1 = next1 < sizeSecond ? (toSecond[next1] ?? 0) : -1;
      const left0 = group0 < 0 ? 0 : (most[group0] ?? 0) - (deal[group0] ?? 0);
      const left1 = group1 < 0 ? 0 : (most[group1] ?? 0) - (deal[group1] ?? 0);
      const score0 = group0 < 0 ? 0 : (score[group0] ?? 0);
      const score1 = group1 < 0 ? 0 : (score[group1] ?? 0);
      const ahead = home0 - home1;
      let people0 = Math.min(capacity - home0, left0);
      let people1 = Math.min(capacity - home1, left1);
      const pair = ahead === 0 ? Math.min(people0, people1) : 0;
      const enough = pair > 0 ? Math.max(0, score0 + score1) : 0;
      // One more to the side that is behind mends the balance and costs nothing.
      if (ahead < 0) people0 = Math.min(people0, -ahead);
      if (ahead > 0) people1 = Math.min(people1, ahead);
      if (people0 > 0 && (ahead < 0 ? score0 : score0 - excess0) > enough) people1 = 0;
      else if (people1 > 0 && (ahead > 0 ? score1 : score1 - excess1) > enough) people0 = 0;
      else if (pair > 0 && score0 + score1 > 0) people0 = people1 = pair;
      else return;
      if (people0 > 0) {
        deal[group0] = (deal[group0] ?? 0) + people0;
        home0 += people0;
        if (people0 === left0) next0++;
      }
      if (people1 > 0) {
        deal[group1] = (deal[group1] ?? 0) + people1;
        home1 += people1;
        if (people1 === left1) next1++;
      }
    }
  }
}

const search = new Search();

/** Puts groups in the order of their scores, those of the same score as they stand; by insertion, for they are few. */
function inOrder(groups: number[], size: number, score: Float64Array): void {
  for (let from = 1; from < size; from++) {
    const group = groups[from] ?? 0;
    const own = score[group] ?? 0;
    let to = from;
    for (; to > 0; to--) {
      const before = groups[to - 1] ?? 0;
      const theirs = score[before] ?? 0;
      if (theirs > own || (theirs === own && before < group)) break;
      groups[to] = before;
    }
    groups[to] = group;
  }
}

/** How finely weights are tried in the search for a deal; 1/24 tells deals of four people apart at 100. */
const WEIGHTS = Array.from({ length: 23 }, (_, step) => (step + 1) / 24);

/** A deal with its value to each party. */
export interface Valued {
  readonly deal: Deal;
  readonly values: PerParty<number>;
}

/**
 * The different deals that the weights pick out, from party 1's favour to party 0's. The list and its deals
 * are written over by the next search, so whoever keeps one copies it.
 */
export function cornersOf(valuations: PerParty<Valuation>, limits: Limits): Corners {
  search.prepare(valuations, limits);
  const end = WEIGHTS.length - 1;
  const first = cornerAt(0, limits.most.length);
  const last = cornerAt(end, limits.most.length);
  corners.deals[0] = first;
  corners.count = 1;
  cornersBetween(0, first, end, last);
  addIfOther(last);
  return corners;
}

/** So many deals at the beginning of a list; what stands after them is of another search. */
export interface Corners {
  readonly deals: readonly Deal[];
  readonly count: number;
}

const corners = { deals: [] as Deal[], count: 0 };

/** The deal at each weight that was tried. */
const tried: number[][] = WEIGHTS.map(() => []);

function cornerAt(index: number, groups: number): Deal {
  const deal = tried[index] ?? [];
  if (deal.length > groups) deal.length = groups;
  for (let group = 0; group < groups; group++) deal[group] = 0;
  const weight = WEIGHTS[index] ?? 0.5;
  search.dealAt(weight, 1 - weight, deal);
  return deal;
}

/**
 * Adds what lies between two weights. Two weights that pick the same deal have no other between
 * them, so most weights need not be tried.
 */
function cornersBetween(low: number, first: Deal, high: number, last: Deal): void {
  if (high - low < 2 || sameCounts(first, last)) return;
  const middle = (low + high) >> 1;
  const deal = cornerAt(middle, first.length);
  cornersBetween(low, first, middle, deal);
  addIfOther(deal);
  cornersBetween(middle, deal, high, last);
}

function addIfOther(deal: Deal): void {
  if (!sameCounts(deal, corners.deals[corners.count - 1] ?? [])) corners.deals[corners.count++] = deal;
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
  const values = [deals.map(deal => deal.values[0]), deals.map(deal => deal.values[1])] as const;
  return deals[nashAmong(values, reservations, power)] ?? null;
}

/** The same among deals of which the values are given, side by side: its place, or -1. */
export function nashAmong(
  values: PerParty<readonly number[]>,
  reservations: PerParty<number>,
  power: number,
): number {
  let best = -1;
  let bestProduct = 0;
  for (let at = 0; at < values[0].length; at++) {
    const first = (values[0][at] ?? 0) - reservations[0];
    const second = (values[1][at] ?? 0) - reservations[1];
    if (first <= 0 || second <= 0) continue;
    const product = nashProduct([first, second], power);
    if (product > bestProduct) {
      best = at;
      bestProduct = product;
    }
  }
  return best;
}
