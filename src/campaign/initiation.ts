import { other, type PartyIndex } from '../scenario/scenario.ts';
import type { Campaign, Overture } from './campaign.ts';
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

export function propose(
  campaign: Campaign,
  by: PartyIndex,
  mediator: number | null,
  openly: boolean,
): Campaign {
  const { parameters, day, talks } = campaign;
  const overture: Overture = { day, by, mediator, openly, answer: 'open' };
  // Asked in public, the other side's families hear that there is something to answer.
  const heard = openly ? liftPressure(campaign, other(by), PUBLIC_OVERTURE_STRENGTH) : campaign;
  return {
    ...heard,
    overtures: [...campaign.overtures, overture],
    talks: { ...noTalks(parameters.groups.length, day), overture, brokenOff: talks.brokenOff },
  };
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
export function agreeToTalk(campaign: Campaign): Campaign {
  const { overture } = campaign.talks;
  if (!overture) return campaign;
  const mediator = overture.mediator;
  const accepted = mediator !== null && bothAccept(campaign, mediator);
  const answered = answer(campaign, 'agreed');
  return {
    ...answered,
    talks: {
      ...answered.talks,
      since: campaign.day,
      mediator: accepted ? mediator : null,
      turnedDown: mediator === null || accepted ? [] : [mediator],
      brokenOff: null,
    },
  };
}

export function bothAccept(campaign: Campaign, mediator: number): boolean {
  const known = campaign.parameters.mediators[mediator];
  return known?.accepted[0] === true && known.accepted[1];
}

export function declineToTalk(campaign: Campaign): Campaign {
  return shiftTrust(silence(answer(campaign, 'declined')), 'declined');
}

export function overtureLapsed(campaign: Campaign): boolean {
  const { overture } = campaign.talks;
  return overture !== null && campaign.day - overture.day >= OVERTURE_LASTS;
}

export function letOvertureLapse(campaign: Campaign): Campaign {
  return shiftTrust(silence(answer(campaign, 'lapsed')), 'ignored');
}

/** Back to no talks at all. */
export function silence(campaign: Campaign): Campaign {
  return {
    ...campaign,
    talks: noTalks(campaign.parameters.groups.length, campaign.day),
    formerTalks: withTheseTalks(campaign),
  };
}

function answer(campaign: Campaign, how: Overture['answer']): Campaign {
  const overtures = campaign.overtures.map((overture, index) =>
    index === campaign.overtures.length - 1 ? { ...overture, answer: how } : overture,
  );
  return { ...campaign, overtures };
}
