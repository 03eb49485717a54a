import { countsOf, type Deal, sameCounts, sum, zeros } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import { listed } from '../campaign/supported-deals.ts';
import type { View } from '../campaign/view.ts';
import { dealValue, termsValue } from '../campaign/worth.ts';
import { other } from '../scenario/scenario.ts';
import type { LegalMove } from '../statechart/legal.ts';
import { CONVOY_EVERY, conduct } from './conduct.ts';
import { coverOf, limitsOf, ownValuation, proposals, theirReservation, theirValuation } from './judgement.ts';
import { legalOf, type NegotiatorKind } from './negotiator.ts';
import { callForHelp, timeUsed } from './time-dependent.ts';

/**
 * Most people home, on both sides, at or above its reservation. Those who are owed it sends home
 * unasked, the wounded first, a convoy a fortnight. Of the rest it proposes as many for as many as
 * can be carried and both should accept, beginning on each side with those held the longest; where
 * that is not accepted, the next largest deal. It accepts a deal that brings a good part of that.
 */
export const humanitarian: NegotiatorKind = {
  name: 'humanitarian',
  idea: 'Most people home on both sides, longest held first.',
  citation:
    'Third Geneva Convention, articles 109 and 118; the calls for an exchange of all for all of 2024 and 2025',
  learns: false,
  draws: true,
  parameters: [
    {
      name: 'share',
      meaning: 'accepts a deal that brings home at least this share of the people it would propose',
      minimum: 0,
      maximum: 1,
      standard: 0.5,
    },
  ],
  make:
    (share = 0.5) =>
    (view, legal, random) => {
      const usual = conduct(view, legal, random);
      if (usual && usual.type !== 'wait') return usual;
      return releaseOwed(view, legal) ?? usual ?? bargain(view, legal, share);
    },
};

/** Everybody who is owed, the wounded before civilians, once a fortnight. */
function releaseOwed(view: View, legal: readonly LegalMove[]): Move | null {
  const release = legalOf(legal, 'release');
  const last = view.releases.findLast(({ by }) => by === view.party);
  if (!release || (last && view.day - last.day < CONVOY_EVERY)) return null;
  for (const standing of ['wounded', 'civilian']) {
    const people = countsOf(view.known.groups, group =>
      group.standing === standing ? (release.most[group.index] ?? 0) : 0,
    );
    if (sum(people) > 0) return { type: 'release', people };
  }
  return null;
}

function bargain(view: View, legal: readonly LegalMove[], share: number): Move {
  const wished = largestFirst(view);
  return (
    acceptMany(view, legal, share * sum(wished[0] ?? [])) ??
    callForHelp(view, legal) ??
    offerNext(view, legal, wished) ??
    (legalOf(legal, 'refuse') ? { type: 'refuse' } : { type: 'wait' })
  );
}

function acceptMany(view: View, legal: readonly LegalMove[], people: number): Move | null {
  const { offer } = view.talks;
  if (!offer || !legalOf(legal, 'accept')) return null;
  if (termsValue(ownValuation(view), offer.deal, offer) < view.reservation) return null;
  return sum(offer.deal) >= people || timeUsed(view) >= 1 ? { type: 'accept' } : null;
}

/** The largest deal that it has not offered in these talks; when all were, the first again. */
function offerNext(view: View, legal: readonly LegalMove[], wished: readonly Deal[]): Move | null {
  if (!legalOf(legal, 'offer')) return null;
  const made = view.talks.offers.filter(({ by }) => by === view.party);
  const deal = wished.find(each => !made.some(offer => sameCounts(offer.deal, each))) ?? wished[0];
  return deal ? { type: 'offer', deal } : null;
}

/** Sizes of even deals that are tried, as parts of what can be carried. */
const SIZES = 12;

/**
 * Deals at or above its reservation, most people first, and among equals the even ones first; where there
 * are any, only those that the other side should accept too.
 */
function largestFirst(view: View): Deal[] {
  const limits = limitsOf(view, view.talks.capacity);
  const order = longestHeldFirst(view);
  const even = Array.from({ length: SIZES }, (_, step) =>
    evenDeal(view, order, limits.most, Math.floor((limits.capacity * (SIZES - step)) / SIZES)),
  );
  const own = ownValuation(view);
  const theirs = theirValuation(view);
  const enough = theirReservation(view, coverOf(view, view.talks.mediator));
  const all = [...even, ...listed(proposals(view)).map(({ deal }) => deal)]
    .filter(deal => sum(deal) > 0 && dealValue(own, deal) >= view.reservation)
    .sort((a, b) => sum(b) - sum(a));
  const acceptable = all.filter(deal => dealValue(theirs, deal) >= enough);
  return acceptable.length > 0 ? acceptable : all;
}

/** `size` people a side, or as many as the side with fewer has, in the given order. */
function evenDeal(view: View, order: readonly number[], most: readonly number[], size: number): Deal {
  const side = (home: number) => order.filter(group => view.known.groups[group]?.home === home);
  const held = (groups: readonly number[]) => sum(groups.map(group => most[group] ?? 0));
  const sides = [side(view.party), side(other(view.party))] as const;
  const people = Math.min(size, held(sides[0]), held(sides[1]));
  const deal = zeros(most.length);
  for (const groups of sides) {
    let left = people;
    for (const group of groups) {
      const taken = Math.min(left, most[group] ?? 0);
      deal[group] = taken;
      left -= taken;
    }
  }
  return deal;
}

/**
 * Tradeable groups, those first whose people were nearly all held already when the campaign
 * began; among equals those of whom the families ask most.
 */
function longestHeldFirst({ known, held }: View): number[] {
  const longHeld = (index: number, atFirst: number) =>
    Math.min(1, atFirst / Math.max(1, held.best[index] ?? 0));
  return known.groups
    .filter(group => !group.owed)
    .map(({ index, heldAtFirst, worth }) => ({
      index,
      long: longHeld(index, heldAtFirst.best),
      worth: worth.best,
    }))
    .sort((a, b) => b.long - a.long || b.worth - a.worth || a.index - b.index)
    .map(({ index }) => index);
}
