import { subgamePerfect } from '../campaign/alternating-offers.ts';
import { distanceTo, gainsOf, leftBy, type Solution, solve } from '../campaign/bargaining.ts';
import type { Campaign, Offer } from '../campaign/campaign.ts';
import { type Deal, plus, sum, zeros } from '../campaign/counts.ts';
import { type Frontier, frontierOf } from '../campaign/frontier.ts';
import type { Valued } from '../campaign/package.ts';
import { ROUNDS_LAST } from '../campaign/rounds.ts';
import { type Terms, termsOf } from '../campaign/terms.ts';
import type { Room } from '../campaign/trade-offs.ts';
import { viewOf } from '../campaign/view.ts';
import {
  dealValue,
  everybodyHome,
  reservation,
  termsValue,
  type Valuation,
  valuationOf,
} from '../campaign/worth.ts';
import {
  coverOf,
  limitsOf,
  theirReservation,
  valuations as valuationsSeen,
} from '../negotiators/judgement.ts';
import { PARTIES, type PartyIndex, type PerParty } from '../scenario/scenario.ts';
import { type Position, phaseOf } from '../statechart/position.ts';
import { owedIn, roomBeside } from './alternatives.ts';

/*
 * A position as a bargaining problem: what could be agreed now, what bargaining theory says of it,
 * and where the offers made and the deal agreed lie. By the true values of both sides, or as one
 * party may know it, made from its view alone.
 */

/** A deal on or beside the frontier. Values in worth units; gains over the reservations. */
export interface AnalysedDeal {
  readonly deal: Deal;
  readonly values: PerParty<number>;
  readonly gains: PerParty<number>;
}

export interface AnalysedOffer extends AnalysedDeal {
  readonly day: number;
  /** null where a mediator put it on the table. */
  readonly by: PartyIndex | null;
  readonly terms: Terms;
  /** Straight distance to the frontier in the plane of both values, worth units. */
  readonly distance: number;
}

export interface AnalysedAgreement extends AnalysedOffer {
  /** How much more each party could have had, the other no worse off. */
  readonly left: PerParty<number>;
}

export interface BargainingPosition {
  readonly day: number;
  /** State of the talks: "rounds.answering". */
  readonly phase: string;
  /** Whose view it is made from; null for the true values of both. */
  readonly seenBy: PartyIndex | null;
  readonly reservations: PerParty<number>;
  /** Exponents of the asymmetric Nash deal. */
  readonly leverage: PerParty<number>;
  /** The most people that a deal can send home to each party: of those it may name, owed ones too, as many as can be carried. */
  readonly room: PerParty<number>;
  readonly frontier: Frontier;
  /** The part of the frontier below neither reservation. */
  readonly zone: readonly Valued[];
  readonly solutions: Readonly<Record<Solution, readonly AnalysedDeal[]>>;
  /** The game of alternating offers, both knowing what is known here. */
  readonly alternatingOffers: {
    readonly rounds: number;
    readonly patience: PerParty<number>;
    /** What is agreed where this party makes the first offer. */
    readonly outcomes: PerParty<AnalysedDeal | null>;
  };
  /** All offers of the talks in hand, oldest first. */
  readonly offers: readonly AnalysedOffer[];
  readonly agreement: AnalysedAgreement | null;
}

/** What an analysis goes by: the truth, or one side's picture of it. */
interface Picture {
  readonly seenBy: PartyIndex | null;
  readonly valuations: PerParty<Valuation>;
  readonly reservations: PerParty<number>;
  readonly leverage: number;
  readonly patience: PerParty<number>;
  /** Who may go into a deal beside those who are owed and in it. */
  room(beside: Deal): Room;
}

/** The position by the true values of both sides. */
export function analyse(position: Position): BargainingPosition {
  const { campaign } = position;
  const { parties } = campaign.parameters;
  return analysed(position, {
    seenBy: null,
    valuations: [valuationOf(campaign, 0), valuationOf(campaign, 1)],
    reservations: [reservation(campaign, 0), reservation(campaign, 1)],
    leverage: campaign.leverage,
    patience: [parties[0].patience, parties[1].patience],
    room: beside => roomBeside(campaign, beside),
  });
}

/** The position as one party may know it: of the other its best guess, which it takes to be as patient as itself. */
export function analyseAs(position: Position, party: PartyIndex): BargainingPosition {
  const view = viewOf(position.campaign, phaseOf(position.value), party);
  const theirs = theirReservation(view, coverOf(view, view.talks.mediator));
  const { patience } = view.known.own;
  const carried = view.talks.capacity > 0 ? view.talks.capacity : view.known.capacity.best;
  const { most, capacity } = limitsOf(view, carried);
  return analysed(position, {
    seenBy: party,
    valuations: valuationsSeen(view),
    reservations: party === 0 ? [view.reservation, theirs] : [theirs, view.reservation],
    leverage: party === 0 ? view.leverage : 1 - view.leverage,
    patience: [patience, patience],
    room: beside => {
      const taken = (home: PartyIndex) =>
        view.known.groups.reduce((all, g) => all + (g.home === home ? (beside[g.index] ?? 0) : 0), 0);
      return { most, home: [Math.max(0, capacity - taken(0)), Math.max(0, capacity - taken(1))] };
    },
  });
}

