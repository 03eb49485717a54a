import { beginCampaign, type Campaign } from '../../src/campaign/campaign.ts';
import type { CampaignEvent } from '../../src/campaign/event.ts';
import type { Parameters } from '../../src/campaign/parameters.ts';
import { actions } from '../../src/statechart/actions.ts';
import { guards } from '../../src/statechart/guards.ts';

/*
 * The campaign's chart written out by hand as one loop over the same guards and updates: what the
 * compiled runner is measured against. Nothing but the bench uses it.
 */

type Check = (campaign: Campaign, event: CampaignEvent) => boolean;
type Update = (campaign: Campaign, event: CampaignEvent) => Campaign;

function named<T>(table: Readonly<Record<string, T>>, name: string): T {
  const found = table[name];
  if (found === undefined) throw new Error(`unknown: ${name}`);
  return found;
}
const may = (name: string): Check => named(guards, name);
const act = (name: string): Update => named(actions, name);

const [judge, passTurn, passDay] = [act('judge'), act('passTurn'), act('passDay')];
const anywhere: Readonly<Record<string, readonly [Check | null, Update]>> = {
  dayBegins: [may('dayIsDone'), (c, e) => passDay(judge(c, e), e)],
  captured: [null, act('capture')],
  pressReport: [null, act('report')],
  inject: [null, act('takeIn')],
  captivityWears: [may('wearsOnlyHeld'), act('wear')],
  wait: [may('mayWait'), (c, e) => passTurn(judge(c, e), e)],
  publicise: moveBy('mayPublicise', 'publicise').slice(0, 2) as [Check, Update],
  release: moveBy('mayRelease', 'release').slice(0, 2) as [Check, Update],
};

function moveBy(check: string, action: string, to: string | null = null): [Check, Update, string | null] {
  const update = act(action);
  return [may(check), (c, e) => passTurn(update(judge(c, e), e), e), to];
}

type Way = readonly [Check | null, Update, string | null];
const walkOut: Way = moveBy('mayWalkOut', 'walkOut', 'suspension');
const callMediator: Way = moveBy('mayCallMediator', 'engageMediator');
const text: Way = [null, act('putMediatorsText'), 'singleText'];
const accident: Way = [null, act('halt'), null];

const ways: Readonly<Record<string, Readonly<Record<string, Way>>>> = {
  standoff: { proposeTalks: moveBy('mayPropose', 'propose', 'overture') },
  overture: {
    agree: moveBy('mayAnswer', 'agreeToTalk', 'lists'),
    decline: moveBy('mayAnswer', 'declineToTalk', 'standoff'),
  },
  lists: {
    submitList: moveBy('maySubmitList', 'submitList'),
    strikeNames: moveBy('mayStrikeNames', 'strikeNames'),
    askVisits: moveBy('mayAskVisits', 'askVisits'),
    verificationBegins: [may('bothListsIn'), act('beginVerification'), 'verification'],
    walkOut,
  },
  verification: { strikeNames: moveBy('mayStrikeNames', 'strikeNames'), walkOut },
  open: { offer: moveBy('mayOffer', 'putOffer', 'answering'), mediatorProposes: text, walkOut, callMediator },
  answering: {
    accept: moveBy('mayAccept', 'strikeDeal', 'arranging'),
    refuse: moveBy('mayRefuse', 'clearTable', 'open'),
    offer: moveBy('mayCounter', 'putOffer'),
    mediatorProposes: text,
    walkOut,
    callMediator,
  },
  singleText: {
    accept: moveBy('mayAccept', 'acceptText'),
    refuse: moveBy('mayRefuse', 'clearTable', 'open'),
    offer: moveBy('mayCounter', 'putOffer', 'answering'),
    walkOut,
    callMediator,
  },
  arranging: { handOverSet: [null, act('setDay'), null], accident: [may('daySet'), act('halt'), null] },
  transfer: {
    handOver: moveBy('mayTransfer', 'handOver'),
    withhold: moveBy('mayTransfer', 'withhold', 'suspension'),
    accident,
  },
  suspension: { resume: moveBy('mayResume', 'resume', 'overture') },
  concluded: {},
};

