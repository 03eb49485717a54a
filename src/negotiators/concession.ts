import type { Offer } from '../campaign/campaign.ts';
import type { View } from '../campaign/view.ts';
import { termsValue } from '../campaign/worth.ts';
import { other } from '../scenario/scenario.ts';
import { ownValuation } from './judgement.ts';

/* What the other side has given way in these talks, as it looks from here. */

/** The other side's own offers of these talks, oldest first; a mediator's text is not one of them. */
export function theirOffers(view: View): Offer[] {
  return view.talks.offers.filter(offer => offer.by === other(view.party));
}

/**
 * How far the other side has come from its first offer towards a deal worth `goal` to oneself, as a
 * share of that way, 0 to 1. Both ends are valued as of today, so that pressure that has risen
 * since is not taken for a concession. It goes by the latest offer: what is taken back is not counted.
 */
export function concededTowards(view: View, goal: number): number {
  const offers = theirOffers(view);
  const [first, latest] = [offers[0], offers.at(-1)];
  if (!first || !latest) return 0;
  const valuation = ownValuation(view);
  const began = termsValue(valuation, first.deal, first);
  const now = termsValue(valuation, latest.deal, latest);
  if (began >= goal) return 1;
  return Math.min(1, Math.max(0, (now - began) / (goal - began)));
}
