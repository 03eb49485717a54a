import type { PartyIndex, PerParty } from '../scenario/scenario.ts';
import { nashProduct } from './bargaining.ts';
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

/** The tradeable groups whose people go home to one party, best first for the weighted sum. */
interface Column {
  readonly groups: { readonly group: number; readonly score: number; left: number }[];
  next: number;
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
  const columns = columnsOf(valuations, weight, limits);
  const deal = limits.most.map(() => 0);
  const home: [number, number] = [0, 0];
  for (;;) {
    const step = bestStep(columns, valuations, weight, home, limits.capacity);
    if (!step) return deal;
    for (const party of step.to) {
      const column = columns[party];
      const top = column.groups[column.next];
      if (!top) continue;
      deal[top.group] = (deal[top.group] ?? 0) + step.people;
      home[party] += step.people;
      top.left -= step.people;
      if (top.left === 0) column.next++;
    }
  }
}

function columnsOf(
  valuations: PerParty<Valuation>,
  weight: PerParty<number>,
  limits: Limits,
): PerParty<Column> {
  const columns: PerParty<Column> = [
    { groups: [], next: 0 },
    { groups: [], next: 0 },
  ];
  const [first, second] = valuations;
  for (let group = 0; group < limits.most.length; group++) {
    const left = limits.most[group] ?? 0;
    const balance = first.balance[group] ?? 0;
    if (left === 0 || balance === 0) continue;
    const score = weight[0] * (first.unit[group] ?? 0) + weight[1] * (second.unit[group] ?? 0);
    columns[balance > 0 ? 0 : 1].groups.push({ group, score, left });
  }
  for (const column of columns) column.groups.sort((a, b) => b.score - a.score || a.group - b.group);
  return columns;
}

interface Step {
  readonly to: readonly PartyIndex[];
  readonly people: number;
}

/** The next people to add: a pair, or more of one side where that is worth the imbalance. */
function bestStep(
  columns: PerParty<Column>,
  valuations: PerParty<Valuation>,
  weight: PerParty<number>,
  home: readonly [number, number],
  capacity: number,
): Step | null {
  const tops = [columns[0].groups[columns[0].next], columns[1].groups[columns[1].next]] as const;
  const room = [capacity - home[0], capacity - home[1]] as const;
  const [toFirst, toSecond] = tops;
  const pairRoom = Math.min(room[0], room[1], toFirst?.left ?? 0, toSecond?.left ?? 0);
  const pairScore = (toFirst?.score ?? 0) + (toSecond?.score ?? 0);
  // People who go to party 0 are given by party 1, so it is party 1 that minds the excess.
  const single = (party: PartyIndex): number => {
    const giver = party === 0 ? 1 : 0;
    return (tops[party]?.score ?? Number.NEGATIVE_INFINITY) - weight[giver] * valuations[giver].imbalance;
  };
  const pairable = pairRoom > 0 && home[0] === home[1];
  for (const party of [0, 1] as const) {
    // One more to the side that is behind mends the balance and costs nothing.
    const mends = home[party] < home[party === 0 ? 1 : 0];
    const score = mends ? (tops[party]?.score ?? 0) : single(party);
    const people = Math.min(
      room[party],
      tops[party]?.left ?? 0,
      mends ? Math.abs(home[0] - home[1]) : Infinity,
    );
    if (people > 0 && score > 0 && (!pairable || score > pairScore)) return { to: [party], people };
  }
  return pairable && pairScore > 0 ? { to: [0, 1], people: pairRoom } : null;
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
  const corners = cornersBetween(weight => weightedDeal(valuations, [weight, 1 - weight], limits));
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
export function mixture(from: Deal, to: Deal, share: number, balance: readonly number[]): number[] {
  const mixed: number[] = [];
  const left: number[] = [];
  // What the whole people of a side fall short of the rounded mixture of the side's totals.
  const missing: Record<number, number> = {};
  for (let group = 0; group < from.length; group++) {
    const exact = (from[group] ?? 0) + ((to[group] ?? 0) - (from[group] ?? 0)) * share;
    const whole = Math.floor(exact);
    mixed.push(whole);
    left.push(exact - whole);
    const side = balance[group] ?? 0;
    missing[side] = (missing[side] ?? 0) + exact - whole;
  }
  for (const side of [1, -1]) {
    for (let people = Math.round(missing[side] ?? 0); people > 0; people--) {
      const group = nearestToWhole(left, balance, side);
      mixed[group] = (mixed[group] ?? 0) + 1;
      left[group] = -1;
    }
  }
  return mixed;
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
    const product = nashProduct([first, second], power);
    if (product > bestProduct) {
      best = candidate;
      bestProduct = product;
    }
  }
  return best;
}
