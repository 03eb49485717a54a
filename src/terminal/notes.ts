import { readJson, writeJson } from './kept-json.ts';
import { keptFault as words } from './words.ts';

/*
 * The notes of whoever plays: written by day while playing, read again in the debrief. They are kept
 * beside the record and never in it, since a record holds moves alone and replays without them.
 */

export interface Note {
  readonly day: number;
  /** Whose note it is: the id of a party, or one of those who sit at neither side. */
  readonly by: string;
  readonly text: string;
}

/** Longest note, in characters. */
export const LONGEST_NOTE = 500;

/** All notes with one more, in the order of their days. */
export function withNote(notes: readonly Note[], note: Note): Note[] {
  const before = notes.filter(({ day }) => day <= note.day);
  return [...before, note, ...notes.slice(before.length)];
}

/** All notes with the text of one replaced; without it where the text is empty. */
export function rewritten(notes: readonly Note[], at: number, text: string): Note[] {
  return notes.flatMap((note, index) => (index !== at ? [note] : text === '' ? [] : [{ ...note, text }]));
}

/** Notes that still hold where a campaign is played another way from a day on. */
export function notesUpTo(notes: readonly Note[], day: number): Note[] {
  return notes.filter(note => note.day <= day);
}

/** Notes as they are kept: JSON. */
export const formatNotes = (notes: readonly Note[]): string => writeJson(notes);

/** Notes as they were kept, or what is wrong with them. */
export function parseNotes(text: string): readonly Note[] | string {
  return readJson(text, given => {
    if (!Array.isArray(given)) return words.noList;
    const notes = given.filter(isNote).map(({ day, by, text: said }) => ({ day, by, text: said }));
    return notes.length === given.length ? notes : words.noNote;
  });
}

function isNote(given: unknown): given is Note {
  if (typeof given !== 'object' || given === null) return false;
  const { day, by, text } = given as Record<string, unknown>;
  return Number.isInteger(day) && typeof by === 'string' && typeof text === 'string';
}
