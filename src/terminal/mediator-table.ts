import type { Campaign } from '../campaign/campaign.ts';
import type { CampaignEvent } from '../campaign/event.ts';
import type { Position } from '../statechart/position.ts';

/* What reaches a mediator: what is said at a table it sits at or was asked to, and what everybody hears. */

/** Whether a mediator is at the table, or carries a proposal of talks that waits for its answer. */
export function isAtTable({ talks, overtures }: Campaign): boolean {
  const asked = talks.overture?.mediator != null && overtures.at(-1)?.answer === 'open';
  return talks.mediator !== null || asked;
}

/** Whether an event, with what followed from it, is known to somebody who mediates. */
export function reachesMediator(event: CampaignEvent, before: Position, after: Position): boolean {
  const ended = after.campaign.exchanges.length > before.campaign.exchanges.length;
  return ended || isPublic(event, before, after) || isAtTable(before.campaign) || isAtTable(after.campaign);
}

function isPublic({ type }: CampaignEvent, before: Position, after: Position): boolean {
  if (type === 'proposeTalks') return isOpen(after.campaign);
  if (type === 'agree' || type === 'decline') return isOpen(before.campaign);
  return (ALWAYS_PUBLIC as readonly string[]).includes(type);
}

function isOpen({ talks }: Campaign): boolean {
  return talks.overture?.openly === true;
}

/** People who cross a border are seen, and so is what a capital says in public or the press writes. */
const ALWAYS_PUBLIC = [
  'publicise',
  'release',
  'handOver',
  'withhold',
  'captured',
  'pressReport',
  'accident',
  'inject',
  'horizonReached',
] as const satisfies readonly CampaignEvent['type'][];
