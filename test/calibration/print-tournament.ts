import { readFileSync } from 'node:fs';
import { type Focus, focusOn } from '../../src/analysis/focus.ts';
import type { Mean } from '../../src/analysis/mean.ts';
import type { Pairing, Played, Score } from '../../src/analysis/tournament.ts';
import { scenario } from '../library.ts';

/*
 * Prints, from the pairings that `parley tournament --out FOLDER` keeps, what one negotiator gains more in
 * the same seat than each other: node test/calibration/print-tournament.ts FOLDER [search]. Scenarios in
 * which a pairing is still missing are left out, so that it can be looked at on the way.
 */

interface Head {
  readonly scenarios: readonly { readonly id: string }[];
  readonly negotiators: readonly string[];
  readonly seeds: number;
  readonly firstSeed: number;
}
type Line = Pairing & { readonly scores: readonly (readonly number[])[] };

const [folder = '.', name = 'search'] = process.argv.slice(2);
const [first = '', ...rest] = readFileSync(`${folder}/pairings.jsonl`, 'utf8').split('\n').slice(0, -1);
const head = JSON.parse(first) as Head;
const { scenarios, negotiators, seeds, firstSeed } = head;
const entrant = negotiators.indexOf(name);
if (entrant < 0) throw new Error(`${name} took no part`);
const played = rest.map((line): Played => {
  const { scenario, entrants, scores } = JSON.parse(line) as Line;
  return { pairing: { scenario, entrants }, scores: scores.map(own) };
});

/** Own values are all that is asked for. */
function own([first = 0, second = 0]: readonly number[]): Score {
  const none = [0, 0] as const;
  return { gained: [first, second], agreements: 0, home: none, captivityEnded: none, findings: none };
}

const digits = (value: number) => (Math.abs(value) < 20 ? 1 : 0);
const plain = ({ value, interval }: Mean) =>
  `${value.toFixed(digits(value))} ±${((interval?.high ?? value) - value).toFixed(digits(value))}`;
const signed = (mean: Mean) => `${mean.value >= 0 ? '+' : ''}${plain(mean)}`;
const verdict = ({ leads }: Focus) => {
  const clear = (sign: number) =>
    leads.filter(({ over: { interval } }) =>
      sign > 0 ? (interval?.low ?? 0) > 0 : (interval?.high ?? 0) < 0,
    );
  const [above, below] = [clear(1), clear(-1)];
  const nearly = leads.length - above.length - below.length;
  const who = below.map(({ other }) => negotiators[other]).join(', ');
  return `${above.length} | ${nearly} | ${below.length}${who && ` (${who})`}`;
};

console.log(`Seeds ${firstSeed} to ${firstSeed + seeds - 1}.\n`);
console.log(
  `| seat | ${name} | nearest | more than it | clearly above | not told apart | clearly below |\n|---|---|---|---|---|---|---|`,
);
scenarios.forEach(({ id }, at) => {
  const here = played.filter(({ pairing }) => pairing.scenario === at);
  if (here.length < negotiators.length ** 2) {
    console.log(`| ${id} | ${here.length} of ${negotiators.length ** 2} pairings played | | | | | |`);
    return;
  }
  for (const focus of focusOn(entrant, here)) {
    const [nearest] = focus.leads;
    if (!nearest) continue;
    console.log(
      `| ${id}: ${scenario(id).parties[focus.party].id} | ${plain(focus.own)} | ${negotiators[nearest.other]} | ${signed(nearest.over)} | ${verdict(focus)} |`,
    );
  }
});
