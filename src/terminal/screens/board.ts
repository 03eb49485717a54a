import { type App, notice, PACES, push, type Reply, replaceTop, USUAL_PACE } from '../app.ts';
import { isMediated, isWatched, mayInject } from '../course.ts';
import { guideFor, guideTitle } from '../guide.ts';
import { asArrow, type Key } from '../key.ts';
import { type Line, line, padEnd, type Size, toned, wrapped } from '../line.ts';
import { rule, tall } from '../pane.ts';
import { mayChooseEyes, otherEyes, type Scene, sceneAt } from '../scene.ts';
import { type BoardScreen, type Entry, PAGES, type Page } from '../screen.ts';
import { general, mediating, moves, board as words } from '../words.ts';
import { boardRows, LEAST_BOARD } from './board-rows.ts';
import { guideRows } from './guide-rows.ts';
import { openCatalogue } from './injects.ts';
import { lawAheadInWords } from './law-ahead.ts';
import { leaving, toTheStart } from './leaving.ts';
import { mediatorsEntries, mediatorWaitsFor } from './mediating.ts';
import { movesOf } from './moves.ts';
import { lookBack } from './reader.ts';

/* The board: the campaign as it stands, and the moves that are possible now. */

const CELL = 20;

export function pressBoard(app: App, screen: BoardScreen, key: Key): Reply {
  const { scene } = app;
  if (!scene) return { app };
  if (app.auto !== null) return pressWhileGoingOn(app, app.auto, key);
  const menu = menuOf(scene);
  const byLetter = menu.find(entry => entry.key === key);
  if (byLetter) return make(app, byLetter);
  const chosen = menu[screen.row];
  if (key === 'enter' && chosen) return make(app, chosen);
  const row = rowInGrid(screen.row, asArrow(key), menu.length, columnsOf(app.size.columns));
  if (row !== screen.row) return { app: replaceTop(app, { ...screen, row }) };
  return pressFurther(app, scene, key);
}

function pressFurther(app: App, scene: Scene, key: Key): Reply {
  const over = scene.position.done;
  if (key === 'escape') return { app: push(app, leaving(scene)) };
  if (key === 'b') return lookBack(app, scene);
  if (key === 'v' && mayChooseEyes(scene.course)) return { app: withEyes(app, scene) };
  if (key === 'd' && over) return { app, order: { do: 'debrief' } };
  if (key === 's' && over) return toTheStart(app, scene);
  if (key === 'a' && !over) return { app, order: { do: 'hint' } };
  const page = PAGES[Number(key) - 2];
  if (page) return { app: push(app, openPage(page, scene)) };
  if (over) return { app: isMoveKey(key) ? notice(app, words.overNotice) : app };
  if (key === ' ') return passDay(app, scene);
  if (key === 'e') return { app, order: { do: 'pass', until: 'event' } };
  if (key === 'g')
    return app.settings.reducedMotion
      ? { app, order: { do: 'pass', until: 'event' } }
      : { app: goingOn(app, USUAL_PACE) };
  if (key === 'i' && mayInject(scene.course)) return { app: push(app, openCatalogue(scene)) };
  return { app };
}

/** A day later; on a day on which people are due it asks what waiting asks. */
function passDay(app: App, scene: Scene): Reply {
  const due = scene.legal.some(({ type }) => type === 'handOver');
  const wait = due ? menuOf(scene).find(({ key }) => key === moves.wait.key) : undefined;
  return wait ? make(app, wait) : { app, order: { do: 'pass', until: 'day' } };
}

const isMoveKey = (key: Key) => /^[a-z]$/i.test(key);

/** While days go by, plus and minus change how fast; whatever else is pressed stops them, and no more. */
function pressWhileGoingOn(app: App, pace: number, key: Key): Reply {
  if (key === '+' || key === '=') return { app: goingOn(app, Math.min(PACES.length - 1, pace + 1)) };
  if (key === '-') return { app: goingOn(app, Math.max(0, pace - 1)) };
  return { app: notice({ ...app, auto: null }, null) };
}

function goingOn(app: App, pace: number): App {
  return notice({ ...app, auto: pace }, words.auto(PACES[pace] ?? 1));
}

/** What the one who plays can do now. */
export function menuOf(scene: Scene): readonly Entry[] {
  return isMediated(scene.course) ? mediatorsEntries(scene) : movesOf(scene);
}

function make(app: App, { lead }: Entry): Reply {
  const to = lead();
  return 'order' in to ? { app, order: to.order } : { app: push(app, to.screen) };
}

function withEyes(app: App, scene: Scene): App {
  const eyes = otherEyes(scene.course, scene.sight.viewer);
  return { ...app, eyes, scene: sceneAt(scene.course, scene.at, eyes) };
}

