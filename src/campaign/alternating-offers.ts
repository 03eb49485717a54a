import { other, type PartyIndex, type PerParty } from '../scenario/scenario.ts';
import { gainsOf, type Point, undominated } from './bargaining.ts';

/** Differences up to this, in the units of the values, are rounding. */
const ROUNDING = 1e-9;

/** A game of alternating offers in which both know everything. */
export interface AlternatingOffers<T extends Point> {
  /** What can be agreed on. */
  readonly points: readonly T[];
  /** What each party has if nothing is. */
  readonly reservations: PerParty<number>;
  /** Share of a gain over the reservation that is left a round later, above 0 to 1. */
  readonly patience: PerParty<number>;
  /** Who makes the first offer; the other makes the next. */
  readonly first: PartyIndex;
  /** Offers that can be made; after the last is refused there is nothing. */
  readonly rounds: number;
}

/** What is offered and accepted in the first round. */
export interface Equilibrium<T extends Point> {
  readonly point: T;
  /** Gain of each party over its reservation. */
  readonly gains: PerParty<number>;
}

/**
 * The subgame-perfect outcome, by backward induction: in the last round any gain is accepted, and in
 * each before it what is worth at least as much as refusing it. The one who offers takes what it
 * likes best of what will be accepted; of two that it likes alike, what the other likes better.
 * Null where nothing is above both reservations, or no round is left.
 *
 * On a pie that can be divided at will the first mover's share is (1 - (-d)^T) / (1 + d) in T rounds
 * with equal patience d (Stahl 1972), and tends to (1 - d2) / (1 - d1 d2) as rounds grow (Rubinstein
 * 1982). What can be agreed at once is never put off here: patience is at most 1.
 */
export function subgamePerfect<T extends Point>(game: AlternatingOffers<T>): Equilibrium<T> | null {
  const { reservations, patience, first, rounds } = game;
  const frontier = undominated(game.points)
    .map(point => ({ point, gains: gainsOf(point.values, reservations) }))
    .filter(({ gains }) => Math.min(...gains) >= -ROUNDING);
  let agreed: Equilibrium<T> | null = null;
  for (let round = rounds; round > 0; round--) {
    const proposer = round % 2 === 1 ? first : other(first);
    const responder = other(proposer);
    const after: number = (agreed?.gains[responder] ?? 0) * patience[responder];
    agreed = bestFor(proposer, frontier, after);
  }
  return agreed;
}

/**
 * Of the frontier, from party 1's favour to party 0's, the best for `proposer` that leaves the other
 * at least `enough`. What was agreed a round later does so, so there is one whenever there was.
 */
function bestFor<T extends Point>(
  proposer: PartyIndex,
  frontier: readonly Equilibrium<T>[],
  enough: number,
): Equilibrium<T> | null {
  const responder = other(proposer);
  const acceptable = ({ gains }: Equilibrium<T>) => gains[responder] >= enough - ROUNDING;
  // Along the frontier what one gains the other gives up: acceptable ones lie together at one end.
  let [low, high] = [0, frontier.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const point = frontier[middle];
    if (point && acceptable(point) === (proposer === 0)) low = middle + 1;
    else high = middle;
  }
  const index = proposer === 0 ? low - 1 : low;
  return frontier[index] ?? null;
}

/** First mover's share of a pie that can be divided at will, in `rounds` rounds with equal patience (Stahl 1972). */
export function finiteShare(patience: number, rounds: number): number {
  return (1 - (-patience) ** rounds) / (1 + patience);
}

/** First mover's share of it without an end to the rounds (Rubinstein 1982). */
export function rubinsteinShare([first, second]: PerParty<number>): number {
  return (1 - second) / (1 - first * second);
}
