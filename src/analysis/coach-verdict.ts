import type { Move } from '../campaign/event.ts';
import { sameMove } from './coach-decision.ts';
import { LEAST_MEASURED } from './coach-effort.ts';
import type { Comparison } from './comparison.ts';
import { SAME } from './rollout-sample.ts';

/** What can be said of a move; *unclear* where the interval does not bear anything more. */
export const LABELS = ['best', 'good', 'inaccuracy', 'mistake', 'missed chance', 'unclear'] as const;
export type Label = (typeof LABELS)[number];

/*
 * A loss is held against what was at stake: the larger mean gain of the two, or a floor for campaigns
 * in which next to nothing is. Bounds after what players of other games are used to, as shares of it.
 */
export const LEAST_STAKE = 20;
export const SMALL = 0.05;
const LARGE = 0.15;

/** Worth units that were at stake in a decision: the larger mean gain, at least `LEAST_STAKE`. */
export function stakeOf({ advice, played }: Pick<Comparison, 'advice' | 'played'>): number {
  const apart = Math.abs(advice.gain - played.gain);
  return Math.max(LEAST_STAKE, Math.abs(advice.gain), Math.abs(played.gain), apart);
}

/** Share of the stake below which it makes no difference what is done. */
const NOTHING = 0.002;

/** Whether anything hung on a decision. */
export function matters(comparison: Comparison): boolean {
  return comparison.spread > NOTHING * stakeOf(comparison);
}

/** Whether a move was measured on too few rollouts for anything to be said. */
export function tooFew({ moves }: Pick<Comparison, 'moves'>): boolean {
  return moves.some(({ lead }) => lead.trials < LEAST_MEASURED);
}

/**
 * Whether what came out ahead where the advice was picked was ahead of the move played where it was measured,
 * too. Only then is it advised: else nothing better was found.
 */
export function isAdvised({ advice }: Pick<Comparison, 'advice'>): boolean {
  return advice.lead.mean > SAME;
}

/** The move advised: the one played where nothing better was found. */
export function advisedOf(comparison: Pick<Comparison, 'advice' | 'played'>): Move {
  return isAdvised(comparison) ? comparison.advice.move : comparison.played.move;
}

/** The label that the interval of the loss supports. */
export function labelOf(comparison: Comparison): Label {
  if (tooFew(comparison)) return 'unclear';
  const { advice, played } = comparison;
  const stake = stakeOf(comparison);
  if (!isAdvised(comparison)) {
    const isBeaten = comparison.moves.every(
      ({ move, lead }) => move === played.move || lead.high <= SMALL * stake,
    );
    if (isBeaten) return 'best';
    if (sameMove(advice.move, played.move)) return 'unclear';
  }
  const { mean, low, high } = advice.lead;
  if (low > SMALL * stake && mean >= LARGE * stake)
    return isChance(advice.move) ? 'missed chance' : 'mistake';
  if (low > 0 && mean >= SMALL * stake) return 'inaccuracy';
  return high <= (LARGE * stake) / 2 ? 'good' : 'unclear';
}

/** Moves that take what is there: an offer, an invitation, a moment to ask. */
function isChance({ type }: Move): boolean {
  return type === 'accept' || type === 'agree' || type === 'proposeTalks' || type === 'resume';
}
