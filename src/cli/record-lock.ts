import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { codeOf } from './errno.ts';
import { type Running, thisProcess, whenStarted } from './running.ts';
import { writeNew } from './text-file.ts';

/*
 * One writer a file. The lock is a file beside it that says which process writes: its id, and when it
 * began, since ids come again, in a container that is started anew on every start. A lock whose process
 * is gone was left by a crash and is taken over.
 */

/** What this process has locked itself, for where nobody can say when it began. */
const held = new Set<string>();

/** The process that is writing a file, or null where nobody is. */
export function writerOf(file: string): number | null {
  const writer = writerIn(file);
  return writer !== null && isWriting(writer, file) ? writer.id : null;
}

/** Takes the lock; returns the process that has it, or null where it is ours now. */
export function lock(file: string): number | null {
  for (;;) {
    try {
      // One that could not be written whole is not left behind: nobody could tell whose it is.
      writeNew(lockOf(file), format(thisProcess()), 0o600);
      held.add(resolve(file));
      return null;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const writer = writerOf(file);
    if (writer !== null) return writer;
    rmSync(lockOf(file), { force: true });
  }
}

export function unlock(file: string): void {
  const writer = writerIn(file);
  if (writer?.id === process.pid && isWriting(writer, file)) rmSync(lockOf(file), { force: true });
  held.delete(resolve(file));
}

function lockOf(file: string): string {
  return `${file}.lock`;
}

function format({ id, began }: Running): string {
  return began === null ? `${id}` : `${id} ${began}`;
}

function writerIn(file: string): Running | null {
  try {
    const [, id, began = null] = /^(\d+)(?: (\S+))?$/.exec(readFileSync(lockOf(file), 'utf8').trim()) ?? [];
    return Number(id) > 0 ? { id: Number(id), began } : null;
  } catch {
    return null;
  }
}

/** Whether the process that took a lock is there still, and not another that bears its id now. */
function isWriting({ id, began }: Running, file: string): boolean {
  const now = whenStarted(id);
  if (began !== null && now !== null) return began === now;
  // Where nobody can say when we began, a lock with our id that we have not taken is of one before us.
  return id === process.pid ? held.has(resolve(file)) : isRunning(id);
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // A process of another user is running too.
    return codeOf(error) === 'EPERM';
  }
}
