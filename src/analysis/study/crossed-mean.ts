/*
 * Runs of a study with draws are crossed two ways: every seed is played with every draw of the figures that
 * are not known. Runs of one seed share their luck, runs of one draw share their figures; neither kind is
 * independent. With a value y = mean + draw + seed + rest, the mean over S seeds and D draws varies by
 * var(draw)/D + var(seed)/S + var(rest)/SD from one study to another with other draws and other seeds: what
 * is estimated here by the analysis of variance (Searle, Casella and McCulloch 1992, Variance components,
 * 4.3; of draws by themselves O'Hagan, Stevenson and Madan 2007, Monte Carlo probabilistic sensitivity
 * analysis for patient level simulation models). More seeds alone do not make it vanish.
 */

/** How far a mean over seeds and draws may be off. */
export interface CrossedSpread {
  /** Variance of the mean. */
  readonly variance: number;
  /** Degrees of freedom it is known with. */
  readonly freedom: number;
}

/** How far the draws of a study by themselves differ, the luck of the seeds taken out. */
export interface OwnSpread {
  /** Standard deviation over draws, in the unit of the value; 0 where they differ no more than luck lets them. */
  readonly deviation: number;
  /** How many draws it is known from. */
  readonly draws: number;
}

/** What the squares of the departures from the mean sum to. */
export interface CrossedSquares {
  /** Values. */
  readonly count: number;
  readonly seeds: number;
  readonly draws: number;
  /** Over the seeds, of the sum of the departures at each; then the same over the draws. */
  readonly bySeed: number;
  readonly byDraw: number;
  /** Over the values. */
  readonly each: number;
  /** As how many seeds and draws they rest on, where it is fewer than there are. */
  readonly carriedBy?: Carriers;
}

export interface Carriers {
  readonly seeds: number;
  readonly draws: number;
}

/**
 * The spread of the mean; null where one seed or one draw leaves it unknown. No part is taken to be less
 * than nothing. The degrees of freedom are Satterthwaite's (1946, An approximate distribution of estimates
 * of variance components).
 */
export function crossedSpread(squares: CrossedSquares): CrossedSpread | null {
  const parts = partsOf(squares);
  if (parts === null) return null;
  const { seed, draw, rest } = parts;
  const { seeds, draws } = squares.carriedBy ?? squares;
  const [ofSeeds, ofDraws] = [Math.max(1, seeds - 1), Math.max(1, draws - 1)];
  // What is left over is in the spread of the seeds and in that of the draws.
  const variance = Math.max(seed, draw, seed + draw - rest);
  const least = Math.max(1, Math.floor(Math.min(ofSeeds, ofDraws)));
  if (variance === 0) return { variance, freedom: least };
  const freedom =
    variance ** 2 / (seed ** 2 / ofSeeds + draw ** 2 / ofDraws + rest ** 2 / (ofSeeds * ofDraws));
  return { variance, freedom: Math.max(least, Math.floor(freedom)) };
}

/**
 * The square root of the variance component of the draws: what their means differ by more than what is left
 * over would make them. No interval: from so few draws, with what is left over taken off, none is simple.
 */
function ownSpread(squares: CrossedSquares): OwnSpread | null {
  const parts = partsOf(squares);
  if (parts === null) return null;
  const { draws, count } = squares;
  // Of what is nothing a little may be left by rounding.
  const least = 1e-12 * (squares.each / count);
  const component = (parts.draw - parts.rest) * draws;
  return { deviation: component > least ? Math.sqrt(component) : 0, draws };
}

/** The mean squares of seeds, draws and rest, each over the number of values. */
function partsOf(squares: CrossedSquares): { seed: number; draw: number; rest: number } | null {
  const { count, seeds, draws, byDraw, each } = squares;
  // Worked out from sums, what is nothing may come out a little less.
  const bySeed = Math.max(0, squares.bySeed);
  const [ofSeeds, ofDraws] = [seeds - 1, draws - 1];
  if (ofSeeds < 1 || ofDraws < 1) return null;
  const left = Math.max(0, each - (bySeed * seeds) / count - (byDraw * draws) / count);
  return {
    seed: (bySeed * seeds) / ofSeeds / count ** 2,
    draw: (byDraw * draws) / ofDraws / count ** 2,
    rest: left / (ofSeeds * ofDraws) / count,
  };
}

/** How far the mean of a value over seeds and draws may be off. */
export class CrossedMean {
  readonly #draws: { count: number; sum: number }[];
  /** Values are counted from the first one, so that large ones do not drown their differences. */
  #first: number | null = null;
  #seeds = 0;
  #count = 0;
  #sum = 0;
  #squares = 0;
  /** Over the seeds: of the sum squared, of the sum times the count, and of the count squared. */
  readonly #bySeed = { sums: 0, mixed: 0, counts: 0 };

  constructor(draws: number) {
    this.#draws = Array.from({ length: draws }, () => ({ count: 0, sum: 0 }));
  }

  /** The values of one seed, draw by draw; null where there is none. */
  add(values: readonly (number | null)[]): void {
    let [count, sum] = [0, 0];
    for (const [draw, value] of values.entries()) {
      const own = this.#draws[draw];
      if (value === null || !own) continue;
      this.#first ??= value;
      const shifted = value - this.#first;
      count++;
      sum += shifted;
      own.count++;
      own.sum += shifted;
      this.#squares += shifted ** 2;
    }
    if (count === 0) return;
    this.#seeds++;
    this.#count += count;
    this.#sum += sum;
    this.#bySeed.sums += sum ** 2;
    this.#bySeed.mixed += sum * count;
    this.#bySeed.counts += count ** 2;
  }

  /** Null where one seed or one draw leaves it unknown. */
  get spread(): CrossedSpread | null {
    const squares = this.#squaresNow();
    return squares && crossedSpread(squares);
  }

  /** Null where one seed or one draw leaves it unknown. */
  get ofDraws(): OwnSpread | null {
    const squares = this.#squaresNow();
    return squares && ownSpread(squares);
  }

  #squaresNow(): CrossedSquares | null {
    if (this.#count === 0) return null;
    const mean = this.#sum / this.#count;
    const { sums, mixed, counts } = this.#bySeed;
    const draws = this.#draws.filter(({ count }) => count > 0);
    return {
      count: this.#count,
      seeds: this.#seeds,
      draws: draws.length,
      bySeed: sums - 2 * mean * mixed + mean ** 2 * counts,
      byDraw: draws.reduce((all, { sum, count }) => all + (sum - count * mean) ** 2, 0),
      each: this.#squares - this.#count * mean ** 2,
    };
  }
}
