import type { Move } from '../campaign/event.ts';
import { measuredOf, type RolloutSample, SAME } from './rollout-sample.ts';

/*
 * Which moves are not worth playing on any further: those that have fallen far behind, as in racing
 * (Maron and Moore 1994), and those that came to the same as another in every trial, which stands for
 * both.
 */

/** Trials before which nothing is dropped. */
export const RACED_FROM = 48;
/** Standard errors by which a move has to lag behind: far more than the 1.96 that a label asks for. */
const LAG = 4;

/** The moves that are still worth playing on after `to` trials; `kept`, the one that was played, always. */
export function stillAhead(
  sample: RolloutSample,
  moves: readonly Move[],
  { kept, to }: { readonly kept: Move | null; readonly to: number },
): readonly Move[] {
  if (to < RACED_FROM) return moves;
  const stretch = { from: 0, to };
  const best = sample.best(moves, kept ?? (moves[0] as Move), stretch);
  return moves.filter(move => {
    if (move === best || move === kept) return true;
    const behind = sample.differences(best, move, stretch);
    const { mean, error } = measuredOf(behind);
    return mean <= LAG * error + SAME && behind.some(difference => Math.abs(difference) > SAME);
  });
}
