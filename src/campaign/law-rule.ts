import type { PartyIndex } from '../scenario/scenario.ts';
import type { Campaign } from './campaign.ts';
import type { Deal } from './counts.ts';
import type { CampaignEvent } from './event.ts';
import type { Severity } from './finding.ts';
import type { GroupParameters } from './parameters.ts';

/** What a check saw, and by whom. */
export interface Seen {
  readonly by: PartyIndex;
  readonly saw: string;
}

/** A rule of the law of war as a check over a move or a day, and the state before it. */
export interface LawRule {
  readonly id: string;
  readonly article: string;
  readonly title: string;
  /** `contested` where readings differ; the explanation then says how. */
  readonly severity: Severity;
  readonly explanation: string;
  check(campaign: Campaign, event: CampaignEvent): readonly Seen[];
}

/** How often it is looked at whether people are still held who should have gone, in days. */
export const LOOKED_AT_EVERY = 30;

/** Whether the day that `event` begins is one on which holdings are looked at. */
export function isInspection(campaign: Campaign, event: CampaignEvent): boolean {
  const day = campaign.day + 1;
  return event.type === 'dayBegins' && day > 0 && day % LOOKED_AT_EVERY === 0;
}

/** People that a deal asks for as a concession: those of `party` who are not owed to it in any case. */
export function askedFor(campaign: Campaign, party: PartyIndex, deal: Deal): number {
  let asked = 0;
  for (const group of campaign.parameters.groups) {
    if (group.home === party && !group.owed) asked += deal[group.index] ?? 0;
  }
  return asked;
}

/** Groups of which `party` names anybody in `people`, with how many. */
export function namedBy(
  campaign: Campaign,
  party: PartyIndex,
  people: Deal,
): { readonly group: GroupParameters; readonly count: number }[] {
  return campaign.parameters.groups
    .filter(group => group.holder === party && (people[group.index] ?? 0) > 0)
    .map(group => ({ group, count: people[group.index] ?? 0 }));
}
