import { existsSync, readFileSync, renameSync } from 'node:fs';
import { formatManner, type Manner, parseManner } from '../terminal/manner.ts';
import { codeOf, reasonOf } from './errno.ts';
import { freeName } from './record-file.ts';
import { writeWhole } from './text-file.ts';

/* How a campaign is played, in a file beside the record: game.jsonl has it in game.manner.json. */

export interface MannerFile {
  /** Undefined where nothing was kept. */
  readonly manner: Manner | undefined;
  /** One line that says why the file could not be read; null where it could, or where there is none. */
  readonly fault: string | null;
  /** Keeps how it is played; returns a line where that failed. A file that is not ours is put aside first. */
  keep(manner: Manner): string | null;
}

export function mannerPath(record: string): string {
  return `${record.replace(/\.jsonl$/, '')}.manner.json`;
}

/** `fresh`: the record has only been begun, so that a file of its name is that of another campaign: it is put aside. */
export function mannerFile(record: string, fresh = false): MannerFile {
  const path = mannerPath(record);
  if (fresh && existsSync(path)) renameSync(path, freeName(`${path}.aside`));
  const read = readManner(path);
  let broken = typeof read === 'string';
  return {
    manner: typeof read === 'string' || read === null ? undefined : read,
    fault: typeof read === 'string' ? `${path}: ${read}; it is played as usual` : null,
    keep(manner) {
      try {
        if (broken) renameSync(path, freeName(`${path}.aside`));
        broken = false;
        writeWhole(path, formatManner(manner));
        return null;
      } catch (error) {
        return `cannot keep in ${path} how it is played: ${reasonOf(error)}`;
      }
    },
  };
}

/** What was kept, what is wrong with it, or null where nothing was. */
function readManner(path: string): Manner | string | null {
  try {
    return parseManner(readFileSync(path, 'utf8'));
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error)) ? null : reasonOf(error);
  }
}
