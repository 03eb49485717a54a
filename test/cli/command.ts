import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { checked, verdictOn } from '../../src/cli/ending.ts';
import { EXIT } from '../../src/cli/failure.ts';
import { runProgram } from '../../src/cli/program.ts';
import { layoutWidth, type Shell } from '../../src/cli/shell.ts';

/** The built command, as its users start it. */
export const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Circumstances {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself. */
  readonly node?: readonly string[];
}

function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  // Whatever the machine at hand says of colours, widths and debugging is not what is tested.
  const { NO_COLOR: _, FORCE_COLOR: __, PARLEY_DEBUG: ___, NODE_OPTIONS: ____, ...others } = process.env;
  const { COLUMNS: _____, ...inherited } = others;
  return { ...inherited, ...more };
}

/** Runs `parley` without a terminal to its end. */
export function parley(args: readonly string[], { cwd, env, node = [] }: Circumstances = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, MAIN, ...args], {
    cwd,
    env: environment(env),
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    input: '',
  });
  return { code: status, out: stdout, err: stderr };
}

const IS_ROOT = process.getuid?.() === 0;
/** What takes from root the right to pass over the modes of files. */
const BOUND = ['--bounding-set', '-dac_override,-dac_read_search'];

/** Why modes of files bind nobody here; null where they bind whoever `parleyAsOthers` runs. */
export const UNBOUND = modesBind() ? null : 'needs setpriv, or not to be root';

if (UNBOUND !== null && process.env['PARLEY_E2E'] === 'required') throw new Error(UNBOUND);

function modesBind(): boolean {
  return !IS_ROOT || spawnSync('setpriv', [...BOUND, 'true']).status === 0;
}

/** Runs `parley` to its end, bound by the modes of files even where the tests are run by root. */
export function parleyAsOthers(args: readonly string[], { cwd }: Pick<Circumstances, 'cwd'> = {}): Ended {
  if (!IS_ROOT) return parley(args, cwd === undefined ? {} : { cwd });
  const { status, stdout, stderr } = spawnSync('setpriv', [...BOUND, process.execPath, MAIN, ...args], {
    cwd,
    env: environment(),
    encoding: 'utf8',
    input: '',
  });
  return { code: status, out: stdout, err: stderr };
}

/** Starts `parley` and leaves it running. */
export function started(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a line of shell in which `$PARLEY` starts the command. */
export function shell(line: string, cwd?: string): Ended {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    cwd,
    env: environment({ PARLEY: `${process.execPath} ${MAIN}` }),
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    input: '',
  });
  return { code: status, out: stdout, err: stderr };
}

/** An empty folder for one test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Runs a command inside this process, from its source, and ends as `main` does: what a command says and its exit
 * code need no process of their own. What is a matter of streams, signals and threads does.
 */
export async function within(
  args: readonly string[],
  { cwd = process.cwd(), env = {} }: Omit<Circumstances, 'node'> = {},
): Promise<Ended> {
  const [out, err]: [string[], string[]] = [[], []];
  const inside: Shell = {
    print: async text => void out.push(text),
    note: line => void err.push(`parley: ${line}\n`),
    onInterrupt: () => () => {},
    interactive: false,
    width: layoutWidth(undefined, env),
    env,
  };
  const before = process.cwd();
  let code: number = EXIT.fine;
  try {
    process.chdir(cwd);
    await runProgram(inside, checked(args));
  } catch (error) {
    code = verdictOn(error, inside);
  } finally {
    process.chdir(before);
  }
  return { code, out: out.join(''), err: err.join('') };
}
