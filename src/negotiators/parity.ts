import { zeros } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import type { View } from '../campaign/view.ts';
import { dealValue, termsValue } from '../campaign/worth.ts';
import type { LegalMove } from '../statechart/legal.ts';
import { conduct } from './conduct.ts';
import { limitsOf, ownValuation, theirValuation } from './judgement.ts';
import { legalOf, type NegotiatorKind } from './negotiator.ts';

/**
 * One for one, category by category: the norm of the record. Its own groups and the other side's
 * are ranked by what they mean at home and paired rank by rank; each pair gives as many as it
 * takes. With every offer that is not accepted it begins one pair further down, so that what is
 * hardest to give comes last. It accepts any deal at or above its reservation in which it gives
 * no more than it receives.
 */
export const parity: NegotiatorKind = {
  name: 'parity',
  idea: 'One for one, category by category.',
  citation: 'The norm in the record of 2022 to 2024: 17 of 39 exchanges are exactly equal in number',
  learns: false,
  draws: true,
  parameters: [],
  make: () => (view, legal, random) => conduct(view, legal, random) ?? bargain(view, legal),
};

function bargain(view: View, legal: readonly LegalMove[]): Move {
  return (
    acceptEven(view, legal) ??
    offerEven(view, legal) ??
    (legalOf(legal, 'refuse') ? { type: 'refuse' } : { type: 'wait' })
  );
}

function acceptEven(view: View, legal: readonly LegalMove[]): Move | null {
  const { offer } = view.talks;
  if (!offer || !legalOf(legal, 'accept')) return null;
  const valuation = ownValuation(view);
  const balance = offer.deal.reduce(
    (total, count, group) => total + count * (valuation.balance[group] ?? 0),
    0,
  );
  return balance >= 0 && termsValue(valuation, offer.deal, offer) >= view.reservation
    ? { type: 'accept' }
    : null;
}

function offerEven(view: View, legal: readonly LegalMove[]): Move | null {
  if (!legalOf(legal, 'offer')) return null;
  const valuation = ownValuation(view);
  const refused = view.talks.offers.filter(offer => offer.by === view.party).length;
  for (let skipped = refused; skipped < refused + view.known.groups.length; skipped++) {
    const deal = evenDeal(view, skipped);
    if (deal.some(count => count > 0) && dealValue(valuation, deal) >= view.reservation)
      return { type: 'offer', deal };
  }
  return null;
}

/** Pairs filled in rank order up to the capacity, beginning `skipped` ranks down and coming round again. */
function evenDeal(view: View, skipped: number): number[] {
  const { most, capacity } = limitsOf(view, view.talks.capacity);
  const deal = zeros(most.length);
  const pairs = pairedGroups(view);
  let room = capacity;
  for (let rank = 0; rank < pairs.length; rank++) {
    const pair = pairs[(rank + skipped) % pairs.length];
    if (!pair) continue;
    const [received, given] = pair;
    const people = Math.min(room, most[received] ?? 0, most[given] ?? 0);
    deal[received] = people;
    deal[given] = people;
    room -= people;
  }
  return deal;
}

/** Tradeable groups of both sides, ranked by worth at home, rank by rank. */
function pairedGroups(view: View): [number, number][] {
  const rank = (own: boolean) => {
    const unit = (own ? ownValuation(view) : theirValuation(view)).unit;
    return view.known.groups
      .filter(group => !group.owed && (group.home === view.party) === own)
      .filter(group => (limitsOf(view, 0).most[group.index] ?? 0) > 0)
      .sort((a, b) => (unit[b.index] ?? 0) - (unit[a.index] ?? 0));
  };
  const received = rank(true);
  const given = rank(false);
  return received.slice(0, given.length).map((group, index) => [group.index, given[index]?.index ?? 0]);
}
