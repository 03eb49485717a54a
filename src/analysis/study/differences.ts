import { mean } from '../mean.ts';
import { CrossedMean } from './crossed-mean.ts';
import { crossedInterval, type MeanEstimate, meanInterval } from './estimate.ts';

/**
 * The mean of differences that come seed by seed, and how far it may be off (Welford 1962, Note on a method
 * for calculating corrected sums of squares; with draws, `crossed-mean.ts`). They have to come in the same
 * order to give the same bits.
 */
export class Differences {
  readonly #crossed: CrossedMean | null;
  #count = 0;
  #mean = 0;
  #squares = 0;
  #unequal = 0;

  /** With how many draws every seed is played; null where nothing is drawn. */
  constructor(draws: number | null = null) {
    this.#crossed = draws === null ? null : new CrossedMean(draws);
  }

  /** Those of one seed, draw by draw, or the only one there is; null where there is none. */
  add(byDraw: readonly (number | null)[]): void {
    const found = byDraw.filter(difference => difference !== null);
    if (found.length === 0) return;
    this.#crossed?.add(byDraw);
    const difference = mean(found);
    this.#count++;
    const before = difference - this.#mean;
    this.#mean += before / this.#count;
    this.#squares += before * (difference - this.#mean);
    if (difference !== 0) this.#unequal++;
  }

  /** Seeds at which the mean is not zero. */
  get unequal(): number {
    return this.#unequal;
  }

  get estimate(): MeanEstimate {
    const runs = this.#count;
    if (runs === 0) return { value: null, interval: null, runs };
    const value = this.#mean;
    if (this.#crossed) return { value, interval: crossedInterval(value, this.#crossed.spread), runs };
    const variance = runs < 2 ? Number.NaN : this.#squares / (runs - 1);
    return { value, interval: meanInterval(value, variance, runs), runs };
  }
}
