import { outcomeLine } from '../../report/debrief-text.ts';
import { asTyped } from '../../report/typed.ts';
import { lastOf } from '../../table/replay.ts';
import { badInput, EXIT, Failure } from '../failure.ts';
import { type Played, type PlayedHeadless, playHeadless } from '../headless.ts';
import { type DatedInject, injectsFrom } from '../injects.ts';
import { changesFrom, loadScenario, locate } from '../scenarios.ts';
import { isScript } from '../scripts.ts';
import { seatsOrProgramsFrom, seedFrom } from '../seats.ts';
import type { Shell } from '../shell.ts';
import { asStarted } from '../started.ts';
import { tellDebrief, tellOpening, tellResult } from '../telling.ts';

export interface RunOptions {
  readonly seed?: string;
  readonly seat?: readonly string[];
  readonly json?: true;
  readonly quiet?: true;
  readonly record?: string;
  readonly days?: number;
  readonly inject?: readonly string[];
  /** Seconds. */
  readonly seatTimeout: number;
  readonly set?: readonly string[];
  readonly reporter?: readonly string[];
  readonly workers?: number;
}

/** The luck where nothing is said: the same text every time. */
const STANDARD_SEED = '1';

/** `parley run`: one campaign with a negotiator in each seat, or scripts, told by what is in them. */
export async function run(shell: Shell, given: readonly string[], options: RunOptions): Promise<void> {
  const scripts = given.filter(isScript);
  const [first = ''] = given;
  if (scripts.length === 0 && given.length === 1) return runScenario(shell, first, options);
  const other = given.find(path => !scripts.includes(path));
  if (other !== undefined) {
    // Of what there is not, that is said.
    locate(other);
    throw badInput(`${other}: not a script; one scenario, or scripts alone, can be run at once`);
  }
  const { runScripts } = await import('./script.ts');
  return runScripts(shell, scripts, options);
}

async function runScenario(shell: Shell, given: string, options: RunOptions): Promise<void> {
  if (options.reporter !== undefined)
    throw badInput('--reporter goes with scripts; --json prints a campaign');
  if (options.workers !== undefined)
    throw badInput('--workers goes with scripts; a campaign is played by one');
  const set = options.set ?? [];
  if (options.record !== undefined && set.length > 0) {
    throw badInput('--record and --set exclude each other: a record is of a scenario as its file has it');
  }
  const scenario = loadScenario(given, changesFrom(set));
  const seats = seatsOrProgramsFrom(scenario, options.seat ?? []);
  const seed = seedFrom(options.seed ?? STANDARD_SEED);
  const lastDay = options.days ?? scenario.days;
  if (lastDay > scenario.days) throw badInput(`--days ${lastDay}: ${scenario.id} has ${scenario.days} days`);
  const injects = injectsFrom(scenario, options.inject ?? [], lastDay);
  const played = await playHeadless({
    sitting: { scenario, seed, seats },
    lastDay,
    injects,
    path: options.record,
    programs: { timeout: options.seatTimeout * 1000, env: shell.env },
  });
  if (options.json) await tellResult(shell, played);
  else if (options.quiet) {
    await shell.print(
      `${scenario.id}, seed ${seed}: ${outcomeLine(scenario, lastOf(played.replay).campaign)}\n`,
    );
  } else {
    await tellOpening(shell, scenario, played.record.header, played.replay.parameters);
    await tellDebrief(shell, played);
    const again = `The same again: ${commandFor(given, played, { days: options.days, injects, set })}`;
    await shell.print(`\n${asStarted(shell.env, again)}\n`);
  }
  judge(shell, played);
}

/** Says what programs in the seats did wrong; one that forfeited its seat fails the run. */
function judge(shell: Shell, { programs }: PlayedHeadless): void {
  for (const line of programs.flatMap(program => program.report)) shell.note(line);
  if (programs.some(program => program.forfeited)) throw new Failure(EXIT.unmet, '');
}

interface Said {
  readonly days: number | undefined;
  readonly injects: readonly DatedInject[];
  readonly set: readonly string[];
}

function commandFor(given: string, { scenario, record }: Played, { days, injects, set }: Said): string {
  const { seed, seats } = record.header;
  const changed = scenario.parties.filter(party => seats[party.id] !== party.seat);
  return [
    `parley run ${given} --seed ${seed}`,
    ...changed.map(({ id }) => `--seat ${asTyped(`${id}=${seats[id]}`)}`),
    ...set.map(change => `--set ${change}`),
    ...injects.map(({ day, id }) => `--inject ${day}=${id}`),
    ...(days === undefined ? [] : [`--days ${days}`]),
  ].join(' ');
}
