import { setImmediate } from 'node:timers/promises';
import { standings } from '../../analysis/standings.ts';
import { type Played, pairings, scoreOf } from '../../analysis/tournament.ts';
import { NEGOTIATORS } from '../../negotiators/index.ts';
import type { Negotiator } from '../../negotiators/negotiator.ts';
import { formatTournamentCsv } from '../../report/tournament-csv.ts';
import { formatTournamentJson } from '../../report/tournament-json.ts';
import type { TournamentReport } from '../../report/tournament-report.ts';
import { formatTournament } from '../../report/tournament-text.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { badInput } from '../failure.ts';
import { loadScenario, packagedIds } from '../scenarios.ts';
import { negotiatorNamed } from '../seats.ts';
import type { Shell } from '../shell.ts';

export interface TournamentOptions {
  /** Names divided by commas; all there are without them. */
  readonly scenarios?: string;
  readonly negotiators?: string;
  readonly seeds: number;
  readonly firstSeed: number;
  readonly json?: true;
  readonly csv?: true;
}

/** `parley tournament`: everyone against everyone on both sides of every scenario. */
export async function tournament(shell: Shell, options: TournamentOptions): Promise<void> {
  const scenarios = scenariosFrom(options.scenarios);
  const entrants = entrantsFrom(options.negotiators);
  const { seeds, firstSeed } = options;
  const played = await playAll(shell, scenarios, entrants, options);
  const report: TournamentReport = {
    scenarios,
    entrants: entrants.map(({ name }) => name),
    seeds,
    firstSeed,
    standings: standings(played, entrants.length),
  };
  if (options.json) await shell.print(formatTournamentJson(report));
  else if (options.csv) await shell.print(formatTournamentCsv(report));
  else await shell.print(`${formatTournament(report, shell.width)}\n`);
}

function scenariosFrom(given: string | undefined): Scenario[] {
  const names = given === undefined ? packagedIds() : once('--scenarios', given.split(','));
  return once('--scenarios', names).map(loadScenario);
}

/** A comma before `word=` goes on with the parameters of a negotiator; any other begins the next. */
function entrantsFrom(given: string | undefined): Negotiator[] {
  const names = given === undefined ? NEGOTIATORS.map(({ name }) => name) : given.split(/,(?![\w-]+=)/);
  if (names.length < 2) throw badInput(`--negotiators ${given}: expected at least two, divided by commas`);
  return once('--negotiators', names).map(negotiatorNamed);
}

function once(option: string, names: readonly string[]): readonly string[] {
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw badInput(`${option}: ${twice} is named twice`);
  return names;
}

async function playAll(
  shell: Shell,
  scenarios: readonly Scenario[],
  entrants: readonly Negotiator[],
  { seeds, firstSeed }: TournamentOptions,
): Promise<Played[]> {
  const played: Played[] = [];
  let told = -1;
  for (const pairing of pairings(scenarios.length, entrants.length)) {
    const scenario = scenarios[pairing.scenario];
    const [first, second] = pairing.entrants.map(index => entrants[index]);
    if (!scenario || !first || !second) continue;
    if (shell.interactive && pairing.scenario !== told) {
      told = pairing.scenario;
      shell.note(`${scenario.id}: playing ${entrants.length ** 2 * seeds} campaigns`);
    }
    const scores = [];
    for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
      scores.push(scoreOf(scenario, [first, second], String(seed)));
      await setImmediate();
    }
    played.push({ pairing, scores });
  }
  return played;
}
