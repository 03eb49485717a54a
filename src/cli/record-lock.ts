import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { codeOf } from './errno.ts';

/*
 * One writer a record. The lock is a file beside it that holds the writer's process id; one whose
 * process is gone was left by a crash and is taken over.
 */

/** The process that is writing a record, or null where nobody is. */
export function writerOf(record: string): number | null {
  const writer = writerIn(lockOf(record));
  return writer !== null && isRunning(writer) ? writer : null;
}

/** Takes the lock; returns the process that has it, or null where it is ours now. */
export function lock(record: string): number | null {
  for (;;) {
    try {
      writeNew(lockOf(record), String(process.pid));
      return null;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const writer = writerOf(record);
    if (writer !== null) return writer;
    rmSync(lockOf(record), { force: true });
  }
}

export function unlock(record: string): void {
  if (writerIn(lockOf(record)) === process.pid) rmSync(lockOf(record), { force: true });
}

/** A lock that could not be written is not left behind: nobody could tell whose it is. */
function writeNew(path: string, text: string): void {
  const handle = openSync(path, 'wx', 0o600);
  try {
    writeSync(handle, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}

function lockOf(record: string): string {
  return `${record}.lock`;
}

function writerIn(path: string): number | null {
  try {
    const writer = Number(readFileSync(path, 'utf8'));
    return Number.isSafeInteger(writer) && writer > 0 ? writer : null;
  } catch {
    return null;
  }
}

function isRunning(writer: number): boolean {
  try {
    process.kill(writer, 0);
    return true;
  } catch (error) {
    // A process of another user is running too.
    return codeOf(error) === 'EPERM';
  }
}
