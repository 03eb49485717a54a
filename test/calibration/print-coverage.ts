import { Crossed } from '../../src/analysis/study/crossed.ts';
import { estimate } from '../../src/analysis/study/estimate.ts';
import { Tally } from '../../src/analysis/study/tally.ts';
import { streamsOf } from '../../src/campaign/streams.ts';

/*
 * How often the interval of a rate holds the truth where every seed is played with several draws. Something
 * comes about where draw + seed + rest, normal deviates of these sizes, is above a line. So far it prints
 *
 *   30x2: worst 92.5, mean 98.4        100x10: worst 87.4, mean 96.2
 *   30x5: worst 95.6, mean 98.9        100x40: worst 91.1, mean 96.2
 *
 * and the worst of all are rates of 1 and 5 % that few draws by themselves bring about.
 */

const KINDS = {
  'draws alone': { draw: 1, seed: 0, rest: 0.05 },
  'draws above all': { draw: 1, seed: 0, rest: 0.5 },
  'draws somewhat': { draw: 0.5, seed: 0.2, rest: 1 },
  'draws a little': { draw: 0.15, seed: 0.15, rest: 1 },
  'seeds above all': { draw: 0, seed: 1, rest: 0.5 },
  'all alike': { draw: 1, seed: 1, rest: 1 },
  neither: { draw: 0, seed: 0, rest: 1 },
};
/** Rates, and the normal deviate above which so much lies. */
const RATES = new Map([
  [0.5, 0],
  [0.2, 0.8416],
  [0.05, 1.6449],
  [0.01, 2.3263],
]);
const SIZES = [
  [30, 2],
  [30, 3],
  [30, 5],
  [100, 5],
  [30, 10],
  [100, 10],
  [30, 15],
  [100, 40],
  [5, 40],
  [10, 10],
] as const;

const trials = Number(process.argv[2] ?? 1000);
const random = streamsOf('coverage').of('study').next;
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

for (const [seeds, draws] of SIZES) {
  const found = Object.entries(KINDS).flatMap(([kind, parts]) =>
    [...RATES].map(([rate, deviate]) => ({ kind, rate, ...covered(parts, { rate, deviate, seeds, draws }) })),
  );
  const mean = found.reduce((all, { held }) => all + held, 0) / found.length;
  const width = found.reduce((all, { wide }) => all + wide, 0) / found.length;
  const worst = found.toSorted((a, b) => a.held - b.held)[0];
  console.log(
    `${seeds}x${draws}`.padEnd(8),
    `worst ${(100 * (worst?.held ?? 0)).toFixed(1)} (${worst?.kind}, ${worst?.rate}),`,
    `mean ${(100 * mean).toFixed(1)}, mean width ${width.toFixed(3)}`,
  );
}

interface Asked {
  readonly rate: number;
  readonly deviate: number;
  readonly seeds: number;
  readonly draws: number;
}

/** In what share of made-up studies the interval holds the truth, and how wide it is on average. */
function covered(parts: (typeof KINDS)['neither'], { rate, deviate, seeds, draws }: Asked) {
  const line = deviate * Math.hypot(parts.draw, parts.seed, parts.rest);
  let [held, wide] = [0, 0];
  for (let trial = 0; trial < trials; trial++) {
    const ofDraws = Array.from({ length: draws }, () => parts.draw * normal());
    const sample = { tally: new Tally(), crossed: new Crossed(draws, 'yes') };
    for (let seed = 0; seed < seeds; seed++) {
      const ofSeed = parts.seed * normal();
      const row = ofDraws.map(draw => (draw + ofSeed + parts.rest * normal() > line ? 1 : 0));
      sample.crossed.add(row);
      for (const value of row) sample.tally.add(value);
    }
    const { low, high } = estimate(sample, 'rate', 'yes').interval ?? {};
    if ((low ?? 0) <= rate && rate <= (high ?? 1)) held++;
    wide += (high ?? 1) - (low ?? 0);
  }
  return { held: held / trials, wide: wide / trials };
}
