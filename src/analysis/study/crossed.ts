import {
  type Carriers,
  CrossedMean,
  type CrossedSpread,
  crossedSpread,
  type OwnSpread,
} from './crossed-mean.ts';
import type { MetricKind } from './metric.ts';
import { NORMAL_975, student975 } from './student.ts';
import { Tally } from './tally.ts';

/** Of the runs of all seeds whose value is at most so much, seed by seed. */
interface Together {
  /** By how much the squares of their numbers grow here. */
  squares: number;
  /** By how much the sum of their number times the runs of the seed does. */
  mixed: number;
}

/**
 * How far what is made of a metric may be off where every seed is played with several draws, of which
 * `crossed-mean.ts` tells. Its size hangs on how many different values each draw has.
 */
export class Crossed {
  readonly #mean: CrossedMean;
  readonly #byDraw: readonly Tally[];
  readonly #together = new Map<number, Together>();
  /** A day that never came is later than any; of anything else, a run without a value does not count. */
  readonly #lacking: number | null;
  #seeds = 0;
  #runs = 0;
  #runsSquared = 0;

  constructor(draws: number, kind: MetricKind) {
    this.#mean = new CrossedMean(draws);
    this.#byDraw = Array.from({ length: draws }, () => new Tally());
    this.#lacking = kind === 'day' ? Number.POSITIVE_INFINITY : null;
  }

  /** The values of one seed, draw by draw; null where there was nothing to measure. */
  add(values: readonly (number | null)[]): void {
    this.#mean.add(values);
    const counted = values.map(value => value ?? this.#lacking);
    for (const [draw, value] of counted.entries()) this.#byDraw[draw]?.add(value);
    const ascending = counted.filter(value => value !== null).sort((a, b) => a - b);
    if (ascending.length === 0) return;
    this.#seeds++;
    this.#runs += ascending.length;
    this.#runsSquared += ascending.length ** 2;
    for (const [rank, value] of ascending.entries()) {
      const here = this.#together.get(value) ?? { squares: 0, mixed: 0 };
      // So that up to a value they sum to the square of how many are there: 1 + 3 + 5 is the square of 3.
      here.squares += 2 * rank + 1;
      here.mixed += ascending.length;
      this.#together.set(value, here);
    }
  }

  /** Of the mean of the runs that have a value. */
  get ofMean(): CrossedSpread | null {
    return this.#mean.spread;
  }

  /** How far the draws by themselves differ in that mean. */
  get ofDraws(): OwnSpread | null {
    return this.#mean.ofDraws;
  }

  /**
   * As how many independent runs these count where it is asked in what share of them the value is at most
   * so much: those that would leave the share as unsure (Kish 1965, Survey sampling, 8.2), and fewer where
   * that is itself known from few draws or seeds (Korn and Graubard 1998, Confidence intervals for
   * proportions with small expected number of positive counts estimated from survey data). Never fewer than
   * there are seeds, or draws: not even if all runs of a draw always agreed.
   */
  independentAt(value: number): number {
    const found = this.#shareAt(value);
    const least = Math.min(this.#seeds, this.#byDraw.length);
    if (found === null) return least;
    const { share, spread } = found;
    const factor = (NORMAL_975 / student975(spread.freedom)) ** 2;
    const independent = ((share * (1 - share)) / spread.variance) * factor;
    return Math.min(this.#runs, Math.max(least, independent));
  }

  /** The same about a quantile, which is itself one of the values: of the shares at most it and below it. */
  independentAbout(value: number): number {
    const shares = [value, this.#before(value)].filter(at => this.#shareAt(at) !== null);
    const all = (shares.length > 0 ? shares : [value]).map(at => this.independentAt(at));
    return Math.min(...all);
  }

  /** Null where nothing is seen to differ, or one seed or one draw leaves it unknown how far it may be off. */
  #shareAt(value: number): { share: number; spread: CrossedSpread } | null {
    let [squares, mixed] = [0, 0];
    for (const [other, here] of this.#together) {
      if (other > value) continue;
      squares += here.squares;
      mixed += here.mixed;
    }
    const byDraw = this.#byDraw.map(tally => ({
      below: tally.countIf(of => of <= value),
      all: tally.valued,
    }));
    const below = byDraw.reduce((sum, draw) => sum + draw.below, 0);
    const share = below / this.#runs;
    if (!(share > 0 && share < 1)) return null;
    const draws = byDraw.filter(({ all }) => all > 0).length;
    const rarer =
      share <= 0.5
        ? { runs: below, bySeed: squares, byDraw: byDraw.map(draw => draw.below) }
        : {
            runs: this.#runs - below,
            bySeed: this.#runsSquared - 2 * mixed + squares,
            byDraw: byDraw.map(draw => draw.all - draw.below),
          };
    const spread = crossedSpread({
      count: this.#runs,
      seeds: this.#seeds,
      draws,
      bySeed: squares - 2 * share * mixed + share ** 2 * this.#runsSquared,
      byDraw: byDraw.reduce((sum, draw) => sum + (draw.below - share * draw.all) ** 2, 0),
      each: this.#runs * share * (1 - share),
      carriedBy: carriersOf(rarer, { seeds: this.#seeds, draws }),
    });
    return spread && { share, spread };
  }

  /** The greatest value below another. */
  #before(value: number): number {
    let found = Number.NEGATIVE_INFINITY;
    for (const other of this.#together.keys()) if (other < value && other > found) found = other;
    return found;
  }
}

/** The runs in which the rarer of two things came about. */
interface Rarer {
  readonly runs: number;
  /** Over the seeds, of the square of how many are of each. */
  readonly bySeed: number;
  /** How many are of each draw. */
  readonly byDraw: readonly number[];
}

/**
 * Over how many seeds and draws the rarer of two things is spread: so many, of equal weight, would have two of
 * its runs in common as often (Simpson 1949, Measurement of diversity). What is seen in a few draws alone is
 * known from no more than these, however many there are beside them.
 */
function carriersOf({ runs, bySeed, byDraw }: Rarer, all: Carriers): Carriers {
  const spreadOver = (squares: number, most: number) =>
    squares > runs ? Math.min(most, (runs * (runs - 1)) / (squares - runs)) : most;
  const ofDraws = byDraw.reduce((sum, own) => sum + own ** 2, 0);
  return { seeds: spreadOver(bySeed, all.seeds), draws: spreadOver(ofDraws, all.draws) };
}
