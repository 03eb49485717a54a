import { other, type PartyIndex } from '../scenario/scenario.ts';
import { type Campaign, type Draft, withParty } from './campaign.ts';
import { sum } from './counts.ts';
import type { EventOf } from './event.ts';
import { liftPressure } from './pressure.ts';
import { againstTheirWill, notHeldBy, outOfTurn, type Refusal, refusal } from './refusal.ts';
import { sendHome } from './returns.ts';
import { shiftTrust } from './trust.ts';
import { keepStruckHeld } from './world.ts';

/* What a party can do on any turn: wait, speak in public, send people home unasked. */

/** Days before the public listens again. */
export const PUBLICITY_EVERY = 7;
/** People released at once whose return is noticed about two thirds as much as that of very many. */
const NOTICED_PEOPLE = 25;
/** How far an appeal lifts one's own side's pressure, and a published list the other's. */
const APPEAL_STRENGTH = 0.06;
const LIST_STRENGTH = 0.12;

export function refuseWait(campaign: Campaign, event: EventOf<'wait'>): Refusal | null {
  return outOfTurn(campaign, event.party);
}

export function refusePublicity(campaign: Campaign, event: EventOf<'publicise'>): Refusal | null {
  const turn = outOfTurn(campaign, event.party);
  if (turn) return turn;
  const since = campaign.day - campaign.lastPublicity[event.party];
  if (since < PUBLICITY_EVERY) {
    return refusal(
      'ERR_TOO_SOON',
      `the public heard from you on day ${campaign.day - since}; wait until day ${campaign.day - since + PUBLICITY_EVERY}`,
    );
  }
  if (event.what !== 'appeal' && heldCount(campaign, event.party) === 0) {
    return refusal('ERR_NOT_HELD', 'you hold nobody of whom that could be said');
  }
  return null;
}

function heldCount(campaign: Campaign, party: PartyIndex): number {
  let held = 0;
  for (const group of campaign.parameters.groups) {
    if (group.holder === party) held += campaign.held[group.index] ?? 0;
  }
  return held;
}

/**
 * An appeal moves one's own public: pressure at home rises. The list of those held moves the
 * other side's families, who learn who is alive; it costs trust, and article 13 sets its limit. To
 * deny that people are prisoners of war, to threaten them, or to keep their letters back, moves the
 * other side's public too, and costs more trust than it can win.
 */
export function publicise(draft: Draft, { party, what }: EventOf<'publicise'>): void {
  draft.lastPublicity = withParty(draft.lastPublicity, party, draft.day);
  if (what === 'appeal') liftPressure(draft, party, APPEAL_STRENGTH);
  else {
    liftPressure(draft, other(party), LIST_STRENGTH);
    shiftTrust(draft, COST_IN_TRUST[what]);
  }
}

const COST_IN_TRUST = {
  list: 'listPublished',
  denial: 'statusDenied',
  threat: 'threatened',
  mail: 'mailWithheld',
} as const;

export function refuseRelease(campaign: Campaign, event: EventOf<'release'>): Refusal | null {
  return (
    outOfTurn(campaign, event.party) ??
    notHeldBy(campaign, event.party, event.people) ??
    againstTheirWill(campaign, event.party, event.people)
  );
}

/** People go home with nothing asked in return; doing so for those owed by law is noticed most. */
export function release(draft: Draft, { party, people }: EventOf<'release'>): void {
  sendHome(draft, people);
  draft.releases = [...draft.releases, { day: draft.day, by: party, people }];
  keepStruckHeld(draft);
  const owed = draft.parameters.groups.some(group => group.owed && (people[group.index] ?? 0) > 0);
  const noticed = 1 - Math.exp(-sum(people) / NOTICED_PEOPLE);
  shiftTrust(draft, owed ? 'owedReleased' : 'goodwillReleased', noticed);
}
