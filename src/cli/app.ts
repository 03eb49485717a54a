import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { asTyped } from '../report/typed.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Farewell, Host, PlayOptions, TakenUp } from '../terminal/host.ts';
import { reasonOf } from './errno.ts';
import { badInput, EXIT, Failure } from './failure.ts';
import { fileHost, takeUp } from './host.ts';
import { existsAlready } from './record-file.ts';
import type { SavedRecord } from './saved-record.ts';
import { loadScenario, packagedIds, packagedScenarios } from './scenarios.ts';
import { negotiatorNamed, seedFrom, sideFrom } from './seats.ts';
import type { Shell } from './shell.ts';
import { asStarted } from './started.ts';
import { stateFolder } from './state-folder.ts';

/* The app on this terminal: what was said on the command line, checked, as the app wants to hear it. */

/** What was said on the command line. */
export interface PlayChoices {
  readonly seed?: string;
  readonly as?: string;
  readonly against?: string;
  readonly record?: string;
  /** A file, or true for the game that was left last. */
  readonly resume?: string | true;
}

export async function playInApp(
  shell: Shell,
  given: string | undefined,
  choices: PlayChoices,
): Promise<void> {
  const chosen = given === undefined ? undefined : loadScenario(given);
  if (choices.record !== undefined) checkFree(choices.record);
  const host = fileHost({
    scenarios: chosen ? [chosen] : packagedScenarios(),
    folder: stateFolder(shell.env),
    path: choices.record,
  });
  const resume = choices.resume === undefined ? undefined : resumed(choices.resume, host, chosen);
  const options = { ...optionsFrom(chosen, choices), ...(resume ? { resume } : {}) };
  await inApp(shell, host, options, (line: string) =>
    chosen && given ? calledAs(line, chosen, given) : line,
  );
}

export async function replayInApp(
  shell: Shell,
  saved: SavedRecord,
  toDay: number | undefined,
): Promise<void> {
  const { scenario, record } = saved;
  const host = fileHost({ scenarios: [scenario], folder: stateFolder(shell.env) });
  await inApp(shell, host, { replay: { scenario, record, ...(toDay === undefined ? {} : { toDay }) } });
}

/** Ink and React are loaded here and nowhere else, so no other command waits for them. */
async function inApp(
  shell: Shell,
  host: Host,
  options: PlayOptions,
  worded: (line: string) => string = line => line,
): Promise<void> {
  const { runApp } = await import('../terminal/run.tsx');
  const { how, lines }: Farewell = await runApp(host, options);
  if (lines.length > 0)
    await shell.print(`${lines.map(line => asStarted(shell.env, worded(line))).join('\n')}\n`);
  if (how === 'interrupted') throw new Failure(EXIT.interrupted, '');
}

/** A line that ends in a command, for a scenario that only its path finds. */
function calledAs(line: string, { id }: Scenario, given: string): string {
  if (packagedIds().includes(given)) return line;
  const path = asTyped(given);
  return line
    .replace('parley play --resume', `parley play ${path} --resume`)
    .replace(`parley play ${id} `, `parley play ${path} `)
    .replace(`parley run ${id} `, `parley run ${path} `)
    .replace(/(parley replay .*)$/, `$1 --scenario ${path}`);
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

function resumed(which: string | true, host: Host, scenario: Scenario | undefined): TakenUp {
  const taken = which === true ? host.unfinished()[0]?.takeUp() : takeUp(which, scenario);
  if (taken === undefined) throw badInput('--resume: there is no unfinished game; `parley play` begins one');
  if (typeof taken === 'string') throw badInput(taken);
  return taken;
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
