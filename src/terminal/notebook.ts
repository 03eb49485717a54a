import type { PartyIndex } from '../scenario/scenario.ts';
import { type Course, isMediated, partyPlayed, sharesKeyboard } from './course.ts';
import type { Note } from './notes.ts';
import type { Scene } from './scene.ts';

/* Who may read and write which notes. */

/** Who notes something and sits at neither side. */
const OUTSIDERS = { mediator: 'mediator', watcher: 'watcher' } as const;

/** Whose notebook lies open; null once two people at one keyboard have played to the end, and read both. */
export function notebookOwner({ course, mover, position }: Scene): string | null {
  const { parties } = course.scenario;
  const played = partyPlayed(course);
  if (played !== null) return parties[played].id;
  if (!sharesKeyboard(course)) return isMediated(course) ? OUTSIDERS.mediator : OUTSIDERS.watcher;
  return position.done || mover === null ? null : parties[mover].id;
}

/** The notes that whoever sits there may read, with their places among all. */
export function notesOf(notes: readonly Note[], owner: string | null): { note: Note; at: number }[] {
  return notes.flatMap((note, at) => (owner === null || note.by === owner ? [{ note, at }] : []));
}

/** The name of a party whose note it is, where more than one person may have written. */
export function writerOf({ scenario, persons }: Course, { by }: Note): string {
  if (!persons[0] || !persons[1]) return '';
  const index = scenario.parties.findIndex(({ id }) => id === by);
  return index < 0 ? '' : scenario.parties[index as PartyIndex].capital;
}
