import type { Campaign } from '../campaign/campaign.ts';
import { type Counts, minus, sum } from '../campaign/counts.ts';
import {
  type CampaignEvent,
  type EventOf,
  isPartyEvent,
  type PartyEvent,
  type WorldEventOf,
} from '../campaign/event.ts';
import type { Finding } from '../campaign/finding.ts';
import { dueFrom, inArrears } from '../campaign/hand-over.ts';
import { lawRule } from '../campaign/law.ts';
import { everybodyHome, peopleHome } from '../campaign/worth.ts';
import { dateOf, other, PARTIES, type PartyIndex, type Scenario } from '../scenario/scenario.ts';
import { type Position, phaseOf } from '../statechart/position.ts';
import type { Offered } from './appraisal.ts';
import { listAsSeen } from './sight.ts';
import { happened, type Subject, shortDate } from './words.ts';

/** One thing that happened, in the words of the one who looks. */
export interface Account {
  readonly day: number;
  /** Which entry of the record it comes from. */
  readonly entry: number;
  readonly text: string;
  /** The party whose doing it was; null for the world. */
  readonly by: PartyIndex | null;
  /** Whether a player would want to stop for it. */
  readonly concerns: boolean;
  /** Set for captures that have no title of their own: those of a day are told together. */
  readonly taken?: Taken;
}

/** People of one party taken prisoner, as far as the one who looks has heard. */
export interface Taken {
  readonly home: PartyIndex;
  readonly low: number;
  readonly high: number;
}

/** Who is told of an event, and in what words. */
export interface Ear {
  readonly scenario: Scenario;
  /** Whose knowledge bounds what is told; null for somebody who knows everything. */
  readonly viewer: PartyIndex | null;
  /** Who is spoken to as "you"; null where a person plays both sides or neither. */
  readonly you: PartyIndex | null;
}

/** What was told of an event, whichever entry it was. */
export type Tale = Omit<Account, 'entry'>;
type Told = Omit<Tale, 'day'>;

/** What an event meant, told from where the campaign stood before it and after it. */
export function accountsOf(ear: Ear, event: CampaignEvent, before: Position, after: Position): Tale[] {
  const told = [
    ...(isPartyEvent(event) ? ofMove(ear, event, before, after) : ofWorld(ear, event, after)),
    ...ofFindings(ear, event, before.campaign, after.campaign),
    ...ofTurns(ear, event, before, after),
  ];
  return told.map(account => ({ day: after.campaign.day, ...account }));
}

export function subject({ scenario, you }: Ear, party: PartyIndex): Subject {
  return { name: scenario.parties[party].name, you: you === party };
}

/** A deal in words, the people of party `first` before those of the other. */
export function dealInWords({ scenario, you }: Ear, campaign: Campaign, offered: Offered): string {
  const { deal } = offered;
  const first = you ?? 0;
  const second = other(first);
  const all = everybodyHome(campaign.parameters, deal);
  const traded = peopleHome(campaign.parameters, deal);
  const owed = all[0] + all[1] - traded[0] - traded[1];
  const text = happened.deal(
    scenario.parties[first].name,
    all[first],
    scenario.parties[second].name,
    all[second],
  );
  const terms = [
    ...(owed > 0 ? [happened.owed(owed)] : []),
    ...(offered.interned ? [happened.interned(sum(offered.interned))] : []),
    ...(offered.parole ? [happened.parole] : []),
  ];
  return terms.length > 0 ? `${text} (${terms.join(', ')})` : text;
}

function mediatorName({ scenario }: Ear, mediator: number | null): string | null {
  return mediator === null ? null : (scenario.mediators[mediator]?.name ?? null);
}

function ofMove(ear: Ear, event: PartyEvent, before: Position, after: Position): Told[] {
  if (event.type === 'wait') return [];
  const text = moveInWords(ear, event, before.campaign, after.campaign);
  const message = event.type === 'offer' && event.message ? ` ${happened.message(event.message)}` : '';
  return [{ text: text + message, by: event.party, concerns: true }];
}