function analysed({ campaign, value }: Position, picture: Picture): BargainingPosition {
  const nobody = zeros(campaign.held.length);
  const beside = frontiersBeside(picture);
  const frontier = beside(nobody);
  const { reservations, leverage } = picture;
  const { zone, solutions } = solve(frontier.deals, reservations, leverage);
  const over = (found: readonly Valued[]) =>
    found.map(({ deal, values }) => gained(deal, values, reservations));
  return {
    day: campaign.day,
    phase: phaseOf(value),
    seenBy: picture.seenBy,
    reservations,
    leverage: [leverage, 1 - leverage],
    room: mostHome(campaign, picture.room(nobody)),
    frontier,
    zone,
    solutions: {
      nash: over(solutions.nash),
      asymmetricNash: over(solutions.asymmetricNash),
      kalaiSmorodinsky: over(solutions.kalaiSmorodinsky),
      egalitarian: over(solutions.egalitarian),
      utilitarian: over(solutions.utilitarian),
    },
    alternatingOffers: alternatingOffers(campaign, picture, zone),
    offers: campaign.talks.offers.map(offer => analysedOffer(campaign, offer, { picture, beside })),
    agreement: analysedAgreement(campaign, { picture, beside }),
  };
}

/** The most people that a deal can send home to each party, those who are owed counted in. */
function mostHome({ parameters }: Campaign, { most, home }: Room): PerParty<number> {
  const nameable = everybodyHome(parameters, most);
  return [Math.min(home[0], nameable[0]), Math.min(home[1], nameable[1])];
}

function gained(deal: Deal, values: PerParty<number>, reservations: PerParty<number>): AnalysedDeal {
  return { deal, values, gains: gainsOf(values, reservations) };
}

/** The frontier with given people who are owed in every deal; each is reckoned once. */
type FrontierBeside = (owed: Deal) => Frontier;

function frontiersBeside(picture: Picture): FrontierBeside {
  const known = new Map<string, Frontier>();
  return owed => {
    const key = owed.join();
    const found = known.get(key) ?? frontierBeside(picture, owed);
    known.set(key, found);
    return found;
  };
}

function frontierBeside({ valuations, room }: Picture, owed: Deal): Frontier {
  const { deals, gap } = frontierOf(valuations, room(owed));
  if (sum(owed) === 0) return { deals, gap };
  const value = (deal: Deal) => [dealValue(valuations[0], deal), dealValue(valuations[1], deal)] as const;
  return {
    gap,
    deals: deals.map(({ deal }) => ({ deal: plus(deal, owed), values: value(plus(deal, owed)) })),
  };
}

interface Reckoning {
  readonly picture: Picture;
  readonly beside: FrontierBeside;
}

function analysedOffer(campaign: Campaign, offer: Offer, { picture, beside }: Reckoning): AnalysedOffer {
  const { deal, day, by } = offer;
  const terms = termsOf(offer);
  const [first, second] = picture.valuations;
  const values = [termsValue(first, deal, terms), termsValue(second, deal, terms)] as const;
  const { deals } = beside(owedIn(campaign, deal));
  return {
    ...gained(deal, values, picture.reservations),
    day,
    by,
    terms,
    distance: distanceTo(deals, values),
  };
}

/** The deal agreed on and not yet carried out. */
function analysedAgreement(campaign: Campaign, reckoning: Reckoning): AnalysedAgreement | null {
  const { agreement, offers } = campaign.talks;
  if (!agreement) return null;
  // What is agreed is the last offer that was made.
  const by = offers.at(-1)?.by ?? null;
  const offer = analysedOffer(campaign, { ...agreement, by }, reckoning);
  return { ...offer, left: leftBy(reckoning.beside(owedIn(campaign, agreement.deal)).deals, offer.values) };
}

/** A round a day, until talks peter out or the campaign ends. */
function alternatingOffers(
  { day, talks, parameters }: Campaign,
  { patience, reservations }: Picture,
  zone: readonly Valued[],
): BargainingPosition['alternatingOffers'] {
  // At an agreement the talks behind it count no more.
  const talked = talks.offer ? day - talks.since : 0;
  const rounds = Math.max(0, Math.min(ROUNDS_LAST - talked, parameters.days - day));
  const outcome = (first: PartyIndex) => {
    const found = subgamePerfect({ points: zone, reservations, patience, first, rounds });
    return found && gained(found.point.deal, found.point.values, reservations);
  };
  return { rounds, patience, outcomes: [outcome(PARTIES[0]), outcome(PARTIES[1])] };
}
