import { dateOf } from '../../scenario/scenario.ts';
import { type App, notice, pop, push, type Reply, replaceTop } from '../app.ts';
import { type Key, rowAfter } from '../key.ts';
import { EMPTY, type Line, line, type Size, type Tone, toned, wrapped } from '../line.ts';
import { notebookOwner, notesOf, writerOf } from '../notebook.ts';
import { LONGEST_NOTE, type Note, rewritten, withNote } from '../notes.ts';
import { ruleTo, scrolledTo } from '../pane.ts';
import type { NotebookScreen, Screen } from '../screen.ts';
import { choice, shortDate, notebook as words } from '../words.ts';

/* Private notes by day: what whoever plays wants to remember, for nobody else at the table. */

/** Whether the notebook can be opened over a screen: while a campaign is played, and never over a cover. */
export function hasNotebook(app: App, { name }: Screen): boolean {
  return app.scene !== null && name !== 'cover' && name !== 'notebook' && name !== 'start';
}

export function openNotebook(app: App): App {
  const last = Math.max(0, notesHere(app).length - 1);
  return push(app, { name: 'notebook', row: last, draft: null, before: null });
}

function notesHere({ scene, notes }: App) {
  return scene ? notesOf(notes, notebookOwner(scene)) : [];
}

export function pressNotebook(app: App, screen: NotebookScreen, key: Key): Reply {
  if (screen.draft !== null) return pressWriting(app, screen, screen.draft, key);
  const here = notesHere(app);
  const chosen = here[screen.row];
  const writes = (text: string, at: number | null) => ({
    app: replaceTop(app, { ...screen, draft: { text, at } }),
  });
  if (key === 'escape' || key === 'N') return { app: pop(app) };
  if (key === 'a' || (key === 'enter' && !chosen)) return begin(app) ?? writes('', null);
  if (key === 'enter' && chosen) return writes(chosen.note.text, chosen.at);
  if (key === 'x' && chosen) return kept(app, screen, rewritten(app.notes, chosen.at, ''));
  if (key === 'u') return takenBack(app, screen);
  return { app: replaceTop(app, { ...screen, row: rowAfter(key, screen.row, here.length) }) };
}

/** Why no note can be begun: whose it would be is not known once both sides have played to the end. */
function begin(app: App): Reply | null {
  const open = app.scene !== null && notebookOwner(app.scene) !== null;
  return open ? null : { app: notice(app, words.closed) };
}

function pressWriting(
  app: App,
  screen: NotebookScreen,
  { text, at }: NonNullable<NotebookScreen['draft']>,
  key: Key,
): Reply {
  const closed = { ...screen, draft: null };
  const writes = (more: string) => ({ app: replaceTop(app, { ...screen, draft: { text: more, at } }) });
  if (key === 'escape') return { app: replaceTop(app, closed) };
  if (key === 'backspace') return writes([...text].slice(0, -1).join(''));
  if (key !== 'enter') {
    const isText = [...key].length === 1;
    return isText && text.length < LONGEST_NOTE ? writes(text + key) : { app };
  }
  const said = text.trim();
  if (at !== null) return kept(app, closed, rewritten(app.notes, at, said));
  const note = said === '' ? null : newNote(app, said);
  return note ? kept(app, closed, withNote(app.notes, note)) : { app: replaceTop(app, closed) };
}

function newNote({ scene }: App, text: string): Note | null {
  const by = scene ? notebookOwner(scene) : null;
  return scene && by !== null ? { day: Math.max(0, scene.position.campaign.day), by, text } : null;
}

/** The notes changed, the change to be kept, and what they were to come back to. */
function kept(app: App, screen: NotebookScreen, notes: readonly Note[]): Reply {
  const changed = { ...app, notes };
  const row = Math.min(Math.max(screen.row, 0), Math.max(0, notesHere(changed).length - 1));
  const last = notes.length > app.notes.length ? Math.max(0, notesHere(changed).length - 1) : row;
  return {
    app: replaceTop(changed, { ...screen, draft: null, row: last, before: app.notes }),
    order: { do: 'keepNotes' },
  };
}

function takenBack(app: App, screen: NotebookScreen): Reply {
  if (screen.before === null) return { app: notice(app, words.nothingToUndo) };
  const reply = kept(app, screen, screen.before);
  return { ...reply, app: notice(reply.app, words.undone) };
}

export function notebookRows(app: App, screen: NotebookScreen, { columns, rows }: Size): Line[] {
  const { scene } = app;
  if (!scene) return [];
  const owner = notebookOwner(scene);
  const party = scene.course.scenario.parties.find(({ id }) => id === owner);
  const both = scene.course.persons[0] && scene.course.persons[1];
  const title = both && party ? words.titleOf(party.capital) : words.title;
  const blocks = blocksOf(app, screen, columns);
  const at = screen.draft === null ? screen.row : draftAt(app, screen);
  const end = blocks.slice(0, at + 1).flat().length;
  const room = rows - 2;
  const lines = blocks.flat();
  const top = scrolledTo(0, Math.max(0, end - 1), room);
  const empty =
    lines.length === 0 ? wrapped(words.empty, columns - 4, 'dim').map(row => line('  ', ...row)) : [];
  const shown = lines.slice(top, top + room);
  const where = choice.shown(top + 1, top + shown.length, lines.length);
  const head = ruleTo(title, shown.length < lines.length ? ` ${where} ` : '', columns);
  return [head, EMPTY, ...empty, ...shown];
}

/** Where the note that is being written stands in the list. */
function draftAt(app: App, { draft }: NotebookScreen): number {
  const here = notesHere(app);
  const at = here.findIndex(note => note.at === draft?.at);
  return at < 0 ? here.length : at;
}

function blocksOf(app: App, { row, draft }: NotebookScreen, columns: number): Line[][] {
  const { scene } = app;
  if (!scene) return [];
  const block = (note: Note, chosen: boolean, tone: Tone) =>
    noteBlock(scene.course, note, { chosen, tone }, columns);
  const blocks = notesHere(app).map(({ note, at }, index) =>
    draft !== null && draft.at === at
      ? block({ ...note, text: `${draft.text}_` }, true, 'chosen')
      : block(note, draft === null && index === row, 'plain'),
  );
  if (draft === null || draft.at !== null) return blocks;
  const begun = newNote(app, `${draft.text}_`);
  return begun ? [...blocks, block(begun, true, 'chosen')] : blocks;
}

const DATE = 12;

function noteBlock(
  course: NonNullable<App['scene']>['course'],
  note: Note,
  { chosen, tone }: { readonly chosen: boolean; readonly tone: Tone },
  columns: number,
): Line[] {
  const date = shortDate(dateOf(course.scenario, note.day));
  const writer = writerOf(course, note);
  const text = writer === '' ? note.text : words.by(writer, note.text);
  return wrapped(text, columns - DATE - 2, tone).map((row, index) =>
    line(
      toned(index === 0 && chosen ? ' > ' : '   ', 'key'),
      toned((index === 0 ? date : '').padEnd(DATE - 3), index === 0 ? 'strong' : 'plain'),
      ...row,
    ),
  );
}

/** The notes in full, as the debrief and what is written of it show them. */
export function noteLines(
  course: NonNullable<App['scene']>['course'],
  notes: readonly Note[],
  columns: number,
): Line[] {
  return notes.flatMap(note => noteBlock(course, note, { chosen: false, tone: 'plain' }, columns));
}
