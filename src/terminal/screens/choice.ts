import { type App, pop, push, type Reply, replaceTop } from '../app.ts';
import { type Key, rowAfter } from '../key.ts';
import { clip, EMPTY, type Line, line, type Size, wrapped } from '../line.ts';
import type { Order } from '../order.ts';
import { lastTop, ruleTo, scrolled, scrolledTo, tall } from '../pane.ts';
import type { ChoiceScreen, Option, Screen } from '../screen.ts';
import { choice as words } from '../words.ts';
import { optionRow } from './option-row.ts';

/* A question with answers. Nothing is done before Enter, and Esc always leads back. */

export function ask(
  title: string,
  options: readonly Option[],
  body: ChoiceScreen['body'] = () => [],
): ChoiceScreen {
  return { name: 'choice', title, body, options, row: 0, top: 0 };
}

export function answer(label: string, about: string, order: Order, findings: readonly string[] = []): Option {
  return { label, about, findings, leadsTo: { order } };
}

export function furtherQuestion(label: string, about: string, screen: Screen): Option {
  return { label, about, findings: [], leadsTo: { screen } };
}

/** The way back, as an answer of its own: not everybody knows Esc. */
export const CANCEL: Option = { label: words.cancel, about: '', findings: [], leadsTo: 'back' };

export function pressChoice(app: App, screen: ChoiceScreen, key: Key): Reply {
  if (key === 'escape' || key === 'q') return { app: pop(app) };
  const option = screen.options[screen.row];
  if (key === 'pagedown' || key === 'pageup') {
    const further = bodyFurther(screen, app.size, key);
    if (further) return { app: replaceTop(app, further) };
  }
  if (key !== 'enter' || !option) {
    const row = rowAfter(key, screen.row, screen.options.length);
    return { app: replaceTop(app, { ...screen, row }) };
  }
  if (option.leadsTo === 'back') return { app: pop(app) };
  if ('instead' in option.leadsTo) return { app: replaceTop(app, option.leadsTo.instead) };
  return 'screen' in option.leadsTo
    ? { app: push(app, option.leadsTo.screen) }
    : { app, order: option.leadsTo.order };
}

/** What is asked about, scrolled where it is longer than a whole screen; null where nothing of it is out of sight. */
function bodyFurther(
  screen: ChoiceScreen,
  { columns, rows }: Size,
  key: 'pagedown' | 'pageup',
): ChoiceScreen | null {
  const size = { columns, rows: rows - OUTSIDE };
  const { room } = layoutOf(screen, size);
  const length = screen.body(columns, room).length;
  if (length <= room) return null;
  const last = lastTop(length, room - 1);
  const step = key === 'pagedown' ? room - 1 : 1 - room;
  return { ...screen, top: Math.min(last, Math.max(0, Math.min(screen.top, last) + step)) };
}

/** Rows of the terminal that a question never has: the keys, and the free last one. */
const OUTSIDE = 2;

/**
 * The question, in as many rows as it needs and no more than there are; it stays as high whatever is
 * chosen, so that what stands above it does not move.
 */
export function choiceRows(screen: ChoiceScreen, size: Size): Line[] {
  const { columns } = size;
  const { list, about, shown, room } = layoutOf(screen, size);
  const from = scrolledTo(0, screen.row, shown);
  const answers = list.slice(from, from + shown);
  const body = screen.body(columns, room);
  const seen = body.length <= room ? body : scrolled(body, screen.top, room, words.more);
  const where = words.shown(from + 1, from + answers.length, list.length);
  return [
    ruleTo(screen.title, answers.length < list.length ? ` ${where} ` : '', columns),
    ...seen,
    ...(seen.length > 0 ? [EMPTY] : []),
    ...answers,
    ...(about.length > 0 ? [EMPTY] : []),
    ...about,
  ];
}

/** Whether nothing of the question is cut or out of sight in a room of the given size, whatever is chosen. */
export function isWhole(screen: ChoiceScreen, size: Size): boolean {
  return (
    hasWholeBody(screen, size) &&
    screen.options.every((_, row) => {
      const { list, shown } = layoutOf({ ...screen, row }, size);
      return shown >= list.length;
    })
  );
}

/** Whether all of what is asked about is in sight there, whatever is chosen. */
export function hasWholeBody(screen: ChoiceScreen, size: Size): boolean {
  const body = bodyHeight(screen, size.columns);
  return screen.options.every((_, row) => body <= layoutOf({ ...screen, row }, size).room);
}

function bodyHeight({ body }: ChoiceScreen, columns: number): number {
  return body(columns, Number.POSITIVE_INFINITY).length;
}

interface Layout {
  readonly list: readonly Line[];
  /** What the chosen answer means, as high as that of any. */
  readonly about: readonly Line[];
  /** Answers that find room, and rows that are left for the body. */
  readonly shown: number;
  readonly room: number;
}

function layoutOf(screen: ChoiceScreen, { columns, rows }: Size): Layout {
  const standing = findingsOfAll(screen.options);
  const abouts = screen.options.map(option => aboutRows(option, standing, columns));
  const list = screen.options.map((each, row) =>
    optionRow(clip(each.label, columns - 4), row === screen.row),
  );
  const chosen = abouts[screen.row] ?? [];
  const highest = Math.max(0, ...abouts.map(each => each.length));
  // Where not everything fits, rows that only a longer explanation would need are for more answers, and for what is asked about.
  const free = rows - list.length - 3 - bodyHeight(screen, columns);
  const about = tall(chosen, Math.max(chosen.length, Math.min(highest, free)));
  const shown = Math.min(list.length, Math.max(1, rows - about.length - 3));
  // Beside the body: the title, a free row below it, and one above what an answer means.
  const room = Math.max(0, rows - shown - about.length - (about.length > 0 ? 3 : 2));
  return { list, about, shown, room };
}

/** What the law would find whatever is answered, short of going back: it is seen as long as the question stands. */
function findingsOfAll(options: readonly Option[]): readonly string[] {
  const [first, ...others] = options.filter(({ leadsTo }) => leadsTo !== 'back');
  return (first?.findings ?? []).filter(text => others.every(({ findings }) => findings.includes(text)));
}

function aboutRows(
  { about, findings, leadsTo }: Option,
  standing: readonly string[],
  columns: number,
): Line[] {
  const law = leadsTo === 'back' ? standing : findings;
  return [
    ...(about === '' ? [] : wrapped(about, columns - 4)),
    ...law.flatMap(text => wrapped(text, columns - 4, 'warn', 2)),
    ...(law.length > 0 ? wrapped(words.lawNote, columns - 4, 'dim') : []),
  ].map(row => line('  ', ...row));
}
