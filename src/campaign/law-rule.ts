import type { PartyIndex, Standing } from '../scenario/scenario.ts';
import type { Campaign } from './campaign.ts';
import { type Deal, sameCounts } from './counts.ts';
import type { CampaignEvent } from './event.ts';
import type { Severity } from './finding.ts';
import type { GroupParameters, Parameters } from './parameters.ts';

/** What a check saw, and by whom. */
export interface Seen {
  readonly by: PartyIndex;
  readonly saw: string;
}

/** What most checks see. */
export const NOTHING: readonly Seen[] = [];

/** A rule of the law of war as a check over a move or a day, and the state before it. */
export interface LawRule {
  readonly id: string;
  readonly article: string;
  readonly title: string;
  /** `contested` where readings differ; the explanation then says how. */
  readonly severity: Severity;
  readonly explanation: string;
  /** Types of event that can show anything; the check is not asked about others. */
  readonly watches: readonly CampaignEvent['type'][];
  /** `bargain` is what the event makes of people, if it is one. */
  check(campaign: Campaign, event: CampaignEvent, bargain: Bargain | null): readonly Seen[];
}

/** How often it is looked at whether people are still held who should have gone, in days. */
export const LOOKED_AT_EVERY = 30;

/** The day on which an event falls: the day that begins is the one after the day in hand. */
export function dayOf({ day }: Campaign, event: CampaignEvent): number {
  return event.type === 'dayBegins' ? day + 1 : day;
}

/** Whether `day` is one on which holdings are looked at, counted from the day `from`. */
export function isLookedAt(day: number, from: number): boolean {
  const since = day - from;
  return since > 0 && since % LOOKED_AT_EVERY === 0;
}

/** A deal as it binds one who holds people: what it gives of them, and what it takes in return. */
export interface Bargain {
  readonly by: PartyIndex;
  readonly deal: Deal;
  /** "in an offer that asks for", "accepted for". */
  readonly where: string;
  /** Whether those whom `by` gives are among them: the owed of either standing, people in a unit's hands. */
  readonly gives: { readonly wounded: boolean; readonly civilian: boolean; readonly unit: boolean };
}

/**
 * The bargain that an event makes of people whom `by` holds: by who offers it, and by who accepts
 * what somebody else has put on the table. Null where the same party has offered the same in these
 * talks: to repeat is no new act.
 */
export function bargainOf({ talks, parameters }: Campaign, event: CampaignEvent): Bargain | null {
  if (event.type === 'accept' && talks.offer) {
    return bargain(parameters, event.party, talks.offer.deal, 'accepted for');
  }
  if (event.type !== 'offer') return null;
  const { party, deal } = event;
  for (const before of talks.offers) if (before.by === party && sameCounts(before.deal, deal)) return null;
  return bargain(parameters, party, deal, 'in an offer that asks for');
}

function bargain({ groups }: Parameters, by: PartyIndex, deal: Deal, where: string): Bargain {
  const gives = { wounded: false, civilian: false, unit: false };
  for (let at = 0; at < deal.length; at++) {
    const group = groups[at];
    if (!deal[at] || group?.holder !== by) continue;
    if (group.standing !== 'tradeable') gives[group.standing] = true;
    if (group.custody === 'unit') gives.unit = true;
  }
  return { by, deal, where, gives };
}

/** People that a bargain brings home to who makes it, those of one standing left out. */
export function broughtHome(campaign: Campaign, { by, deal }: Bargain, but?: Standing): number {
  let people = 0;
  const { groups } = campaign.parameters;
  for (let at = 0; at < deal.length; at++) {
    const group = groups[at];
    if (group && group.home === by && group.standing !== but) people += deal[at] ?? 0;
  }
  return people;
}

/** A group of which somebody is named, with how many. */
export interface Named {
  readonly group: GroupParameters;
  readonly count: number;
}

const NOBODY: readonly Named[] = [];

/** Groups of which `party` names anybody in `people`: those that a rule is about. */
export function namedBy(
  campaign: Campaign,
  party: PartyIndex,
  people: Deal,
  concerned: (group: GroupParameters) => boolean,
): readonly Named[] {
  let named: Named[] | null = null;
  const { groups } = campaign.parameters;
  for (let at = 0; at < people.length; at++) {
    const group = groups[at];
    const count = people[at] ?? 0;
    if (count === 0 || group?.holder !== party || !concerned(group)) continue;
    named ??= [];
    named.push({ group, count });
  }
  return named ?? NOBODY;
}
