import type { Range } from '../scenario/figure.ts';
import type { PerParty } from '../scenario/scenario.ts';
import { changesInPlace } from './changes-in-place.ts';
import type { Counts } from './counts.ts';
import type { GroupParameters } from './parameters.ts';

/** How many hand-overs lie in the foreseeable future: the pool that counts is three times the capacity. */
const FORESEEABLE_HAND_OVERS = 3;

/** What leverage is weighed from: the truth, or one side's picture of it. */
export interface Pools {
  readonly groups: readonly Pick<
    GroupParameters,
    'index' | 'home' | 'holder' | 'owed' | 'worth' | 'salience'
  >[];
  readonly capacity: Range;
  readonly held: Counts;
  readonly pressure: PerParty<number>;
}

/**
 * Leverage of party 0 in [0, 1]: what its pool weighs with the other, as a share of what both weigh;
 * one half where nobody holds anybody. A pool weighs, in worth units:
 *
 *     hold_i = sum over tradeable groups i holds
 *              worth * (1 + salience * pressure_j) * m * (1 - exp(-held / m))
 *
 * `m` is the number that could move in the foreseeable future, so that a pool of thousands does
 * not drown one of hundreds. People owed by law are no leverage and are left out.
 */
export function leverageOf({ groups, capacity, held, pressure }: Pools): number {
  const weights = weightsOf(groups, capacity);
  weigh(weights, held, weights.pictured, passing);
  return shareOfFirst(passing, pressure);
}

/** The tradeable groups, side by side: they are weighed for every count of people, so they are laid out once. */
interface Weights {
  readonly m: number;
  readonly index: number[];
  readonly holder: number[];
  /** What a group without bound weighs: worth * m. */
  readonly whole: number[];
  readonly salience: number[];
  /** What was weighed last of the truth, and of one side's picture. */
  readonly truth: Weighed;
  readonly pictured: Weighed;
}

/** What each group weighs at a count of people: from one weighing to the next few counts change. */
interface Weighed {
  readonly people: Float64Array;
  readonly weight: Float64Array;
}

function notWeighed(groups: number): Weighed {
  return { people: new Float64Array(groups).fill(-1), weight: new Float64Array(groups) };
}

const laidOut = new WeakMap<Pools['groups'], Weights>();

function weightsOf(groups: Pools['groups'], capacity: Range): Weights {
  const m = capacity.best * FORESEEABLE_HAND_OVERS;
  const known = laidOut.get(groups);
  if (known?.m === m) return known;
  const tradeable = groups.filter(group => !group.owed);
  const [truth, pictured] = [notWeighed(tradeable.length), notWeighed(tradeable.length)];
  const weights: Weights = { m, index: [], holder: [], whole: [], salience: [], truth, pictured };
  for (const group of tradeable) {
    weights.index.push(group.index);
    weights.holder.push(group.holder);
    weights.whole.push(group.worth * m);
    weights.salience.push(group.salience);
  }
  laidOut.set(groups, weights);
  return weights;
}

/** For each party what its pool weighs with no pressure on the other side, and what pressure of 1 adds. */
type Holds = Float64Array;

/** The holds that are wanted once. */
const passing: Holds = new Float64Array(4);

function weigh({ m, index, holder, whole, salience }: Weights, held: Counts, of: Weighed, into: Holds): void {
  const reckoned = reckonedFor(m);
  let firstCalm = 0;
  let firstPressed = 0;
  let secondCalm = 0;
  let secondPressed = 0;
  for (let at = 0; at < index.length; at++) {
    const people = held[index[at] ?? 0] ?? 0;
    if (of.people[at] !== people) {
      of.people[at] = people;
      of.weight[at] = (whole[at] ?? 0) * saturation(people, m, reckoned);
    }
    const weight = of.weight[at] ?? 0;
    const pressed = weight * (salience[at] ?? 0);
    if (holder[at] === 0) {
      firstCalm += weight;
      firstPressed += pressed;
    } else {
      secondCalm += weight;
      secondPressed += pressed;
    }
  }
  into[0] = firstCalm;
  into[1] = firstPressed;
  into[2] = secondCalm;
  into[3] = secondPressed;
}

function shareOfFirst(holds: Holds, pressure: PerParty<number>): number {
  const first = (holds[0] ?? 0) + (holds[1] ?? 0) * pressure[1];
  const second = (holds[2] ?? 0) + (holds[3] ?? 0) * pressure[0];
  return first + second > 0 ? first / (first + second) : 0.5;
}

/** How near a pool of so many people is to one without bound, 0 to 1. */
function saturation(people: number, m: number, reckoned: Float64Array): number {
  const known = reckoned[people];
  if (known !== undefined && known >= 0) return known;
  const share = 1 - Math.exp(-people / m);
  reckoned[people] = share;
  return share;
}

/*
 * Leverage is weighed after every event and for every view, from counts that change by a few: each
 * saturation is reckoned once for its number of people. `m` is the same in all campaigns of a scenario.
 */
const RECKONED_UP_TO = 8_192;
let reckonedWith = Number.NaN;
let reckoned = new Float64Array(RECKONED_UP_TO);

function reckonedFor(m: number): Float64Array {
  if (m === reckonedWith) return reckoned;
  reckonedWith = m;
  reckoned = new Float64Array(RECKONED_UP_TO).fill(-1);
  return reckoned;
}

/** The bands that are the states of the leverage region, as party 0 sees them. */
export const BANDS = ['behind', 'even', 'ahead'] as const;
export type Band = (typeof BANDS)[number];

/** A band is entered past the outer bound and left only past the inner one, so it does not flutter. */
export const BAND_ENTERED = 0.58;
export const BAND_LEFT = 0.54;

/** Leverage of party 0 as a campaign stands: weighed again after anything that moves holdings or pressure. */
export function leverageIn({ parameters, held, pressure }: Weighable): number {
  if (parameters !== last.parameters) {
    last.parameters = parameters;
    last.weights = weightsOf(parameters.groups, parameters.capacity);
    last.held = null;
  }
  const changes = changesInPlace();
  if ((held !== last.held || changes !== last.changes) && last.weights !== null) {
    last.held = held;
    last.changes = changes;
    weigh(last.weights, held, last.weights.truth, last.holds);
  }
  return shareOfFirst(last.holds, pressure);
}

/** Most days bring new pressure and nobody new: the pools are weighed again only where they are others. */
const last: {
  parameters: Weighable['parameters'] | null;
  weights: Weights | null;
  held: Counts | null;
  changes: number;
  readonly holds: Holds;
} = { parameters: null, weights: null, held: null, changes: 0, holds: new Float64Array(4) };

interface Weighable {
  readonly parameters: { readonly groups: Pools['groups']; readonly capacity: Range };
  readonly held: Counts;
  readonly pressure: PerParty<number>;
}
