import { existsSync, readFileSync, renameSync } from 'node:fs';
import { formatNotes, type Note, parseNotes } from '../terminal/notes.ts';
import { codeOf, reasonOf } from './errno.ts';
import { freeName } from './record-file.ts';
import { writeWhole } from './text-file.ts';

/* The notes of whoever plays, in a file beside the record: game.jsonl has its notes in game.notes.json. */

export interface NotesFile {
  readonly notes: readonly Note[];
  /** One line that says why the file could not be read; null where it could, or where there is none. */
  readonly fault: string | null;
  /** Keeps all notes; returns a line where that failed. A file that is not ours is put aside first. */
  keep(notes: readonly Note[]): string | null;
}

export function notesPath(record: string): string {
  return `${record.replace(/\.jsonl$/, '')}.notes.json`;
}

/** `fresh`: the record has only been begun, so that notes of its name are those of another campaign: they are put aside. */
export function notesFile(record: string, fresh = false): NotesFile {
  const path = notesPath(record);
  if (fresh && existsSync(path)) renameSync(path, freeName(`${path}.aside`));
  const read = readNotes(path);
  const broken = typeof read === 'string';
  let foreign = broken;
  return {
    notes: broken ? [] : read,
    fault: broken ? `${path}: ${read}; the notes are not shown` : null,
    keep(notes) {
      try {
        if (foreign) renameSync(path, freeName(`${path}.aside`));
        foreign = false;
        writeWhole(path, formatNotes(notes));
        return null;
      } catch (error) {
        return `cannot keep the notes in ${path}: ${reasonOf(error)}`;
      }
    },
  };
}

function readNotes(path: string): readonly Note[] | string {
  try {
    return parseNotes(readFileSync(path, 'utf8'));
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error)) ? [] : reasonOf(error);
  }
}
