import type { Deal } from '../campaign/counts.ts';
import { supportedDeals, type Valued, weightedDeal } from '../campaign/package.ts';
import { triangular } from '../campaign/settle.ts';
import type { View } from '../campaign/view.ts';
import { dealValue, type Valuation, worthHome } from '../campaign/worth.ts';
import type { PerParty } from '../scenario/scenario.ts';
import { theirOffers } from './concession.ts';
import { coverOf, limitsOf, ownValuation, proposals, theirReservation, theirValuation } from './judgement.ts';

/*
 * What the other side's offers tell of what it weighs, after Hindriks and Tykhonov (2008), Opponent
 * modelling in automated multi-issue negotiation using Bayesian learning, in its scalable form: one
 * belief for each group, taken to be independent of the others.
 *
 * Of each group five weights are thought possible and at first equally likely, spread as everybody
 * may assume. The other side's k-th offer (k from 0) is expected to be worth to it a share
 * 1 - pace * k of the way from its reservation to the best deal that one would oneself still accept,
 * give or take a standard deviation; a weight with which it would be so gains in probability.
 */

export interface Learning {
  /** Share of its range that the other side is expected to give up from one offer to the next. */
  readonly pace: number;
  /** Standard deviation of an offer's worth to it around what is expected, as a share of that range. */
  readonly noise: number;
}

export const USUAL_LEARNING: Learning = { pace: 0.05, noise: 0.15 };

/** The middles of five equally likely parts of a distribution. */
const PARTS = [0.1, 0.3, 0.5, 0.7, 0.9] as const;

/** What one person of each group may add to the other side's value of a deal, from least to most worth or grip. */
function possibleUnits(view: View): number[][] {
  return view.known.groups.map(({ home, worth, salience, grip }) =>
    PARTS.map(u =>
      home === view.party
        ? -triangular(grip, u)
        : worthHome(triangular(worth, u), triangular(salience, u), view.theirPressure.best),
    ),
  );
}

/** How the other side values deals, as its offers of these talks suggest. */
export function learnedValuation(view: View, learning: Learning = USUAL_LEARNING): Valuation {
  const possible = possibleUnits(view);
  const before = { ...theirValuation(view), unit: possible.map(units => mean(units)) };
  const offers = theirOffers(view).map(({ deal }) => deal);
  const deals = offers.length > 0 ? acceptableDeals(view, before, possible) : [];
  if (deals.length === 0) return before;
  const floor = theirReservation(view, coverOf(view, view.talks.mediator));
  const unit = possible.map((units, group) => {
    if (units[0] === units.at(-1)) return units[0] ?? 0;
    const likelihoods = units.map(value => {
      const thought = { ...before, unit: before.unit.map((usual, at) => (at === group ? value : usual)) };
      return likelihood(thought, { offers, deals, floor }, learning);
    });
    return mean(units, likelihoods);
  });
  return { ...before, unit };
}

interface Heard {
  /** The other side's offers, oldest first. */
  readonly offers: readonly Deal[];
  readonly deals: readonly Deal[];
  /** What the other side is thought to accept at least. */
  readonly floor: number;
}

/** How well the offers agree with a valuation; up to a factor that is the same for all. */
function likelihood(thought: Valuation, { offers, deals, floor }: Heard, { pace, noise }: Learning): number {
  const best = Math.max(...deals.map(deal => dealValue(thought, deal)));
  const range = Math.max(Number.EPSILON, best - floor);
  const squares = offers.map((offer, index) => {
    const share = Math.min(1, Math.max(0, (dealValue(thought, offer) - floor) / range));
    return (share - Math.max(0, 1 - pace * index)) ** 2;
  });
  return Math.exp(-squares.reduce((sum, square) => sum + square, 0) / (2 * noise ** 2));
}

/** Mean of values by their weights; the plain mean where all weights are 0. */
function mean(values: readonly number[], weights: readonly number[] = []): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / total;
}

/**
 * Deals that one would oneself accept, to hold the other side's offers against: those along the frontier, and
 * for each group whose weight is uncertain what it would be best to agree on if it weighed most, or least.
 */
function acceptableDeals(view: View, usual: Valuation, possible: readonly (readonly number[])[]): Deal[] {
  const limits = limitsOf(view, view.talks.capacity);
  const own = ownValuation(view);
  const even = (unit: readonly number[]) =>
    weightedDeal(inOrder(view, own, { ...usual, unit }), [0.5, 0.5], limits);
  const extremes = possible.flatMap((units, group) => {
    const [least, most] = [units[0], units.at(-1)];
    if (least === most) return [];
    return [least, most].map(value => even(usual.unit.map((u, at) => (at === group ? (value ?? u) : u))));
  });
  return [...proposals(view).map(({ deal }) => deal), ...extremes].filter(
    deal => dealValue(own, deal) >= view.reservation,
  );
}

function inOrder(view: View, own: Valuation, theirs: Valuation): PerParty<Valuation> {
  return view.party === 0 ? [own, theirs] : [theirs, own];
}

/** Deals worth proposing, on the frontier as it looks with what was learned. */
export function learnedProposals(view: View, learning: Learning = USUAL_LEARNING): Valued[] {
  const pair = inOrder(view, ownValuation(view), learnedValuation(view, learning));
  return supportedDeals(pair, limitsOf(view, view.talks.capacity));
}
