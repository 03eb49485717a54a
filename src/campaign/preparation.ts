import { other, PARTIES, type PartyIndex } from '../scenario/scenario.ts';
import type { Beliefs, Campaign } from './campaign.ts';
import { withParty } from './campaign.ts';
import { plus } from './counts.ts';
import type { EventOf, WorldEventOf } from './event.ts';
import { notHeldBy, outOfTurn, type Refusal, refusal } from './refusal.ts';
import { shiftTrust } from './trust.ts';

/* Preparation: lists of whom each side holds, names struck off, visits, checking. */

/** Days after which a preparation that gets no lists comes to nothing. */
const LISTS_AWAITED = 14;

export function refuseList(campaign: Campaign, event: EventOf<'submitList'>): Refusal | null {
  const turn = outOfTurn(campaign, event.party);
  if (turn) return turn;
  if (campaign.talks.lists[event.party] !== null) {
    return refusal('ERR_DONE', 'your list for these talks is already on the table');
  }
  return null;
}

/**
 * A full list tells the other side exactly whom one holds. A partial one names six in ten, which
 * the other side then knows to be at least that many.
 */
export function submitList(campaign: Campaign, event: EventOf<'submitList'>): Campaign {
  const { party, coverage } = event;
  const full = coverage === 'full';
  const named = campaign.held.map(held => (full ? held : Math.floor(held * PARTIAL_LIST)));
  const next: Campaign = {
    ...campaign,
    talks: { ...campaign.talks, lists: withParty(campaign.talks.lists, party, coverage) },
    believed: narrowed(campaign, party, named, full),
  };
  return shiftTrust(next, full ? 'fullList' : 'partialList');
}

const PARTIAL_LIST = 0.6;

/** Beliefs about the groups that `holder` holds, after `named` people of them became known. */
function narrowed(campaign: Campaign, holder: PartyIndex, named: readonly number[], exact: boolean): Beliefs {
  const { believed, parameters } = campaign;
  const narrow = (bound: 'low' | 'best' | 'high') =>
    parameters.groups.map(group => {
      const belief = believed[bound][group.index] ?? 0;
      if (group.holder !== holder) return belief;
      const known = named[group.index] ?? 0;
      return exact ? known : Math.max(belief, known);
    });
  return { low: narrow('low'), best: narrow('best'), high: narrow('high') };
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

export function strikeNames(campaign: Campaign, event: EventOf<'strikeNames'>): Campaign {
  const struck = plus(campaign.talks.struck, event.people);
  return shiftTrust({ ...campaign, talks: { ...campaign.talks, struck } }, 'namesStruck');
}

export function refuseVisits(campaign: Campaign, event: EventOf<'askVisits'>): Refusal | null {
  const turn = outOfTurn(campaign, event.party);
  if (turn) return turn;
  return campaign.talks.visits[event.party]
    ? refusal('ERR_DONE', 'visits have been asked for already')
    : null;
}

/** Visits by the neutral intermediary: at the end of the checking the asking party knows whom the other holds. */
export function askVisits(campaign: Campaign, event: EventOf<'askVisits'>): Campaign {
  return {
    ...campaign,
    talks: { ...campaign.talks, visits: withParty(campaign.talks.visits, event.party, true) },
  };
}

export function bothListsIn(campaign: Campaign): boolean {
  return campaign.talks.lists[0] !== null && campaign.talks.lists[1] !== null;
}

export function beginVerification(campaign: Campaign, event: WorldEventOf<'verificationBegins'>): Campaign {
  const { talks, day } = campaign;
  return { ...campaign, talks: { ...talks, since: day, until: day + event.days, capacity: event.capacity } };
}

export function verified(campaign: Campaign): boolean {
  return campaign.day >= campaign.talks.until;
}

/** The checking is done: what visits saw is known, and the table is open. */
export function openTable(campaign: Campaign): Campaign {
  let next = campaign;
  for (const party of PARTIES) {
    if (campaign.talks.visits[party])
      next = { ...next, believed: narrowed(next, other(party), next.held, true) };
  }
  return { ...next, talks: { ...next.talks, since: campaign.day } };
}

export function listsLapsed(campaign: Campaign): boolean {
  return campaign.day - campaign.talks.since >= LISTS_AWAITED;
}
