import { PARTIES } from '../../src/scenario/scenario.ts';
import { negotiator, SCENARIO_IDS, scenario } from '../library.ts';
import { type Estimate, estimate, gainIn } from './strength.ts';

/*
 * Prints what `search` gains at each seat against each opponent, beside every other negotiator at the
 * same seat: npm run strength, or with another number of seeds, other scenarios and another budget:
 * npm run strength -- 20 two-rivers,kursk-2024 search:worlds=8
 */

const [seeds = '10', ids = SCENARIO_IDS.join(), searcher = 'search'] = process.argv.slice(2);
const OPPONENTS = ['boulware', 'conceder', 'parity', 'random'];
const OTHERS = ['boulware', 'conceder', 'parity', 'random'];
const signed = ({ mean, margin }: Estimate) =>
  `${mean >= 0 ? '+' : ''}${mean.toFixed(0)} ±${margin.toFixed(0)}`.padStart(12);

console.log(
  `Own gain in worth units, seeds 1 to ${seeds}; how much more than each other negotiator at the same`,
);
console.log('seat, same luck, with the 95 % interval of the mean difference.');
console.log(
  `${'scenario, seat, opponent'.padEnd(46)}${searcher.padStart(16)}${OTHERS.map(name => `over ${name}`.padStart(14)).join('')}`,
);
for (const id of ids.split(',')) {
  const described = scenario(id);
  for (const seat of PARTIES) {
    for (const against of OPPONENTS) {
      const gains = (name: string) =>
        Array.from({ length: Number(seeds) }, (_, index) => {
          const pair = [negotiator(name), negotiator(against)] as const;
          return gainIn(described, String(index + 1), seat === 0 ? pair : [pair[1], pair[0]], seat);
        });
      const own = gains(searcher);
      const leads = OTHERS.map(name => {
        const theirs = gains(name);
        return signed(estimate(own.map((gain, index) => gain - (theirs[index] ?? 0))));
      });
      const where = `${id}, ${described.parties[seat].id}, ${against}`;
      console.log(
        `${where.padEnd(46)}${estimate(own).mean.toFixed(0).padStart(16)}${leads.map(text => text.padStart(14)).join('')}`,
      );
    }
  }
}
