import { type App, pop, type Reply, replaceTop } from '../app.ts';
import { type Key, rowAfter } from '../key.ts';
import { cells, type Line, type Size, toned, widthOf } from '../line.ts';
import { lastTop, rule, scrolled } from '../pane.ts';
import type { DebriefScreen } from '../screen.ts';
import { general, debriefPage as words } from '../words.ts';
import { progressInWords } from './coaching-lines.ts';
import { titlesOf } from './debrief-lines.ts';
import { debriefLines } from './debrief-page.ts';
import { toTheStart } from './leaving.ts';
import { lookBack } from './reader.ts';
import { toTurningPoints } from './turning.ts';
import { openWays } from './ways.ts';

/* The debrief: what came of the campaign, by the true numbers, which the parties did not all know. */

/** Rows outside the list: the title, the hint, and the free last row. */
const OUTSIDE = 3;

export function pressDebrief(app: App, screen: DebriefScreen, key: Key): Reply {
  if (key === 'escape' || key === 'enter' || key === 'd') return { app: pop(app) };
  if (key === 'b' && app.scene) return lookBack(pop(app), app.scene);
  if (key === 's' && app.scene) return toTheStart(app, app.scene);
  if (key === 'w') return { app, order: { do: 'export', format: 'text' } };
  if (key === 't') return toTurningPoints(app, screen);
  if (key === 'c') return { app, order: { do: 'coach', what: 'startOrStop' } };
  if (key === 'v') return { app, order: { do: 'coach', what: 'otherSide' } };
  if (key === 'a') return { app: withAnswers(app, screen) };
  if (key === 'x') return { app, order: { do: 'export', format: 'html' } };
  if (key === 'o') return openWays(app, screen);
  if (key === 'A') return { app, order: { do: 'recording' } };
  const room = app.size.rows - OUTSIDE - 1;
  const last = lastTop(debriefLines(screen, app.size.columns).length, room);
  return {
    app: replaceTop(app, { ...screen, top: rowAfter(key, Math.min(screen.top, last), last + 1, room) }),
  };
}

/** The list with what would have been better, or without. */
function withAnswers(app: App, screen: DebriefScreen): App {
  const { coaching } = screen;
  return coaching ? replaceTop(app, { ...screen, coaching: { ...coaching, open: !coaching.open } }) : app;
}

/** Cells of a rule around its title. */
const AROUND_TITLE = 3;

export function debriefRows(screen: DebriefScreen, { columns, rows }: Size): Line[] {
  const progress = progressInWords(screen);
  const end = progress === '' ? [] : [toned(` ${progress} ─`, 'dim')];
  // Whose debrief it is matters more than the day, which the time line shows.
  const titles = titlesOf(screen);
  const title = titles.find(text => cells(text) + AROUND_TITLE <= columns - widthOf(end)) ?? titles[2];
  return [
    [...rule(columns - widthOf(end), title), ...end],
    ...scrolled(debriefLines(screen, columns), screen.top, rows - 1, general.more),
  ];
}

export function debriefHint({ others, coaching, hints }: DebriefScreen): string {
  const all = others.length > 0 ? words.waysHint : words.hint;
  const keys = hints === null ? words.readOnly(all) : all;
  return coaching?.state === 'done' ? words.judged(keys) : keys;
}
