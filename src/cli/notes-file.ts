import { formatNotes, type Note, parseNotes } from '../terminal/notes.ts';
import { besideRecord, type KeptFile, keptFile, putAside } from './kept-file.ts';

/** Where the notes are kept of whoever plays a record. */
export function notesPath(record: string): string {
  return besideRecord(record, 'notes');
}

/** `fresh`: the record has only been begun, so that notes of its name are those of another campaign: they are put aside. */
export function notesFile(record: string, fresh = false): KeptFile<readonly Note[]> {
  const path = notesPath(record);
  const aside = 'aside';
  if (fresh) putAside({ path, aside });
  return keptFile({
    path,
    aside,
    format: formatNotes,
    parse: parseNotes,
    otherwise: 'the notes are not shown',
    cannotKeep: `cannot keep the notes in ${path}`,
  });
}
