import { LABELS } from '../../src/analysis/coach-verdict.ts';
import { negotiator, scenario } from '../library.ts';
import { type Tried, triedIn } from './honesty.ts';
import { type Estimate, estimate } from './strength.ts';

/*
 * Prints whether the coach's advice helps and its praise holds: npm run honesty, or with another number
 * of campaigns, other scenarios and other seeds: npm run honesty -- 200 two-rivers,glienicke-1962 fresh
 */

const [campaigns = '40', ids = 'two-rivers,glienicke-1962', prefix = 'honest'] = process.argv.slice(2);
const SEATS = ['boulware', 'conceder', 'parity', 'random'];
const isFault = ({ label }: Tried) => ['inaccuracy', 'mistake', 'missed chance'].includes(label);
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
      seed: `${prefix}-${number}`,
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
console.log('what another move gains over the one played, in worth units; 95 % intervals over campaigns');
console.log(
  `${'label'.padEnd(15)}${['decisions', 'campaigns', 'said', 'came', 'said less came'].map(text => text.padStart(16)).join('')}`,
);
const told = ({ mean, margin }: Estimate) => `${mean.toFixed(1)} ±${margin.toFixed(1)}`;
for (const label of [...LABELS, 'any fault'] as const) {
  const meant = (one: Tried) => (label === 'any fault' ? isFault(one) : one.label === label);
  // Decisions of one campaign share its hidden values, so the interval is over campaigns.
  const groups = byCampaign.map(tried => tried.filter(meant)).filter(({ length }) => length > 0);
  if (groups.length < 2) continue;
  const over = (of: (one: Tried) => number) =>
    told(estimate(groups.map(group => group.reduce((sum, one) => sum + of(one), 0) / group.length)));
  const numbers = [over(one => one.said), over(one => one.better), over(one => one.said - one.better)];
  const counts = [groups.flat().length, groups.length].map(String);
  console.log(`${label.padEnd(15)}${[...counts, ...numbers].map(text => text.padStart(16)).join('')}`);
}
const looked = all.filter(({ differs }) => differs !== null);
const differing = looked.filter(({ differs }) => differs === true);
console.log(`hindsight would have advised another move in ${differing.length} of ${looked.length} decisions`);
for (const phase of [...new Set(all.map(one => one.phase))]) {
  const faults = all.filter(one => one.phase === phase && isFault(one));
  if (faults.length === 0) continue;
  const { mean, margin } = estimate(faults.map(({ better }) => better));
  console.log(
    `  advice in ${phase.padEnd(26)}${String(faults.length).padStart(5)} times, better by ${mean.toFixed(1)} ±${margin.toFixed(1)}`,
  );
}
