import type { Campaign } from '../campaign/campaign.ts';
import type { CampaignEvent, EventOf, PartyEvent, WorldEventOf } from '../campaign/event.ts';
import {
  bothHandedOver,
  dayHasCome,
  handOverOverdue,
  refuseTransfer,
  stageRemains,
} from '../campaign/hand-over.ts';
import { overtureLapsed, refuseAnswer, refuseProposal } from '../campaign/initiation.ts';
import { BAND_ENTERED, BAND_LEFT } from '../campaign/leverage.ts';
import {
  bothListsIn,
  listsLapsed,
  refuseList,
  refuseStrike,
  refuseVisits,
  verified,
} from '../campaign/preparation.ts';
import { refusePublicity, refuseRelease, refuseWait } from '../campaign/publicity.ts';
import type { Refusal } from '../campaign/refusal.ts';
import {
  bothAccepted,
  refuseAcceptance,
  refuseCounter,
  refuseMediation,
  refuseOffer,
  refuseRefusal,
  roundsLapsed,
} from '../campaign/rounds.ts';
import { refuseResumption, refuseWalkOut } from '../campaign/suspension.ts';
import { wearsOnlyHeld } from '../campaign/world.ts';

type Guard = (campaign: Campaign, event: CampaignEvent) => boolean;
type Rule = (campaign: Campaign, event: never) => Refusal | null;

/** The rule that each move is subject to, by the name its guard has in the chart. */
const RULES = {
  mayWait: refuseWait,
  mayPublicise: refusePublicity,
  mayRelease: refuseRelease,
  mayPropose: refuseProposal,
  mayAnswer: refuseAnswer,
  maySubmitList: refuseList,
  mayStrikeNames: refuseStrike,
  mayAskVisits: refuseVisits,
  mayOffer: refuseOffer,
  mayCounter: refuseCounter,
  mayAccept: refuseAcceptance,
  mayRefuse: refuseRefusal,
  mayCallMediator: refuseMediation,
  mayWalkOut: refuseWalkOut,
  mayTransfer: refuseTransfer,
  mayResume: refuseResumption,
} satisfies Record<string, Rule>;

/** The rule against a move, given the name of the guard that the chart puts before it. */
export function ruleOf(guard: string): (campaign: Campaign, event: PartyEvent) => Refusal | null {
  const rule = (RULES as Record<string, Rule>)[guard];
  if (!rule) throw new Error(`guard without a rule: ${guard}`);
  // The chart puts each guard only before events of the type its rule takes.
  return rule as (campaign: Campaign, event: PartyEvent) => Refusal | null;
}

/**
 * Every guard named in the charts. A move's is its rule with nothing to say against it; each is written
 * out, so that the runtime can put each rule in its guard's place.
 */
export const guards: Readonly<Record<string, Guard>> = {
  mayWait: (campaign, event) => refuseWait(campaign, event as EventOf<'wait'>) === null,
  mayPublicise: (campaign, event) => refusePublicity(campaign, event as EventOf<'publicise'>) === null,
  mayRelease: (campaign, event) => refuseRelease(campaign, event as EventOf<'release'>) === null,
  mayPropose: (campaign, event) => refuseProposal(campaign, event as EventOf<'proposeTalks'>) === null,
  mayAnswer: (campaign, event) => refuseAnswer(campaign, event as EventOf<'agree' | 'decline'>) === null,
  maySubmitList: (campaign, event) => refuseList(campaign, event as EventOf<'submitList'>) === null,
  mayStrikeNames: (campaign, event) => refuseStrike(campaign, event as EventOf<'strikeNames'>) === null,
  mayAskVisits: (campaign, event) => refuseVisits(campaign, event as EventOf<'askVisits'>) === null,
  mayOffer: (campaign, event) => refuseOffer(campaign, event as EventOf<'offer'>) === null,
  mayCounter: (campaign, event) => refuseCounter(campaign, event as EventOf<'offer'>) === null,
  mayAccept: (campaign, event) => refuseAcceptance(campaign, event as EventOf<'accept'>) === null,
  mayRefuse: (campaign, event) => refuseRefusal(campaign, event as EventOf<'refuse'>) === null,
  mayCallMediator: (campaign, event) => refuseMediation(campaign, event as EventOf<'callMediator'>) === null,
  mayWalkOut: (campaign, event) => refuseWalkOut(campaign, event as EventOf<'walkOut'>) === null,
  mayTransfer: (campaign, event) =>
    refuseTransfer(campaign, event as EventOf<'handOver' | 'withhold'>) === null,
  mayResume: (campaign, event) => refuseResumption(campaign, event as EventOf<'resume'>) === null,
  dayIsDone: campaign => campaign.toMove === null && campaign.day < campaign.parameters.days,
  horizonIsNear: campaign => campaign.toMove === null && campaign.day >= campaign.parameters.days,
  wearsOnlyHeld: (campaign, event) => wearsOnlyHeld(campaign, event as WorldEventOf<'captivityWears'>),
  overtureLapsed,
  bothListsIn,
  listsLapsed,
  verified,
  roundsLapsed,
  bothAccepted,
  daySet: campaign => campaign.talks.arranged,
  dayHasCome,
  stageRemains,
  bothHandedOver,
  handOverOverdue,
  aheadEntered: campaign => campaign.leverage > BAND_ENTERED,
  aheadLeft: campaign => campaign.leverage < BAND_LEFT,
  behindEntered: campaign => 1 - campaign.leverage > BAND_ENTERED,
  behindLeft: campaign => 1 - campaign.leverage < BAND_LEFT,
};
