import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pool as openPool } from 'workerpool';
import { LABELS } from '../../src/analysis/coach-verdict.ts';
import { SCENARIO_IDS } from '../library.ts';
import type { HonestyPlan, Tried, TriedCampaign } from './honesty.ts';
import { type Estimate, estimate } from './strength.ts';

/*
 * Prints whether the coach's advice helps and its praise holds: npm run honesty, or with another number
 * of campaigns, other scenarios and other seeds: npm run honesty -- 200 two-rivers,glienicke-1962 fresh
 * With --rows FILE each campaign is a line of that file as soon as it is through, and one that is there is
 * not played again, so that what was broken off can be gone on with. --workers N sets how many threads.
 */

const LUCKS = 8;
/** Decisions of each campaign that are looked at. */
const MOST = 8;
/** Scenarios on which the coach was tuned: they are summed apart from the others. */
const TUNED_ON = ['two-rivers', 'glienicke-1962'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string' }, workers: { type: 'string' } },
});
const [campaigns = '70', ids = SCENARIO_IDS.join(), prefix = 'honest'] = positionals;
const plan: HonestyPlan = { scenarios: ids.split(','), prefix, lucks: LUCKS, most: MOST };
const rows = await played();
print();

/** All campaigns of the plan in order, played on all cores but for those that are in the file already. */
async function played(): Promise<TriedCampaign[]> {
  const done = earlier();
  const numbers = Array.from({ length: Number(campaigns) }, (_, number) => number);
  const left = numbers.filter(number => !done.has(number));
  const worker = fileURLToPath(new URL('./honesty-worker.ts', import.meta.url));
  const maxWorkers = Number(values.workers ?? availableParallelism());
  const pool = openPool(worker, { workerType: 'thread', maxWorkers });
  const playing = left.map(async number => {
    const row: TriedCampaign = await pool.exec('campaign', [plan, number]);
    if (values.rows) appendFileSync(values.rows, `${JSON.stringify(row)}\n`);
    done.set(number, row);
  });
  await Promise.all(playing);
  await pool.terminate();
  return numbers.flatMap(number => done.get(number) ?? []);
}

/** The campaigns of a file of rows; the first line of it says of which plan they are. */
function earlier(): Map<number, TriedCampaign> {
  const done = new Map<number, TriedCampaign>();
  if (!values.rows) return done;
  const head = JSON.stringify(plan);
  if (!existsSync(values.rows)) writeFileSync(values.rows, `${head}\n`);
  const [first, ...lines] = readFileSync(values.rows, 'utf8').split('\n');
  if (first !== head) throw new Error(`${values.rows} has rows of another plan: ${first}`);
  for (const line of lines.filter(text => text !== '')) {
    const row = JSON.parse(line) as TriedCampaign;
    done.set(row.number, row);
  }
  return done;
}

function print(): void {
  const all = rows.flatMap(({ tried }) => tried);
  console.log(
    `${rows.length} campaigns, seeds ${prefix}-0 to ${prefix}-${rows.length - 1}, everyone but search in the seats;`,
  );
  console.log(
    `up to ${MOST} decisions of each, drawn by lot; ${all.length} with something to try, each under ${LUCKS} lucks that the coach has not seen.`,
  );
  console.log(
    'What another move gains over the one played, as the coach said and as it came; 95 % intervals over',
  );
  console.log(
    'campaigns. In per cent of what the coach saw at stake, scenarios being of any size; then in worth units.',
  );
  const tuned = rows.filter(({ scenario }) => TUNED_ON.includes(scenario));
  const heldOut = rows.filter(({ scenario }) => !TUNED_ON.includes(scenario));
  table('scenarios that the coach was tuned on', tuned);
  table('scenarios that nothing was tuned on', heldOut);
  heads('any fault, in worth units');
  for (const id of plan.scenarios) {
    const of = rows.filter(({ scenario }) => scenario === id);
    line(id, of, isFault, () => 1);
  }
  const looked = all.filter(({ differs }) => differs !== null);
  const differing = looked.filter(({ differs }) => differs === true);
  console.log(
    `\nhindsight would have advised another move in ${differing.length} of ${looked.length} decisions`,
  );
}

function isFault({ label }: Tried): boolean {
  return label === 'inaccuracy' || label === 'mistake' || label === 'missed chance';
}

function heads(title: string): void {
  const texts = ['decisions', 'campaigns', 'said', 'came', 'said less came'];
  console.log(`\n${title}`);
  console.log(`${''.padEnd(20)}${texts.map(text => text.padStart(15)).join('')}`);
}

function table(title: string, of: readonly TriedCampaign[]): void {
  heads(title);
  for (const label of LABELS) line(label, of, tried => tried.label === label);
  line('any fault', of, isFault);
}

/** Decisions of one campaign share its hidden values, so the interval is over campaigns. */
function line(
  title: string,
  of: readonly TriedCampaign[],
  meant: (tried: Tried) => boolean,
  unit = ({ stake }: Tried) => stake / 100,
): void {
  const groups = of.map(({ tried }) => tried.filter(meant)).filter(({ length }) => length > 0);
  if (groups.length < 2) return;
  const over = (value: (one: Tried) => number) =>
    told(
      estimate(
        groups.map(group => group.reduce((sum, one) => sum + value(one) / unit(one), 0) / group.length),
      ),
    );
  const numbers = [over(one => one.said), over(one => one.better), over(one => one.said - one.better)];
  const counts = [groups.flat().length, groups.length].map(String);
  console.log(`${title.padEnd(20)}${[...counts, ...numbers].map(text => text.padStart(15)).join('')}`);
}

function told({ mean, margin }: Estimate): string {
  return `${mean.toFixed(1)} ±${margin.toFixed(1)}`;
}
