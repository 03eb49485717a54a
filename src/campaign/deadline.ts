import type { Talks } from './campaign.ts';
import { CARRIED_OUT_WITHIN } from './hand-over.ts';
import { OVERTURE_LASTS } from './initiation.ts';
import { LISTS_AWAITED } from './preparation.ts';
import { ROUNDS_LAST } from './rounds.ts';

/**
 * The last day on which what a phase waits for can still be done; on the next one an overture lapses,
 * talks come to nothing, an agreement is broken. Null in phases that no rule ends by lapse of time.
 */
export function lastDayOf(phase: string, talks: Talks): number | null {
  if (phase === 'initiation.overture') return talks.overture && talks.overture.day + OVERTURE_LASTS - 1;
  if (phase === 'preparation.lists') return talks.since + LISTS_AWAITED - 1;
  if (phase.startsWith('rounds.')) return talks.since + ROUNDS_LAST - 1;
  return phase === 'handOver.transfer' ? talks.until + CARRIED_OUT_WITHIN - 1 : null;
}