function moveInWords(ear: Ear, event: PartyEvent, before: Campaign, after: Campaign): string {
  const by = subject(ear, event.party);
  const homeOfOther = ear.scenario.parties[other(event.party)].name;
  switch (event.type) {
    case 'proposeTalks':
      return happened.proposed(by, mediatorName(ear, event.mediator), event.openly);
    case 'agree':
      return happened.agreed(by, mediatorName(ear, after.talks.mediator));
    case 'decline':
      return happened.declined(by);
    case 'submitList':
      return happened.list[listAsSeen(event.coverage, event.party, ear.viewer)](by);
    case 'strikeNames':
      return happened.struck(by, sum(event.people), event.grounds === 'prosecution');
    case 'askVisits':
      return happened.visits(by);
    case 'offer':
      return happened.offer(by, dealInWords(ear, after, event));
    case 'accept':
      return happened.accepted(by);
    case 'refuse':
      return happened.refused(by);
    case 'callMediator': {
      const name = mediatorName(ear, event.mediator) ?? '';
      return after.talks.mediator === event.mediator
        ? happened.mediatorCame(by, name)
        : happened.mediatorTurnedDown(by, name);
    }
    case 'walkOut':
      return happened.walkedOut(by);
    case 'handOver':
      return handOverInWords(ear, event, before, after);
    case 'withhold':
      return happened.withheld(by);
    case 'resume':
      return happened.resumed(by);
    case 'publicise':
      return happened.said[event.what](by);
    case 'release':
      return happened.released(by, sum(event.people), homeOfOther);
    case 'wait':
      return '';
  }
}

/** One side has brought its people: who came home by it, or that they wait for the other side to come. */
function handOverInWords(ear: Ear, event: EventOf<'handOver'>, before: Campaign, after: Campaign): string {
  const by = subject(ear, event.party);
  const due = sum(dueFrom(before, event.party));
  const brought = event.people ? sum(event.people) : due;
  const home = everybodyHome(before.parameters, minus(after.ledger.returned, before.ledger.returned));
  const interned = sum(after.ledger.interned) - sum(before.ledger.interned);
  const came = [
    ...PARTIES.filter(party => home[party] > 0).map(party =>
      happened.cameHome(home[party], ear.scenario.parties[party].name),
    ),
    ...(interned > 0 ? [happened.takenIn(interned)] : []),
  ];
  const what = came.length === 0 ? happened.brought(by, brought) : happened.handedOver(by, came.join(', '));
  return brought < due ? what + happened.fewer(due - brought) : what;
}

type World = Exclude<CampaignEvent, PartyEvent>;

function ofWorld(ear: Ear, event: World, { campaign }: Position): Told[] {
  const one = (text: string, concerns = true): Told[] => [{ text, by: null, concerns }];
  const date = (day: number) => shortDate(dateOf(ear.scenario, day));
  switch (event.type) {
    case 'captured':
      return ofCapture(ear, event, campaign);
    case 'pressReport':
      return one(happened.report(ear.scenario.parties[event.about].name), false);
    case 'captivityWears':
      return ofWear(ear, event, campaign);
    case 'verificationBegins':
      return one(happened.checking(event.days, event.capacity));
    case 'handOverSet':
      return one(happened.set(date(campaign.day + event.days)));
    case 'accident':
      return one(happened.accident(date(campaign.day + event.days)));
    case 'mediatorProposes': {
      const name = mediatorName(ear, campaign.talks.mediator) ?? '';
      return one(happened.mediatorOffers(name, dealInWords(ear, campaign, event)));
    }
    case 'horizonReached':
      return one(happened.over);
    case 'inject':
      return one(event.title);
    case 'dayBegins':
      return [];
  }
}

/** Those who hold the people know how many; those whose people they are have heard of it. */
function ofCapture(ear: Ear, event: WorldEventOf<'captured'>, campaign: Campaign): Told[] {
  const { groups } = campaign.parameters;
  return PARTIES.flatMap(home => {
    const total = (counts: Counts) =>
      groups.reduce((people, g) => people + (g.home === home ? (counts[g.index] ?? 0) : 0), 0);
    const heard = ear.viewer === home;
    const taken: Taken = {
      home,
      low: total(heard ? event.heard.low : event.people),
      high: total(heard ? event.heard.high : event.people),
    };
    if (taken.high === 0) return [];
    const text = takenInWords(ear, taken, event.title);
    return [
      {
        text,
        by: null,
        concerns: event.title !== undefined,
        ...(event.title === undefined ? { taken } : {}),
      },
    ];
  });
}

function takenInWords({ scenario, viewer }: Ear, { home, low, high }: Taken, title?: string): string {
  const words = viewer === home ? happened.heard : happened.captured;
  return words(scenario.parties[home].name, low, high, title);
}

