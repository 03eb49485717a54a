import { type Deal, sameCounts } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import type { Random } from '../campaign/parameters.ts';
import { listed, type WeighedDeals } from '../campaign/supported-deals.ts';
import type { View } from '../campaign/view.ts';
import { dealValue } from '../campaign/worth.ts';
import { other } from '../scenario/scenario.ts';
import type { LegalMove } from '../statechart/legal.ts';
import { theirOffers } from './concession.ts';
import { conduct } from './conduct.ts';
import { ownValuation, proposals } from './judgement.ts';
import { legalOf, type NegotiatorKind } from './negotiator.ts';
import { acceptIfGood, callForHelp } from './time-dependent.ts';

/**
 * MiCRO, minimal concession in reply to new offers. It puts its deals in the order of their value
 * to itself and goes down that list: one new deal whenever the other side has made at least as many
 * different offers as it has, otherwise one of its earlier ones again. It accepts what is worth as
 * much as the deal it would offer next. It needs no idea of time nor of the other side's values.
 *
 * The original lists every deal there is and counts on thousands of offers. Here there are millions of
 * deals and a month of talks, so the list is of `length` deals along the frontier, as far as it can
 * be seen, from the best for itself to its reservation.
 */
export const micro: NegotiatorKind = {
  name: 'micro',
  idea: 'One small step down its list for each new offer it gets.',
  citation:
    'de Jonge (2022), An analysis of the linear bilateral ANAC domains using the MiCRO benchmark strategy',
  learns: true,
  draws: true,
  parameters: [
    {
      name: 'length',
      meaning: 'how many deals its list has; more are smaller steps',
      minimum: 2,
      maximum: 100,
      standard: 20,
    },
  ],
  make:
    (length = 20) =>
    (view, legal, random) =>
      conduct(view, legal, random) ?? stepByStep(view, legal, random, { deals: proposals(view), length }),
};

/** The deals that MiCRO has in sight, and how many of them are on its list. */
interface Sight {
  readonly deals: WeighedDeals;
  readonly length: number;
}

/** What MiCRO does in the rounds, with these deals in sight. */
export function stepByStep(view: View, legal: readonly LegalMove[], random: Random, sight: Sight): Move {
  const made = different(view.talks.offers.filter(offer => offer.by === view.party).map(({ deal }) => deal));
  const next = nextOnList(view, made, sight);
  const concedes = made.length <= different(theirOffers(view).map(({ deal }) => deal)).length;
  // What it accepts: as much as the worst it has offered, or would offer if it is to concede now.
  const asks = Math.min(
    ...made.map(deal => dealValue(ownValuation(view), deal)),
    concedes || made.length === 0 ? (next?.own ?? view.reservation) : Number.POSITIVE_INFINITY,
  );
  return (
    acceptIfGood(view, legal, Math.max(view.reservation, asks)) ??
    callForHelp(view, legal) ??
    offer(view, legal, concedes && next ? [next.deal] : made, random) ??
    (legalOf(legal, 'refuse') ? { type: 'refuse' } : { type: 'wait' })
  );
}

interface Priced {
  readonly deal: Deal;
  readonly own: number;
  readonly theirs: number;
}

/**
 * The next deal of the list that one has not offered yet. Values change from day to day, and the list with
 * them; how far down it one has come is how many different deals one has offered.
 */
function nextOnList(view: View, made: readonly Deal[], { deals, length }: Sight): Priced | null {
  const list = listOf(view, deals);
  const step = Math.max(1, (list.length - 1) / (Math.round(length) - 1));
  for (let at = made.length; Math.round(at * step) < list.length; at++) {
    const next = list[Math.round(at * step)];
    if (next && !made.some(each => sameCounts(each, next.deal))) return next;
  }
  return null;
}

/** The deals along the frontier at or above the reservation, best first. */
function listOf(view: View, deals: WeighedDeals): Priced[] {
  return listed(deals)
    .map(({ deal, values }) => ({ deal, own: values[view.party], theirs: values[other(view.party)] }))
    .filter(({ deal, own }) => own >= view.reservation && deal.some(count => count > 0))
    .sort((a, b) => b.own - a.own || b.theirs - a.theirs);
}

/** One of the deals by chance, of those that are still possible and still worth it. */
function offer(view: View, legal: readonly LegalMove[], deals: readonly Deal[], random: Random): Move | null {
  const possible = legalOf(legal, 'offer');
  if (!possible) return null;
  const valuation = ownValuation(view);
  const still = deals.filter(
    deal =>
      deal.every((count, group) => count <= (possible.most[group] ?? 0)) &&
      dealValue(valuation, deal) >= view.reservation,
  );
  const chosen = still.length > 1 ? still[Math.floor(random() * still.length)] : still[0];
  return chosen ? { type: 'offer', deal: chosen } : null;
}

function different(deals: readonly Deal[]): Deal[] {
  return deals.filter((deal, index) => deals.findIndex(each => sameCounts(each, deal)) === index);
}
