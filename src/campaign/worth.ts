import { other, type PartyIndex, type PerParty } from '../scenario/scenario.ts';
import type { Campaign, Talks } from './campaign.ts';
import { countsOf, type Deal } from './counts.ts';
import type { Parameters } from './parameters.ts';
import type { Terms } from './terms.ts';

/**
 * How one party values deals, in worth units: the unit is an ordinary soldier of one's own, home.
 */
export interface Valuation {
  readonly party: PartyIndex;
  /** Per group: what one person adds to a deal; positive for one's own people, negative for those given up. */
  readonly unit: readonly number[];
  /** Per group: +1 a tradeable person received, -1 one given, 0 one owed, who never counts. */
  readonly balance: readonly number[];
  readonly imbalance: number;
  readonly precedent: number;
  /** People given for each person received at the last exchange. */
  readonly lastRatio: number;
}

type Sided = { readonly home: PartyIndex; readonly owed: boolean };

/** What one person of a group at home means to the home party under `pressure`. */
export function worthHome(worth: number, salience: number, pressure: number): number {
  return worth * (1 + salience * pressure);
}

export function valuationOf(campaign: Campaign, party: PartyIndex): Valuation {
  const { parties, groups } = campaign.parameters;
  const own = parties[party];
  const pressure = campaign.pressure[party];
  return {
    party,
    unit: groups.map(g => (g.home === party ? worthHome(g.worth, g.salience, pressure) : -g.grip)),
    balance: balanceOf(campaign.parameters, party),
    imbalance: own.imbalance,
    precedent: own.precedent,
    lastRatio: campaign.lastRatio[party],
  };
}

export function balanceOf(
  { groups }: { readonly groups: readonly Sided[] },
  party: PartyIndex,
): readonly number[] {
  const known = balances.get(groups);
  if (known) return known[party];
  const of = (side: PartyIndex) => countsOf(groups, g => (g.owed ? 0 : g.home === side ? 1 : -1));
  const both = [of(0), of(1)] as const;
  balances.set(groups, both);
  return both[party];
}

// Who counts for whom is the same for a whole campaign.
const balances = new WeakMap<readonly Sided[], PerParty<readonly number[]>>();

/**
 * Value of a deal to a party, in worth units:
 *
 *     sum own groups worth * (1 + salience * pressure) * d  -  sum groups held grip * d
 *       - imbalance * max(0, given - received)
 *       - precedent * max(0, given - lastRatio * received)
 *
 * The last line is the price of conceding more than last time: what was paid once is asked again.
 * Owed people have worth but are outside given and received.
 */
export function dealValue(valuation: Valuation, deal: Deal): number {
  let value = 0;
  let given = 0;
  let received = 0;
  for (let group = 0; group < deal.length; group++) {
    const people = deal[group] ?? 0;
    if (people === 0) continue;
    value += (valuation.unit[group] ?? 0) * people;
    const balance = valuation.balance[group] ?? 0;
    if (balance > 0) received += people;
    else if (balance < 0) given += people;
  }
  return lessPriceOfNumbers(valuation, value, given, received);
}

/**
 * Adds a deal's value to each party to the values of other deals: the same as `dealValue`, reckoned for
 * both at once, since what the one party gives, the other receives.
 */
export function addValues([one, two]: PerParty<Valuation>, deal: Deal, values: PerParty<number[]>): void {
  const [unit, theirUnit, { balance }] = [one.unit, two.unit, one];
  let first = 0;
  let second = 0;
  let given = 0;
  let received = 0;
  for (let group = 0; group < deal.length; group++) {
    const people = deal[group] ?? 0;
    if (people === 0) continue;
    first += (unit[group] ?? 0) * people;
    second += (theirUnit[group] ?? 0) * people;
    const side = balance[group] ?? 0;
    if (side > 0) received += people;
    else if (side < 0) given += people;
  }
  values[0].push(lessPriceOfNumbers(one, first, given, received));
  values[1].push(lessPriceOfNumbers(two, second, received, given));
}

/** The value of a deal less what it costs to give so many tradeable people for those received. */
export function lessPriceOfNumbers(
  { imbalance, precedent, lastRatio }: Valuation,
  value: number,
  given: number,
  received: number,
): number {
  const excess = Math.max(0, given - received);
  const beyond = Math.max(0, given - lastRatio * received);
  return value - imbalance * excess - precedent * beyond;
}

