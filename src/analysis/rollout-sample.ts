import type { Move } from '../campaign/event.ts';
import { meanOf } from './mean.ts';
import { NORMAL_975 } from './study/student.ts';
import type { Trial, Trials } from './trial.ts';

/** A mean and its 95 % interval, in worth units. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Trials that it was measured on. */
  readonly trials: number;
}

/** Gains within this of each other are equal: the same sums in another order. */
export const SAME = 1e-6;

/**
 * Whether all rollouts came to the same. An interval has no width then, and would be more sure of itself
 * than the rollouts are: after n of them up to 3 in n may still come otherwise (rule of three, 95 %).
 */
export function cameToTheSame({ low, high }: Estimate): boolean {
  return high - low <= SAME;
}

/** A lead seen from the other move. */
export function turned({ mean, low, high, trials }: Estimate): Estimate {
  return { mean: -mean, low: -high, high: -low, trials };
}

/** A mean with its standard error. */
export interface Measured {
  readonly mean: number;
  readonly error: number;
}

/** Trials by number, the last not among them. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Gains of moves in trials, each played on at most once. */
export class RolloutSample {
  readonly #trials: Trials;
  readonly #made: Trial[] = [];
  readonly #gains = new Map<Move, number[]>();
  rollouts = 0;

  constructor(trials: Trials) {
    this.#trials = trials;
  }

  /** Plays a move on in some of the trials, one at each step. */
  *playing(move: Move, { from, to }: Stretch): Generator<void, void> {
    for (let number = from; number < to; number++) {
      this.#gain(move, number);
      yield;
    }
  }

  /** In how many trials a move has been played on, from the first on. */
  trialsOf(move: Move): number {
    return this.#gains.get(move)?.length ?? 0;
  }

  mean(move: Move, { from, to }: Stretch): number {
    let total = 0;
    for (let number = from; number < to; number++) total += this.#gain(move, number);
    return total / (to - from);
  }

  /** The move that gains most; `kept` where none gains more than that. */
  best(moves: readonly Move[], kept: Move, stretch: Stretch): Move {
    const mean = (move: Move) => this.mean(move, stretch);
    return moves.reduce((best, move) => (mean(move) > mean(best) + SAME ? move : best), kept);
  }

  /** By how much a move leads another, trial by trial. */
  differences(move: Move, over: Move, { from, to }: Stretch): number[] {
    return Array.from(
      { length: to - from },
      (_, index) => this.#gain(move, from + index) - this.#gain(over, from + index),
    );
  }

  /** The lead with Student's t interval, drawn towards 0. */
  lead(move: Move, over: Move, stretch: Stretch): Estimate {
    const { value: mean, interval } = meanOf(this.differences(move, over, stretch));
    return shrunk({
      mean,
      low: interval?.low ?? Number.NEGATIVE_INFINITY,
      high: interval?.high ?? Number.POSITIVE_INFINITY,
      trials: stretch.to - stretch.from,
    });
  }

  #gain(move: Move, number: number): number {
    const gains = this.#gains.get(move) ?? [];
    this.#gains.set(move, gains);
    const known = gains[number];
    if (known !== undefined) return known;
    this.rollouts++;
    const gained = this.#trial(number).gain(move);
    gains[number] = gained;
    return gained;
  }

  #trial(number: number): Trial {
    const known = this.#made[number];
    if (known) return known;
    const made = this.#trials(number);
    this.#made[number] = made;
    return made;
  }
}

/** The mean of some values and its standard error; of a single one nobody knows the error. */
export function measuredOf(values: readonly number[]): Measured {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < 2) return { mean, error: Number.POSITIVE_INFINITY };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, error: Math.sqrt(variance / n) };
}

/**
 * An estimate drawn towards 0, the more the less its interval tells it from 0. Labels pick out large
 * means, and of these more are large by chance than small: the mean that is left is that of an empirical
 * Bayes estimate (Efron and Morris 1973) where most moves differ little. The interval keeps its width.
 */
function shrunk(estimate: Estimate): Estimate {
  const { mean, low, high } = estimate;
  const error = (high - low) / (2 * NORMAL_975);
  if (!(error > SAME) || !Number.isFinite(error)) return estimate;
  const by = Math.min(1, (error / mean) ** 2) * mean;
  return { ...estimate, mean: mean - by, low: low - by, high: high - by };
}
