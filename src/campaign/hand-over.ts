import type { PartyIndex } from '../scenario/scenario.ts';
import { type Campaign, type Draft, type Exchange, withParty } from './campaign.ts';
import { areCounts, type Counts, minus, plus, sum, zeros } from './counts.ts';
import type { EventOf, WorldEventOf } from './event.ts';
import { fallSilent } from './initiation.ts';
import { notCounts, outOfTurn, type Refusal, refusal } from './refusal.ts';
import { givenBy, sendHome, stillHeld, takeIn } from './returns.ts';
import { internedOf } from './terms.ts';
import { shiftTrust } from './trust.ts';
import { peopleHome } from './worth.ts';

/* Hand-over: an agreed deal is arranged, then each side brings its people to the border, or does not. */

/** Days within which an arranged hand-over must be carried out. */
export const CARRIED_OUT_WITHIN = 4;

/** The day is set, and with it who crosses then: what one hand-over can carry of what is outstanding. */
export function setDay(draft: Draft, { days }: WorldEventOf<'handOverSet'>): void {
  const stage = stageOf(draft, draft.talks.outstanding);
  draft.talks = { ...draft.talks, stage, arranged: true, until: draft.day + days };
}

/** The first people of what is outstanding, up to the capacity a side: those owed first, then as the groups stand. */
function stageOf({ parameters, talks }: Campaign, outstanding: Counts): number[] {
  const stage = zeros(outstanding.length);
  const room: [number, number] = [talks.capacity, talks.capacity];
  for (const owed of [true, false]) {
    for (const group of parameters.groups) {
      if (group.owed !== owed) continue;
      const people = Math.min(room[group.home], outstanding[group.index] ?? 0);
      stage[group.index] = people;
      room[group.home] -= people;
    }
  }
  return stage;
}

export function dayHasCome(campaign: Campaign): boolean {
  return campaign.talks.arranged && campaign.day >= campaign.talks.until;
}

/** An accident halts what is arranged: nobody travels for some days. */
export function halt(draft: Draft, { days }: WorldEventOf<'accident'>): void {
  draft.talks = { ...draft.talks, until: draft.day + days };
}

export function refuseTransfer(campaign: Campaign, event: EventOf<'handOver' | 'withhold'>): Refusal | null {
  const turn = outOfTurn(campaign, event.party);
  if (turn) return turn;
  const { until, handed } = campaign.talks;
  if (campaign.day < until) {
    return refusal('ERR_TOO_SOON', `the hand-over is halted until day ${until}`);
  }
  if (handed[event.party]) return refusal('ERR_DONE', 'your people have already been brought');
  return event.type === 'handOver' && event.people
    ? refuseBringing(campaign, event.party, event.people)
    : null;
}

/** Who is brought must be of those promised for this hand-over. */
function refuseBringing(campaign: Campaign, party: PartyIndex, people: Counts): Refusal | null {
  const { groups } = campaign.parameters;
  if (!areCounts(people, groups.length)) return notCounts(groups.length);
  const due = dueFrom(campaign, party);
  const beyond = groups.find(group => (people[group.index] ?? 0) > (due[group.index] ?? 0));
  if (!beyond) return null;
  const count = people[beyond.index] ?? 0;
  return refusal(
    'ERR_NOT_HELD',
    `${beyond.id}: ${count} brought, ${due[beyond.index] ?? 0} are due at this hand-over`,
  );
}

/** Whom a party has to bring to the hand-over in hand, as far as it still holds them. */
export function dueFrom(campaign: Campaign, party: PartyIndex): Counts {
  return stillHeld(campaign, givenBy(campaign, campaign.talks.stage, party));
}

/**
 * One side brings its people. They are home from that moment, unless a guarantor vouches for the
 * hand-over: then nobody crosses before both sides have come.
 */
export function handOver(draft: Draft, event: EventOf<'handOver'>): void {
  const { talks } = draft;
  const { party } = event;
  const due = dueFrom(draft, party);
  const people = event.people ?? due;
  draft.talks = {
    ...talks,
    handed: withParty(talks.handed, party, true),
    short: withParty(talks.short, party, talks.short[party] + sum(due) - sum(people)),
    missing: plus(talks.missing, minus(due, people)),
    waiting: plus(talks.waiting, people),
  };
  if (!isGuaranteed(draft) || bothHandedOver(draft)) cross(draft);
}

