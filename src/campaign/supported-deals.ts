import type { PerParty } from '../scenario/scenario.ts';
import type { Deal } from './counts.ts';
import { Way } from './mixture.ts';
import { type Corners, cornersOf, type Limits, type Valued } from './package.ts';
import { lessPriceOfNumbers, type Valuation } from './worth.ts';

/** Deals that are weighed before they are made: of forty that a negotiator weighs it puts one on the table. */
export interface WeighedDeals {
  /** What each deal is worth, by party, in worth units. */
  readonly values: PerParty<readonly number[]>;
  /** Makes the deal at a place in the order of the values. */
  deal(at: number): Deal;
}

/** Deals with their values, one by one. */
export function listed(deals: WeighedDeals): Valued[] {
  const [first, second] = deals.values;
  return first.map((value, at) => ({ deal: deals.deal(at), values: [value, second[at] ?? 0] }));
}

/**
 * Deals along the frontier, from party 1's favour to party 0's: those that some weighting of both
 * sides' values picks out, which are its corners, and mixtures of neighbouring corners, since all
 * of a group or none of it is seldom what two sides settle on. People being whole, a mixture can
 * fall short of the frontier by the worth of a person or two.
 */
export function supportedDeals(valuations: PerParty<Valuation>, limits: Limits): WeighedDeals {
  return new SupportedDeals(valuations, limits);
}

/** Steps from one corner to the next: six mixtures, and the corner itself. */
const STEPS = 7;

class SupportedDeals implements WeighedDeals {
  readonly values: PerParty<readonly number[]>;
  readonly #valuations: PerParty<Valuation>;
  readonly #limits: Limits;
  /** For each deal the corner that it comes before, or is, and the step on the way there, in one number. */
  readonly #places: readonly number[];

  constructor(valuations: PerParty<Valuation>, limits: Limits) {
    this.#valuations = valuations;
    this.#limits = limits;
    const corners = this.#search();
    found.size = 0;
    for (let corner = 0; corner < corners.count; corner++) {
      setOut(corners.deals, corner, valuations);
      for (let step = 1; corner > 0 && step < STEPS; step++) {
        way.goTo(step / STEPS);
        note(corner * STEPS + step, valuations);
      }
      way.goToEnd();
      note(corner * STEPS + STEPS, valuations);
    }
    this.values = [found.first.slice(0, found.size), found.second.slice(0, found.size)];
    this.#places = found.places.slice(0, found.size);
  }

  /** The corners, searched again where another search has come between: few deals are ever made. */
  #search(): Corners {
    if (searched?.by !== this) searched = { by: this, corners: cornersOf(this.#valuations, this.#limits) };
    return searched.corners;
  }

  deal(at: number): Deal {
    const place = this.#places[at] ?? 0;
    const corner = Math.ceil(place / STEPS) - 1;
    setOut(this.#search().deals, corner, this.#valuations);
    way.goTo((place - corner * STEPS) / STEPS);
    return way.mixed.slice();
  }
}

function setOut(corners: readonly Deal[], corner: number, [{ balance }]: PerParty<Valuation>): void {
  const to = corners[corner] ?? [];
  way.begin(corner > 0 ? (corners[corner - 1] ?? to) : to, to, balance);
}

/** Whose corners were searched last. */
let searched: { readonly by: WeighedDeals; readonly corners: Corners } | null = null;

// One of each is enough for all, written over by the next: nobody goes along two ways at once.
const way = new Way();
const found = { size: 0, first: [] as number[], second: [] as number[], places: [] as number[] };

/**
 * Notes the mixture in hand with the value of a deal to each party, reckoned for both at once from the
 * few groups that it names; one that is worth the same to both as the one before it is passed over.
 */
function note(place: number, [one, two]: PerParty<Valuation>): void {
  const { balance } = one;
  let first = 0;
  let second = 0;
  let toFirst = 0;
  let toSecond = 0;
  for (let at = 0; at < way.namedCount; at++) {
    const group = way.named[at] ?? 0;
    const people = way.mixed[group] ?? 0;
    const side = balance[group] ?? 0;
    first += (one.unit[group] ?? 0) * people;
    second += (two.unit[group] ?? 0) * people;
    if (side > 0) toFirst += people;
    else if (side < 0) toSecond += people;
  }
  // What the one party gives, the other receives.
  first = lessPriceOfNumbers(one, first, toSecond, toFirst);
  second = lessPriceOfNumbers(two, second, toFirst, toSecond);
  const { size } = found;
  if (size > 0 && found.first[size - 1] === first && found.second[size - 1] === second) return;
  found.first[size] = first;
  found.second[size] = second;
  found.places[size] = place;
  found.size = size + 1;
}
