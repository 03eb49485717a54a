import type { FormerTalks } from '../campaign/campaign.ts';
import { type Deal, plus } from '../campaign/counts.ts';
import { weightedDeal } from '../campaign/package.ts';
import { triangular } from '../campaign/settle.ts';
import { listed, supportedDeals, type WeighedDeals } from '../campaign/supported-deals.ts';
import { type View, wholeView } from '../campaign/view.ts';
import { dealValue, type Valuation, worthHome } from '../campaign/worth.ts';
import type { PerParty } from '../scenario/scenario.ts';
import { theirOffers } from './concession.ts';
import { coverOf, limitsOf, ownValuation, proposals, theirReservation, theirValuation } from './judgement.ts';

/*
 * What the other side's offers tell of what it weighs: Bayesian learning as in Hindriks and Tykhonov
 * (2008), Opponent modelling in automated multi-issue negotiation using Bayesian learning, in its
 * scalable form, with one belief for each group, taken to be independent of the others.
 *
 * Of each group five weights are thought possible and at first equally likely, spread as everybody
 * may assume. Hindriks and Tykhonov judge an offer by how much it asks for, and expect that to fall
 * by so much a round; with few rounds and sides that keep still this says little. Here it is judged
 * by how it asks: a side that knows what it wants offers, of all deals that leave us as much, the one
 * best for itself. What it gives away by another, under a given weight, speaks against that weight.
 */

/** Standard deviation of what an offer gives away in this sense, as a share of the other side's whole range. */
export const USUAL_NOISE = 0.15;

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

/** How the other side values deals, as its offers suggest: those of these talks, and of so many earlier ones. */
export function learnedValuation(view: View, noise = USUAL_NOISE, memory = 0): Valuation {
  const possible = possibleUnits(view);
  const before = { ...theirValuation(view), unit: possible.map(units => mean(units)) };
  const heard = tablesOf(view, memory).map(table => hear(table, alternatives(table, before, possible)));
  if (heard.length === 0) return before;
  const unit = possible.map((units, group) => {
    if (units[0] === units.at(-1)) return units[0] ?? 0;
    const likelihoods = units.map(value => {
      const thought = { ...before, unit: replaced(before.unit, group, value) };
      return heard.reduce((product, table) => product * likelihood(thought, table, noise), 1);
    });
    return mean(units, likelihoods);
  });
  return { ...before, unit };
}

/** The tables at which the other side has made offers, as one would look at them today: those in hand, and earlier ones. */
function tablesOf(view: View, memory: number): View[] {
  const remembered = memory >= 1 ? view.formerTalks.slice(-Math.floor(memory)) : [];
  const former = remembered.map(talks => formerTable(view, talks));
  return [view, ...former].filter(table => theirOffers(table).length > 0);
}

/** The table of former talks, with everybody who has gone home since back in captivity; values are those of today. */
function formerTable(view: View, { ended, offers, capacity, struck, mediator }: FormerTalks): View {
  const gone = [...view.exchanges, ...view.releases].filter(({ day }) => day >= ended);
  const best = gone.reduce((held, { people }) => plus(held, people), view.held.best);
  const talks = { ...view.talks, offers, capacity, struck, mediator };
  return { ...wholeView(view), held: { ...view.held, best }, talks };
}

/** What was offered, and what could have been offered instead that leaves us as much. */
interface Heard {
  readonly offers: readonly Deal[];
  readonly deals: readonly Deal[];
  /** For each offer, as indices into the deals. */
  readonly instead: readonly (readonly number[])[];
  /** What the other side is thought to accept at least. */
  readonly floor: number;
}

function hear(view: View, deals: readonly Deal[]): Heard {
  const offers = theirOffers(view).map(({ deal }) => deal);
  const own = ownValuation(view);
  const values = deals.map(deal => dealValue(own, deal));
  const instead = offers.map(offer => {
    const left = dealValue(own, offer);
    return values.flatMap((value, index) => (value >= left ? [index] : []));
  });
  return { offers, deals, instead, floor: theirReservation(view, coverOf(view, view.talks.mediator)) };
}

/** How well the offers agree with a valuation; up to a factor that is the same for all. */
function likelihood(thought: Valuation, { offers, deals, instead, floor }: Heard, noise: number): number {
  const values = deals.map(deal => dealValue(thought, deal));
  const range = Math.max(Number.EPSILON, Math.max(...values) - floor);
  let squares = 0;
  offers.forEach((offer, index) => {
    const value = dealValue(thought, offer);
    const best = (instead[index] ?? []).reduce((most, at) => Math.max(most, values[at] ?? 0), value);
    squares += ((best - value) / range) ** 2;
  });
  return Math.exp(-squares / (2 * noise ** 2));
}

function replaced(values: readonly number[], at: number, value: number): number[] {
  return values.map((usual, index) => (index === at ? value : usual));
}

/** Mean of values by their weights; the plain mean where all weights are 0. */
function mean(values: readonly number[], weights: readonly number[] = []): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / total;
}

/** Weights of one's own value in the search for deals that the other side might have offered. */
const SHARES = [0.25, 0.5, 0.75] as const;

/**
 * Deals that the other side might have offered: those along the frontier, and for each group whose weight is
 * uncertain those that it would be best to agree on if it weighed most, or least.
 */
function alternatives(view: View, usual: Valuation, possible: readonly (readonly number[])[]): Deal[] {
  const limits = limitsOf(view, view.talks.capacity);
  const own = ownValuation(view);
  const best = (unit: readonly number[], share: number) => {
    const weights: PerParty<number> = view.party === 0 ? [share, 1 - share] : [1 - share, share];
    return weightedDeal(inOrder(view, own, { ...usual, unit }), weights, limits);
  };
  const extremes = possible.flatMap((units, group) => {
    const [least = 0, most = 0] = [units[0], units.at(-1)];
    if (least === most) return [];
    const ends = [least, most].map(value => replaced(usual.unit, group, value));
    return ends.flatMap(unit => SHARES.map(share => best(unit, share)));
  });
  return [...listed(proposals(view)).map(({ deal }) => deal), ...extremes];
}

function inOrder(view: View, own: Valuation, theirs: Valuation): PerParty<Valuation> {
  return view.party === 0 ? [own, theirs] : [theirs, own];
}

/** Deals worth proposing, on the frontier as it looks with what was learned. */
export function learnedProposals(view: View, noise = USUAL_NOISE, memory = 0): WeighedDeals {
  const pair = inOrder(view, ownValuation(view), learnedValuation(view, noise, memory));
  return supportedDeals(pair, limitsOf(view, view.talks.capacity));
}
