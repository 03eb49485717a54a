import type { MeanEstimate } from './estimate.ts';
import { meanInterval } from './estimate.ts';

/**
 * The mean of differences that come one after the other, and how far it may be off (Welford 1962, Note on
 * a method for calculating corrected sums of squares). They have to come in the same order to give the
 * same bits.
 */
export class Differences {
  #count = 0;
  #mean = 0;
  #squares = 0;
  #unequal = 0;

  add(difference: number): void {
    this.#count++;
    const before = difference - this.#mean;
    this.#mean += before / this.#count;
    this.#squares += before * (difference - this.#mean);
    if (difference !== 0) this.#unequal++;
  }

  /** Differences that are not zero. */
  get unequal(): number {
    return this.#unequal;
  }

  get estimate(): MeanEstimate {
    const runs = this.#count;
    if (runs === 0) return { value: null, interval: null, runs };
    const variance = runs < 2 ? Number.NaN : this.#squares / (runs - 1);
    return { value: this.#mean, interval: meanInterval(this.#mean, variance, runs), runs };
  }
}
