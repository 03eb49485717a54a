import type { Deal } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import { supportedDeals, type WeighedDeals } from '../campaign/supported-deals.ts';
import type { View } from '../campaign/view.ts';
import { dealValue, type Valuation } from '../campaign/worth.ts';
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

/** Time-dependent tactics with concession exponent `e`, for one rollout. */
export function thoughtPlay(e: number, asking: Asking): Policy {
  const table = new TableOfDeals();
  return (view, legal, random) => {
    if (view.phase.startsWith('rounds')) return bargain(view, legal, table, e);
    if (asking === 'eager') {
      const ask = askEagerly(view, legal);
      if (ask) return ask;
    }
    return conduct(view, legal, random) ?? { type: 'wait' };
  };
}

function bargain(view: View, legal: readonly LegalMove[], table: TableOfDeals, e: number): Move {
  table.lookAt(view);
  // One's own offer is on the table: nothing to accept and nothing to offer.
  if (!legalOf(legal, 'accept') && !legalOf(legal, 'offer')) return callForHelp(view, legal) ?? idle(legal);
  const deals = table.deals(view);
  const target = targetOf(view, deals, timeUsed(view) ** (1 / pace(e, view.leverage)));
  return (
    acceptIfGood(view, legal, target) ??
    callForHelp(view, legal) ??
    offerAtTarget(view, legal, deals, target) ??
    idle(legal)
  );
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
  #deals: readonly Deal[] = [];

  /** Looks for the deals where the talks are new. */
  lookAt(view: View): void {
    if (view.talks.since === this.#since) return;
    const found = supportedDeals(valuations(view), limitsOf(view, view.talks.capacity));
    this.#since = view.talks.since;
    this.#deals = found.values[0].map((_, at) => found.deal(at));
  }

  deals(view: View): WeighedDeals {
    return weighed(this.#deals, valuations(view));
  }
}

function weighed(deals: readonly Deal[], [first, second]: PerParty<Valuation>): WeighedDeals {
  const values: PerParty<number[]> = [[], []];
  for (const deal of deals) {
    values[0].push(dealValue(first, deal));
    values[1].push(dealValue(second, deal));
  }
  return { values, deal: at => deals[at] ?? [] };
}
