import type { PartyIndex, PerParty } from '../scenario/scenario.ts';
import { contains, hullOf, merged, NO_POINTS, ORIGIN, type ParetoSet } from './pareto.ts';
import { dealValue, type Valuation } from './worth.ts';

/*
 * One side of a deal: whom of its people a party gets, for each number of them. With the number
 * fixed all values are additive, so the best choices grow group by group: a choice that is
 * dominated among the groups so far stays dominated whatever is added (dynamic programming with
 * Pareto pruning, after Nemhauser and Ullmann 1969).
 */

/** Parts of a worth unit that values are reckoned in, so that they are whole numbers. */
export const PARTS = 1e9;

/** A tradeable group: what one person of it adds to either party's value, in parts. */
export interface Item {
  readonly group: number;
  readonly first: number;
  readonly second: number;
  readonly most: number;
}

/** The best choices among the people who go home to one party. */
export interface Side {
  readonly items: readonly Item[];
  /** After each group, by number of people: the undominated sums of values. The first is before any group. */
  readonly stages: readonly (readonly ParetoSet[])[];
  /** The last stage, and the hull of each of its sets. */
  readonly sets: readonly ParetoSet[];
  readonly hulls: readonly ParetoSet[];
}

/** Who may go into a deal: the most of each group, and of people who go home to each party. */
export interface Room {
  readonly most: readonly number[];
  readonly home: PerParty<number>;
}

export function itemsOf(valuations: PerParty<Valuation>, { most, home }: Room, party: PartyIndex): Item[] {
  const [first, second] = valuations;
  return first.unit.flatMap((unit, group) => {
    const people = Math.min(most[group] ?? 0, home[party]);
    if (people <= 0 || valuations[party].balance[group] !== 1) return [];
    return {
      group,
      first: Math.round(unit * PARTS),
      second: Math.round((second.unit[group] ?? 0) * PARTS),
      most: people,
    };
  });
}

/** The number of people of a side that a deal can hold. */
export function peopleIn(items: readonly Item[], home: number): number {
  return Math.min(
    home,
    items.reduce((people, { most }) => people + most, 0),
  );
}

/** The best choices of a side; null where there are more than `most` of them to keep. */
export function sideOf(items: readonly Item[], people: number, most: number): Side | null {
  const stages = [Array.from({ length: people + 1 }, (_, number) => (number === 0 ? ORIGIN : NO_POINTS))];
  let kept = 0;
  for (const item of items) {
    const stage = withGroup(stages.at(-1) ?? [], item);
    kept += stage.reduce((points, { first }) => points + first.length, 0);
    if (kept > most) return null;
    stages.push(stage);
  }
  const sets = stages.at(-1) ?? [];
  return { items, stages, sets, hulls: sets.map(hullOf) };
}

/** The sets with a group added: its people come in lots of 1, 2, 4 and so on, with which any number can be had. */
function withGroup(before: readonly ParetoSet[], { first, second, most }: Item): ParetoSet[] {
  const sets = [...before];
  let left = most;
  for (let lot = 1; left > 0; lot *= 2) {
    const people = Math.min(lot, left);
    left -= people;
    for (let number = sets.length - 1; number >= people; number--) {
      const [without = NO_POINTS, base = NO_POINTS] = [sets[number], sets[number - people]];
      if (base.first.length > 0) sets[number] = merged(without, base, people * first, people * second);
    }
  }
  return sets;
}

/** Who they are: a choice of `people` that adds up to the values, written into `deal`; the fewest of the later groups. */
export function choose(side: Side, people: number, values: Parts, deal: number[]): void {
  let [left, [first, second]] = [people, values];
  for (let stage = side.items.length; stage > 0; stage--) {
    const item = side.items[stage - 1];
    const before = side.stages[stage - 1];
    if (!item || !before) return;
    let taken = 0;
    while (
      taken < left &&
      !contains(before[left - taken] ?? NO_POINTS, first - taken * item.first, second - taken * item.second)
    )
      taken++;
    deal[item.group] = taken;
    left -= taken;
    first -= taken * item.first;
    second -= taken * item.second;
  }
}

/** Values to both parties, in parts. */
export type Parts = readonly [number, number];

/**
 * What numbers alone cost the parties: the imbalance and the precedent of a deal that sends so many
 * people home to each.
 */
export function priceOfNumbers(valuations: PerParty<Valuation>): (home: PerParty<number>) => Parts {
  const numbers = (party: PartyIndex): Valuation => ({
    ...valuations[party],
    unit: [0, 0],
    balance: party === 0 ? [1, -1] : [-1, 1],
  });
  const [first, second] = [numbers(0), numbers(1)];
  return home => [Math.round(dealValue(first, home) * PARTS), Math.round(dealValue(second, home) * PARTS)];
}
