import type { PartyIndex } from '../scenario/scenario.ts';
import type { Campaign, Exchange } from './campaign.ts';
import { noTalks, withParty } from './campaign.ts';
import { plus, sum } from './counts.ts';
import type { EventOf, WorldEventOf } from './event.ts';
import { outOfTurn, type Refusal, refusal } from './refusal.ts';
import { givenBy, sendHome, stillHeld } from './returns.ts';
import { shiftTrust } from './trust.ts';
import { peopleHome } from './worth.ts';

/* Hand-over: an agreed deal is arranged, then each side brings its people to the border, or does not. */

/** Days within which an arranged hand-over must be carried out. */
const CARRIED_OUT_WITHIN = 4;

export function setDay(campaign: Campaign, event: WorldEventOf<'handOverSet'>): Campaign {
  return { ...campaign, talks: { ...campaign.talks, arranged: true, until: campaign.day + event.days } };
}

export function dayHasCome(campaign: Campaign): boolean {
  return campaign.talks.arranged && campaign.day >= campaign.talks.until;
}

/** An accident halts what is arranged: nobody travels for some days. */
export function halt(campaign: Campaign, event: WorldEventOf<'accident'>): Campaign {
  return { ...campaign, talks: { ...campaign.talks, until: campaign.day + event.days } };
}

export function refuseTransfer(campaign: Campaign, event: EventOf<'handOver' | 'withhold'>): Refusal | null {
  const turn = outOfTurn(campaign, event.party);
  if (turn) return turn;
  const { until } = campaign.talks;
  if (campaign.day < until)
    return refusal('ERR_TOO_SOON', `the hand-over is halted for another ${until - campaign.day} days`);
  return campaign.talks.handed[event.party]
    ? refusal('ERR_DONE', 'your people have already been handed over')
    : null;
}

/** One side brings the people it promised; they are home from that moment. */
export function handOver(campaign: Campaign, event: EventOf<'handOver'>): Campaign {
  const { talks } = campaign;
  if (!talks.agreement) return campaign;
  const people = stillHeld(campaign, givenBy(campaign, talks.agreement.deal)[event.party]);
  const home = sendHome(campaign, people);
  return {
    ...home,
    talks: {
      ...home.talks,
      handed: withParty(talks.handed, event.party, true),
      sentHome: plus(talks.sentHome, people),
    },
  };
}

export function bothHandedOver(campaign: Campaign): boolean {
  return campaign.talks.handed[0] && campaign.talks.handed[1];
}

/** The exchange is complete: trust grows, the ratio paid is remembered, and the table is cleared. */
export function completeExchange(campaign: Campaign): Campaign {
  const recorded = recordExchange(campaign, true);
  const [first, second] = peopleHome(campaign.parameters, campaign.talks.sentHome);
  // A side that received nobody is left out: there is no ratio to remember.
  const lastRatio =
    first > 0 && second > 0 ? ([second / first, first / second] as const) : campaign.lastRatio;
  return shiftTrust(
    { ...recorded, lastRatio, talks: noTalks(campaign.parameters.groups.length, campaign.day) },
    'handOverHonoured',
  );
}

function recordExchange(campaign: Campaign, completed: boolean): Campaign {
  const { talks, day } = campaign;
  if (!talks.agreement) return campaign;
  const exchange: Exchange = {
    agreedOn: talks.agreement.day,
    day,
    deal: talks.agreement.deal,
    people: talks.sentHome,
    mediator: talks.mediator,
    completed,
  };
  return { ...campaign, exchanges: [...campaign.exchanges, exchange] };
}

export function handOverOverdue(campaign: Campaign): boolean {
  return campaign.day - campaign.talks.until >= CARRIED_OUT_WITHIN;
}

/** Who still has to bring its people; with both in arrears, the one that held more back. */
export function inArrears(campaign: Campaign): PartyIndex {
  const { handed, agreement } = campaign.talks;
  if (handed[0] !== handed[1]) return handed[0] ? 1 : 0;
  const [first, second] = givenBy(campaign, agreement?.deal ?? []);
  return sum(second) > sum(first) ? 1 : 0;
}

export function breakAgreement(campaign: Campaign, by: PartyIndex): Campaign {
  return shiftTrust(breakOff(recordExchange(campaign, false), by, true), 'breach');
}

/** Days of silence that follow: a walk-out is forgiven sooner than a broken agreement, trust shortens both. */
const AFTER_WALK_OUT = 12;
const AFTER_BREACH = 45;

export function breakOff(campaign: Campaign, by: PartyIndex, breach: boolean): Campaign {
  const { parameters, day, trust } = campaign;
  const days = Math.round((breach ? AFTER_BREACH : AFTER_WALK_OUT) * (1.5 - trust));
  const talks = noTalks(parameters.groups.length, day);
  return { ...campaign, talks: { ...talks, until: day + days, brokenOff: { by, breach } } };
}
