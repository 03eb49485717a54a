import { type App, topOf } from './app.ts';
import { footer } from './footer.ts';
import { allIn, clipLine, EMPTY, filled, isTooSmall, type Line, line, type Size, wrapped } from './line.ts';
import { paletteRows } from './palette.ts';
import { tall, withinRows } from './pane.ts';
import type { Scene } from './scene.ts';
import type { ChoiceScreen, Screen } from './screen.ts';
import { answerRows } from './screens/answer.ts';
import { boardFoot, boardHint, boardScreenRows } from './screens/board.ts';
import { BRIEFEST_BOARDS, boardRows, briefestBoard, LEAST_BOARD } from './screens/board-rows.ts';
import { choiceRows, hasWholeBody, isWhole } from './screens/choice.ts';
import { composerRows } from './screens/composer-rows.ts';
import { coverRows } from './screens/cover.ts';
import { debriefHint, debriefRows } from './screens/debrief.ts';
import { offerGuideRows } from './screens/guide-rows.ts';
import { helpRows } from './screens/help.ts';
import { hintRows } from './screens/hint.ts';
import { notebookRows } from './screens/notebook.ts';
import { otherCourseRows } from './screens/other-course.ts';
import { pageRows } from './screens/page.ts';
import { readerHint, readerRows } from './screens/reader.ts';
import { retryFoot, retryRows } from './screens/retry.ts';
import { settingsRows } from './screens/settings.ts';
import { startRows } from './screens/start-rows.ts';
import { turningHint, turningRows } from './screens/turning.ts';
import { waysRows } from './screens/ways.ts';
import {
  briefPage,
  choice,
  coach,
  composer,
  cover,
  general,
  help,
  notebook,
  palette,
  settings,
  start,
  ways,
} from './words.ts';

/**
 * The whole screen: one row less than the terminal has, since a full one would scroll it. Each row
 * is as wide as the screen, so that nothing of an earlier frame shines through.
 */
export function frame(app: App): Line[] {
  const { columns, rows } = app.size;
  if (isTooSmall(app.size)) return tooSmall(app.size);
  const below = bottom(app);
  const size = { columns, rows: rows - 1 - below.length };
  const shown = withinRows(rowsOf(app, topOf(app), size), size.rows);
  const lines = [...tall(shown, size.rows), ...below];
  return lines.map(each => filled(clipLine(each, columns), columns));
}

function tooSmall({ columns, rows }: Size): Line[] {
  if (rows < 2 || columns < 1) return [];
  const text = general.tooSmall(columns, rows);
  return wrapped(text, columns)
    .slice(0, rows - 1)
    .map(row => clipLine(row, columns));
}

/** What the last key did, or else the keys that matter here. */
function bottom(app: App): Line[] {
  const width = app.size.columns - 2;
  if (app.notice !== null) return wrapped(app.notice, width, 'strong').map(row => line(' ', ...row));
  return [allIn('dim', line(` ${footer(hintOf(app, topOf(app)), width)}`))];
}

function rowsOf(app: App, screen: Screen, size: Size): readonly Line[] {
  switch (screen.name) {
    case 'start':
      return startRows(app, screen, size);
    case 'board':
      return boardScreenRows(app, screen, size);
    case 'page':
      return pageRows(screen, size);
    case 'choice':
      return choiceOverBoard(app, screen, size);
    case 'composer':
      return withGuide(size, offerGuideRows(app, screen, size), room => composerRows(screen, room));
    case 'reader':
      return readerRows(screen, size);
    case 'debrief':
      return debriefRows(screen, size);
    case 'help':
      return helpRows(screen, size);
    case 'cover':
      return coverRows(screen, size);
    case 'notebook':
      return notebookRows(app, screen, size);
    case 'settings':
      return settingsRows(app, screen, size);
    case 'palette':
      return paletteRows(app, screen, size);
    case 'turning':
      return turningRows(app, screen, size);
    case 'retry':
      return retryRows(screen, size);
    case 'answer':
      return answerRows(app, screen, size);
    case 'otherCourse':
      return otherCourseRows(screen, size);
    case 'ways':
      return waysRows(screen, size);
    case 'hint':
      return hintRows(screen, size);
  }
}

/** A question stands below the board that it is asked about, where there is one. */
function choiceOverBoard(app: App, screen: ChoiceScreen, size: Size): readonly Line[] {
  const scene = sceneBelow(app);
  if (!scene) {
    const loose = { ...size, rows: size.rows - 1 };
    return hasWholeBody(screen, loose) ? [EMPTY, ...choiceRows(screen, loose)] : choiceRows(screen, size);
  }
  const below = { ...size, rows: size.rows - LEAST_BOARD };
  if (isWhole(screen, below))
    return boardRows(scene, size, choiceRows(screen, below), footBelow(app, scene, size));
  // What has to be known to answer comes before the board, which has been seen.
  const fits = BRIEFEST_BOARDS.find(each => hasWholeBody(screen, { ...size, rows: size.rows - each })) ?? 0;
  return [
    ...briefestBoard(scene, size.columns, fits),
    ...choiceRows(screen, { ...size, rows: size.rows - fits }),
  ];
}

/** How many rows stand below the board while nothing is asked. */
function footBelow(app: App, scene: Scene, size: Size): number | undefined {
  const board = app.stack.findLast(({ name }) => name === 'board' || name === 'retry');
  if (board?.name === 'retry') return retryFoot(board, size.columns).length;
  return board?.name === 'board' ? boardFoot(app, scene, board, size).length : undefined;
}

/** The moment that the screens below the one on top are about; null before there is a campaign. */
function sceneBelow({ stack, scene }: App): Scene | null {
  for (const screen of stack.slice(0, -1).toReversed()) {
    if (screen.name === 'board') return scene;
    if ('scene' in screen) return screen.scene;
  }
  return null;
}

/** A screen with a few rows at its foot that say what can be done. */
function withGuide(size: Size, guide: readonly Line[], draw: (room: Size) => readonly Line[]): Line[] {
  const rows = size.rows - guide.length;
  return [...tall(draw({ ...size, rows }), rows), ...guide];
}

function hintOf(app: App, screen: Screen): string {
  switch (screen.name) {
    case 'start':
      if (screen.step === 'campaign') return start.firstHint;
      return screen.step === 'ready' ? start.readyHint : start.hint;
    case 'board':
      return boardHint(app);
    case 'page':
      return briefPage.hint;
    case 'choice':
      return choice.hint;
    case 'composer':
      if (screen.draft !== null) return composer.messageHint;
      if (screen.purpose === 'text') return composer.textHint;
      return screen.purpose === 'offer' ? composer.hint : composer.countHint;
    case 'reader':
      return readerHint(screen);
    case 'debrief':
      return debriefHint(screen);
    case 'help':
      return help.hint;
    case 'cover':
      return cover.hint;
    case 'notebook':
      return screen.draft === null ? notebook.hint : notebook.writingHint;
    case 'settings':
      return settings.hint;
    case 'palette':
      return palette.hint;
    case 'turning':
      return turningHint(app, screen);
    case 'retry':
      return coach.retryHint;
    case 'answer':
      return coach.answerHint;
    case 'otherCourse':
      return coach.courseHint;
    case 'ways':
      return screen.ways.length > 2 ? ways.hint : ways.hintOfTwo;
    case 'hint':
      return coach.hintHint;
  }
}