/** The first row of a page is its top; the list of days begins at its end, where play is. */
export function openPage(page: Page, scene: Scene) {
  return { name: 'page', page, scene, row: page === 'days' ? Number.MAX_SAFE_INTEGER : 0 } as const;
}

export function columnsOf(columns: number): number {
  return Math.max(1, Math.floor(columns / CELL));
}

export function rowInGrid(row: number, key: Key, length: number, across: number): number {
  const step = { left: -1, right: 1, up: -across, down: across }[key];
  const to = row + (step ?? 0);
  return to >= 0 && to < length ? to : row;
}

export function boardScreenRows(app: App, screen: BoardScreen, size: Size): Line[] {
  const { scene } = app;
  return scene ? boardRows(scene, size, boardFoot(app, scene, screen, size)) : [];
}

/** What stands below the board: what the law will find, what first steps say, and what can be done. */
export function boardFoot(app: App, scene: Scene, screen: BoardScreen, size: Size): Line[] {
  const foot = footRows(app, scene, screen, size.columns);
  const law = lawAheadRows(scene, size.columns);
  const room = size.rows - LEAST_BOARD - law.length - foot.length;
  const guide = guideRows(app, guideTitle(scene), guideFor(scene), size.columns, room);
  return [...law, ...guide, ...foot];
}

/** What the law will find if nothing is done, above what can be done. */
function lawAheadRows(scene: Scene, columns: number): Line[] {
  const text = lawAheadInWords(scene);
  return text === null ? [] : wrapped(text, columns - 2, 'warn', 2).map(row => line(' ', ...row));
}

function footRows(app: App, scene: Scene, screen: BoardScreen, columns: number): Line[] {
  const { course, mover } = scene;
  const says = (text: string, most: number) =>
    tall(wrapped(text, columns - 2), most).map(row => line(' ', ...row));
  if (scene.position.done) return [rule(columns, words.over), ...says(words.debriefHint, 2)];
  if (isMediated(course)) return mediatorRows(app, scene, screen, columns);
  if (isWatched(course) || mover === null)
    return [rule(columns, words.watch), ...says(watchingInWords(scene), 2)];
  const you = course.persons[0] !== course.persons[1];
  const title = words.moves({ name: course.scenario.parties[mover].capital, you });
  return [rule(columns, title), ...menuRows(menuOf(scene), app.auto === null ? screen.row : -1, columns)];
}

function mediatorRows(app: App, scene: Scene, screen: BoardScreen, columns: number): Line[] {
  const title = scene.speaks ? mediating.yourTurn : mediating.waiting;
  const menu = menuRows(menuOf(scene), app.auto === null ? screen.row : -1, columns);
  const waits = wrapped(mediatorWaitsFor(scene), columns - 2).map(row => line(' ', ...row));
  return [rule(columns, title), ...waits, ...menu.slice(0, 1)];
}

/** As many rows as the longest menu needs, so that nothing jumps from phase to phase. */
const MOST_MOVES = 8;

export function menuRows(menu: readonly Entry[], chosen: number, columns: number): Line[] {
  const across = columnsOf(columns);
  const height = Math.ceil(Math.max(MOST_MOVES, menu.length) / across);
  const width = Math.floor(columns / across);
  return Array.from({ length: height }, (_, row) =>
    menu
      .slice(row * across, (row + 1) * across)
      .flatMap((entry, at) => cell(entry, row * across + at === chosen, width)),
  );
}

function cell({ key, name }: Entry, chosen: boolean, width: number): Line {
  const label = padEnd(` ${name}`, width - 3);
  return line(
    toned(chosen ? '>' : ' ', 'key'),
    toned(key, 'key'),
    toned(label.trimEnd(), chosen ? 'chosen' : 'plain'),
    ' '.repeat(width - 2 - label.trimEnd().length),
  );
}

function watchingInWords({ course, sight }: Scene): string {
  const { viewer } = sight;
  return viewer === null || viewer === 'mediator'
    ? words.watching
    : words.eyesOf(course.scenario.parties[viewer].capital);
}

export function boardHint(app: App): string {
  const { scene } = app;
  if (scene?.course.trouble) return `! ${general.unsaved(scene.course.trouble)}`;
  if (!scene) return '';
  if (scene.position.done) return words.overHint;
  const hand = mayInject(scene.course);
  if (isMediated(scene.course)) return hand ? mediating.injectHint : mediating.hint;
  if (isWatched(scene.course)) return hand ? words.watchInjectHint : words.watchHint;
  const keys = hand ? words.bothHint : words.hint;
  return app.hints ? words.withHints(keys) : keys;
}