/** Small captures of one day told in one sentence for each side, where the first of them was told. */
export function together(ear: Ear, accounts: readonly Account[]): Account[] {
  const told: Account[] = [];
  for (const account of accounts) {
    const { taken, day } = account;
    const same = (each: Account) =>
      each.day === day && each.taken !== undefined && each.taken.home === taken?.home;
    const at = taken ? told.findLastIndex(same) : -1;
    const before = told[at];
    if (!taken || !before?.taken) {
      told.push(account);
      continue;
    }
    const sum = { ...taken, low: before.taken.low + taken.low, high: before.taken.high + taken.high };
    told[at] = { ...before, entry: account.entry, taken: sum, text: takenInWords(ear, sum) };
  }
  return told;
}

/** Illness and death in captivity are known to the holder alone, until lists and visits show them. */
function ofWear(ear: Ear, event: WorldEventOf<'captivityWears'>, campaign: Campaign): Told[] {
  const { groups } = campaign.parameters;
  return PARTIES.flatMap(holder => {
    if (ear.viewer !== null && ear.viewer !== holder) return [];
    const total = (counts: Counts) =>
      groups.reduce((people, g) => people + (g.holder === holder ? (counts[g.index] ?? 0) : 0), 0);
    const by = subject(ear, holder);
    const [ill, died] = [total(event.ill), total(event.died)];
    return [
      ...(ill > 0 ? [{ text: happened.ill(ill, by), by: null, concerns: false }] : []),
      ...(died > 0 ? [{ text: happened.died(died, by), by: null, concerns: false }] : []),
    ];
  });
}

function ofFindings(ear: Ear, event: CampaignEvent, before: Campaign, after: Campaign): Told[] {
  return after.findings.slice(before.findings.length).flatMap(finding => {
    const rule = lawRule(finding.rule);
    if (!rule || (ear.viewer === other(finding.by) && restsOnWhatIsHidden(event))) return [];
    return [
      { text: happened.finding(subject(ear, finding.by), rule.title), by: finding.by, concerns: false },
    ];
  });
}

/** What is found on a day rests on who is held, and so does what is wrong with a list: only the holder knows. */
function restsOnWhatIsHidden(event: CampaignEvent): boolean {
  return event.type === 'dayBegins' || event.type === 'submitList';
}

/** What an event led to: the turns of the talks that nobody made by a move of their own. */
function ofTurns(ear: Ear, event: CampaignEvent, before: Position, after: Position): Told[] {
  const turn = (text: string): Told[] => [{ text, by: null, concerns: true }];
  const [from, to] = [phaseOf(before.value), phaseOf(after.value)];
  const left = before.campaign.talks.mediator;
  if (
    from.startsWith('rounds.') &&
    to.startsWith('rounds.') &&
    left !== null &&
    after.campaign.talks.mediator === null
  ) {
    return turn(happened.mediatorLeft(mediatorName(ear, left) ?? ''));
  }
  if (after.campaign.exchanges.length > before.campaign.exchanges.length)
    return ofExchange(ear, event, before, after);
  if (from === to) return [];
  if (from.startsWith('rounds.') && to.startsWith('handOver.')) {
    const agreed = after.campaign.talks.agreement ?? { deal: [] };
    return turn(happened.agreement(dealInWords(ear, after.campaign, agreed)));
  }
  if (from === 'preparation.verification' && to === 'rounds.open') {
    const untrue = after.campaign.findings.slice(before.campaign.findings.length).filter(cameToLight);
    return [
      ...untrue.flatMap(({ by }) => turn(happened.exposed(subject(ear, by)))),
      ...turn(happened.checked),
    ];
  }
  if (from === 'handOver.transfer' && to === 'handOver.arranging') return turn(happened.stageDone);
  if (from === 'handOver.arranging' && to === 'handOver.transfer') return turn(happened.dayHasCome);
  if (isPartyEvent(event) || to !== 'initiation.standoff') return [];
  if (from === 'initiation.overture') return turn(happened.lapsed);
  return turn(from === 'preparation.lists' ? happened.listsLapsed : happened.petered);
}

/** A list that the checking showed to be untrue: both sides know of it. */
function cameToLight({ rule }: Finding): boolean {
  return rule === 'names-withheld';
}

function ofExchange(ear: Ear, event: CampaignEvent, before: Position, after: Position): Told[] {
  const exchange = after.campaign.exchanges.at(-1);
  if (exchange?.completed) return [{ text: happened.exchanged, by: null, concerns: true }];
  if (isPartyEvent(event)) return [];
  const by = inArrears(before.campaign);
  return [{ text: happened.overdue(subject(ear, by)), by, concerns: true }];
}
