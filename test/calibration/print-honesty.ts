import { LABELS } from '../../src/analysis/coach-verdict.ts';
import { negotiator, scenario } from '../library.ts';
import { type Tried, triedIn } from './honesty.ts';
import { estimate } from './strength.ts';

/*
 * Prints whether the coach's advice helps and its praise holds: npm run honesty, or with another number
 * of campaigns and other scenarios: npm run honesty -- 200 two-rivers,glienicke-1962
 */

const [campaigns = '40', ids = 'two-rivers,glienicke-1962'] = process.argv.slice(2);
const SEATS = ['boulware', 'conceder', 'parity', 'random'];
const EFFORT = { pick: 8, measure: 16, most: 16, every: false };

const byCampaign: Tried[][] = [];
const scenarios = ids.split(',').map(scenario);
for (let number = 0; number < Number(campaigns); number++) {
  const described = scenarios[number % scenarios.length];
  if (!described) continue;
  const seat = (index: number) => negotiator(SEATS[index % SEATS.length] ?? 'boulware');
  const turn = Math.floor(number / scenarios.length);
  byCampaign.push(
    triedIn({
      scenario: described,
      seed: `honest-${number}`,
      seats: [seat(turn), seat(Math.floor(turn / SEATS.length))],
      party: number % 3 === 0 ? 1 : 0,
      effort: EFFORT,
      lucks: 16,
      hindsight: turn % 4 === 0,
    }),
  );
}

const all = byCampaign.flat();
console.log(
  `${campaigns} campaigns of ${SEATS.join(', ')} in ${ids}; ${all.length} decisions tried, each under 16 fresh lucks`,
);
console.log(
  'label           decisions  campaigns  other move does better by, said to (worth units; 95 % intervals over campaigns)',
);
for (const label of LABELS) {
  // Decisions of one campaign share its hidden values, so the interval is over campaigns.
  const groups = byCampaign
    .map(tried => tried.filter(one => one.label === label))
    .filter(({ length }) => length > 0);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  if (groups.length < 2) continue;
  const better = estimate(groups.map(group => mean(group.map(one => one.better))));
  const said = estimate(groups.map(group => mean(group.map(one => one.said))));
  const text = ({ mean: value, margin }: typeof better) => `${value.toFixed(1)} ±${margin.toFixed(1)}`;
  console.log(
    `${label.padEnd(15)}${String(groups.flat().length).padStart(10)}${String(groups.length).padStart(11)}  ${text(better).padStart(14)}  ${text(said).padStart(14)}`,
  );
}
const looked = all.filter(({ differs }) => differs !== null);
const differing = looked.filter(({ differs }) => differs === true);
console.log(`hindsight would have advised another move in ${differing.length} of ${looked.length} decisions`);
for (const phase of [...new Set(all.map(one => one.phase))]) {
  const faults = all.filter(one => one.phase === phase && one.label !== 'best' && one.label !== 'good');
  if (faults.length === 0) continue;
  const { mean, margin } = estimate(faults.map(({ better }) => better));
  console.log(
    `  advice in ${phase.padEnd(26)}${String(faults.length).padStart(5)} times, better by ${mean.toFixed(1)} ±${margin.toFixed(1)}`,
  );
}
