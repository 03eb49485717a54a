import { formatNotes, type Note, parseNotes } from '../terminal/notes.ts';
import { besideRecord, type KeptFile, keptBeside } from './kept-file.ts';

/** Where the notes are kept of whoever plays a record. */
export function notesPath(record: string): string {
  return besideRecord(record, 'notes');
}

/** `fresh`: the record has only been begun. */
export function notesFile(record: string, fresh = false): KeptFile<readonly Note[]> {
  const path = notesPath(record);
  return keptBeside(
    {
      path,
      format: formatNotes,
      parse: parseNotes,
      otherwise: 'the notes are not shown',
      cannotKeep: `cannot keep the notes in ${path}`,
    },
    fresh,
  );
}
