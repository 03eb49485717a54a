import { availableParallelism } from 'node:os';
import { standings } from '../../analysis/standings.ts';
import { NEGOTIATORS } from '../../negotiators/index.ts';
import { formatTournamentCsv } from '../../report/tournament-csv.ts';
import { formatTournamentJson } from '../../report/tournament-json.ts';
import type { TournamentReport } from '../../report/tournament-report.ts';
import { formatTournament } from '../../report/tournament-text.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { badInput } from '../failure.ts';
import { loadScenario, packagedIds } from '../scenarios.ts';
import { negotiatorNamed } from '../seats.ts';
import type { Shell } from '../shell.ts';
import { type Progress, playField } from '../tournament/threads.ts';

export interface TournamentOptions {
  /** Names divided by commas; all there are without them. */
  readonly scenarios?: string;
  readonly negotiators?: string;
  readonly seeds: number;
  readonly firstSeed: number;
  /** Threads; as many as there are cores without it. */
  readonly workers?: number;
  readonly json?: true;
  readonly csv?: true;
}

/** `parley tournament`: everyone against everyone on both sides of every scenario. */
export async function tournament(shell: Shell, options: TournamentOptions): Promise<void> {
  const scenarios = scenariosFrom(options.scenarios);
  const entrants = entrantsFrom(options.negotiators);
  const { seeds, firstSeed, workers = availableParallelism() } = options;
  const field = { scenarios, entrants, seeds, firstSeed };
  const played = await playField(field, workers, progressOn(shell));
  const report: TournamentReport = { ...field, standings: standings(played, entrants.length) };
  if (options.json) await shell.print(formatTournamentJson(report));
  else if (options.csv) await shell.print(formatTournamentCsv(report));
  else await shell.print(`${formatTournament(report, shell.width)}\n`);
}

function scenariosFrom(given: string | undefined): Scenario[] {
  const names = given === undefined ? packagedIds() : once('--scenarios', given.split(','));
  return once('--scenarios', names).map(name => loadScenario(name));
}

/** A comma before `word=` goes on with the parameters of a negotiator; any other begins the next. */
function entrantsFrom(given: string | undefined): string[] {
  const names = given === undefined ? NEGOTIATORS.map(({ name }) => name) : given.split(/,(?![\w-]+=)/);
  if (names.length < 2) throw badInput(`--negotiators ${given}: expected at least two, divided by commas`);
  return once('--negotiators', names).map(name => negotiatorNamed(name).name);
}

function once(option: string, names: readonly string[]): readonly string[] {
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw badInput(`${option}: ${twice} is named twice`);
  return names;
}

/** A line on the way whenever so many parts of all pairings are played. */
const PARTS = 10;

/** Tells a person at a terminal how far it has come. */
function progressOn(shell: Shell): Progress {
  let told = 0;
  return (done, all) => {
    const part = Math.floor((PARTS * done) / all);
    if (!shell.interactive || part === told) return;
    told = part;
    shell.note(`${done} of ${all} pairings played`);
  };
}
