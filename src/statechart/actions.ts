import type { Draft } from '../campaign/campaign.ts';
import type { CampaignEvent, EventOf, MoveType, WorldEvent, WorldEventOf } from '../campaign/event.ts';
import {
  breakAgreement,
  completeExchange,
  halt,
  handOver,
  inArrears,
  nextStage,
  setDay,
} from '../campaign/hand-over.ts';
import { agreeToTalk, declineToTalk, letOvertureLapse, propose } from '../campaign/initiation.ts';
import { takeIn } from '../campaign/inject.ts';
import { isWatched, judge } from '../campaign/law.ts';
import { askVisits, beginVerification, openTable, strikeNames, submitList } from '../campaign/preparation.ts';
import { publicise, release } from '../campaign/publicity.ts';
import {
  acceptText,
  clearTable,
  engageMediator,
  peterOut,
  putMediatorsText,
  putOffer,
  strikeDeal,
} from '../campaign/rounds.ts';
import { walkOut } from '../campaign/suspension.ts';
import { capture, passDay, passTurn, report, wear } from '../campaign/world.ts';

export type Update = (draft: Draft, event: CampaignEvent) => void;

/*
 * An action takes the one event type that the chart hangs it on. The chart is data, so the compiler
 * cannot see that; these two say it where an update reads its event.
 */
function onMove<T extends MoveType>(_: T, update: (draft: Draft, event: EventOf<T>) => void): Update {
  return update as Update;
}

function onWorld<T extends WorldEvent['type']>(
  _: T,
  update: (draft: Draft, event: WorldEventOf<T>) => void,
): Update {
  return update as Update;
}

/** Every action named in the charts: an update of the campaign that depends on nothing else. */
export const actions: Readonly<Record<string, Update>> = {
  judge,
  passTurn,
  passDay,
  capture: onWorld('captured', capture),
  report: onWorld('pressReport', report),
  takeIn: onWorld('inject', takeIn),
  wear: onWorld('captivityWears', wear),
  publicise: onMove('publicise', publicise),
  release: onMove('release', release),
  propose: onMove('proposeTalks', (draft, { party, mediator, openly }) =>
    propose(draft, party, mediator, openly),
  ),
  agreeToTalk,
  declineToTalk,
  letOvertureLapse,
  submitList: onMove('submitList', submitList),
  strikeNames: onMove('strikeNames', strikeNames),
  askVisits: onMove('askVisits', askVisits),
  beginVerification: onWorld('verificationBegins', beginVerification),
  openTable,
  putOffer: onMove('offer', putOffer),
  putMediatorsText: onWorld('mediatorProposes', putMediatorsText),
  strikeDeal,
  acceptText: onMove('accept', acceptText),
  clearTable,
  engageMediator: onMove('callMediator', engageMediator),
  peterOut,
  walkOut: onMove('walkOut', walkOut),
  setDay: onWorld('handOverSet', setDay),
  halt: onWorld('accident', halt),
  handOver: onMove('handOver', handOver),
  withhold: onMove('withhold', (draft, { party }) => breakAgreement(draft, party)),
  lapseInBreach: draft => breakAgreement(draft, inArrears(draft)),
  nextStage,
  completeExchange,
  // To resume is to ask again, directly and without publicity.
  resume: onMove('resume', (draft, { party }) => propose(draft, party, null, false)),
};

/**
 * Actions that touch neither the day, nor the talks, nor leverage: no phase and no band moves on by
 * itself because of them.
 */
export const QUIET: ReadonlySet<string> = new Set(['judge', 'passTurn', 'report']);

/** Whether an action does anything on events of a type: nobody need look at what no rule of the law watches. */
export function matters(action: string, type: string): boolean {
  return action !== 'judge' || isWatched(type);
}
