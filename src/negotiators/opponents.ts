import type { Random } from '../campaign/parameters.ts';
import type { View } from '../campaign/view.ts';
import type { Position } from '../statechart/position.ts';
import { CONVOY_EVERY } from './conduct.ts';
import { deedsOf, explains } from './deeds.ts';
import { equilibrium } from './equilibrium.ts';
import { hardliner } from './hardliner.ts';
import { humanitarian } from './humanitarian.ts';
import { micro } from './micro.ts';
import { towardsTheFairDeal } from './nice-tit-for-tat.ts';
import { parity } from './parity.ts';
import { random as anyMove } from './random.ts';
import type { Policy } from './rollout.ts';
import { bargaining, thoughtPlay, usually } from './thought-play.ts';
import { targetOf } from './time-dependent.ts';
import { inReturn, titForTat } from './tit-for-tat.ts';

/*
 * Ways in which the other side may be playing, and how likely each is by Bayes' rule after what was
 * seen of it: the offers it made, in these talks and in earlier ones, what it accepted, and whom it
 * sent home unasked. A way is asked, in a world that the party may be in, what it would have done.
 */

/** Whom a way of playing sends home unasked: the wounded where there is trust, all who are owed, anybody. */
type Releases = 'convoys' | 'owed' | 'anybody';

export interface Opponent {
  readonly make: () => Policy;
  /** The same, made cheap: the deals on the frontier are looked for once in each talks. */
  readonly inThought: () => Policy;
  /** Likelihood before anything was seen, up to a factor. */
  readonly prior: number;
  readonly releases: Releases;
}

const way = (make: () => Policy, releases: Releases = 'convoys', inThought = make, prior = 1): Opponent => ({
  make,
  inThought,
  releases,
  prior,
});

export const OPPONENTS: readonly Opponent[] = [
  way(() => thoughtPlay(0.4, 'pressed')),
  way(() => parity.make()),
  way(() => thoughtPlay(3, 'pressed')),
  way(
    () => titForTat.make(),
    'convoys',
    () => usually(bargaining((view, deals) => inReturn(view, deals))),
  ),
  way(() => equilibrium.make()),
  way(() => micro.make()),
  way(
    () => hardliner.make(),
    'convoys',
    () => usually(bargaining((view, deals) => targetOf(view, deals, 0))),
  ),
  way(() => humanitarian.make(), 'owed'),
  way(() => anyMove.make(), 'anybody'),
];

/**
 * The ways in which all negotiators of this program play, but for search, each as likely as the others, made
 * cheap. Where one that sits at a table is missing, what it does is put down to another, and what it will do
 * is taken for what the other would.
 */
export const EVERY_WAY: readonly Opponent[] = [
  ...OPPONENTS,
  way(() => thoughtPlay(1, 'pressed')),
  way(() => usually(bargaining((view, deals) => towardsTheFairDeal(view, deals)))),
  // Bayesian asks for as much as boulware, of other people.
  way(() => thoughtPlay(0.4, 'pressed')),
];

/** Worlds in which the ways are asked what they would have done. */
const WORLDS = 3;
/** How likely each of `ways` is, for the party of `view`; adds up to 1. `world` draws a position that it may be in. */
export function likelihoods(
  ways: readonly Opponent[],
  view: View,
  world: () => Position,
  random: Random,
): number[] {
  const released = ways.map(({ prior, releases }) => prior * explainsReleases(releases, view));
  if (deedsOf(view).length === 0) return normalised(released);
  const makers = ways.map(({ make }) => make);
  const totals = ways.map(() => 0);
  for (let drawn = 0; drawn < WORLDS; drawn++) {
    const explained = explains(makers, world(), view.party, random);
    for (const [index, like] of explained.entries()) totals[index] = (totals[index] ?? 0) + like;
  }
  return normalised(totals.map((total, index) => total * (released[index] ?? 0)));
}

export function normalised(weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map(weight => weight / all);
}

/** The place of a number among points that fill the interval from 0 to 1 evenly, however many there are. */
export function evenly(number: number): number {
  return (number * GOLDEN) % 1;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The index of the way at a point between 0 and 1 of the likelihoods laid end to end. */
export function placeAt(likely: readonly number[], point: number): number {
  let left = point;
  const place = likely.findIndex(weight => {
    left -= weight;
    return left < 0;
  });
  // The sum of the likelihoods may miss 1 by a rounding error.
  return place >= 0 ? place : likely.findLastIndex(weight => weight > 0);
}

/** Chance a day that whoever does anything at all sends somebody home. */
const BY_CHANCE = 0.2;
/** What is left of a likelihood after something that the way does not do. */
const NOT_LIKE_IT = 0.01;

/** How well a way of releasing people explains those whom the other side sent home, and did not. */
export function explainsReleases(way: Releases, view: View): number {
  const { groups } = view.known;
  const theirs = view.releases.filter(({ by }) => by !== view.party);
  const sent = (is: (group: (typeof groups)[number]) => boolean) =>
    theirs.some(({ people }) => groups.some(group => is(group) && (people[group.index] ?? 0) > 0));
  if (theirs.length === 0) {
    if (way === 'anybody') return Math.max(NOT_LIKE_IT, (1 - BY_CHANCE) ** (view.day + 1));
    const owed = groups.some(
      ({ owed, home, index }) => owed && home === view.party && (view.held.low[index] ?? 0) > 0,
    );
    return way === 'owed' && owed && view.day > CONVOY_EVERY ? NOT_LIKE_IT : 1;
  }
  if (sent(({ owed }) => !owed)) return way === 'anybody' ? 1 : NOT_LIKE_IT ** 2;
  if (sent(({ standing }) => standing === 'civilian')) return way === 'convoys' ? NOT_LIKE_IT : 1;
  return way === 'anybody' ? (1 - BY_CHANCE) ** Math.min(20, view.day + 1) : 1;
}
