import { sum } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import type { WeighedDeals } from '../campaign/supported-deals.ts';
import type { View } from '../campaign/view.ts';
import { termsValue } from '../campaign/worth.ts';
import { other } from '../scenario/scenario.ts';
import type { LegalMove } from '../statechart/legal.ts';
import { bestMediator, conduct } from './conduct.ts';
import { coverOf, ownValuation, proposals, theirReservation } from './judgement.ts';
import { legalOf, type Negotiator } from './negotiator.ts';

/*
 * Time-dependent tactics (Faratin, Sierra and Jennings 1998): what one asks for falls from the
 * best one can hope for to one's reservation as time runs out, along
 *
 *     target(t) = best - (best - reservation) * t^(1 / e)
 *
 * with t the share of one's patience used up. e < 1 holds out (boulware), e > 1 gives way early
 * (conceder). The party behind in leverage concedes faster: e is multiplied by (1 - leverage) / leverage.
 */

/** Share of a value that is left when a party's patience is at its end; with `patience` a day it sets the time. */
const PATIENCE_ENDS_AT = 0.85;
/** A mediator's text saves face: it is good enough at this share of the way from reservation to target. */
const TEXT_IS_GOOD_ENOUGH = 0.75;
/** Share of patience after which a mediator is called. */
const MEDIATOR_CALLED_AT = 0.4;

/** Days of rounds that a party with a daily `patience` holds out. */
export function patienceInDays(patience: number): number {
  return Math.min(60, Math.log(PATIENCE_ENDS_AT) / Math.log(Math.min(0.999, patience)));
}

/** Share of its patience that a party has used up in these rounds, 0 to 1. */
export function timeUsed(view: View): number {
  return Math.min(1, (view.day - view.talks.since) / patienceInDays(view.known.own.patience));
}

/** Concession exponent, given the party's leverage. */
export function pace(e: number, leverage: number): number {
  const bounded = Math.min(0.95, Math.max(0.05, leverage));
  return (e * (1 - bounded)) / bounded;
}

export function timeDependent(e: number): Negotiator['decide'] {
  return (view, legal, random) => conduct(view, legal, random) ?? bargain(view, legal, e);
}

function bargain(view: View, legal: readonly LegalMove[], e: number): Move {
  // One's own offer is on the table: nothing to accept and nothing to offer.
  if (!legalOf(legal, 'accept') && !legalOf(legal, 'offer')) return callForHelp(view, legal) ?? idle(legal);
  const deals = proposals(view);
  return bargainAt(view, legal, deals, targetOf(view, deals, timeUsed(view) ** (1 / pace(e, view.leverage))));
}

/** What to do in the rounds by a negotiator that asks for `target` now, and knows of `deals`. */
export function bargainAt(
  view: View,
  legal: readonly LegalMove[],
  deals: WeighedDeals,
  target: number,
): Move {
  return (
    acceptIfGood(view, legal, target) ??
    callForHelp(view, legal) ??
    offerAtTarget(view, legal, deals, target) ??
    idle(legal)
  );
}

export function idle(legal: readonly LegalMove[]): Move {
  return legalOf(legal, 'refuse') ? { type: 'refuse' } : { type: 'wait' };
}

/** What to ask for after a share `conceded` of the way from the best to the reservation. */
export function targetOf(view: View, deals: WeighedDeals, conceded: number): number {
  return askedFor(bestHoped(view, deals), view.reservation, conceded);
}

export function askedFor(best: number, reservation: number, conceded: number): number {
  return best - (best - reservation) * conceded;
}

/** The most one can hope for: the best deal that the other side would, one thinks, still accept. */
export function bestHoped(view: View, deals: WeighedDeals): number {
  const theirs = theirReservation(view, coverOf(view, view.talks.mediator));
  const them = other(view.party);
  const [own, others] = [deals.values[view.party], deals.values[them]];
  let best = view.reservation;
  for (let at = 0; at < own.length; at++) {
    if ((others[at] ?? 0) >= theirs) best = Math.max(best, own[at] ?? 0);
  }
  return best;
}

/** Accepts an offer that is worth what one would ask for now, and never one below the reservation. */
export function acceptIfGood(view: View, legal: readonly LegalMove[], target: number): Move | null {
  const { offer } = view.talks;
  if (!offer || !legalOf(legal, 'accept')) return null;
  const value = termsValue(ownValuation(view), offer.deal, offer);
  const enough =
    offer.by === null ? view.reservation + (target - view.reservation) * TEXT_IS_GOOD_ENOUGH : target;
  return value >= view.reservation && value >= enough ? { type: 'accept' } : null;
}

export function callForHelp(view: View, legal: readonly LegalMove[]): Move | null {
  const call = legalOf(legal, 'callMediator');
  if (!call || view.talks.mediator !== null || timeUsed(view) < MEDIATOR_CALLED_AT) return null;
  const mediator = bestMediator(view, call.mediators);
  return mediator === null ? null : { type: 'callMediator', mediator };
}

/** Of the deals worth at least the target, the one the other side should like best. */
export function offerAtTarget(
  view: View,
  legal: readonly LegalMove[],
  deals: WeighedDeals,
  target: number,
): Move | null {
  if (!legalOf(legal, 'offer')) return null;
  const [own, others] = [deals.values[view.party], deals.values[other(view.party)]];
  let chosen = -1;
  for (let at = 0; at < own.length; at++) {
    if ((own[at] ?? 0) < target || namesNobody(deals, at)) continue;
    if (chosen < 0 || (others[at] ?? 0) > (others[chosen] ?? 0)) chosen = at;
  }
  return chosen < 0 ? null : { type: 'offer', deal: deals.deal(chosen) };
}

/** Whether a deal is none at all: one that names anybody is hardly ever worth nothing to both. */
function namesNobody(deals: WeighedDeals, at: number): boolean {
  return deals.values[0][at] === 0 && deals.values[1][at] === 0 && sum(deals.deal(at)) === 0;
}
