import type { Range } from '../scenario/figure.ts';
import type { PerParty } from '../scenario/scenario.ts';
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
export function leverageOf(pools: Pools): number {
  return shareOfFirst(holdsOf(pools.groups, pools.capacity, pools.held), pools.pressure);
}

/** What each party's pool weighs with no pressure on the other side, and what pressure of 1 adds. */
interface Holds {
  readonly firstCalm: number;
  readonly firstPressed: number;
  readonly secondCalm: number;
  readonly secondPressed: number;
}

function shareOfFirst(holds: Holds, pressure: PerParty<number>): number {
  const first = holds.firstCalm + holds.firstPressed * pressure[1];
  const second = holds.secondCalm + holds.secondPressed * pressure[0];
  return first + second > 0 ? first / (first + second) : 0.5;
}

function holdsOf(groups: Pools['groups'], capacity: Range, held: Counts): Holds {
  const m = capacity.best * FORESEEABLE_HAND_OVERS;
  const reckoned = reckonedFor(m);
  let firstCalm = 0;
  let firstPressed = 0;
  let secondCalm = 0;
  let secondPressed = 0;
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at];
    if (!group || group.owed) continue;
    const weight = group.worth * m * saturation(held[group.index] ?? 0, m, reckoned);
    if (group.holder === 0) {
      firstCalm += weight;
      firstPressed += weight * group.salience;
    } else {
      secondCalm += weight;
      secondPressed += weight * group.salience;
    }
  }
  return { firstCalm, firstPressed, secondCalm, secondPressed };
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
  if (held !== weighedLast.held || parameters !== weighedLast.parameters) {
    weighedLast.held = held;
    weighedLast.parameters = parameters;
    weighedLast.holds = holdsOf(parameters.groups, parameters.capacity, held);
  }
  return shareOfFirst(weighedLast.holds, pressure);
}

/** Most days bring new pressure and nobody new: the pools are weighed again only where they are others. */
const weighedLast: {
  held: Counts | null;
  parameters: Weighable['parameters'] | null;
  holds: Holds;
} = {
  held: null,
  parameters: null,
  holds: { firstCalm: 0, firstPressed: 0, secondCalm: 0, secondPressed: 0 },
};

interface Weighable {
  readonly parameters: { readonly groups: Pools['groups']; readonly capacity: Range };
  readonly held: Counts;
  readonly pressure: PerParty<number>;
}
