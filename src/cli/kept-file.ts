import { existsSync, readFileSync, renameSync } from 'node:fs';
import { codeOf, reasonOf } from './errno.ts';
import { freeName } from './record-file.ts';
import { writeWhole } from './text-file.ts';

/* Small files that are read once and then kept: settings, and what stands beside a record. */

export interface KeptFile<T> {
  /** Null where nothing was kept, or nothing that could be read. */
  readonly kept: T | null;
  /** One line that says why the file could not be read; null where it could, or where there is none. */
  readonly fault: string | null;
  /** Writes the whole file; returns a line where that failed. A file that is not ours is put aside first. */
  keep(value: T): string | null;
}

export interface Keeping<T> {
  readonly path: string;
  readonly format: (value: T) => string;
  /** What is in the text, or what is wrong with it. */
  readonly parse: (text: string) => T | string;
  /** How a file that is not ours is called once it is put aside. */
  readonly aside: string;
  /** What follows where the file cannot be read. */
  readonly otherwise: string;
  /** What it means that the file cannot be written. */
  readonly cannotKeep: string;
}

export function keptFile<T extends object>(keeping: Keeping<T>): KeptFile<T> {
  const { path, format, otherwise, cannotKeep } = keeping;
  const read = readKept(keeping);
  let foreign = typeof read === 'string';
  return {
    kept: typeof read === 'string' ? null : read,
    fault: typeof read === 'string' ? `${path}: ${read}; ${otherwise}` : null,
    keep(value) {
      try {
        if (foreign) putAside(keeping);
        foreign = false;
        writeWhole(path, format(value));
        return null;
      } catch (error) {
        return `${cannotKeep}: ${reasonOf(error)}`;
      }
    },
  };
}

/** A file beside a record. `fresh`: the record has only been begun, so that a file of its name is that of another campaign: it is put aside. */
export function keptBeside<T extends object>(
  keeping: Omit<Keeping<T>, 'aside'>,
  fresh: boolean,
): KeptFile<T> {
  const named = { ...keeping, aside: 'aside' };
  if (fresh) putAside(named);
  return keptFile(named);
}

/** Moves a file out of the way, if there is one. */
function putAside({ path, aside }: Pick<Keeping<unknown>, 'path' | 'aside'>): void {
  if (existsSync(path)) renameSync(path, freeName(`${path}.${aside}`));
}

/** The path of what is kept beside a record: game.jsonl has its notes in game.notes.json. */
export function besideRecord(record: string, what: string): string {
  return `${record.replace(/\.jsonl$/, '')}.${what}.json`;
}

function readKept<T>({ path, parse }: Keeping<T>): T | string | null {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error)) ? null : reasonOf(error);
  }
}
