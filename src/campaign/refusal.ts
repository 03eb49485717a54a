import type { PartyIndex } from '../scenario/scenario.ts';
import { other } from '../scenario/scenario.ts';
import type { Campaign } from './campaign.ts';
import { areCounts, type Counts, sum } from './counts.ts';

/** Why a move is not possible. The codes are stable; the message is for people. */
export const REFUSALS = [
  'ERR_PHASE',
  'ERR_TURN',
  'ERR_COUNT',
  'ERR_EMPTY',
  'ERR_NOT_HELD',
  'ERR_NOT_OURS',
  'ERR_STRUCK',
  'ERR_CAPACITY',
  'ERR_OWN_OFFER',
  'ERR_DONE',
  'ERR_TOO_SOON',
  'ERR_MEDIATOR',
  'ERR_UNWILLING',
  'ERR_PAROLE',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

export function refusal(code: RefusalCode, message: string): Refusal {
  return { code, message };
}

/** Refuses a move out of turn; every rule of a move begins with it. */
export function outOfTurn(campaign: Campaign, party: PartyIndex): Refusal | null {
  if (campaign.toMove === party) return null;
  const id = campaign.parameters.parties[party].id;
  return refusal('ERR_TURN', `it is not ${id}'s turn`);
}

/** Refuses counts that `party` cannot give: not whole, nobody at all, not its own, or more than it holds. */
export function notHeldBy(campaign: Campaign, party: PartyIndex, people: Counts): Refusal | null {
  const { groups } = campaign.parameters;
  if (!areCounts(people, groups.length)) return notCounts(groups.length);
  if (sum(people) === 0) return refusal('ERR_EMPTY', 'nobody is named: expected at least one person');
  for (const group of groups) {
    const count = people[group.index] ?? 0;
    if (count === 0) continue;
    if (group.holder === other(party)) {
      return refusal('ERR_NOT_OURS', `${group.id} are held by the other party`);
    }
    const held = campaign.held[group.index] ?? 0;
    if (count > held) return refusal('ERR_NOT_HELD', `${group.id}: ${count} named, ${held} held`);
  }
  return null;
}

/**
 * Refuses to send home more of a group than wish to go. Of the sick and wounded the law says so while
 * fighting goes on (GC III art. 109(3)); of others, and later, a scenario that gives a share of people
 * who wish to stay says that nobody is forced, as was agreed in Korea after long dispute.
 */
export function againstTheirWill(campaign: Campaign, party: PartyIndex, people: Counts): Refusal | null {
  for (const group of campaign.parameters.groups) {
    if (group.holder !== party || group.unwilling === 0) continue;
    const willing = Math.max(0, (campaign.held[group.index] ?? 0) - group.unwilling);
    const count = people[group.index] ?? 0;
    if (count > willing) {
      const bound = group.standing === 'wounded' && campaign.day < campaign.parameters.hostilitiesEnd;
      return refusal(
        'ERR_UNWILLING',
        `${group.id}: ${count} named, ${willing} wish to be sent home${bound ? ' (GC III art. 109(3))' : ''}`,
      );
    }
  }
  return null;
}

export function notCounts(groups: number): Refusal {
  return refusal('ERR_COUNT', `expected ${groups} whole numbers of people, none negative, one a group`);
}
