import type { Campaign } from '../campaign/campaign.ts';
import type { CampaignEvent, PartyEvent, WorldEventOf } from '../campaign/event.ts';
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

const ofRule = Object.fromEntries(
  Object.entries(RULES).map(([name, rule]): [string, Guard] => [
    name,
    (campaign, event) => (rule as Rule)(campaign, event as never) === null,
  ]),
);

/** Every guard named in the charts. */
export const guards: Readonly<Record<string, Guard>> = {
  ...ofRule,
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
