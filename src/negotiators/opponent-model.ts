import { type Limits, supportedDeals, type Valued } from '../campaign/package.ts';
import type { View } from '../campaign/view.ts';
import { dealValue, type Valuation, worthHome } from '../campaign/worth.ts';
import type { Range } from '../scenario/figure.ts';
import { other } from '../scenario/scenario.ts';
import { theirOffers } from './concession.ts';
import { limitsOf, ownValuation, proposals, theirValuation } from './judgement.ts';

/*
 * What the other side's offers tell of what it weighs, after Hindriks and Tykhonov (2008), Opponent
 * modelling in automated multi-issue negotiation using Bayesian learning, in its scalable form: one
 * belief for each group, taken to be independent.
 *
 * Of each group three things are thought possible: that a person of it weighs with the other side
 * the least, the likeliest, or the most that everybody may assume. Their k-th offer (k from 0) is expected
 * to be worth to them a share 1 - pace * k of the way from the worst to the best deal on the
 * frontier, give or take a standard deviation; a thought by which it would be, gains weight.
 */

/** What is believed of each group at first: the likeliest value as probable as both ends together. */
const AT_FIRST = [0.25, 0.5, 0.25] as const;

export interface Learning {
  /** Share of its range that the other side is expected to give up from one offer to the next. */
  readonly pace: number;
  /** Standard deviation of an offer's worth to them around what is expected, as a share of that range. */
  readonly noise: number;
}

export const USUAL_LEARNING: Learning = { pace: 0.05, noise: 0.15 };

/** What one person of a group may add to the other side's value of a deal: least, likeliest, most. */
function levels(view: View): (readonly number[])[] {
  const { groups } = view.known;
  const pressure = view.theirPressure;
  const at = (range: Range, sign: number) => [range.low * sign, range.best * sign, range.high * sign];
  return groups.map(group =>
    group.home === view.party
      ? at(group.grip, -1)
      : [
          worthHome(group.worth.low, group.salience.low, pressure.low),
          worthHome(group.worth.best, group.salience.best, pressure.best),
          worthHome(group.worth.high, group.salience.high, pressure.high),
        ],
  );
}

/** How the other side values deals, as its offers of these talks suggest; with no offer, as everybody may assume. */
export function learnedValuation(view: View, learning: Learning = USUAL_LEARNING): Valuation {
  const assumed = theirValuation(view);
  const offers = theirOffers(view);
  if (offers.length === 0) return assumed;
  const possible = levels(view);
  const beliefs = possible.map((): number[] => [...AT_FIRST]);
  const deals = proposals(view).map(({ deal }) => deal);
  offers.forEach(({ deal }, index) => {
    const valuation = { ...assumed, unit: means(possible, beliefs) };
    const expected = Math.max(0, 1 - learning.pace * index);
    const told: Told = {
      offer: deal,
      value: dealValue(valuation, deal),
      deals,
      values: deals.map(each => dealValue(valuation, each)),
    };
    beliefs.forEach((belief, group) => {
      const mean = valuation.unit[group] ?? 0;
      const likelihoods = (possible[group] ?? []).map(level => {
        const off = shareOfRange(told, group, level - mean) - expected;
        return Math.exp(-(off ** 2) / (2 * learning.noise ** 2));
      });
      update(belief, likelihoods);
    });
  });
  return { ...assumed, unit: means(possible, beliefs) };
}

interface Told {
  readonly offer: readonly number[];
  readonly value: number;
  readonly deals: readonly (readonly number[])[];
  readonly values: readonly number[];
}

/** Where the offer lies between the worst and the best of the deals if a person of `group` weighed `more`. */
function shareOfRange({ offer, value, deals, values }: Told, group: number, more: number): number {
  let worst = Number.POSITIVE_INFINITY;
  let best = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < deals.length; index++) {
    const worth = (values[index] ?? 0) + more * (deals[index]?.[group] ?? 0);
    if (worth < worst) worst = worth;
    if (worth > best) best = worth;
  }
  if (!(best > worst)) return 1;
  const share = (value + more * (offer[group] ?? 0) - worst) / (best - worst);
  return Math.min(1, Math.max(0, share));
}

/** Bayes' rule, in place; what tells the levels apart in no way leaves the belief as it is. */
function update(belief: number[], likelihoods: readonly number[]): void {
  const weighed = belief.map((share, level) => share * (likelihoods[level] ?? 0));
  const total = weighed.reduce((sum, share) => sum + share, 0);
  if (!(total > 0)) return;
  weighed.forEach((share, level) => {
    belief[level] = share / total;
  });
}

function means(possible: readonly (readonly number[])[], beliefs: readonly (readonly number[])[]): number[] {
  return possible.map((values, group) =>
    values.reduce((mean, value, level) => mean + value * (beliefs[group]?.[level] ?? 0), 0),
  );
}

/** Deals worth proposing, on the frontier as it looks with what was learned. */
export function learnedProposals(view: View, learning: Learning = USUAL_LEARNING): Valued[] {
  const limits: Limits = limitsOf(view, view.talks.capacity);
  const own = ownValuation(view);
  const theirs = learnedValuation(view, learning);
  return supportedDeals(other(view.party) === 1 ? [own, theirs] : [theirs, own], limits);
}
