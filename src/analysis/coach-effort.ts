import type { Effort } from './comparison.ts';

/* How many rollouts the coach takes, and how many it needs before it says anything. */

/**
 * Rollouts that a move has to be measured on before it gets a label or a score an interval. Student's t goes by
 * the spread that was seen, and where a few came to nearly the same, what comes seldom has not been seen: after n
 * of them up to 3 in n may still come otherwise (rule of three, 95 %), here one in eight.
 */
export const LEAST_MEASURED = 24;
/** The fewest that can be asked for: half of them pick the advice, in four blocks, the other half measure. */
export const LEAST_ROLLOUTS = 2 * LEAST_MEASURED;

/** Few trials where the case is clear, more where it is not. */
export const ADAPTIVE: Effort = { pick: 12, measure: LEAST_MEASURED, most: 72, every: false };

/** Half of a given number of rollouts pick the advice, the other half measure every move. */
export function effortOf(rollouts: number | undefined): Effort {
  if (rollouts === undefined) return ADAPTIVE;
  const pick = Math.max(1, Math.floor(rollouts / 2));
  const measure = Math.max(2, rollouts - pick);
  return { pick, measure, most: measure, every: true };
}
