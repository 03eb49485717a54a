import { allStatics, compare } from './statics.ts';

/* Prints the comparative statics: npm run statics, or with another number of seeds: npm run statics -- 200 */

const seeds = Number(process.argv[2] ?? 2000);
const number = (value: number) => value.toFixed(Math.abs(value) < 1 ? 3 : 1);
console.log(`comparative statics of kursk-2024, ${seeds} seeds a side, paired by seed`);
for (const statics of allStatics()) {
  const outcome = compare(statics, seeds);
  console.log(
    `${outcome.holds ? 'holds ' : 'FAILS '} ${outcome.claim.padEnd(72)} ${outcome.measure.padEnd(16)} ` +
      `${number(outcome.without)} -> ${number(outcome.with)}  difference ${number(outcome.difference)} ` +
      `[${number(outcome.low)}, ${number(outcome.high)}]  pairs ${outcome.pairs}`,
  );
}
