import type { PerParty } from '../scenario/scenario.ts';
import { exactFrontier } from './exact-frontier.ts';
import { hullFrontier } from './hull-frontier.ts';
import type { Valued } from './package.ts';
import type { Room } from './trade-offs.ts';
import type { Valuation } from './worth.ts';

/**
 * The Pareto frontier of deals of whole people: those that are not weakly dominated, each with its
 * value to both, from party 1's favour to party 0's. Of deals that mean the same to both one is given.
 */
export interface Frontier {
  readonly deals: readonly Valued[];
  /**
   * Worth units; 0 where the frontier is exact. Otherwise no deal is better than all of these by
   * more than that for both parties at once.
   */
  readonly gap: number;
}

/**
 * The frontier of the deals of tradeable people that there is room for. People who are owed are no
 * matter of choice and are left out, and so is the deal that names nobody. Terms are not
 * considered. It is exact where one hand-over carries some hundreds of people a side; where it
 * carries thousands, deals along the convex hull are given, and how far they may fall short.
 * With a `floor` only that part of it is sure to be given that is worth at least so much to both.
 */
export function frontierOf(
  valuations: PerParty<Valuation>,
  room: Room,
  floor: PerParty<number> | null = null,
): Frontier {
  const exact = exactFrontier(valuations, room, floor);
  return exact ? { deals: exact, gap: 0 } : hullFrontier(valuations, room);
}
