import { mean } from '../mean.ts';
import type { Compared } from './compared.ts';
import { CrossedMean } from './crossed-mean.ts';
import { type ClosedInterval, crossedInterval, type MeanEstimate, meanInterval } from './estimate.ts';
import { NORMAL_975 } from './student.ts';

/** Between what the differences lie that are put together as one number. */
export interface Range {
  readonly least: number;
  readonly greatest: number;
}

/** Where a spread is less than this share of what it is the spread of, it is what rounding leaves over. */
const ROUNDING = 1e-12;

/**
 * The mean of differences that come seed by seed, and how far it may be off (Welford 1962, Note on a method
 * for calculating corrected sums of squares; with draws, `crossed-mean.ts`). They have to come in the same
 * order to give the same bits.
 */
export class Differences {
  readonly #of: Compared;
  readonly #crossed: CrossedMean | null;
  #count = 0;
  #mean = 0;
  #squares = 0;
  #unequal = 0;
  /** The furthest that differences of one seed lie apart, one above zero and one below. */
  #apart = 0;

  /** Of means or of rates; with how many draws every seed is played, null where nothing is drawn. */
  constructor(of: Compared, draws: number | null = null) {
    this.#of = of;
    this.#crossed = draws === null ? null : new CrossedMean(draws);
  }

  /**
   * Those of one seed, draw by draw, or the only one there is; null where there is none. Where they are means
   * of several, with the range of these, which may cancel each other out.
   */
  add(byDraw: readonly (number | null)[], range?: Range): void {
    const found = byDraw.filter(difference => difference !== null);
    if (found.length === 0) return;
    const { least, greatest } = range ?? rangeOf(found);
    this.#crossed?.add(byDraw);
    const difference = mean(found);
    this.#count++;
    const before = difference - this.#mean;
    this.#mean += before / this.#count;
    this.#squares += before * (difference - this.#mean);
    if (least !== 0 || greatest !== 0) this.#unequal++;
    if (least < 0 && greatest > 0) this.#apart = Math.max(this.#apart, greatest - least);
  }

  /** Seeds at which any difference is not zero, be the mean of all of them zero or not. */
  get unequal(): number {
    return this.#unequal;
  }

  get estimate(): MeanEstimate {
    const runs = this.#count;
    if (runs === 0) return { value: null, interval: null, runs };
    return { value: this.#mean, interval: this.#of === 'rate' ? this.#ofRates : this.#ofMeans, runs };
  }

  get #ofMeans(): ClosedInterval | null {
    const [value, runs] = [this.#mean, this.#count];
    if (this.#isCancelled) return null;
    if (this.#crossed) return crossedInterval(value, this.#crossed.spread);
    return meanInterval(value, runs < 2 ? Number.NaN : this.#squares / (runs - 1), runs);
  }

  /**
   * Whether every seed came to the same mean though it is made of moves both ways, which a few seeds may by
   * chance: how far others would be from it is then not known, and an interval of no width would be too sure.
   */
  get #isCancelled(): boolean {
    return this.#squares <= ROUNDING * this.#count * this.#apart ** 2 && this.#apart > 0;
  }

  /** Rates differ by no more than 1; and where no seed was seen to differ, that of others might. */
  get #ofRates(): ClosedInterval | null {
    const spread = this.#crossed?.spread;
    if (this.#crossed && !spread) return null;
    const found =
      spread && spread.variance > 0
        ? crossedInterval(this.#mean, spread)
        : pairedRates({ mean: this.#mean, squares: this.#squares, count: this.#count });
    return found && { ...found, low: Math.max(-1, found.low), high: Math.min(1, found.high) };
  }
}

function rangeOf(differences: readonly number[]): Range {
  return { least: Math.min(...differences), greatest: Math.max(...differences) };
}

/**
 * The interval for a difference of two rates of the same seeds, as if two more seeds had been seen, half a
 * one for each of the four ways in which it can come about at both, either or neither (Agresti and Min 2005, Simple improved confidence intervals for comparing matched
 * proportions). Student's t would say 0 to 0 where none of a few seeds differs.
 */
function pairedRates({
  mean,
  squares,
  count,
}: {
  mean: number;
  squares: number;
  count: number;
}): ClosedInterval {
  const runs = count + 2;
  const centre = (mean * count) / runs;
  const ofSquares = squares + count * mean ** 2 + 1;
  const half = NORMAL_975 * (Math.sqrt(Math.max(0, ofSquares - runs * centre ** 2)) / runs);
  return { low: centre - half, high: centre + half, by: 'agresti' };
}
