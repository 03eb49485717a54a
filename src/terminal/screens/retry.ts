import { type App, pop, push, type Reply, replaceTop } from '../app.ts';
import { asArrow, type Key } from '../key.ts';
import type { Line, Size } from '../line.ts';
import { rule } from '../pane.ts';
import { PAGES, type RetryScreen } from '../screen.ts';
import { coach as words } from '../words.ts';
import { columnsOf, menuRows, openPage, rowInGrid } from './board.ts';
import { boardRows } from './board-rows.ts';
import { movesOf } from './moves.ts';

/* The board of a day in the past with its menu of moves: what is chosen is tried, not played. */

export function pressRetry(app: App, screen: RetryScreen, key: Key): Reply {
  if (key === 'escape' || key === 'q') return { app: pop(app) };
  const menu = movesOf(screen.scene);
  const page = PAGES[Number(key) - 2];
  if (page) return { app: push(app, openPage(page, screen.scene)) };
  const entry = menu.find(each => each.key === key) ?? (key === 'enter' ? menu[screen.row] : undefined);
  if (entry) {
    const to = entry.lead();
    return 'order' in to ? { app, order: to.order } : { app: push(app, to.screen) };
  }
  const row = rowInGrid(screen.row, asArrow(key), menu.length, columnsOf(app.size.columns));
  return { app: replaceTop(app, { ...screen, row }) };
}

export function retryRows(screen: RetryScreen, size: Size): Line[] {
  return boardRows(screen.scene, size, retryFoot(screen, size.columns));
}

export function retryFoot({ scene, row }: RetryScreen, columns: number): Line[] {
  return [rule(columns, words.retryTitle), ...menuRows(movesOf(scene), row, columns)];
}
