import type { Move } from '../campaign/event.ts';
import { nashAmong } from '../campaign/package.ts';
import type { WeighedDeals } from '../campaign/supported-deals.ts';
import type { View } from '../campaign/view.ts';
import type { PerParty } from '../scenario/scenario.ts';
import type { LegalMove } from '../statechart/legal.ts';
import { concededTowards } from './concession.ts';
import { conduct } from './conduct.ts';
import { coverOf, theirReservation } from './judgement.ts';
import type { NegotiatorKind } from './negotiator.ts';
import { learnedProposals } from './opponent-model.ts';
import { bargainAt, bestHoped, timeUsed } from './time-dependent.ts';

/** Share of its patience after which it goes further than it is met. */
const BONUS_FROM = 0.5;

/**
 * Aims at the Nash point, the fair deal as it sees it, and goes there as fast as it is met. It
 * learns from the offers what the other side weighs, estimates the Nash point from that, sees what share s of
 * the way from its first offer to that point the other side has come, in its own value, and asks for
 *
 *     best - (best - nash) * s  -  bonus * (nash - reservation) * time
 *
 * with time running from 0 at half of its patience to 1 at its end: near the end it would rather
 * have an agreement. Of the deals worth that much it offers the one the other side should like best.
 */
export const niceTitForTat: NegotiatorKind = {
  name: 'nice-tit-for-tat',
  idea: 'Goes to the fair deal as fast as it is met.',
  citation:
    'Baarslag, Hindriks and Jonker (2013), A tit for tat negotiation strategy for real-time bilateral negotiations',
  learns: true,
  draws: true,
  parameters: [
    {
      name: 'bonus',
      meaning: 'how far it goes beyond the Nash point at the end, as a share of the way to its reservation',
      minimum: 0,
      maximum: 1,
      standard: 0.5,
    },
  ],
  make:
    (bonus = 0.5) =>
    (view, legal, random) =>
      conduct(view, legal, random) ?? bargain(view, legal, bonus),
};

function bargain(view: View, legal: readonly LegalMove[], bonus: number): Move {
  const deals = learnedProposals(view);
  return bargainAt(view, legal, deals, towardsTheFairDeal(view, deals, bonus));
}

/** What it asks for, with these deals in sight. */
export function towardsTheFairDeal(view: View, deals: WeighedDeals, bonus = 0.5): number {
  const best = bestHoped(view, deals);
  const nash = Math.min(best, ownValueAtNash(view, deals));
  const late = Math.max(0, timeUsed(view) - BONUS_FROM) / (1 - BONUS_FROM);
  const target =
    best - (best - nash) * concededTowards(view, nash) - bonus * (nash - view.reservation) * late;
  return Math.max(view.reservation, target);
}

/** What the symmetric Nash deal of both, as far as can be seen, is worth to oneself; the reservation where none is. */
function ownValueAtNash(view: View, deals: WeighedDeals): number {
  const theirs = theirReservation(view, coverOf(view, view.talks.mediator));
  const reservations: PerParty<number> =
    view.party === 0 ? [view.reservation, theirs] : [theirs, view.reservation];
  return deals.values[view.party][nashAmong(deals.values, reservations, 0.5)] ?? view.reservation;
}
