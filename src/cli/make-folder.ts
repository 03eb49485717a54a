import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, reasonOf } from './errno.ts';
import { badInput } from './failure.ts';

/**
 * A folder with those above it, where they do not exist yet. Node's own way to do so never comes back where
 * a folder refuses everything as not found, as those of /proc do.
 */
export function makeFolder(path: string, option: string): void {
  try {
    make(path);
  } catch (error) {
    throw badInput(`${option} ${path}: ${reasonOf(error)}`);
  }
  if (!statSync(path).isDirectory()) throw badInput(`${option} ${path}: it is a file; expected a folder`);
}

function make(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const above = dirname(path);
    if (codeOf(error) === 'EEXIST') return;
    if (codeOf(error) !== 'ENOENT' || existsSync(above)) throw error;
    make(above);
    mkdirSync(path);
  }
}
