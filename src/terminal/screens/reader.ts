import { isPartyEvent } from '../../campaign/event.ts';
import { dateOf } from '../../scenario/scenario.ts';
import { type App, notice, PACES, pop, push, type Reply, replaceTop, USUAL_PACE } from '../app.ts';
import {
  type Course,
  eveningOf,
  isWatched,
  lastPosition,
  mayInject,
  morningOf,
  sharesKeyboard,
} from '../course.ts';
import { asArrow, type Key } from '../key.ts';
import { clip, type Line, line, type Size, toned, wrapped } from '../line.ts';
import { rule } from '../pane.ts';
import { mayChooseEyes, otherEyes, type Scene, sceneAt } from '../scene.ts';
import { PAGES, type ReaderScreen } from '../screen.ts';
import { back as backWords, longDate, shortDate, board as words } from '../words.ts';
import { boardRows } from './board-rows.ts';

/* Going through what was played, both ways: a record, or the campaign in hand. */

/** A record, opened at its first day, or at the end of the day that was asked for. */
export function openReplay(course: Course, toDay?: number): ReaderScreen {
  const at = eveningOf(course, toDay ?? 0);
  return { name: 'reader', mode: 'replay', scene: sceneAt(course, at), eyes: undefined };
}

/**
 * The campaign in hand, on the latest day that play could be taken up on again, and once it is over on the latest
 * on which something was decided: on its last day hardly anything is left to play. Null on the first.
 */
function openLookBack(scene: Scene): ReaderScreen | null {
  const { course } = scene;
  const day = dayOf(scene);
  const to = scene.position.done
    ? (lastChoiceDay(course) ?? lastMoveDay(course, day))
    : (lastMoveDay(course, day - 1) ?? lastMoveDay(course, day));
  if (to === null || course.entries.length === 0) return null;
  return {
    name: 'reader',
    mode: 'back',
    scene: inTheMorning(course, to, eyesNow(scene)),
    eyes: eyesNow(scene),
  };
}

/** The app with the look back over it. */
export function lookBack(app: App, scene: Scene): Reply {
  const reader = openLookBack(scene);
  return { app: reader ? push(app, reader) : notice(app, words.noEarlier) };
}

function eyesNow({ course, sight }: Scene) {
  // Two at one keyboard look back with the eyes of whoever sits there now.
  return mayChooseEyes(course) || sharesKeyboard(course) ? sight.viewer : undefined;
}

/** The last day up to `day` on which anybody moved. */
function lastMoveDay(course: Course, day: number): number | null {
  for (let at = day; at >= 0; at--) if (morningOf(course, at) !== null) return at;
  return null;
}

/** The last day on which those whom people play, or else anybody, did more than wait. */
function lastChoiceDay(course: Course): number | null {
  const anybody = isWatched(course);
  const played = course.entries.findLast(({ event, byHand }) => {
    if (!isPartyEvent(event)) return byHand === true;
    return event.type !== 'wait' && (course.persons[event.party] || anybody);
  });
  return played?.day ?? null;
}

function inTheMorning(course: Course, day: number, eyes: ReaderScreen['eyes']): Scene {
  return sceneAt(course, morningOf(course, day) ?? eveningOf(course, day), eyes);
}

function dayOf({ position }: Scene): number {
  return Math.max(0, position.campaign.day);
}

export function pressReader(app: App, screen: ReaderScreen, key: Key): Reply {
  if (app.auto !== null) return pressWhileGoingOn(app, screen, app.auto, key);
  const { scene, mode } = screen;
  if (key === 'escape') return { app: mode === 'back' ? pop(app) : notice(app, words.qLeaves) };
  if (key === 'enter' && mode === 'back') return { app, order: { do: 'branch', day: dayOf(scene) } };
  if (key === 'v' && mayChooseEyes(scene.course)) return { app: withEyes(app, screen) };
  if (key === 'g' && mode === 'replay')
    return app.settings.reducedMotion ? pressReader(app, screen, 'e') : { app: goingOn(app, USUAL_PACE) };
  if (key === 'd' && lastPosition(scene.course).done && mode === 'replay')
    return { app, order: { do: 'debrief' } };
  const page = PAGES[Number(key) - 2];
  if (page)
    return {
      app: push(app, { name: 'page', page, scene, row: page === 'days' ? Number.MAX_SAFE_INTEGER : 0 }),
    };
  const to = mode === 'back' ? dayAfter(screen, key) : stepAfter(screen, key);
  return { app: to === null ? app : replaceTop(app, { ...screen, scene: to }) };
}

function pressWhileGoingOn(app: App, screen: ReaderScreen, pace: number, key: Key): Reply {
  if (key === '+' || key === '=') return { app: goingOn(app, Math.min(PACES.length - 1, pace + 1)) };
  if (key === '-') return { app: goingOn(app, Math.max(0, pace - 1)) };
  return { app: notice(replaceTop({ ...app, auto: null }, screen), null) };
}

