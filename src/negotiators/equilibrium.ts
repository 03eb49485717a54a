import { subgamePerfect } from '../campaign/alternating-offers.ts';
import type { Deal } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import { frontierOf } from '../campaign/frontier.ts';
import { asymmetricNash, type Limits, type Valued } from '../campaign/package.ts';
import { ROUNDS_LAST } from '../campaign/rounds.ts';
import { listed } from '../campaign/supported-deals.ts';
import type { View } from '../campaign/view.ts';
import { dealValue, termsValue } from '../campaign/worth.ts';
import type { PerParty } from '../scenario/scenario.ts';
import type { LegalMove } from '../statechart/legal.ts';
import { conduct } from './conduct.ts';
import { coverOf, limitsOf, ownValuation, proposals, theirReservation, valuations } from './judgement.ts';
import { legalOf, type NegotiatorKind } from './negotiator.ts';

/**
 * Plays the equilibrium of the game that it believes it is in. Where few deals are possible that is
 * the subgame-perfect outcome of alternating offers, a round a day until the talks peter out, by
 * backward induction; elsewhere the asymmetric Nash deal at the leverage it sees, which such games
 * tend to. It offers that deal, and accepts what is worth at least what refusing it and offering a
 * day later would bring. Of the other side it goes by its best guess, and takes it for as patient as
 * itself. It draws no conclusions from what the other side does: where its guess is wrong it stays so.
 */
export const equilibrium: NegotiatorKind = {
  name: 'equilibrium',
  idea: 'Works out where two who know everything would settle, and holds to it.',
  citation:
    'Rubinstein (1982), Perfect equilibrium in a bargaining model; Nash (1950), with the exponents of Harsanyi and Selten (1972)',
  learns: false,
  draws: true,
  parameters: [
    {
      name: 'deals',
      meaning: 'most possible deals for which it reckons back from the last round',
      minimum: 0,
      maximum: 100_000,
      standard: 10_000,
    },
  ],
  make:
    (most = 10_000) =>
    (view, legal, random) =>
      conduct(view, legal, random) ?? bargain(view, legal, most),
};

function bargain(view: View, legal: readonly LegalMove[], most: number): Move {
  const outlook = outlookOf(view, most);
  return (
    accept(view, legal, outlook) ??
    offer(view, legal, outlook) ??
    (legalOf(legal, 'refuse') ? { type: 'refuse' } : { type: 'wait' })
  );
}

/** What one's own offer should bring when it is made so many days from now; null where none would be accepted. */
type Outlook = (days: number) => { readonly deal: Deal; readonly gain: number } | null;

function outlookOf(view: View, most: number): Outlook {
  const left = Math.min(ROUNDS_LAST - (view.day - view.talks.since), view.known.days - view.day);
  const theirs = theirReservation(view, coverOf(view, view.talks.mediator));
  const reservations: PerParty<number> =
    view.party === 0 ? [view.reservation, theirs] : [theirs, view.reservation];
  const limits = limitsOf(view, view.talks.capacity);
  const found = countDeals(view, limits) <= most ? reckonedBack(view, limits) : split(view);
  return days => {
    const deal = days < left ? found(reservations, left - days) : null;
    return deal && { deal: deal.deal, gain: deal.values[view.party] - view.reservation };
  };
}

/** The deal to offer with so many rounds left. */
type Offered = (reservations: PerParty<number>, rounds: number) => Valued | null;

function reckonedBack(view: View, { most, capacity }: Limits): Offered {
  const points = frontierOf(valuations(view), { most, home: [capacity, capacity] }).deals;
  const { patience } = view.known.own;
  return (reservations, rounds) =>
    subgamePerfect({ points, reservations, patience: [patience, patience], first: view.party, rounds })
      ?.point ?? null;
}

function split(view: View): Offered {
  const deals = listed(proposals(view));
  const power = view.party === 0 ? view.leverage : 1 - view.leverage;
  return reservations => asymmetricNash(deals, reservations, power);
}

/** How many deals there are, if every number of every group goes with every other. */
function countDeals({ known }: View, { most, capacity }: Limits): number {
  return known.groups.reduce(
    (deals, { index, owed }) => (owed ? deals : deals * (1 + Math.min(capacity, most[index] ?? 0))),
    1,
  );
}

function accept(view: View, legal: readonly LegalMove[], outlook: Outlook): Move | null {
  const { offer } = view.talks;
  if (!offer || !legalOf(legal, 'accept')) return null;
  const gain = termsValue(ownValuation(view), offer.deal, offer) - view.reservation;
  const waiting = view.known.own.patience * (outlook(1)?.gain ?? 0);
  return gain >= 0 && gain >= waiting ? { type: 'accept' } : null;
}

function offer(view: View, legal: readonly LegalMove[], outlook: Outlook): Move | null {
  const deal = outlook(0)?.deal;
  if (!deal || !legalOf(legal, 'offer')) return null;
  return dealValue(ownValuation(view), deal) >= view.reservation ? { type: 'offer', deal } : null;
}
