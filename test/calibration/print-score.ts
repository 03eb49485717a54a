import { coach, summaryOf } from '../../src/analysis/coach.ts';
import type { Score } from '../../src/analysis/coach-score.ts';
import { PARTIES, type PartyIndex } from '../../src/scenario/scenario.ts';
import { played } from '../fixtures/river.ts';
import { negotiator, scenario } from '../library.ts';

/*
 * Prints how often the interval of the coach's score holds what it is meant to hold, and whether the score
 * shifts with the number of rollouts: npm run score, or with other numbers of campaigns and of coaches,
 * another number of rollouts, another scenario and another first seed: npm run score -- 7 40 300 toll-bridge 1
 *
 * A campaign (seeds from the first on; boulware in both seats) is judged by many coaches with seeds of their own. The
 * mean of their scores stands for what endless rollouts would come to; each interval holds it or does not.
 */

const [campaigns = '7', coaches = '40', rollouts = '300', id = 'toll-bridge', first = '1'] =
  process.argv.slice(2);
/** Coaches who judge each campaign with so many rollouts a move; with null as many as each case needs. */
const STEADY = 4;
const EFFORTS = [48, 96, null];

const described = scenario(id);
const steady = negotiator('boulware');
const seeds = Array.from({ length: Number(campaigns) }, (_, index) => String(Number(first) + index));
const records = seeds.map(seed => played(described, seed, [steady, steady]));

/** The scores that coaches of different seeds give a party's moves in a campaign. */
function scoresOf(campaign: number, party: PartyIndex, many: number, effort: number | null): Score[] {
  const { record, replay } = records[campaign] as (typeof records)[number];
  const plan = { scenario: described, record, replay, party, ...(effort !== null && { rollouts: effort }) };
  return Array.from({ length: many }, (_, number) =>
    summaryOf([...coach({ ...plan, seed: `score-${number}` })]),
  ).flatMap(({ score }) => score ?? []);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function spread(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}

console.log(`${id}, ${coaches} coaches with ${rollouts} rollouts a move: how many intervals hold their mean`);
let [held, all] = [0, 0];
for (const party of PARTIES) {
  for (const [campaign] of records.entries()) {
    const scores = scoresOf(campaign, party, Number(coaches), Number(rollouts));
    const values = scores.map(({ value }) => value);
    const truth = mean(values);
    const holding = scores.filter(({ low, high }) => low <= truth && truth <= high).length;
    const width = mean(scores.map(({ low, high }) => high - low));
    held += holding;
    all += scores.length;
    console.log(
      `  seed ${seeds[campaign]}, ${described.parties[party].id.padEnd(14)} ${holding} of ${scores.length}; ` +
        `mean ${truth.toFixed(1)}, standard deviation ${spread(values).toFixed(2)}, mean width ${width.toFixed(1)}`,
    );
  }
}
console.log(`  together ${held} of ${all}, ${((100 * held) / all).toFixed(1)} %`);

console.log(`${id}, mean score over ${campaigns} campaigns and ${STEADY} coaches each, by rollouts a move`);
for (const party of PARTIES) {
  const means = EFFORTS.map(effort =>
    mean(records.map((_, campaign) => mean(scoresOf(campaign, party, STEADY, effort).map(s => s.value)))),
  );
  const told = EFFORTS.map((effort, index) => `${effort ?? 'as needed'}: ${means[index]?.toFixed(1)}`);
  console.log(`  ${described.parties[party].id.padEnd(14)} ${told.join(', ')}`);
}
