import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Scenario } from '../scenario/scenario.ts';
import type { Farewell, Host, PlayOptions, TakenUp } from '../terminal/host.ts';
import type { Reason } from '../terminal/linear/dialogue.ts';
import { thinkingOnThreads } from './coach/thinking.ts';
import { commandsOf } from './commands-here.ts';
import { reasonOf } from './errno.ts';
import { badInput, EXIT, Failure, OutputClosed } from './failure.ts';
import { fileHost, takeUp, takeUpFromElsewhere } from './host.ts';
import { jobControl } from './job-control.ts';
import { notesFile } from './notes-file.ts';
import { existsAlready } from './record-file.ts';
import type { SavedRecord } from './saved-record.ts';
import { loadScenario, packagedScenarios } from './scenarios.ts';
import { negotiatorNamed, seedFrom, sideFrom } from './seats.ts';
import { configFolder, settingsFile } from './settings-file.ts';
import type { Shell } from './shell.ts';
import { stateFolder } from './state-folder.ts';
import { backgroundOf, colourBits } from './terminal-colours.ts';
import { waysOf } from './ways-file.ts';

/* The app on this terminal: what was said on the command line, checked, as the app wants to hear it. */

/** What was said on the command line. */
export interface PlayChoices {
  readonly seed?: string;
  readonly as?: string;
  readonly against?: string;
  readonly record?: string;
  /** A file, or true for the game that was left last. */
  readonly resume?: string | true;
  /** Whether the coach may be asked for hints; it may where it is not said. */
  readonly hints?: boolean;
  /** Whether to speak in lines; by environment and settings where it is not said. */
  readonly screenReader?: boolean;
}

export async function playInApp(
  shell: Shell,
  given: string | undefined,
  choices: PlayChoices,
): Promise<void> {
  const chosen = given === undefined ? undefined : loadScenario(given);
  if (choices.record !== undefined) checkFree(choices.record);
  const settings = settingsFile(configFolder(shell.env));
  const library = packagedScenarios();
  const folder = stateFolder(shell.env);
  const host = fileHost({
    scenarios: withChosen(library, chosen),
    library,
    folder,
    path: choices.record,
    commands: commandsOf(shell, given, chosen),
    settings,
    thinking: thinkingOnThreads(),
  });
  const resume =
    choices.resume === undefined ? undefined : resumed(choices.resume, host, { folder, scenario: chosen });
  const { hints = true } = choices;
  const options = {
    ...optionsFrom(chosen, choices),
    hints,
    ...(resume ? { resume } : {}),
  };
  const reason = modeFor(
    shell.env,
    choices.screenReader,
    resume?.manner?.lines ?? settings.kept.screenReader,
  );
  await inApp(shell, host, options, reason);
}

/** What there is to choose from: the scenario that was named first, then those that come with the package. */
function withChosen(library: readonly Scenario[], chosen: Scenario | undefined): readonly Scenario[] {
  return chosen ? [chosen, ...library.filter(({ id }) => id !== chosen.id)] : library;
}

/** What was said on the command line of a record that is read. */
export interface ReplayChoices {
  readonly to?: number;
  readonly scenario?: string;
  readonly screenReader?: boolean;
}

export async function replayInApp(shell: Shell, saved: SavedRecord, given: ReplayChoices): Promise<void> {
  const { to: toDay, scenario: from } = given;
  const { scenario, record } = saved;
  const settings = settingsFile(configFolder(shell.env));
  const folder = stateFolder(shell.env);
  const host = fileHost({
    scenarios: [scenario],
    folder,
    commands: commandsOf(shell, from, scenario),
    settings,
    thinking: thinkingOnThreads(),
  });
  await inApp(
    shell,
    host,
    {
      replay: {
        scenario,
        record,
        notes: notesFile(saved.path).kept ?? [],
        ...waysOf(saved.path, saved),
        ...(toDay === undefined ? {} : { toDay }),
      },
    },
    modeFor(shell.env, given.screenReader, settings.kept.screenReader),
  );
}

