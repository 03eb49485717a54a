import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Played } from './campaigns-on-pool.ts';

/* Processes that are kept to some of the processors, as Linux can do with `taskset`. */

/** The processors that this process may run on, by number, or why processes cannot be kept to any. */
export function processorsHere(): readonly number[] | string {
  if (process.platform !== 'linux') return 'only Linux keeps processes to processors';
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
  } catch {
    return 'there is no taskset here (package util-linux)';
  }
  const allowed = /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '';
  return allowed.split(',').flatMap(stretch => {
    const [first = 0, last = first] = stretch.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

const run = promisify(execFile);
const SCRIPT = new URL('./campaigns-on-pool.ts', import.meta.url).pathname;

/** Has a process play with so many workers, on the given processors or on any. */
export async function playedOn(workers: number, processors: readonly number[] | null): Promise<Played> {
  const command = [process.execPath, '--disable-warning=ExperimentalWarning', SCRIPT, String(workers)];
  const [file = '', ...args] = processors ? ['taskset', '-c', processors.join(','), ...command] : command;
  const { stdout } = await run(file, args);
  return JSON.parse(stdout) as Played;
}
