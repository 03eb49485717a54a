import { type App, pop, type Reply, replaceTop } from '../app.ts';
import { type Key, rowAfter } from '../key.ts';
import { EMPTY, type Line, line, padEnd, type Size, toned, wrapped } from '../line.ts';
import { lastTop, rule, scrolled } from '../pane.ts';
import type { HelpScreen } from '../screen.ts';
import { general, help as words } from '../words.ts';

/* The keys, and what the signs mean. */

interface Section {
  readonly title: string;
  readonly on: readonly HelpScreen['of'][];
  readonly keys: readonly (readonly [key: string, about: string])[];
}

const KEY = 22;
/** Rows outside the list: the title, the hint, and the free last row. */
const OUTSIDE = 3;

export function pressHelp(app: App, screen: HelpScreen, key: Key): Reply {
  if (['escape', '?', 'q', 'enter'].includes(key)) return { app: pop(app) };
  const room = app.size.rows - OUTSIDE - 1;
  const last = lastTop(helpLines(screen.of, app.size.columns).length, room);
  return {
    app: replaceTop(app, { ...screen, top: rowAfter(key, Math.min(screen.top, last), last + 1, room) }),
  };
}

export function helpRows({ of, top }: HelpScreen, { columns, rows }: Size): Line[] {
  return [rule(columns, words.title), ...scrolled(helpLines(of, columns), top, rows - 1, general.more)];
}

function helpLines(of: HelpScreen['of'], columns: number): Line[] {
  const sections = sectionsFor(of).flatMap(({ title, keys }) => [
    line(toned(` ${title}`, 'strong')),
    ...keys.flatMap(([key, about]) => keyLines(key, about, columns)),
    EMPTY,
  ]);
  const notes = [words.signs, words.days, words.owed].flatMap(text =>
    wrapped(text, columns - 2).map(row => line(' ', ...row)),
  );
  return [...sections, ...notes];
}

/** What can be done where the help was asked for, then the rest. */
function sectionsFor(of: HelpScreen['of']): Section[] {
  const isOfIt = ({ on }: Section) => on.includes(of);
  return [...words.sections.filter(isOfIt), ...words.sections.filter(section => !isOfIt(section))];
}

function keyLines(key: string, about: string, columns: number): Line[] {
  return wrapped(about, columns - KEY - 4).map((row, index) =>
    line('   ', toned(padEnd(index === 0 ? key : '', KEY), 'key'), ...row),
  );
}
