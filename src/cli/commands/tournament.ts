import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { focusOn } from '../../analysis/focus.ts';
import { standings } from '../../analysis/standings.ts';
import { type Pairing, type Played, pairings } from '../../analysis/tournament.ts';
import { streamsOf } from '../../campaign/streams.ts';
import { NEGOTIATORS } from '../../negotiators/index.ts';
import { counted, formatCount } from '../../report/people.ts';
import { formatTournamentCsv } from '../../report/tournament-csv.ts';
import { formatTournamentJson } from '../../report/tournament-json.ts';
import type { TournamentReport } from '../../report/tournament-report.ts';
import { formatTournament } from '../../report/tournament-text.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { badInput } from '../failure.ts';
import { loadScenario, packagedIds } from '../scenarios.ts';
import { negotiatorNamed } from '../seats.ts';
import type { Shell } from '../shell.ts';
import { holdIn } from '../studies/hold.ts';
import { writeWhole } from '../text-file.ts';
import type { Field } from '../tournament/field.ts';
import { PairingsFile } from '../tournament/pairings-file.ts';
import { playPairings } from '../tournament/threads.ts';

export interface TournamentOptions {
  /** Names divided by commas; all there are without them. */
  readonly scenarios?: string;
  readonly negotiators?: string;
  readonly seeds: number;
  readonly firstSeed: number;
  /** Threads; as many as there are cores without it. */
  readonly workers?: number;
  /** The negotiator that is set beside each other in the same seat. */
  readonly focus?: string;
  /** Folder for the pairings as they end, and for what they come to. */
  readonly out?: string;
  /** Goes on with what the folder holds. */
  readonly resume?: true;
  readonly json?: true;
  readonly csv?: true;
}

/** `parley tournament`: everyone against everyone on both sides of every scenario. */
export async function tournament(shell: Shell, options: TournamentOptions): Promise<void> {
  const scenarios = scenariosFrom(options.scenarios);
  const entrants = entrantsFrom(options.negotiators);
  const focus = focusFrom(options.focus, entrants);
  if (options.resume && options.out === undefined) throw badInput('--resume goes on with what --out holds');
  const { seeds, firstSeed } = options;
  const field: Field = { scenarios, entrants, seeds, firstSeed };
  const played = await playAll(shell, field, options);
  const random = streamsOf('tournament').of('study').next;
  const report: TournamentReport = {
    ...field,
    standings: standings(played, entrants.length, random),
    focus: focus === null ? null : { entrant: focus, seats: focusOn(focus, played) },
  };
  const forms = {
    'tournament.json': formatTournamentJson(report),
    'tournament.csv': formatTournamentCsv(report),
  };
  if (options.out !== undefined)
    for (const [name, text] of Object.entries(forms)) writeWhole(join(options.out, name), text);
  if (options.json) await shell.print(forms['tournament.json']);
  else if (options.csv) await shell.print(forms['tournament.csv']);
  else await shell.print(`${formatTournament(report, shell.width)}\n`);
}

/** All pairings in their order; with `--out` each is kept as it ends, and with `--resume` those that are there are not played again. */
async function playAll(shell: Shell, field: Field, options: TournamentOptions): Promise<Played[]> {
  const { workers = availableParallelism(), out, resume } = options;
  const all = pairings(field.scenarios.length, field.entrants.length);
  const letGo = out === undefined ? () => {} : holdIn(out, PairingsFile.file);
  const forget = shell.onInterrupt(letGo);
  try {
    const { file, played } = kept(out, resume === true, field);
    const has = new Set(played.map(({ pairing }) => keyOf(pairing)));
    const progress = progressOn(shell, all.length);
    const left = all.filter(pairing => !has.has(keyOf(pairing)));
    const now = await playPairings(field, left, workers, each => {
      file?.write(each);
      progress();
    });
    const found = new Map([...played, ...now].map(each => [keyOf(each.pairing), each] as const));
    return all.flatMap(pairing => found.get(keyOf(pairing)) ?? []);
  } finally {
    letGo();
    forget();
  }
}

function kept(out: string | undefined, resume: boolean, field: Field) {
  if (out === undefined) return { file: null, played: [] };
  return resume ? PairingsFile.goOn(out, field) : { file: PairingsFile.begin(out, field), played: [] };
}

const keyOf = ({ scenario, entrants }: Pairing) => `${scenario} ${entrants.join()}`;

function scenariosFrom(given: string | undefined): Scenario[] {
  const names = given === undefined ? packagedIds() : once('--scenarios', given.split(','));
  return once('--scenarios', names).map(name => loadScenario(name));
}

/** A comma before `word=` goes on with the parameters of a negotiator; any other begins the next. */
function entrantsFrom(given: string | undefined): string[] {
  const names = given === undefined ? NEGOTIATORS.map(({ name }) => name) : given.split(/,(?![\w-]+=)/);
  const entrants = once('--negotiators', names).map(name => negotiatorNamed(name).name);
  if (entrants.length < 2) throw badInput(`--negotiators ${given}: expected at least two, divided by commas`);
  return entrants;
}

function focusFrom(given: string | undefined, entrants: readonly string[]): number | null {
  if (given === undefined) return null;
  const focus = entrants.indexOf(given);
  if (focus >= 0) return focus;
  throw badInput(
    `--focus ${given}: expected one of the negotiators of the tournament, ${entrants.join(', ')}`,
  );
}

function once(option: string, names: readonly string[]): readonly string[] {
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw badInput(`${option}: ${twice} is named twice`);
  return names;
}

/** A line on the way whenever so many parts of all pairings are played. */
const PARTS = 10;

/** Tells a person at a terminal how far it has come. */
function progressOn(shell: Shell, all: number): () => void {
  let [done, told] = [0, 0];
  return () => {
    done++;
    const part = Math.floor((PARTS * done) / all);
    if (!shell.interactive || part === told) return;
    told = part;
    shell.note(`${formatCount(done)} of ${counted(all, 'pairing')} played`);
  };
}
