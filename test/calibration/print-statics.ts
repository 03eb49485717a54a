import { allStatics, compare } from './statics.ts';

/* Prints the comparative statics: npm run statics, or with another number of seeds: npm run statics -- 200 */

const seeds = Number(process.argv[2] ?? 2000);
const number = (value: number) => value.toFixed(Math.abs(value) < 1 ? 3 : 1);
console.log(`comparative statics of kursk-2024: seeds 1 to ${seeds} played both ways, paired by seed`);
console.log('"shown" where the 95 % interval of the mean difference excludes 0 on the expected side');
console.log(
  '1 captures, 2 trust and breach, 3 mediation, 4 imbalance and single persons, 5 patience, 6 those owed',
);
for (const statics of allStatics()) {
  const outcome = compare(statics, seeds);
  console.log(
    `${outcome.holds ? 'shown    ' : 'not shown'} ${outcome.claim.padEnd(72)} ${outcome.measure.padEnd(16)} ` +
      `${number(outcome.without)} -> ${number(outcome.with)}  difference ${number(outcome.difference)} ` +
      `[${number(outcome.low)}, ${number(outcome.high)}]  pairs ${outcome.pairs}`,
  );
}
