import { finiteShare, rubinsteinShare, subgamePerfect } from '../../src/campaign/alternating-offers.ts';
import type { Point } from '../../src/campaign/bargaining.ts';
import { frontierOf } from '../../src/campaign/frontier.ts';
import type { PerParty } from '../../src/scenario/scenario.ts';
import { PIE, pieRoom, pieValuations } from '../fixtures/pie.ts';

/*
 * Prints how backward induction comes near to Rubinstein's split as rounds grow: npm run rubinstein,
 * or with other patience than .9 and .9: npm run rubinstein -- 0.9 0.8
 */

const [ours = 0.9, theirs = ours] = process.argv.slice(2).map(Number);
const patience: PerParty<number> = [ours, theirs];
const PIECES = 100_000;
const pie: Point[] = Array.from({ length: PIECES + 1 }, (_, piece) => ({
  values: [piece / PIECES, 1 - piece / PIECES],
}));
const deals = frontierOf(pieValuations, pieRoom).deals;

const share = (points: readonly Point[], size: number, rounds: number) =>
  (subgamePerfect({ points, reservations: [0, 0], patience, first: 0, rounds })?.gains[0] ?? 0) / size;

const limit = rubinsteinShare(patience);
const number = (value: number) => value.toFixed(5);
console.log(`first mover's share, patience ${ours} and ${theirs}; without an end to the rounds`);
console.log(`(1 - d2) / (1 - d1 d2) = ${number(limit)} (Rubinstein 1982)`);
console.log('pie: cut into 100,000; deals: the two-group scenario, cut into 300 by whole people');
console.log(`rounds      pie  (1-(-d)^T)/(1+d)    deals  pie less limit`);
for (const rounds of [1, 2, 3, 5, 10, 20, 28, 50, 100, 200]) {
  const found = share(pie, 1, rounds);
  const formula = ours === theirs ? number(finiteShare(ours, rounds)) : 'unequal';
  console.log(
    `${String(rounds).padStart(6)}  ${number(found)}  ${formula.padStart(16)}  ${number(share(deals, PIE, rounds))}  ` +
      `${(found - limit).toFixed(5).padStart(14)}`,
  );
}