/** Whether the mediator at the table vouches for the hand-over. */
export function isGuaranteed({ talks, parameters }: Campaign): boolean {
  return talks.mediator !== null && parameters.mediators[talks.mediator]?.guarantees === true;
}

/** Those who were brought to the place of the hand-over go home, or to the neutral country agreed on. */
function cross(draft: Draft): void {
  const { talks } = draft;
  const people = stillHeld(draft, talks.waiting);
  const interned = internedOf(people, talks.toIntern);
  sendHome(draft, minus(people, interned));
  takeIn(draft, interned);
  draft.talks = {
    ...talks,
    waiting: zeros(people.length),
    toIntern: minus(talks.toIntern, interned),
    sentHome: plus(talks.sentHome, people),
    internedSoFar: plus(talks.internedSoFar, interned),
  };
}

export function bothHandedOver(campaign: Campaign): boolean {
  return campaign.talks.handed[0] && campaign.talks.handed[1];
}

/** Whether a further hand-over is needed once both have come to this one. */
export function stageRemains(campaign: Campaign): boolean {
  return bothHandedOver(campaign) && sum(minus(campaign.talks.outstanding, campaign.talks.stage)) > 0;
}

export function nextStage(draft: Draft): void {
  const { talks } = draft;
  draft.talks = {
    ...talks,
    outstanding: minus(talks.outstanding, talks.stage),
    stage: zeros(talks.stage.length),
    arranged: false,
    handed: [false, false],
  };
}

/** The exchange is complete: trust grows, the ratio paid is remembered, and the table is cleared. */
export function completeExchange(draft: Draft): void {
  const { sentHome, short, agreement } = draft.talks;
  recordExchange(draft, true);
  fallSilent(draft);
  const [first, second] = peopleHome(draft.parameters, sentHome);
  // A side that received nobody is left out: there is no ratio to remember.
  if (first > 0 && second > 0) draft.lastRatio = [second / first, first / second];
  shiftTrust(draft, 'handOverHonoured');
  const missing = (short[0] + short[1]) / Math.max(1, sum(agreement?.deal ?? []));
  if (missing > 0) shiftTrust(draft, 'shortfall', Math.min(1, missing * SHORTFALL_WEIGHT));
}

/** How much more than its share of the deal a shortfall is felt: a fifth missing costs the whole amount. */
const SHORTFALL_WEIGHT = 5;

function recordExchange(draft: Draft, completed: boolean): void {
  const { talks, day } = draft;
  if (!talks.agreement) return;
  const exchange: Exchange = {
    agreedOn: talks.agreement.day,
    day,
    deal: talks.agreement.deal,
    people: talks.sentHome,
    interned: talks.internedSoFar,
    mediator: talks.mediator,
    short: talks.short,
    missing: talks.missing,
    completed,
  };
  draft.exchanges = [...draft.exchanges, exchange];
}

export function handOverOverdue(campaign: Campaign): boolean {
  return campaign.day - campaign.talks.until >= CARRIED_OUT_WITHIN;
}

/** Who still has to bring its people; with both in arrears, the one that held more back. */
export function inArrears(campaign: Campaign): PartyIndex {
  const { handed, agreement } = campaign.talks;
  if (handed[0] !== handed[1]) return handed[0] ? 1 : 0;
  const deal = agreement?.deal ?? [];
  return sum(givenBy(campaign, deal, 1)) > sum(givenBy(campaign, deal, 0)) ? 1 : 0;
}

export function breakAgreement(draft: Draft, by: PartyIndex): void {
  recordExchange(draft, false);
  breakOff(draft, by, true);
  shiftTrust(draft, 'breach');
}

/** Days of silence that follow: a walk-out is forgiven sooner than a broken agreement, trust shortens both. */
const AFTER_WALK_OUT = 12;
const AFTER_BREACH = 45;

export function breakOff(draft: Draft, by: PartyIndex, breach: boolean): void {
  const days = Math.round((breach ? AFTER_BREACH : AFTER_WALK_OUT) * (1.5 - draft.trust));
  fallSilent(draft);
  draft.talks = { ...draft.talks, until: draft.day + days, brokenOff: { by, breach } };
}
