import { other, type PartyIndex } from '../scenario/scenario.ts';
import type { Campaign, Draft, Overture } from './campaign.ts';
import { noTalks, withTheseTalks } from './campaign.ts';
import type { EventOf } from './event.ts';
import { liftPressure } from './pressure.ts';
import { outOfTurn, type Refusal, refusal } from './refusal.ts';
import { shiftTrust } from './trust.ts';

/*
 * Initiation: who breaks the silence, and what comes of it. The rules of a move are a function
 * that refuses it with a reason, or returns null, and one that carries it out.
 */

/** How far an overture made in public lifts the other side's pressure. */
const PUBLIC_OVERTURE_STRENGTH = 0.05;
/** Days after which an overture without an answer has lapsed. */
export const OVERTURE_LASTS = 6;

export function refuseProposal(campaign: Campaign, event: EventOf<'proposeTalks'>): Refusal | null {
  return outOfTurn(campaign, event.party) ?? unusableMediator(campaign, event.party, event.mediator);
}

export function unusableMediator(
  campaign: Campaign,
  party: PartyIndex,
  mediator: number | null,
): Refusal | null {
  if (mediator === null) return null;
  const known = campaign.parameters.mediators[mediator];
  if (!known) return refusal('ERR_MEDIATOR', `there is no mediator ${mediator}`);
  if (!known.accepted[party]) return refusal('ERR_MEDIATOR', `your capital does not accept ${known.id}`);
  if (campaign.talks.turnedDown.includes(mediator)) {
    return refusal('ERR_MEDIATOR', `${known.id} has been turned down in these talks`);
  }
  return null;
}

export function propose(draft: Draft, by: PartyIndex, mediator: number | null, openly: boolean): void {
  const { parameters, day, talks } = draft;
  const overture: Overture = { day, by, mediator, openly, answer: 'open' };
  draft.overtures = [...draft.overtures, overture];
  draft.talks = { ...noTalks(parameters.groups.length, day), overture, brokenOff: talks.brokenOff };
  // Asked in public, the other side's families hear that there is something to answer.
  if (openly) liftPressure(draft, other(by), PUBLIC_OVERTURE_STRENGTH);
}

export function refuseAnswer(campaign: Campaign, event: EventOf<'agree' | 'decline'>): Refusal | null {
  const turn = outOfTurn(campaign, event.party);
  if (turn) return turn;
  if (campaign.talks.overture?.by === event.party) {
    return refusal('ERR_OWN_OFFER', 'the overture is your own: the other party has to answer it');
  }
  return null;
}

/** Talks begin. A mediator comes along only if both sides accept it. */
export function agreeToTalk(draft: Draft): void {
  const { overture } = draft.talks;
  if (!overture) return;
  const { mediator } = overture;
  const accepted = mediator !== null && bothAccept(draft, mediator);
  answer(draft, 'agreed');
  draft.talks = {
    ...draft.talks,
    since: draft.day,
    mediator: accepted ? mediator : null,
    turnedDown: mediator === null || accepted ? [] : [mediator],
    brokenOff: null,
  };
}

export function bothAccept(campaign: Campaign, mediator: number): boolean {
  const known = campaign.parameters.mediators[mediator];
  return known?.accepted[0] === true && known.accepted[1];
}

export function declineToTalk(draft: Draft): void {
  answer(draft, 'declined');
  fallSilent(draft);
  shiftTrust(draft, 'declined');
}

export function overtureLapsed(campaign: Campaign): boolean {
  const { overture } = campaign.talks;
  return overture !== null && campaign.day - overture.day >= OVERTURE_LASTS;
}

export function letOvertureLapse(draft: Draft): void {
  answer(draft, 'lapsed');
  fallSilent(draft);
  shiftTrust(draft, 'ignored');
}

/** Back to no talks at all. */
export function fallSilent(draft: Draft): void {
  draft.formerTalks = withTheseTalks(draft);
  draft.talks = noTalks(draft.parameters.groups.length, draft.day);
}

/** Notes what came of the last overture. */
function answer(draft: Draft, how: Overture['answer']): void {
  const last = draft.overtures.at(-1);
  if (last) draft.overtures = draft.overtures.with(-1, { ...last, answer: how });
}
