/*
 * The exact interval for a share, for a number of runs that need not be whole: what a share is as unsure as
 * where its runs are not independent.
 */

/** What may lie beyond either end. */
const BEYOND = 0.025;

/**
 * The interval of Clopper and Pearson (1934, The use of confidence or fiducial limits illustrated in the case
 * of the binomial): at either end so high a share, or so low a one, comes about with 2.5 %. It holds the
 * truth in at least 95 of 100 cases, and where runs are few in more.
 */
export function clopperPearson(share: number, runs: number): { low: number; high: number } {
  return {
    low: share === 0 ? 0 : lowest(share * runs, runs),
    high: share === 1 ? 1 : 1 - lowest((1 - share) * runs, runs),
  };
}

/** The lowest share of which so many runs of all, or more, are not too many. */
function lowest(occurred: number, runs: number): number {
  let [below, above] = [0, 1];
  // Each step halves what is left, so this is to nine digits.
  for (let step = 0; step < 30; step++) {
    const middle = (below + above) / 2;
    if (incompleteBeta(middle, occurred, runs - occurred + 1) < BEYOND) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

/**
 * The regularised incomplete beta function (NIST Digital Library of Mathematical Functions, 8.17), of x
 * between 0 and 1 and of two parameters above 0.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  // Beyond this the fraction converges slowly, and that of the mirrored function does not.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const logOfFactor = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b + 1);
  return (Math.exp(logOfFactor) * b * continuedFraction(x, a, b)) / a;
}

/** The continued fraction 8.17.22, from the front by the method of Lentz (1976). */
function continuedFraction(x: number, a: number, b: number): number {
  let [c, d] = [1, 1 / (1 - ((a + b) * x) / (a + 1))];
  let value = d;
  for (let m = 1; m <= 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    const before = value;
    for (const term of [even, odd]) {
      d = 1 / (1 + term * d);
      c = 1 + term / c;
      value *= c * d;
    }
    if (Math.abs(value / before - 1) < 1e-12) break;
  }
  return value;
}

/** Stirling's series (5.11.1), which is good from some ten on; below that by the recurrence of the function. */
function logGamma(z: number): number {
  if (z < 10) return logGamma(z + 1) - Math.log(z);
  const series = 1 / (12 * z) - 1 / (360 * z ** 3) + 1 / (1260 * z ** 5) - 1 / (1680 * z ** 7);
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series;
}
