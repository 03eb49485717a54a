import { NEGOTIATORS } from '../../src/negotiators/index.ts';
import { PARTIES, type PartyIndex, type Scenario } from '../../src/scenario/scenario.ts';
import { negotiator, SCENARIO_IDS, scenario } from '../library.ts';
import { type Estimate, estimate, gainIn } from './strength.ts';

/*
 * Prints what `search` gains at each seat beside every other negotiator at the same seat, against the same
 * opponents under the same luck: npm run strength, or with another number of seeds, other scenarios,
 * another budget and another first seed: npm run strength -- 20 two-rivers,kursk-2024 search:worlds=4 101
 */

const [seeds = '4', ids = SCENARIO_IDS.join(), searcher = 'search', first = '101'] = process.argv.slice(2);
const OTHERS = NEGOTIATORS.map(({ name }) => name).filter(name => name !== 'search');
const numbers = Array.from({ length: Number(seeds) }, (_, index) => String(Number(first) + index));

/** Own gains of whoever sits in a seat: opponent by opponent, in each of the seeds. */
type Gains = readonly (readonly number[])[];

function gainsOf(name: string, described: Scenario, seat: PartyIndex): Gains {
  const own = negotiator(name);
  return OTHERS.map(against => {
    const theirs = negotiator(against);
    return numbers.map(seed => gainIn(described, seed, seat === 0 ? [own, theirs] : [theirs, own], seat));
  });
}

/** The mean over all opponents, seed by seed: seeds are what is independent. */
const bySeed = (gains: Gains) =>
  numbers.map((_, seed) => gains.reduce((sum, own) => sum + (own[seed] ?? 0), 0) / gains.length);
const lead = (own: readonly number[], other: readonly number[]) =>
  estimate(own.map((gain, seed) => gain - (other[seed] ?? 0)));
const signed = ({ mean, margin }: Estimate) =>
  `${mean >= 0 ? '+' : ''}${mean.toFixed(1)} ±${margin.toFixed(1)}`;

console.log(
  `Own gain in worth units over seeds ${numbers[0]} to ${numbers.at(-1)}, mean over ${OTHERS.length} opponents;`,
);
console.log(
  'how much more than each other negotiator at the same seat, and then opponent by opponent than the',
);
console.log(
  'others on average and than the best of them in hindsight; 95 % intervals of the mean difference.',
);
for (const id of ids.split(',')) {
  const described = scenario(id);
  for (const seat of PARTIES) {
    const own = gainsOf(searcher, described, seat);
    const all = OTHERS.map(name => ({ name, gains: gainsOf(name, described, seat) }));
    const leads = all
      .map(({ name, gains }) => ({ name, over: lead(bySeed(own), bySeed(gains)) }))
      .sort((a, b) => a.over.mean - b.over.mean);
    console.log(
      `\n${id}, ${described.parties[seat].id}: ${searcher} ${estimate(bySeed(own)).mean.toFixed(1)}`,
    );
    for (const { name, over } of leads) console.log(`  over ${name.padEnd(18)}${signed(over).padStart(18)}`);
    OTHERS.forEach((against, opponent) => {
      const here = own[opponent] ?? [];
      const others = all.map(({ name, gains }) => ({ name, lead: lead(here, gains[opponent] ?? []) }));
      const worst = others.reduce((a, b) => (b.lead.mean < a.lead.mean ? b : a));
      const mean = others.reduce((sum, { lead: { mean } }) => sum + mean, 0) / others.length;
      console.log(
        `  against ${against.padEnd(15)}${mean >= 0 ? '+' : ''}${mean.toFixed(1).padEnd(10)}${signed(worst.lead).padStart(18)} ${worst.name}`,
      );
    });
  }
}
