import { supportedDeals, type Valued } from '../campaign/package.ts';
import type { View } from '../campaign/view.ts';
import { dealValue } from '../campaign/worth.ts';
import type { LegalMove } from '../statechart/legal.ts';
import { bestMediator, conduct } from './conduct.ts';
import { expectedSettlement, limitsOf, valuations } from './judgement.ts';
import { legalOf } from './negotiator.ts';
import type { Policy } from './rollout.ts';
import { acceptIfGood, callForHelp, offerAtTarget, pace, targetOf, timeUsed } from './time-dependent.ts';

/*
 * Policies for playing on in thought: the time-dependent tactics, made cheap. The deals on the
 * frontier are looked for once in each talks and only valued anew after that. They remember, so each
 * rollout takes a fresh one.
 */

/** When a policy asks for talks: as our negotiators do, when something has happened; or as soon as it can gain. */
export type Asking = 'pressed' | 'eager';

/** Days between two looks of an eager party whether there is anything to gain by asking. */
const LOOKS_EVERY = 3;

/** Time-dependent tactics with concession exponent `e`, for one rollout. */
export function thoughtPlay(e: number, asking: Asking): Policy {
  const table = new TableOfDeals();
  const bargain: Policy = (view, legal) => bargainAt(view, legal, table.deals(view), e);
  return asking === 'eager' ? eagerly(bargain) : usually(bargain);
}

/** Conduct as all our negotiators have it, and in the rounds the given way of bargaining. */
function usually(bargain: Policy): Policy {
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

function bargainAt(view: View, legal: readonly LegalMove[], deals: readonly Valued[], e: number) {
  const target = targetOf(view, deals, timeUsed(view) ** (1 / pace(e, view.leverage)));
  return (
    acceptIfGood(view, legal, target) ??
    callForHelp(view, legal) ??
    offerAtTarget(view, legal, deals.filter(stillPossible(legal)), target) ??
    ({ type: legalOf(legal, 'refuse') ? 'refuse' : 'wait' } as const)
  );
}

/** Illness and names struck off may have taken people out of deals found earlier. */
function stillPossible(legal: readonly LegalMove[]): (deal: Valued) => boolean {
  const most = legalOf(legal, 'offer')?.most;
  return ({ deal }) => most === undefined || deal.every((people, group) => people <= (most[group] ?? 0));
}

function askEagerly(view: View, legal: readonly LegalMove[]) {
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
  #deals: readonly Valued[] = [];

  deals(view: View): readonly Valued[] {
    const both = valuations(view);
    if (view.talks.since !== this.#since) {
      this.#since = view.talks.since;
      this.#deals = supportedDeals(both, limitsOf(view, view.talks.capacity));
      return this.#deals;
    }
    return this.#deals.map(({ deal }) => ({
      deal,
      values: [dealValue(both[0], deal), dealValue(both[1], deal)],
    }));
  }
}
