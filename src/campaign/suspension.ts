import type { Campaign, Draft } from './campaign.ts';
import type { EventOf } from './event.ts';
import { breakOff } from './hand-over.ts';
import { outOfTurn, type Refusal, refusal } from './refusal.ts';
import { shiftTrust } from './trust.ts';

/* Suspension: after a walk-out or a breach nobody talks for a time. */

export function refuseWalkOut(campaign: Campaign, event: EventOf<'walkOut'>): Refusal | null {
  return outOfTurn(campaign, event.party);
}

export function walkOut(draft: Draft, event: EventOf<'walkOut'>): void {
  breakOff(draft, event.party, false);
  shiftTrust(draft, 'walkedOut');
}

export function refuseResumption(campaign: Campaign, event: EventOf<'resume'>): Refusal | null {
  const turn = outOfTurn(campaign, event.party);
  if (turn) return turn;
  const { until } = campaign.talks;
  return campaign.day < until ? refusal('ERR_TOO_SOON', `talks stay suspended until day ${until}`) : null;
}
