import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Parsed } from '../scenario/problem.ts';
import { reasonOf } from './errno.ts';

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
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}

/** Fails with a TypeError on bytes that are not UTF-8. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
