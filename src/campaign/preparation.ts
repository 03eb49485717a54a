import { other, PARTIES, type PartyIndex } from '../scenario/scenario.ts';
import { type Beliefs, type Campaign, type Draft, withParty } from './campaign.ts';
import { type Counts, countsOf, plus } from './counts.ts';
import type { Coverage, EventOf, WorldEventOf } from './event.ts';
import { notHeldBy, outOfTurn, type Refusal, refusal } from './refusal.ts';
import { shiftTrust } from './trust.ts';

/* Preparation: lists of whom each side holds, names struck off, visits, checking. */

/** Days after which a preparation that gets no lists comes to nothing. */
export const LISTS_AWAITED = 14;

export function refuseList(campaign: Campaign, event: EventOf<'submitList'>): Refusal | null {
  const turn = outOfTurn(campaign, event.party);
  if (turn) return turn;
  if (campaign.talks.lists[event.party] !== null) {
    return refusal('ERR_DONE', 'your list for these talks is already on the table');
  }
  return null;
}

/**
 * A full list tells the other side exactly whom one holds. A partial one leaves names out, an
 * inflated one claims more; the other side cannot tell them from a full list until the checking
 * does. What it believes is what it was told.
 */
export function submitList(draft: Draft, { party, coverage }: EventOf<'submitList'>): void {
  draft.talks = { ...draft.talks, lists: withParty(draft.talks.lists, party, coverage) };
  draft.believed = believing(draft, party, namesOn(draft.held, coverage));
  shiftTrust(draft, 'listSubmitted');
}

/** Names on a list for each person held. */
const NAMED = { full: 1, partial: 0.6, inflated: 1.3 } as const;

/** How many names a list gives of people held. */
export function namesOn(held: Counts, coverage: Coverage): number[] {
  if (coverage === 'full') return held.slice();
  return countsOf(held, count => Math.floor(count * NAMED[coverage]));
}

/** Beliefs once `known` people are taken to be held by `holder`, exactly. */
function believing(campaign: Campaign, holder: PartyIndex, known: Counts): Beliefs {
  const { believed, parameters } = campaign;
  const told = (belief: Counts) => {
    const after = belief.slice();
    for (const { index, holder: by } of parameters.groups)
      if (by === holder) after[index] = known[index] ?? 0;
    return after;
  };
  return { low: told(believed.low), best: told(believed.best), high: told(believed.high) };
}

export function refuseStrike(campaign: Campaign, event: EventOf<'strikeNames'>): Refusal | null {
  const refused = outOfTurn(campaign, event.party) ?? notHeldBy(campaign, event.party, event.people);
  if (refused) return refused;
  const owed = campaign.parameters.groups.find(group => group.owed && (event.people[group.index] ?? 0) > 0);
  if (owed) return refusal('ERR_NOT_OURS', `${owed.id} are owed: their names cannot be struck off`);
  const struck = plus(campaign.talks.struck, event.people);
  const beyond = campaign.parameters.groups.find(g => (struck[g.index] ?? 0) > (campaign.held[g.index] ?? 0));
  if (beyond) return refusal('ERR_STRUCK', `${beyond.id}: more names struck off than people held`);
  return null;
}

export function strikeNames(draft: Draft, { people, grounds }: EventOf<'strikeNames'>): void {
  const { struck, struckForTrial } = draft.talks;
  draft.talks = {
    ...draft.talks,
    struck: plus(struck, people),
    struckForTrial: grounds === 'prosecution' ? plus(struckForTrial, people) : struckForTrial,
  };
  shiftTrust(draft, 'namesStruck');
}

export function refuseVisits(campaign: Campaign, event: EventOf<'askVisits'>): Refusal | null {
  const turn = outOfTurn(campaign, event.party);
  if (turn) return turn;
  return campaign.talks.visits[event.party]
    ? refusal('ERR_DONE', 'visits have been asked for already')
    : null;
}

/** Visits by the neutral intermediary: at the end of the checking the asking party knows whom the other holds. */
export function askVisits(draft: Draft, { party }: EventOf<'askVisits'>): void {
  draft.talks = { ...draft.talks, visits: withParty(draft.talks.visits, party, true) };
}

export function bothListsIn(campaign: Campaign): boolean {
  return campaign.talks.lists[0] !== null && campaign.talks.lists[1] !== null;
}

export function beginVerification(draft: Draft, event: WorldEventOf<'verificationBegins'>): void {
  const { days, capacity, found } = event;
  draft.talks = { ...draft.talks, since: draft.day, until: draft.day + days, capacity, found };
}

export function verified(campaign: Campaign): boolean {
  return campaign.day >= campaign.talks.until;
}

/** The checking is done: what visits saw and what came to light is known, and the table is open. */
export function openTable(draft: Draft): void {
  for (const party of PARTIES) {
    if (cameToLight(draft, party)) expose(draft, party);
    else if (draft.talks.visits[other(party)]) draft.believed = believing(draft, party, draft.held);
  }
  draft.talks = { ...draft.talks, since: draft.day };
}

/** Whether the checking, at its end, shows that a party's list was not true. */
export function cameToLight({ talks }: Campaign, party: PartyIndex): boolean {
  const { lists, visits, found } = talks;
  const untrue = lists[party] === 'partial' || lists[party] === 'inflated';
  return untrue && (found[party] || visits[other(party)]);
}

/** A list that was not true costs trust, is found, and is known for what it was. */
function expose(draft: Draft, party: PartyIndex): void {
  draft.believed = believing(draft, party, draft.held);
  shiftTrust(draft, 'falseList');
  if (!draft.parameters.lawOfWar) return;
  const saw = `a list that was ${draft.talks.lists[party]} came to light in the checking`;
  draft.findings = [...draft.findings, { day: draft.day, rule: 'names-withheld', by: party, saw }];
}

export function listsLapsed(campaign: Campaign): boolean {
  return campaign.day - campaign.talks.since >= LISTS_AWAITED;
}
