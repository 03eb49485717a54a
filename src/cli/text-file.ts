import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Parsed } from '../scenario/problem.ts';
import { codeOf, reasonOf } from './errno.ts';

/**
 * A file as text, if it is a regular one of at most `limit` bytes in UTF-8. Nothing is opened before
 * its kind and size are known, so a huge file, an endless device or a pipe without a writer costs nothing.
 */
export function readText(file: string, limit: number): Parsed<string> {
  const fault = (message: string): Parsed<string> => ({
    ok: false,
    problems: [{ file, line: 0, column: 0, message }],
  });
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) return fault('it is a folder; expected a file');
    if (!stat.isFile()) return fault('it is a device or a pipe; expected a file');
    if (stat.size > limit) return fault(`the file has ${stat.size} bytes; expected at most ${limit}`);
    return { ok: true, value: decoded(readFileSync(file)) };
  } catch (error) {
    if (error instanceof TypeError) return fault('the file is binary; expected text in UTF-8');
    return fault(`cannot be read: ${reasonOf(error)}`);
  }
}

/** Writes all of it or nothing: a crash on the way leaves the file as it was. Nobody else may read it. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  orNothing(draft, () => {
    writeFileSync(draft, text, { mode: 0o600 });
    renameSync(draft, path);
  });
}

/** Writes a file that there was none of: all of it or nothing, and never over another. `mode` says who may use it. */
export function writeNew(path: string, text: string, mode = 0o666): void {
  orNothing(path, () => writeFileSync(path, text, { flag: 'wx', mode }));
}

/** On a full disk the beginning of a file would be left behind. One that was there before is not ours to remove. */
function orNothing(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') removed(path);
    throw error;
  }
}

/** Where it cannot be removed it could not be made either, and that has been said. */
function removed(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

/** Fails with a TypeError on bytes that are not UTF-8. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
