import type { PartyIndex } from '../scenario/scenario.ts';
import { type Campaign, type Draft, type Offer, withParty } from './campaign.ts';
import { areCounts, countsOf, type Deal, minus, peopleInWords, sum } from './counts.ts';
import type { EventOf, WorldEventOf } from './event.ts';
import { bothAccept, fallSilent, unusableMediator } from './initiation.ts';
import type { GroupParameters } from './parameters.ts';
import { againstTheirWill, notCounts, outOfTurn, type Refusal, refusal } from './refusal.ts';
import { type Terms, termsOf } from './terms.ts';
import { shiftTrust } from './trust.ts';
import { everybodyHome } from './worth.ts';

/* Rounds: offers and answers in turn, with or without a mediator. */

/** Days of rounds after which talks without a deal peter out. */
export const ROUNDS_LAST = 28;
/** Longest message that goes with an offer, in characters. */
export const LONGEST_MESSAGE = 280;

export function refuseOffer(campaign: Campaign, event: EventOf<'offer'>): Refusal | null {
  const turn = outOfTurn(campaign, event.party);
  if (turn) return turn;
  if ((event.message?.length ?? 0) > LONGEST_MESSAGE) {
    return refusal(
      'ERR_COUNT',
      `the message has ${event.message?.length} characters; at most ${LONGEST_MESSAGE} fit`,
    );
  }
  return refuseDeal(campaign, event.party, event.deal) ?? refuseTerms(campaign, event.deal, event);
}

function refuseTerms(
  { parameters, talks }: Campaign,
  deal: Deal,
  { interned, parole }: Terms,
): Refusal | null {
  if (interned) {
    if (!areCounts(interned, deal.length)) return notCounts(deal.length);
    const host = talks.mediator === null ? undefined : parameters.mediators[talks.mediator];
    if (sum(interned) > 0 && host?.hosts !== true) {
      return refusal('ERR_MEDIATOR', 'nobody at the table would take people in as a neutral country');
    }
    const beyond = parameters.groups.find(group => (interned[group.index] ?? 0) > (deal[group.index] ?? 0));
    if (beyond) return refusal('ERR_COUNT', `${beyond.id}: more to be interned than the deal names`);
  }
  if (!parole) return null;
  const bound = parameters.groups.find(
    group => (deal[group.index] ?? 0) > 0 && !parameters.parties[group.home].parole,
  );
  return bound
    ? refusal(
        'ERR_PAROLE',
        `the law of ${parameters.parties[bound.home].id} does not let its people give parole (GC III art. 21)`,
      )
    : null;
}

/** A new offer in place of the one on the table: one's own cannot be replaced before it is answered. */
export function refuseCounter(campaign: Campaign, event: EventOf<'offer'>): Refusal | null {
  if (campaign.toMove === event.party && campaign.talks.offer?.by === event.party) {
    return refusal('ERR_OWN_OFFER', 'your offer is on the table: the other party has to answer it first');
  }
  return refuseOffer(campaign, event);
}

/** The most of a group that `party` may put into an offer: of its own exactly, of the other's as it believes. */
export function mostOffered(
  { held, believed, talks }: Campaign,
  party: PartyIndex,
  { index, holder }: GroupParameters,
): number {
  const known = holder === party ? held[index] : believed.high[index];
  return Math.max(0, (known ?? 0) - (talks.struck[index] ?? 0));
}

/**
 * A party cannot offer whom it does not hold. What it asks for is bounded only by what it
 * believes, or the refusal itself would tell it what the other side holds.
 */
function refuseDeal(campaign: Campaign, party: PartyIndex, deal: Deal): Refusal | null {
  const { groups } = campaign.parameters;
  if (!areCounts(deal, groups.length)) return notCounts(groups.length);
  if (sum(deal) === 0) return refusal('ERR_EMPTY', 'the offer names nobody');
  for (const group of groups) {
    const count = deal[group.index] ?? 0;
    const limit = mostOffered(campaign, party, group);
    if (count <= limit) continue;
    return group.holder === party
      ? refusal('ERR_NOT_HELD', `${group.id}: ${count} offered, ${limit} held and not struck off`)
      : refusal('ERR_NOT_HELD', `${group.id}: ${count} asked for, at most ${limit} are thought to be held`);
  }
  return againstTheirWill(campaign, party, deal) ?? refuseLoad(campaign, deal);
}

/** People a side that one deal may name: what the hand-overs it may be spread over can carry. */
export function mostInDeal({ talks, parameters }: Campaign): number {
  return talks.capacity * parameters.stages;
}

function refuseLoad(campaign: Campaign, deal: Deal): Refusal | null {
  const most = mostInDeal(campaign);
  const home = everybodyHome(campaign.parameters, deal);
  const load = Math.max(home[0], home[1]);
  return load > most
    ? refusal('ERR_CAPACITY', `${peopleInWords(load)} on one side; at most ${most} a side can be carried`)
    : null;
}

export function putOffer(draft: Draft, event: EventOf<'offer'>): void {
  passOver(draft);
  putOnTable(draft, offerIn(event, draft.day));
}

