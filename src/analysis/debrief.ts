import type { Campaign, Exchange, Offer, Overture } from '../campaign/campaign.ts';
import { type Counts, type Deal, minus, plus, sum, zeros } from '../campaign/counts.ts';
import type { Finding } from '../campaign/finding.ts';
import type { Valued } from '../campaign/package.ts';
import type { SettledInstruction } from '../campaign/parameters.ts';
import { type Terms, termsOf } from '../campaign/terms.ts';
import { reservation, termsValue, valuationOf } from '../campaign/worth.ts';
import type { PartyIndex, PerParty } from '../scenario/scenario.ts';
import { type Position, phaseOf } from '../statechart/position.ts';
import { lastOf, type Replay } from '../table/replay.ts';
import { leftOnTable, nashDeal } from './alternatives.ts';
import { gainMeter, inHandOver } from './gain.ts';

/** What became of an agreement; *pending* where the campaign ends, or is left, before the hand-over. */
export const OUTCOMES = ['completed', 'broken', 'pending'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How one agreement turned out, by the true values of the moment at which it was struck. */
export interface DebriefedDeal {
  readonly agreedOn: number;
  /** Day of the hand-over or the breach; the last day played where it is pending. */
  readonly day: number;
  readonly deal: Deal;
  readonly terms: Terms;
  /** Who actually left captivity, and who of them went to a neutral country. */
  readonly people: Deal;
  readonly interned: Deal;
  /** Index of the mediator under whose name it was struck. */
  readonly mediator: number | null;
  readonly outcome: Outcome;
  readonly brokenBy: PartyIndex | null;
  /** People whom each party held and promised and did not bring, by party. */
  readonly short: PerParty<number>;
  /** The same people per group. */
  readonly missing: Counts;
  /** Worth units, by party: value of the deal as agreed, and the least that would have been accepted. */
  readonly values: PerParty<number>;
  readonly reservations: PerParty<number>;
  /** Value less reservation. */
  readonly gains: PerParty<number>;
  /** The same for those who actually left captivity. */
  readonly realised: PerParty<number>;
  /**
   * How much more each party could have had by another deal that was possible and leaves the other
   * no worse off; 0 where there is none. Where hand-overs carry thousands it is the least of it.
   */
  readonly leftOnTable: PerParty<number>;
}

/**
 * What an agreement came to in worth units, by party, as a campaign's gains count it: the value and the gain of
 * those who actually left captivity by it. Where nobody has and it is pending, they are as agreed; it counts for
 * nothing yet.
 */
export function cameTo(deal: DebriefedDeal): Pick<DebriefedDeal, 'values' | 'gains'> {
  const { values, gains, realised } = deal;
  if (isYetToCome(deal)) return { values, gains };
  return { values: both(party => values[party] + (realised[party] - gains[party])), gains: realised };
}

/** Whether nobody has left captivity by an agreement that may still be carried out. */
export function isYetToCome({ outcome, people }: DebriefedDeal): boolean {
  return outcome === 'pending' && sum(people) === 0;
}

/** How talks ended that brought no agreement; *unfinished* where the campaign ends, or is left, in mid-talk. */
export const ENDINGS = ['petered', 'walkedOut', 'unfinished'] as const;
export type Ending = (typeof ENDINGS)[number];

export interface TalksWithoutDeal {
  /** Day on which talks were agreed to, and the day on which they ended. */
  readonly began: number;
  readonly ended: number;
  readonly ending: Ending;
  /** Who walked out. */
  readonly by: PartyIndex | null;
  /** State of the talks when they ended: "rounds.answering". */
  readonly phase: string;
  readonly mediator: number | null;
  readonly offers: readonly Offer[];
  /**
   * The Nash deal of the talks' last moment, by both sides' true values: a deal above both
   * reservations, if one was possible. Null where none was found.
   */
  readonly possible: Valued | null;
  /** The reservations it is held against. */
  readonly reservations: PerParty<number>;
}

/** What became of the people of every group; each array has one entry a group. */
export interface PeopleAccount {
  readonly initially: Counts;
  readonly captured: Counts;
  readonly exchanged: Counts;
  readonly released: Counts;
  /** In a neutral country until the end. */
  readonly interned: Counts;
  readonly died: Counts;
  /** Left for, and joined from, another group on falling seriously ill. */
  readonly fellIll: Counts;
  readonly joinedIll: Counts;
  readonly held: Counts;
}

/** What can be said of a campaign when it is over, or at the point that it has reached. */
export interface Debrief extends PeopleAccount {
  readonly day: number;
  /** Whether the horizon was reached. */
  readonly ended: boolean;
  readonly deals: readonly DebriefedDeal[];
  readonly overtures: readonly Overture[];
  readonly talksWithoutDeal: readonly TalksWithoutDeal[];
  /** Person-days of captivity ended before the horizon, by home party. */
  readonly captivityEnded: PerParty<number>;
  /** What each party gained over the whole campaign, in worth units; see `gain.ts`. */
  readonly gained: PerParty<number>;
  readonly findings: readonly Finding[];
  /** What each delegation was told in confidence to bring home or never to give, and whether it did. */
  readonly instructions: PerParty<readonly FollowedInstruction[]>;
}

export interface FollowedInstruction {
  readonly text: string;
  readonly followed: boolean;
}

export function debrief(replay: Replay): Debrief {
  const { campaign, done } = lastOf(replay);
  const deals = debriefedDeals(replay);
  const people = accountOf(campaign);
  return {
    ...people,
    day: campaign.day,
    ended: done,
    deals,
    overtures: campaign.overtures,
    talksWithoutDeal: talksWithoutDeal(replay),
    captivityEnded: campaign.captivityEnded,
    gained: gained(replay),
    findings: campaign.findings,
    instructions: both(party =>
      campaign.instructions[party].map(given => ({ text: given.text, followed: isFollowed(given, people) })),
    ),
  };
}

/** Those to be brought home are home; of those never to be given nobody is. */
function isFollowed({ must, never }: SettledInstruction, { exchanged, released }: PeopleAccount): boolean {
  const home = plus(exchanged, released);
  const brought = must?.every((people, group) => (home[group] ?? 0) >= people) ?? true;
  return brought && !never?.some(group => (home[group] ?? 0) > 0);
}

function accountOf(campaign: Campaign): PeopleAccount {
  const { parameters, ledger, held } = campaign;
  const none: Counts = zeros(held.length);
  const released = campaign.releases.reduce((total, release) => plus(total, release.people), none);
  return {
    initially: parameters.groups.map(group => group.held),
    captured: ledger.captured,
    // Whoever came home was released unasked or handed over.
    exchanged: minus(ledger.returned, released),
    released,
    interned: ledger.interned,
    died: ledger.died,
    fellIll: ledger.passedOut,
    joinedIll: ledger.passedIn,
    held,
  };
}

/** Neighbouring positions of a replay: before and after one entry. */
function* stepsOf({ positions }: Replay): Generator<{ before: Position; after: Position }> {
  for (let index = 1; index < positions.length; index++) {
    yield { before: positions[index - 1] as Position, after: positions[index] as Position };
  }
}

function debriefedDeals(replay: Replay): DebriefedDeal[] {
  return agreementsIn(replay).map(({ struck, fate }) => debriefedDeal(struck, fate()));
}

/** An agreement at the moment at which it was struck, and what became of it. */
interface StruckAgreement {
  readonly struck: Campaign;
  readonly fate: () => Fate;
}

function agreementsIn(replay: Replay): StruckAgreement[] {
  const found: StruckAgreement[] = [];
  let struck: Campaign | null = null;
  for (const { before, after } of stepsOf(replay)) {
    if (!inHandOver(before) && inHandOver(after)) struck = after.campaign;
    if (!struck || after.campaign.exchanges.length === before.campaign.exchanges.length) continue;
    found.push({ struck, fate: () => carriedOut(after.campaign) });
    struck = null;
  }
  if (struck) found.push({ struck, fate: () => notYet(lastOf(replay).campaign) });
  return found;
}

/**
 * What was left on the table in all agreements together, by party: the frontier of each is looked for, which
 * takes many times as long as the campaign.
 */
export function leftOnTableIn(replay: Replay): PerParty<number> {
  return agreementsIn(replay)
    .map(({ struck }) => leftOnTable(struck, ...dealOf(struck)))
    .reduce<PerParty<number>>(([first, second], left) => [first + left[0], second + left[1]], [0, 0]);
}

function dealOf({ talks: { agreement } }: Campaign): [deal: Deal, terms: Terms] {
  return [agreement?.deal ?? [], termsOf(agreement ?? {})];
}

type Fate = Pick<DebriefedDeal, 'day' | 'people' | 'interned' | 'outcome' | 'brokenBy' | 'short' | 'missing'>;

function carriedOut({ exchanges, talks }: Campaign): Fate {
  const { completed, day, people, interned, short, missing } = exchanges.at(-1) as Exchange;
  const gone = { day, people, interned, short, missing };
  if (completed) return { ...gone, outcome: 'completed', brokenBy: null };
  return { ...gone, outcome: 'broken', brokenBy: talks.brokenOff?.by ?? null };
}

function notYet({ day, talks }: Campaign): Fate {
  const { sentHome: people, internedSoFar: interned, short, missing } = talks;
  return { day, people, interned, short, missing, outcome: 'pending', brokenBy: null };
}

function debriefedDeal(struck: Campaign, fate: Fate): DebriefedDeal {
  const { agreement, mediator } = struck.talks;
  const [deal, terms] = dealOf(struck);
  const reservations = both(party => reservation(struck, party));
  const value = (people: Deal, interned: Deal) =>
    both(party => termsValue(valuationOf(struck, party), people, termsOf({ ...terms, interned })));
  const over = (values: PerParty<number>) => both(party => values[party] - reservations[party]);
  return {
    agreedOn: agreement?.day ?? struck.day,
    ...fate,
    deal,
    terms,
    mediator,
    values: value(deal, terms.interned ?? []),
    reservations,
    gains: over(value(deal, terms.interned ?? [])),
    realised: over(value(fate.people, fate.interned)),
    leftOnTable: leftOnTable(struck, deal, terms),
  };
}

function both<T>(of: (party: PartyIndex) => T): PerParty<T> {
  return [of(0), of(1)];
}

const inTalks = ({ value }: Position) => /^(preparation|rounds)\b/.test(phaseOf(value));

function talksWithoutDeal(replay: Replay): TalksWithoutDeal[] {
  return talksEndedIn(replay).map(ended);
}

/** How many talks ended without a deal, those at the end of the campaign included. */
export function talksWithoutDealIn(replay: Replay): number {
  return talksEndedIn(replay).length;
}

/** Talks that ended without a deal: the day on which they began, and the positions around their end. */
interface EndOfTalks {
  readonly began: number;
  readonly before: Position;
  readonly after: Position;
}

function talksEndedIn(replay: Replay): EndOfTalks[] {
  const found: EndOfTalks[] = [];
  let began = 0;
  for (const { before, after } of stepsOf(replay)) {
    if (!inTalks(before) && inTalks(after)) began = after.campaign.day;
    if (inTalks(before) && !inTalks(after) && !inHandOver(after)) found.push({ began, before, after });
  }
  const last = lastOf(replay);
  if (inTalks(last)) found.push({ began, before: last, after: last });
  return found;
}

function ended({ began, before, after }: EndOfTalks): TalksWithoutDeal {
  const { campaign, value } = before;
  const by = after.campaign.talks.brokenOff?.by ?? null;
  return {
    began,
    ended: after.campaign.day,
    ending: endingOf(after),
    by,
    phase: phaseOf(value),
    mediator: campaign.talks.mediator,
    offers: campaign.talks.offers,
    possible: nashDeal(campaign),
    reservations: both(party => reservation(campaign, party)),
  };
}

function endingOf(after: Position): Ending {
  if (after.done || inTalks(after)) return 'unfinished';
  return phaseOf(after.value) === 'suspension' ? 'walkedOut' : 'petered';
}

/** What each party gained over the whole campaign, in worth units; see `gain.ts`. */
export function gained({ positions: [first, ...later] }: Replay): PerParty<number> {
  // A replay has at least the position before its first entry.
  const meter = gainMeter(first as Position);
  for (const position of later) meter.see(position);
  return meter.gains().gained;
}
