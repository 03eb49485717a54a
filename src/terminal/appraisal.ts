import type { Deal } from '../campaign/counts.ts';
import type { PartyEvent } from '../campaign/event.ts';
import type { Finding } from '../campaign/finding.ts';
import { LAW } from '../campaign/law.ts';
import { bargainOf } from '../campaign/law-rule.ts';
import type { Parameters } from '../campaign/parameters.ts';
import type { Terms } from '../campaign/terms.ts';
import { type View, viewOf } from '../campaign/view.ts';
import {
  balanceOf,
  coverAtTable,
  everybodyHome,
  peopleHome,
  reservation,
  reservationOf,
  termsValue,
  type Valuation,
  valuationOf,
  worthHome,
} from '../campaign/worth.ts';
import { ownValuation } from '../negotiators/judgement.ts';
import type { Range } from '../scenario/figure.ts';
import { other, PARTIES, type PartyIndex, type PerParty } from '../scenario/scenario.ts';
import { type Position, phaseOf } from '../statechart/position.ts';
import { exactly } from './sight.ts';
import type { Viewer } from './viewer.ts';

/** A deal with what else is agreed of it. */
export type Offered = { readonly deal: Deal } & Terms;

/** What a deal means, as far as the one who looks can know: ranges whose ends meet are exact. */
export interface Appraisal {
  /** Worth units, by party. */
  readonly values: PerParty<Range>;
  /** The least each would accept. */
  readonly reservations: PerParty<Range>;
  /** What those who would come home are worth to each, most likely, whatever is given for them. */
  readonly worthOfHome: PerParty<number>;
  /** Tradeable people home to each party: what parity is reckoned in. */
  readonly home: PerParty<number>;
  /** Owed people home to each party. */
  readonly owed: PerParty<number>;
}

/** A deal as `viewer` sees it in a position; null sees the truth. */
export function appraise(position: Position, viewer: Viewer, offered: Offered): Appraisal {
  const { parameters } = position.campaign;
  return { ...worthTo(position, viewer, offered), ...headcount(parameters, offered.deal) };
}

function headcount(parameters: Parameters, deal: Deal): Pick<Appraisal, 'home' | 'owed'> {
  const home = peopleHome(parameters, deal);
  const all = everybodyHome(parameters, deal);
  return { home, owed: [all[0] - home[0], all[1] - home[1]] };
}

function worthTo(
  position: Position,
  viewer: Viewer,
  offered: Offered,
): Pick<Appraisal, 'values' | 'reservations' | 'worthOfHome'> {
  const { campaign } = position;
  if (viewer === null) {
    const [first, second] = [valuationOf(campaign, 0), valuationOf(campaign, 1)];
    const least = (party: PartyIndex) => exactly(reservation(campaign, party));
    return {
      values: [exactly(valueBy(first, offered)), exactly(valueBy(second, offered))],
      reservations: [least(0), least(1)],
      worthOfHome: [worthOfHome(first, offered), worthOfHome(second, offered)],
    };
  }
  if (viewer === 'mediator') return fromOutside(position, offered);
  const view = viewOf(campaign, phaseOf(position.value), viewer);
  const own = ownValuation(view);
  return {
    values: sided(viewer, exactly(valueBy(own, offered)), theirValue(view, offered)),
    reservations: sided(viewer, exactly(view.reservation), theirReservation(view)),
    worthOfHome: sided(viewer, worthOfHome(own, offered), worthOfHome(theirValuation(view, 'best'), offered)),
  };
}

/** Nobody is worth less than nothing to their home, and whoever is given is a cost: what is above nothing comes home. */
function worthOfHome({ unit }: Valuation, { deal }: Offered): number {
  return deal.reduce((total, people, group) => total + people * Math.max(0, unit[group] ?? 0), 0);
}

/** As a mediator sees it: of each side no more than the other may assume of it. */
function fromOutside({ campaign, value }: Position, offered: Offered) {
  const [first, second] = PARTIES.map(party => viewOf(campaign, phaseOf(value), party)) as [View, View];
  return {
    values: [theirValue(second, offered), theirValue(first, offered)],
    reservations: [theirReservation(second), theirReservation(first)],
    worthOfHome: [
      worthOfHome(theirValuation(second, 'best'), offered),
      worthOfHome(theirValuation(first, 'best'), offered),
    ],
  } as const;
}

function valueBy(valuation: Valuation, offered: Offered): number {
  return termsValue(valuation, offered.deal, offered);
}

function sided<T>(viewer: PartyIndex, own: T, theirs: T): PerParty<T> {
  return viewer === 0 ? [own, theirs] : [theirs, own];
}

/** What the other side may gain or lose by a deal: at worst, most likely, at best. */
function theirValue(view: View, offered: Offered): Range {
  return {
    low: valueBy(theirValuation(view, 'low'), offered),
    best: valueBy(theirValuation(view, 'best'), offered),
    high: valueBy(theirValuation(view, 'high'), offered),
  };
}

/**
 * The other side's valuation at one end of what everybody may assume of it. What it paid last time
 * weighs with it too, but how much is not known; that is left out.
 */
function theirValuation(view: View, end: keyof Range): Valuation {
  const them = other(view.party);
  const { groups, theirs } = view.known;
  const cost = OPPOSITE[end];
  return {
    party: them,
    unit: groups.map(g =>
      g.home === them ? worthHome(g.worth[end], g.salience[end], view.theirPressure[end]) : -g.grip[cost],
    ),
    balance: balanceOf(view.known, them),
    imbalance: theirs.imbalance[cost],
    precedent: 0,
    lastRatio: 1,
  };
}

const OPPOSITE = { low: 'high', best: 'best', high: 'low' } as const;

/** The least the other side may accept: less under more pressure. */
function theirReservation(view: View): Range {
  const { reluctance } = view.known.theirs;
  const at = (end: keyof Range) =>
    reservationOf(
      reluctance[end],
      view.theirPressure[OPPOSITE[end]],
      coverAtTable({ talks: view.talks, mediators: view.known.mediators }),
      view.occasion,
    );
  return { low: at('low'), best: at('best'), high: at('high') };
}

/** What the law would find in a move, before it is made. */
export function findingsOf({ campaign }: Pick<Position, 'campaign'>, event: PartyEvent): Finding[] {
  if (!campaign.parameters.lawOfWar) return [];
  const bargain = bargainOf(campaign, event);
  return LAW.flatMap(rule =>
    rule
      .check(campaign, event, bargain)
      .map(({ by, saw }) => ({ day: campaign.day, rule: rule.id, by, saw })),
  );
}

/** A deal on the table, or about to be: by a side, or by a mediator. */
export type Bargained = Offered & { readonly by: PartyIndex | null };

/** What the law finds against each side in a deal: against who offers it for that, against who may accept it for accepting. */
export function findingsOnBoth({ campaign }: Position, offer: Bargained): Finding[] {
  const { talks } = campaign;
  // As if it were new on the table: to repeat an offer is no new act, and found is what was found the first time.
  const offering = { campaign: { ...campaign, talks: { ...talks, offers: [] } } };
  const accepting = {
    campaign: { ...campaign, talks: { ...talks, offer: { ...offer, day: campaign.day } } },
  };
  return PARTIES.flatMap(party =>
    party === offer.by
      ? findingsOf(offering, { ...offer, type: 'offer', party })
      : findingsOf(accepting, { type: 'accept', party }),
  );
}
