import type { Range } from '../scenario/figure.ts';
import type { PartyIndex, PerParty } from '../scenario/scenario.ts';
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
 * What a party's pool weighs with the other, in worth units:
 *
 *     hold_i = sum over tradeable groups i holds
 *              worth * (1 + salience * pressure_j) * m * (1 - exp(-held / m))
 *
 * `m` is the number that could move in the foreseeable future, so that a pool of thousands does
 * not drown one of hundreds. People owed by law are no leverage and are left out.
 */
export function holdOf(pools: Pools, holder: PartyIndex): number {
  const { groups, capacity, held, pressure } = pools;
  const m = capacity.best * FORESEEABLE_HAND_OVERS;
  const reckoned = reckonedFor(m);
  let hold = 0;
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at];
    if (!group || group.holder !== holder || group.owed) continue;
    const lift = 1 + group.salience * pressure[group.home];
    hold += group.worth * lift * m * saturation(held[group.index] ?? 0, m, reckoned);
  }
  return hold;
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
const MOST_TABLES = 4;
const tables = new Map<number, Float64Array>();

function reckonedFor(m: number): Float64Array {
  const known = tables.get(m);
  if (known) return known;
  if (tables.size >= MOST_TABLES) tables.clear();
  const table = new Float64Array(RECKONED_UP_TO).fill(-1);
  tables.set(m, table);
  return table;
}

/** Leverage of party 0 in [0, 1]: its hold as a share of both; one half where nobody holds anybody. */
export function leverageOf(pools: Pools): number {
  const first = holdOf(pools, 0);
  const second = holdOf(pools, 1);
  return first + second > 0 ? first / (first + second) : 0.5;
}

/** The bands that are the states of the leverage region, as party 0 sees them. */
export const BANDS = ['behind', 'even', 'ahead'] as const;
export type Band = (typeof BANDS)[number];

/** A band is entered past the outer bound and left only past the inner one, so it does not flutter. */
export const BAND_ENTERED = 0.58;
export const BAND_LEFT = 0.54;

/** Leverage of party 0 with these holdings and this pressure: weighed after anything that moves either. */
export function weigh({ parameters }: Weighable, held: Counts, pressure: PerParty<number>): number {
  const { groups, capacity } = parameters;
  return leverageOf({ groups, capacity, held, pressure });
}

/** The campaign with its leverage weighed anew. */
export function weighed<T extends Weighable>(campaign: T): T {
  return { ...campaign, leverage: weigh(campaign, campaign.held, campaign.pressure) };
}

interface Weighable {
  readonly parameters: { readonly groups: Pools['groups']; readonly capacity: Range };
  readonly held: Counts;
  readonly pressure: PerParty<number>;
  readonly leverage: number;
}
