import { type App, pop, push, type Reply, replaceTop } from '../app.ts';
import { type Key, rowAfter } from '../key.ts';
import { clip, type Line, line, type Size, toned } from '../line.ts';
import { lastTop, scrolled } from '../pane.ts';
import { PAGES, type PageScreen } from '../screen.ts';
import { general, pages as names } from '../words.ts';
import { briefLines } from './briefs.ts';
import { dayLines } from './days.ts';
import { peopleLines } from './people.ts';
import { talksLines } from './talks.ts';

/* Pages that say more than the board has room for. Each is a list of lines that scrolls. */

const LINES = { people: peopleLines, talks: talksLines, days: dayLines, briefs: briefLines } as const;

/** Lines that a page has in a room of the given size, below its row of tabs. */
function linesOf({ page, scene }: PageScreen, { columns }: Size): Line[] {
  return LINES[page](scene, columns);
}

export function pressPage(app: App, screen: PageScreen, key: Key): Reply {
  if (key === 'escape' || key === 'enter' || key === '1') return { app: pop(app) };
  const page = PAGES[Number(key) - 2] ?? neighbour(screen, key);
  if (page)
    return { app: push(pop(app), { ...screen, page, row: page === 'days' ? Number.MAX_SAFE_INTEGER : 0 }) };
  const room = app.size.rows - OUTSIDE;
  const lines = linesOf(screen, app.size);
  const last = lastTop(lines.length, room - 1);
  const row = rowAfter(key, Math.min(screen.row, last), last + 1, room - 1);
  return { app: replaceTop(app, { ...screen, row }) };
}

/** Rows of the screen that the list does not have: the tabs, the hint, and the free last row. */
const OUTSIDE = 3;

function neighbour({ page }: PageScreen, key: Key) {
  const step = key === 'tab' ? 1 : key === 'backtab' ? PAGES.length - 1 : 0;
  return step === 0 ? undefined : PAGES[(PAGES.indexOf(page) + step) % PAGES.length];
}

export function pageRows(screen: PageScreen, size: Size): Line[] {
  const lines = linesOf(screen, size);
  const room = size.rows - 1;
  const top = Math.min(screen.row, lastTop(lines.length, room - 1));
  return [tabs(screen, size.columns), ...scrolled(lines, top, room, general.more)];
}

function tabs({ page }: PageScreen, columns: number): Line {
  const cells = names.map((name, index) => {
    const here = PAGES[index - 1] === page;
    return toned(here ? `[${index + 1} ${name}]` : ` ${index + 1} ${name} `, here ? 'chosen' : 'plain');
  });
  // The rest of the row is not part of the last one.
  return line(' ', ...cells.map(cell => ({ ...cell, text: clip(cell.text, columns) })), ' ');
}