/** Ink and React are loaded here and nowhere else, so no other command waits for them. */
async function inApp(shell: Shell, host: Host, options: PlayOptions, reason: Reason | null): Promise<void> {
  const background = backgroundOf(shell.env);
  const outside = {
    ...(background ? { background } : {}),
    colourBits: colourBits(shell.env),
    job: jobControl(),
  };
  const { how, lines } = await left(host, { ...options, ...outside }, reason);
  if (lines.length > 0) await shell.print(`${lines.join('\n')}\n`).catch(unread);
  if (how === 'interrupted') throw new Failure(EXIT.interrupted, '');
}

/** Where the terminal is gone nobody reads a farewell; how the app ended, its code still says. */
function unread(error: unknown): void {
  if (!(error instanceof OutputClosed)) throw error;
}

async function left(host: Host, options: PlayOptions, reason: Reason | null): Promise<Farewell> {
  if (reason !== null) {
    const { runLinear } = await import('../terminal/linear/run.ts');
    return runLinear(host, options, reason);
  }
  const { runApp } = await import('../terminal/run.tsx');
  return runApp(host, options);
}

/** Names by which a screen reader is announced to programs, Ink's and ours. */
const ANNOUNCED_BY = ['PARLEY_SCREEN_READER', 'INK_SCREEN_READER'] as const;

/**
 * Why the app should speak in lines; null where it draws a screen. What is said on the command line comes
 * before the environment, and that before `usual`: how the campaign was played before, or the settings.
 */
export function modeFor(env: Shell['env'], said: boolean | undefined, usual: boolean): Reason | null {
  const announced = ANNOUNCED_BY.map(name => env[name]).find(value => value !== undefined && value !== '');
  const wanted = said ?? (announced === undefined ? usual : !/^(0|false|no)$/i.test(announced));
  if (wanted) return 'wanted';
  return env['TERM'] === 'dumb' ? 'terminal' : null;
}

function optionsFrom(scenario: Scenario | undefined, { seed, as, against }: PlayChoices): PlayOptions {
  if (against !== undefined) negotiatorNamed(against);
  if (scenario === undefined && as !== undefined) {
    throw badInput(`--as ${as} needs a scenario, whose parties it names: parley play SCENARIO --as ${as}`);
  }
  return {
    ...(scenario ? { scenario } : {}),
    ...(seed === undefined ? {} : { seed: seedFrom(seed) }),
    ...(scenario && as !== undefined ? { side: sideFrom(scenario, as) } : {}),
    ...(against === undefined ? {} : { against }),
  };
}

/** Where records go, and the scenario that was named. */
interface Named {
  readonly folder: string;
  readonly scenario: Scenario | undefined;
}

function resumed(which: string | true, host: Host, { folder, scenario }: Named): TakenUp {
  const found = () =>
    latest(host, scenario) ?? takeUpFromElsewhere(folder, scenario ? [scenario] : host.scenarios);
  const taken = which === true ? found() : takeUp(which, scenario);
  if (taken === undefined)
    throw badInput(
      '--resume: there is no unfinished game; `parley play` begins one, and --resume FILE opens the debrief of one that was played to its end',
    );
  if (typeof taken === 'string') throw badInput(taken);
  return taken;
}

/**
 * The latest record, of the scenario where one was named, that can be gone on with; those of another
 * version are passed over. Where none can, why the latest cannot.
 */
function latest(host: Host, scenario: Scenario | undefined): TakenUp | string | undefined {
  let why: string | undefined;
  for (const unfinished of host.unfinished()) {
    if (scenario && unfinished.header.scenario !== scenario.id) continue;
    const taken = unfinished.takeUp();
    if (typeof taken !== 'string') return taken;
    why ??= taken;
  }
  return why;
}

/** Told before the app opens, not when the first game begins: whether a record can be made at a path. */
function checkFree(path: string): void {
  if (existsSync(path)) throw badInput(existsAlready(path));
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw badInput(`cannot write ${path}: ${reasonOf(error)}`);
  }
}