/*
 * What is left of a person's worth to the home side, and of the grip the holder loses, under each
 * term. Assumptions, the same for all scenarios: a commander in a neutral country is safe but not
 * home, and does not command.
 */
const INTERNED_WORTH = 0.5;
const INTERNED_GRIP = 0.35;
const PAROLED_WORTH = 0.9;
const PAROLED_GRIP = 0.7;

/** Value of a deal with its terms, in worth units. */
export function termsValue(valuation: Valuation, deal: Deal, terms: Terms): number {
  let value = dealValue(valuation, deal);
  if (!terms.interned && !terms.parole) return value;
  for (let group = 0; group < deal.length; group++) {
    const unit = valuation.unit[group] ?? 0;
    const interned = terms.interned?.[group] ?? 0;
    const home = (deal[group] ?? 0) - interned;
    const left = unit > 0 ? INTERNED_WORTH : INTERNED_GRIP;
    value -= interned * unit * (1 - left);
    if (terms.parole) value -= home * unit * (1 - (unit > 0 ? PAROLED_WORTH : PAROLED_GRIP));
  }
  return value;
}

/** Tradeable people that a deal sends home to each party: what parity is reckoned in. */
export function peopleHome(parameters: Parameters, deal: Deal): PerParty<number> {
  return countHome(parameters, deal, false);
}

/** All people, owed ones too, that a deal sends home to each party. */
export function everybodyHome(parameters: Parameters, deal: Deal): PerParty<number> {
  return countHome(parameters, deal, true);
}

function countHome(parameters: Parameters, deal: Deal, owedToo: boolean): PerParty<number> {
  const { groups } = parameters;
  let first = 0;
  let second = 0;
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at];
    if (!group || (group.owed && !owedToo)) continue;
    const people = deal[group.index] ?? 0;
    if (group.home === 0) first += people;
    else second += people;
  }
  return [first, second];
}

/** Days before and after an occasion on which it still counts. */
const OCCASION_REACH = 3;

/** How far the dates around `day` lift both sides' will to close, 0 to 1. */
export function occasionOn(parameters: Parameters, day: number): number {
  let weight = 0;
  for (const occasion of parameters.occasions) {
    const distance = Math.abs(occasion.day - day);
    if (distance <= OCCASION_REACH)
      weight = Math.max(weight, occasion.weight * (1 - distance / (OCCASION_REACH + 1)));
  }
  return weight;
}

/**
 * The least a deal must be worth to a party, in worth units:
 *
 *     reluctance * (1 - pressure) * (1 - cover) * (1 - occasion)
 *
 * Under pressure the cost of being seen to deal weighs less; a mediator's name and a date that
 * both honour cover part of it.
 */
export function reservationOf(reluctance: number, pressure: number, cover: number, occasion: number): number {
  return reluctance * (1 - pressure) * (1 - cover) * (1 - occasion);
}

/** What is left of a mediator's cover when talks were asked for in public: there is less face to save. */
const COVER_IN_PUBLIC = 0.5;

/** Share of reluctance that the mediator at the table covers. */
export function coverAtTable({
  talks,
  mediators,
}: {
  readonly talks: Talks;
  readonly mediators: readonly { readonly cover: number }[];
}): number {
  if (talks.mediator === null) return 0;
  const cover = mediators[talks.mediator]?.cover ?? 0;
  return talks.overture?.openly === true ? cover * COVER_IN_PUBLIC : cover;
}

export function reservation(campaign: Campaign, party: PartyIndex): number {
  const { parameters, talks } = campaign;
  const cover = coverAtTable({ talks, mediators: parameters.mediators });
  return reservationOf(
    parameters.parties[party].reluctance,
    campaign.pressure[party],
    cover,
    occasionOn(parameters, campaign.day),
  );
}

/** Value of the deal to each party, over its reservation. */
export function gains(campaign: Campaign, deal: Deal): PerParty<number> {
  const gain = (party: PartyIndex) =>
    dealValue(valuationOf(campaign, party), deal) - reservation(campaign, party);
  return [gain(0), gain(other(0))];
}