function offerIn(event: EventOf<'offer'>, day: number): Offer {
  const { party, deal, message } = event;
  const offer: Offer = { day, by: party, deal };
  const terms = termsOf(event);
  // Most offers say nothing else.
  if (message === undefined && !terms.interned && !terms.parole) return offer;
  return { ...offer, ...(message === undefined ? {} : { message }), ...terms };
}

export function putMediatorsText(draft: Draft, { deal }: WorldEventOf<'mediatorProposes'>): void {
  putOnTable(draft, { day: draft.day, by: null, deal });
}

function putOnTable(draft: Draft, offer: Offer): void {
  const { talks } = draft;
  draft.talks = { ...talks, offer, offers: [...talks.offers, offer], accepted: [false, false] };
}

export function refuseAcceptance(campaign: Campaign, event: EventOf<'accept'>): Refusal | null {
  const { party } = event;
  const { talks, parameters, held } = campaign;
  const turn = outOfTurn(campaign, party);
  if (turn) return turn;
  if (!talks.offer) return refusal('ERR_PHASE', 'there is no offer on the table');
  if (talks.offer.by === party)
    return refusal('ERR_OWN_OFFER', 'the offer is your own: the other party has to answer it');
  if (talks.accepted[party]) return refusal('ERR_DONE', 'you have accepted this text already');
  const deal = talks.offer.deal;
  const unwilling = againstTheirWill(campaign, party, deal);
  if (unwilling) return unwilling;
  for (const group of parameters.groups) {
    if (group.holder !== party) continue;
    const available = (held[group.index] ?? 0) - (talks.struck[group.index] ?? 0);
    const count = deal[group.index] ?? 0;
    if (count > available) {
      return refusal(
        'ERR_NOT_HELD',
        `${group.id}: the offer asks for ${count}, ${Math.max(0, available)} are held and not struck off`,
      );
    }
  }
  return null;
}

export function refuseRefusal(campaign: Campaign, event: EventOf<'refuse'>): Refusal | null {
  const turn = outOfTurn(campaign, event.party);
  if (turn) return turn;
  if (campaign.talks.offer?.by === event.party) {
    return refusal('ERR_OWN_OFFER', 'the offer is your own: the other party has to answer it');
  }
  return null;
}

export function clearTable(draft: Draft): void {
  passOver(draft);
  draft.talks = { ...draft.talks, offer: null, accepted: [false, false] };
}

/** Texts of a mediator that may be refused or passed over before it leaves. */
const MEDIATORS_PATIENCE = 3;

/** The offer on the table is set aside; a mediator whose texts are set aside too often leaves. */
function passOver(draft: Draft): void {
  const { talks } = draft;
  if (!talks.offer || talks.offer.by !== null || talks.mediator === null) return;
  const texts = talks.offers.filter(offer => offer.by === null).length;
  if (texts < MEDIATORS_PATIENCE) return;
  draft.talks = { ...talks, mediator: null, turnedDown: [...talks.turnedDown, talks.mediator] };
}

/** One side agrees to the mediator's text; it holds once both do. */
export function acceptText(draft: Draft, { party }: EventOf<'accept'>): void {
  draft.talks = { ...draft.talks, accepted: withParty(draft.talks.accepted, party, true) };
}

export function bothAccepted(campaign: Campaign): boolean {
  return campaign.talks.accepted[0] && campaign.talks.accepted[1];
}

export function strikeDeal(draft: Draft): void {
  const { talks, day } = draft;
  if (!talks.offer) return;
  draft.talks = {
    ...talks,
    agreement: { deal: talks.offer.deal, day, ...termsOf(talks.offer) },
    toIntern: talks.offer.interned ?? talks.toIntern,
    outstanding: talks.offer.deal,
    offer: null,
    since: day,
    arranged: false,
  };
}

export function refuseMediation(campaign: Campaign, event: EventOf<'callMediator'>): Refusal | null {
  const turn = outOfTurn(campaign, event.party);
  if (turn) return turn;
  if (campaign.talks.mediator === event.mediator)
    return refusal('ERR_DONE', 'this mediator is already at the table');
  return unusableMediator(campaign, event.party, event.mediator);
}

/** The mediator comes if the other side accepts it too; if not, both now know that it does not. */
export function engageMediator(draft: Draft, { mediator }: EventOf<'callMediator'>): void {
  const { talks } = draft;
  draft.talks = bothAccept(draft, mediator)
    ? { ...talks, mediator }
    : { ...talks, turnedDown: [...talks.turnedDown, mediator] };
}

export function roundsLapsed(campaign: Campaign): boolean {
  return campaign.day - campaign.talks.since >= ROUNDS_LAST;
}

/** Talks that lead nowhere end without a quarrel. */
export function peterOut(draft: Draft): void {
  fallSilent(draft);
  shiftTrust(draft, 'petered');
}

/** What is left of a party's holdings once the names struck off are taken away. */
export function available(campaign: Campaign): number[] {
  return countsOf(minus(campaign.held, campaign.talks.struck), count => Math.max(0, count));
}
