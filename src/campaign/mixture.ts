import type { Deal } from './counts.ts';

/**
 * A deal a share of the way from one deal to another. Each side's people add up to the rounded
 * mixture of both totals, so that two even deals mix to an even one.
 */
export function mixture(from: Deal, to: Deal, share: number, balance: readonly number[]): number[] {
  way.begin(from, to, balance);
  way.goTo(share);
  return way.mixed.slice();
}

/**
 * The way from one deal to another. Negotiators go along several on every move and look at most mixtures
 * no further than at their values, so one way is used again and again and its mixtures are written over.
 */
export class Way {
  /** The mixture in hand; only ever read, or copied. */
  readonly mixed: number[] = [];
  /** The groups of which either deal names anybody; all others are nobody all the way. */
  readonly named: number[] = [];
  namedCount = 0;
  #from: Deal = [];
  #to: Deal = [];
  #balance: readonly number[] = [];
  /** The groups of which the two deals name different numbers: few, mostly. */
  readonly #changed: number[] = [];
  #changedCount = 0;
  /** For each of them, the part of a person left over by the mixture in hand. */
  readonly #left: number[] = [];

  /** Sets out from one deal to another; the mixture in hand is where it begins. */
  begin(from: Deal, to: Deal, balance: readonly number[]): void {
    this.#from = from;
    this.#to = to;
    this.#balance = balance;
    this.#changedCount = 0;
    this.namedCount = 0;
    // Cut where it is too long and grown group by group where it is too short: set to a longer length, it
    // would have holes for all the runtime knows, and so would every deal and all holdings copied from it.
    if (this.mixed.length > from.length) this.mixed.length = from.length;
    for (let group = 0; group < from.length; group++) {
      const before = from[group] ?? 0;
      const after = to[group] ?? 0;
      this.mixed[group] = before;
      if (before !== after) this.#changed[this.#changedCount++] = group;
      if (before !== 0 || after !== 0) this.named[this.namedCount++] = group;
    }
  }

  goTo(share: number): void {
    // What the whole people of each side fall short of the rounded mixture of the side's totals.
    let missingToFirst = 0;
    let missingToSecond = 0;
    for (let at = 0; at < this.#changedCount; at++) {
      const group = this.#changed[at] ?? 0;
      const before = this.#from[group] ?? 0;
      const exact = before + ((this.#to[group] ?? 0) - before) * share;
      const whole = Math.floor(exact);
      this.mixed[group] = whole;
      this.#left[at] = exact - whole;
      const side = this.#balance[group] ?? 0;
      if (side > 0) missingToFirst += exact - whole;
      else if (side < 0) missingToSecond += exact - whole;
    }
    this.#roundUp(1, Math.round(missingToFirst));
    this.#roundUp(-1, Math.round(missingToSecond));
  }

  /** To where the way ends, which is whole people already. */
  goToEnd(): void {
    for (let at = 0; at < this.#changedCount; at++) {
      const group = this.#changed[at] ?? 0;
      this.mixed[group] = this.#to[group] ?? 0;
    }
  }

  /** Adds `people` to the changed groups of a side, one each, the largest part of a person first. */
  #roundUp(side: number, people: number): void {
    for (let added = 0; added < people; added++) {
      let best = -1;
      for (let at = 0; at < this.#changedCount; at++) {
        if (this.#balance[this.#changed[at] ?? 0] !== side) continue;
        if (best < 0 || (this.#left[at] ?? 0) > (this.#left[best] ?? 0)) best = at;
      }
      const group = this.#changed[best] ?? 0;
      this.mixed[group] = (this.mixed[group] ?? 0) + 1;
      this.#left[best] = -1;
    }
  }
}

const way = new Way();
