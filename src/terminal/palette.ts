import { type App, pop, push, type Reply, replaceTop } from './app.ts';
import { type Key, rowAfter } from './key.ts';
import { EMPTY, type Line, line, type Size, toned } from './line.ts';
import { spoken } from './linear/spoken.ts';
import { ruleTo, scrolledTo } from './pane.ts';
import type { PaletteScreen } from './screen.ts';
import { optionRow } from './screens/option-row.ts';
import { choice, palette as words } from './words.ts';

/* What can be done here, by name: the menu that is spoken without a screen, looked through by typing. */

interface Command {
  readonly label: string;
  readonly keys: readonly Key[];
}

export function openPalette(app: App): App {
  return push(app, { name: 'palette', query: '', row: 0 });
}

/** Commands of the screen below whose name has every word that was typed; what asks for a text is left out. */
export function commandsFor(app: App, { query }: PaletteScreen): Command[] {
  const wanted = query.toLowerCase().split(' ').filter(Boolean);
  return spoken(pop(app), 0).menu.flatMap(({ label, does }) => {
    if (typeof does === 'string' || 'asks' in does) return [];
    const name = label.toLowerCase();
    return wanted.every(word => name.includes(word)) ? [{ label, keys: does }] : [];
  });
}

export function pressPalette(app: App, screen: PaletteScreen, key: Key): Reply {
  const asks = (query: string) => ({ app: replaceTop(app, { ...screen, query, row: 0 }) });
  if (key === 'escape' || key === 'ctrl-p') return { app: pop(app) };
  if (key === 'backspace') return asks(screen.query.slice(0, -1));
  const found = commandsFor(app, screen);
  if (key === 'enter') {
    const chosen = found[screen.row];
    return chosen ? { app: pop(app), order: { do: 'press', keys: chosen.keys } } : { app };
  }
  // Letters are looked for, so that only the arrows move.
  if ([...key].length === 1) return asks(`${screen.query}${key}`.slice(0, LONGEST_QUERY));
  return { app: replaceTop(app, { ...screen, row: rowAfter(key, screen.row, found.length) }) };
}

const LONGEST_QUERY = 40;

export function paletteRows(app: App, screen: PaletteScreen, { columns, rows }: Size): Line[] {
  const found = commandsFor(app, screen);
  const room = rows - 3;
  const top = scrolledTo(0, screen.row, room);
  const list = found
    .slice(top, top + room)
    .map(({ label }, index) => optionRow(label, top + index === screen.row));
  const where = choice.shown(top + 1, top + list.length, found.length);
  return [
    ruleTo(words.title, list.length < found.length ? ` ${where} ` : '', columns),
    line('  ', toned(`${screen.query}_`, 'chosen')),
    EMPTY,
    ...(list.length > 0 ? list : [line(toned(`   ${words.none}`, 'dim'))]),
  ];
}
