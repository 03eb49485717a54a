import type { Deal } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import { listed, supportedDeals, type WeighedDeals } from '../campaign/supported-deals.ts';
import type { View } from '../campaign/view.ts';
import { addValues, type Valuation } from '../campaign/worth.ts';
import type { PerParty } from '../scenario/scenario.ts';
import type { LegalMove } from '../statechart/legal.ts';
import { bestMediator, conduct } from './conduct.ts';
import { expectedSettlement, limitsOf, valuations } from './judgement.ts';
import { legalOf } from './negotiator.ts';
import type { Policy } from './rollout.ts';
import {
  acceptIfGood,
  callForHelp,
  idle,
  offerAtTarget,
  pace,
  targetOf,
  timeUsed,
} from './time-dependent.ts';

/*
 * Policies for playing on in thought: the time-dependent tactics, made cheap. The deals on the
 * frontier are looked for once in each talks and only valued anew after that. They remember, so each
 * rollout takes a fresh one.
 */

/** When a policy asks for talks: as our negotiators do, when something has happened; or as soon as it can gain. */
export type Asking = 'pressed' | 'eager';

/** Days between two looks of an eager party whether there is anything to gain by asking. */
const LOOKS_EVERY = 3;

/** What a policy asks for now, in worth units, with these deals in sight. */
export type Asks = (view: View, deals: WeighedDeals) => number;

/** Time-dependent tactics with concession exponent `e`, for one rollout. */
export function thoughtPlay(e: number, asking: Asking): Policy {
  const bargain = bargaining(inTime(e));
  return asking === 'eager' ? eagerly(bargain) : usually(bargain);
}

/** A target that falls with time, with concession exponent `e`. */
export function inTime(e: number): Asks {
  return (view, deals) => targetOf(view, deals, timeUsed(view) ** (1 / pace(e, view.leverage)));
}

/** Bargaining in the rounds for what is asked, over deals that are looked for once in each talks; for one rollout. */
export function bargaining(asks: Asks): Policy {
  return overDeals((view, legal, _, deals) => bargainFor(view, legal, asks(view, deals), deals));
}

/** What a policy does in the rounds, with these deals in sight. */
type OverDeals = (...at: [...Parameters<Policy>, deals: WeighedDeals]) => Move;

/** The given way of bargaining over deals that are looked for once in each talks; for one rollout. */
export function overDeals(bargain: OverDeals): Policy {
  const table = new TableOfDeals();
  return (view, legal, random) => {
    table.lookAt(view);
    // One's own offer is on the table: nothing to accept and nothing to offer.
    if (!legalOf(legal, 'accept') && !legalOf(legal, 'offer')) return callForHelp(view, legal) ?? idle(legal);
    return bargain(view, legal, random, table.deals(view));
  };
}

/** Conduct as all our negotiators have it, and in the rounds the given way of bargaining. */
export function usually(bargain: Policy): Policy {
  return (view, legal, random) => conduct(view, legal, random) ?? bargain(view, legal, random);
}

/**
 * The given way of bargaining in the rounds; outside them it says nothing up to the day `silentUntil`, and
 * after that asks for talks as soon as there is something to gain.
 */
export function eagerly(bargain: Policy, silentUntil = 0): Policy {
  return (view, legal, random) => {
    if (view.phase.startsWith('rounds')) return bargain(view, legal, random);
    if (view.day < silentUntil) return silently(view, legal, random);
    return askEagerly(view, legal) ?? conduct(view, legal, random) ?? { type: 'wait' };
  };
}

/** Conduct without asking for talks. */
export const silently: Policy = (view, legal, random) =>
  conduct(
    view,
    legal.filter(({ type }) => type !== 'proposeTalks' && type !== 'resume'),
    random,
  ) ?? { type: 'wait' };

function bargainFor(view: View, legal: readonly LegalMove[], target: number, deals: WeighedDeals): Move {
  return (
    acceptIfGood(view, legal, target) ??
    callForHelp(view, legal) ??
    offerAtTarget(view, legal, stillPossible(deals, legal), target) ??
    idle(legal)
  );
}

/** Illness and names struck off may have taken people out of deals found earlier. */
function stillPossible(deals: WeighedDeals, legal: readonly LegalMove[]): WeighedDeals {
  const most = legalOf(legal, 'offer')?.most;
  if (!most) return deals;
  const [first, second] = deals.values;
  const places: number[] = [];
  for (let at = 0; at < first.length; at++) if (isWithin(deals.deal(at), most)) places.push(at);
  if (places.length === first.length) return deals;
  return {
    values: [places.map(at => first[at] ?? 0), places.map(at => second[at] ?? 0)],
    deal: at => deals.deal(places[at] ?? 0),
  };
}

function isWithin(deal: Deal, most: Deal): boolean {
  for (let group = 0; group < deal.length; group++) {
    if ((deal[group] ?? 0) > (most[group] ?? 0)) return false;
  }
  return true;
}

/** Asks for talks where a settlement that gains something is in sight. */
export function askEagerly(view: View, legal: readonly LegalMove[]) {
  const propose = legalOf(legal, 'proposeTalks');
  if ((!propose && !legalOf(legal, 'resume')) || view.day % LOOKS_EVERY !== 0) return null;
  const mediator = propose ? bestMediator(view, propose.mediators) : null;
  if (!expectedSettlement(view, mediator)) return null;
  return propose
    ? ({ type: 'proposeTalks', mediator, openly: false } as const)
    : ({ type: 'resume' } as const);
}

/** The deals on the frontier of the talks in hand, valued as of now. */
class TableOfDeals {
  #since = -1;
  #deals: readonly Deal[] = [];

  /** Looks for the deals where the talks are new. */
  lookAt(view: View): void {
    if (view.talks.since === this.#since) return;
    const found = supportedDeals(valuations(view), limitsOf(view, view.talks.capacity));
    this.#since = view.talks.since;
    this.#deals = listed(found).map(({ deal }) => deal);
  }

  deals(view: View): WeighedDeals {
    return weighed(this.#deals, valuations(view));
  }
}

function weighed(deals: readonly Deal[], valuations: PerParty<Valuation>): WeighedDeals {
  const values: PerParty<number[]> = [[], []];
  for (const deal of deals) addValues(valuations, deal, values);
  return { values, deal: at => deals[at] ?? [] };
}