const [lapseOverture, peterOut, openTable, strikeDeal] = [
  act('letOvertureLapse'),
  act('peterOut'),
  act('openTable'),
  act('strikeDeal'),
];
const [nextStage, completeExchange, lapseInBreach] = [
  act('nextStage'),
  act('completeExchange'),
  act('lapseInBreach'),
];
const check = {
  overtureLapsed: may('overtureLapsed'),
  listsLapsed: may('listsLapsed'),
  verified: may('verified'),
  roundsLapsed: may('roundsLapsed'),
  bothAccepted: may('bothAccepted'),
  dayHasCome: may('dayHasCome'),
  stageRemains: may('stageRemains'),
  bothHandedOver: may('bothHandedOver'),
  handOverOverdue: may('handOverOverdue'),
  horizonIsNear: may('horizonIsNear'),
  aheadEntered: may('aheadEntered'),
  aheadLeft: may('aheadLeft'),
  behindEntered: may('behindEntered'),
  behindLeft: may('behindLeft'),
};

/** One campaign run by hand. */
export class ByHand {
  phase = 'standoff';
  band = 'weighing';
  campaign: Campaign;

  constructor(parameters: Parameters) {
    this.campaign = beginCampaign(parameters);
    this.#settle({ type: 'dayBegins' });
  }

  send(event: CampaignEvent): boolean {
    if (this.phase === 'concluded') return false;
    if (event.type === 'horizonReached') {
      if (!check.horizonIsNear(this.campaign, event)) return false;
      this.phase = 'concluded';
      this.band = 'settled';
      return true;
    }
    const always = anywhere[event.type];
    if (always) {
      if (always[0] && !always[0](this.campaign, event)) return false;
      this.campaign = always[1](this.campaign, event);
    } else {
      const way = ways[this.phase]?.[event.type];
      if (!way || (way[0] && !way[0](this.campaign, event))) return false;
      this.campaign = way[1](this.campaign, event);
      this.phase = way[2] ?? this.phase;
    }
    this.#settle(event);
    return true;
  }

  #settle(event: CampaignEvent): void {
    while (this.#movesOn(event));
    const c = this.campaign;
    if (this.band !== 'ahead' && check.aheadEntered(c, event)) this.band = 'ahead';
    else if (this.band !== 'behind' && check.behindEntered(c, event)) this.band = 'behind';
    else if (this.band === 'weighing') this.band = 'even';
    else if (this.band === 'ahead' && check.aheadLeft(c, event)) this.band = 'even';
    else if (this.band === 'behind' && check.behindLeft(c, event)) this.band = 'even';
  }

  /** What the phase does by itself; whether it did anything. */
  #movesOn(event: CampaignEvent): boolean {
    const c = this.campaign;
    switch (this.phase) {
      case 'overture':
        return check.overtureLapsed(c, event) && this.#to('standoff', lapseOverture(c, event));
      case 'lists':
        return check.listsLapsed(c, event) && this.#to('standoff', peterOut(c, event));
      case 'verification':
        return check.verified(c, event) && this.#to('open', openTable(c, event));
      case 'singleText':
        if (check.bothAccepted(c, event)) return this.#to('arranging', strikeDeal(c, event));
        return check.roundsLapsed(c, event) && this.#to('standoff', peterOut(c, event));
      case 'open':
      case 'answering':
        return check.roundsLapsed(c, event) && this.#to('standoff', peterOut(c, event));
      case 'arranging':
        return check.dayHasCome(c, event) && this.#to('transfer', c);
      case 'transfer':
        if (check.stageRemains(c, event)) return this.#to('arranging', nextStage(c, event));
        if (check.bothHandedOver(c, event)) return this.#to('standoff', completeExchange(c, event));
        return check.handOverOverdue(c, event) && this.#to('suspension', lapseInBreach(c, event));
      default:
        return false;
    }
  }

  #to(phase: string, campaign: Campaign): true {
    this.phase = phase;
    this.campaign = campaign;
    return true;
  }
}