function goingOn(app: App, pace: number): App {
  return notice({ ...app, auto: pace }, words.auto(PACES[pace] ?? 1));
}

function withEyes(app: App, screen: ReaderScreen): App {
  const eyes = otherEyes(screen.scene.course, screen.scene.sight.viewer);
  return replaceTop(app, { ...screen, eyes, scene: sceneAt(screen.scene.course, screen.scene.at, eyes) });
}

const DAYS: Readonly<Record<Key, number>> = {
  left: -1,
  up: -1,
  right: 1,
  down: 1,
  pageup: -10,
  pagedown: 10,
};

/** Looking back one stands in the morning of a day, before its first move: that is where play can go on. */
function dayAfter({ scene, eyes }: ReaderScreen, key: Key): Scene | null {
  const { course } = scene;
  const last = Math.max(0, lastPosition(course).campaign.day);
  const target =
    key === 'home' ? 0 : key === 'end' ? last : dayOf(scene) + (DAYS[asArrow(key)] ?? Number.NaN);
  if (Number.isNaN(target)) return null;
  const day = lastMoveDay(course, Math.min(last, Math.max(0, target)));
  return day === null ? null : inTheMorning(course, day, eyes);
}

/** In a record one stands in the evening of a day, or after any of its events. */
function stepAfter(screen: ReaderScreen, key: Key): Scene | null {
  const { course, at } = screen.scene;
  const last = course.positions.length - 1;
  const to = (wanted: number) => sceneAt(course, Math.min(last, Math.max(0, wanted)), screen.eyes);
  if (key === ',') return to(at - 1);
  if (key === '.') return to(at + 1);
  if (key === 'home') return to(0);
  if (key === 'end') return to(last);
  if (key === 'e') return to(nextEvent(screen));
  const days = DAYS[asArrow(key)];
  if (days === undefined) return null;
  const day = screen.scene.position.campaign.day + days;
  // The last event of all, the end itself, belongs to the last day.
  return to(day < 0 ? 0 : eveningOf(course, day));
}

/** The next position after something that a player would stop for; the last one where there is none. */
function nextEvent({ scene, eyes }: ReaderScreen): number {
  const { course, at } = scene;
  const last = course.positions.length - 1;
  const { accounts } = sceneAt(course, last, eyes);
  const next = accounts.find(account => account.concerns && account.entry >= at);
  return next ? next.entry + 1 : last;
}

/** A day further, as the reader goes on by itself; null at the end. */
export function readOn(screen: ReaderScreen): ReaderScreen | null {
  const { course, at } = screen.scene;
  if (at >= course.positions.length - 1) return null;
  const scene = stepAfter(screen, 'right');
  return scene ? { ...screen, scene } : null;
}

export function readerRows(screen: ReaderScreen, size: Size): Line[] {
  const { scene, mode } = screen;
  const { columns } = size;
  const { course, at } = scene;
  const last = Math.max(0, lastPosition(course).campaign.day);
  const where =
    mode === 'back' ? words.lookingBack(dayOf(scene), last) : words.reading(at, course.positions.length - 1);
  const more = mode === 'back' ? aboutGoingBack(scene) : whoseEyes(scene);
  return boardRows(scene, size, [
    rule(columns, where),
    ...wrapped(more, columns - 2).map(row => line(' ', ...row)),
    line(toned(` ${clip(mode === 'back' ? whatCameNext(screen) : words.signs, columns - 2)}`, 'dim')),
  ]);
}

/** What playing on from here comes to, and how. */
function aboutGoingBack(scene: Scene): string {
  const { course } = scene;
  const date = longDate(dateOf(course.scenario, dayOf(scene)));
  if (lastPosition(course).done && dayOf(scene) === lastMoveDay(course, course.parameters.days))
    return backWords.lastDay(date);
  return isWatched(course) ? backWords.watched(date, mayInject(course)) : backWords.about(date);
}

/** What happened next on the way that was played: one knows what one goes back to before one goes. */
export function whatCameNext({ scene, eyes }: ReaderScreen): string {
  const { course, at } = scene;
  const { accounts } = sceneAt(course, course.positions.length - 1, eyes);
  const next = accounts.find(({ concerns, entry }) => concerns && entry >= at);
  if (!next) return backWords.nothingNext;
  return backWords.next(shortDate(dateOf(course.scenario, next.day)), next.text);
}

function whoseEyes({ course, sight }: Scene): string {
  if (sight.viewer === 'mediator') return words.eyesMediator;
  if (sight.viewer !== null) return words.eyesOf(course.scenario.parties[sight.viewer].capital);
  return isWatched(course) ? words.watching : words.eyesTruth;
}

export function readerHint({ mode }: ReaderScreen): string {
  return mode === 'back' ? words.backHint : words.readHint;
}
