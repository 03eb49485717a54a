import type { Compared } from '../analysis/comparison.ts';
import { cameToTheSame, type Estimate, SAME } from '../analysis/rollout-sample.ts';
import { units } from './worth.ts';

/* How a move did beside the one played, in the rollouts that measured it. */

/**
 * How a move did better than the one played. In how many of the rollouts is told where a coin would hardly
 * have come out so (two standard deviations of its tosses); else, as where many came to the same, only the
 * mean says that it did better, for certain or not.
 */
export function inHowMany({ lead, ahead }: Compared): string {
  const { low, trials } = lead;
  if (cameToTheSame(lead)) return `by the same in all ${trials} rollouts`;
  if (ahead - trials / 2 >= Math.sqrt(trials)) return `in ${ahead} of ${trials} rollouts`;
  return `on the mean of ${trials} rollouts${low > 0 ? '' : ', though not for certain'}`;
}

/** How a move that came out ahead where the advice was picked did where it was measured. */
export function notBetter({ mean, low, high, trials }: Estimate): string {
  const measured = `in the ${trials} that measured it`;
  if (high < -SAME) {
    const by = cameToTheSame({ mean, low, high, trials }) ? '' : ` (${units(-high)} to ${units(-low)})`;
    return `came out behind ${measured}, and the move played was ahead by ${units(-mean)}${by}`;
  }
  const how = mean < -SAME ? 'behind, though not for certain,' : 'no better';
  return `was ahead in the rollouts that picked it, and ${how} ${measured}`;
}
