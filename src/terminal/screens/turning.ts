import type { Judged } from '../../analysis/coach.ts';
import { advisedOf, SMALL, stakeOf } from '../../analysis/coach-verdict.ts';
import { turned } from '../../analysis/rollout-sample.ts';
import { moveText, reasonOfPlayed } from '../../report/coach-reason.ts';
import { dateOf } from '../../scenario/scenario.ts';
import { legalMoves } from '../../statechart/legal.ts';
import { type App, notice, pop, push, type Reply, replaceTop } from '../app.ts';
import {
  type Coaching,
  canBeTried,
  judgedAt,
  letterOf,
  type Tried,
  type TriedVerdict,
  withMet,
} from '../coaching.ts';
import { type Course, isWatched } from '../course.ts';
import { asArrow, type Key, rowAfter } from '../key.ts';
import { type Line, line, type Size, type Tone, wrapped } from '../line.ts';
import { debriefOf } from '../mentor.ts';
import { otherCourse } from '../other-course.ts';
import { lastTop, rule, scrolled } from '../pane.ts';
import { type Scene, sceneAt } from '../scene.ts';
import type { DebriefScreen, RetryScreen, TurningScreen } from '../screen.ts';
import { choice, shortDate, coach as words, worth } from '../words.ts';
import { boardRows, LEAST_BOARD } from './board-rows.ts';
import { estimateInWords, lossInWords } from './coaching-lines.ts';

/*
 * A turning point: the board as it was known on that day, what was played, and the question what
 * would have been better. The answer is given only to whoever asks for it.
 */

/** The debrief with the first turning point over it that is still open, or the first of all. */
export function toTurningPoints(app: App, { coaching, scene }: DebriefScreen): Reply {
  const points = coaching?.points ?? [];
  const open = points.find(point => canBeTried(point) && !coaching?.met.has(point.decision.entry));
  const first = open ?? points[0];
  if (first) return { app: push(app, turningAt(scene.course, first)) };
  return {
    app: notice(
      app,
      coaching
        ? words.none[coaching.state === 'done' ? 'done' : 'yet']
        : words.beginKey(scene.course.scenario.parties[scene.sight.side].capital),
    ),
  };
}

function turningAt(course: Course, { decision }: Judged): TurningScreen {
  const scene = sceneAt(asPlayedBy(course, decision.party), decision.entry, decision.party);
  return { name: 'turning', entry: decision.entry, scene, tried: null, top: 0 };
}

/** The course as the one sees it who plays that side alone: whoever it was is spoken to as "you". */
function asPlayedBy(course: Course, party: 0 | 1): Course {
  const { mediator: _, ...header } = course.header;
  return { ...course, header, persons: [party === 0, party === 1] };
}

/** A turning point with what the coach has made of the campaign. */
interface Shown {
  readonly debrief: DebriefScreen;
  readonly coaching: Coaching;
  readonly point: Judged;
}

export function shownIn(app: App, { entry }: { readonly entry: number }): Shown | null {
  const debrief = debriefOf(app);
  const point = debrief?.coaching ? judgedAt(debrief.coaching, entry) : null;
  return debrief?.coaching && point ? { debrief, coaching: debrief.coaching, point } : null;
}

export function pressTurning(app: App, screen: TurningScreen, key: Key): Reply {
  const shown = shownIn(app, screen);
  if (key === 'escape' || key === 't' || !shown) return { app: pop(app) };
  const arrow = asArrow(key);
  if (arrow === 'left' || arrow === 'right')
    return { app: stepped(app, screen, shown, arrow === 'left' ? -1 : 1) };
  if (key === 'enter' || key === 'r') return { app: retry(app, screen, shown) };
  if (key === 'a') return { app: push(asShown(app, shown), { name: 'answer', entry: screen.entry, top: 0 }) };
  if (key === 'o')
    return { app: mayBeTold(shown) ? toOtherCourse(app, shown) : notice(app, words.courseTells) };
  return { app: replaceTop(app, scrolledBy(screen, shown, key, app.size)) };
}

/** Whether there is nothing more to find: the course that the coach would have taken tells the answer. */
export function mayBeTold({ coaching, point }: Shown): boolean {
  return !canBeTried(point) || coaching.met.has(point.decision.entry);
}

/** The keys that lead somewhere here, the most important first. */
export function turningHint(app: App, screen: TurningScreen): string {
  const shown = shownIn(app, screen);
  const keys = words.turningKeys;
  if (!shown) return keys.help;
  return [
    ...(canBeTried(shown.point) ? [keys.try] : []),
    keys.answer,
    ...(mayBeTold(shown) ? [keys.course] : []),
    keys.back,
    ...(shown.coaching.points.length > 1 ? [keys.others] : []),
    keys.help,
  ].join('   ');
}

function stepped(app: App, { entry }: TurningScreen, { debrief, coaching }: Shown, by: number): App {
  const { points } = coaching;
  if (points.length < 2) return notice(app, words.onlyPoint);
  const at = points.findIndex(({ decision }) => decision.entry === entry);
  const to = points[(Math.max(0, at) + by + points.length) % points.length];
  return to ? replaceTop(app, turningAt(debrief.scene.course, to)) : app;
}

function retry(app: App, { scene }: TurningScreen, { point }: Shown): App {
  if (!canBeTried(point)) return notice(app, words.wasBest);
  return push(app, retryOf(scene, point));
}

/** The position with the moves that were possible in it. */
function retryOf(scene: Scene, { decision }: Judged): RetryScreen {
  const legal = legalMoves(decision.position);
  return { name: 'retry', scene: { ...scene, mover: decision.party, yours: true, legal }, row: 0 };
}

/** Looking at the answer is remembered: what has been seen cannot be found any more. */
export function asShown(app: App, { debrief, coaching, point }: Shown): App {
  const met = withMet(coaching, point.decision.entry, 'shown');
  return {
    ...app,
    stack: app.stack.map(screen => (screen === debrief ? { ...debrief, coaching: met } : screen)),
  };
}

export function toOtherCourse(app: App, shown: Shown): App {
  const { debrief, point } = shown;
  const move = advisedOf(point.asKnown);
  const course = otherCourse(debrief.scene.course, point, move);
  if (typeof course === 'string') return notice(app, words.cannotBranch(course));
  return push(asShown(app, shown), { name: 'otherCourse', course, top: 0 });
}

export function turningRows(app: App, screen: TurningScreen, size: Size): Line[] {
  const shown = shownIn(app, screen);
  if (!shown) return [];
  const lines = turningLines(shown, screen, size.columns);
  const foot = scrolled(lines, screen.top, roomFor(lines, size), choice.more);
  return boardRows(screen.scene, size, [rule(size.columns, titleOf(shown)), ...foot]);
}

function turningLines(shown: Shown, screen: TurningScreen, columns: number): Line[] {
  return turningTexts(shown, screen)
    .flatMap(([text, tone]) => wrapped(text, columns - 2, tone))
    .map(row => line(' ', ...row));
}

/** As many rows as the text needs, if the board finds room above it at least in brief. */
function roomFor(lines: readonly Line[], { rows }: Size): number {
  return Math.min(lines.length, rows - LEAST_BOARD - 1);
}

function scrolledBy(screen: TurningScreen, shown: Shown, key: Key, { columns, rows }: Size): TurningScreen {
  if (key !== 'pagedown' && key !== 'pageup') return screen;
  const lines = turningLines(shown, screen, columns);
  const page = roomFor(lines, { columns, rows: rows - OUTSIDE }) - 1;
  const last = lines.length > page + 1 ? lastTop(lines.length, page) : 0;
  return { ...screen, top: rowAfter(key, Math.min(screen.top, last), last + 1, page) };
}

/** Rows of the terminal that are not this screen's: the keys, and the free last one. */
const OUTSIDE = 2;

export function titleOf({ debrief, coaching, point }: Shown): string {
  const { entry, day } = point.decision;
  const letter = letterOf(coaching, entry);
  const at = coaching.points.findIndex(({ decision }) => decision.entry === entry);
  const where = at < 0 ? words.turningOff : words.turning(letter, at + 1, coaching.points.length);
  const date = shortDate(dateOf(debrief.scene.course.scenario, day));
  return `${where}: ${words.signs[point.label]} ${words.labels[point.label]}, ${date}`;
}

/** What is said of a turning point without its answer. */
export function turningTexts(
  { debrief, coaching, point }: Shown,
  { tried }: TurningScreen,
): (readonly [string, Tone])[] {
  const { course } = debrief.scene;
  const { decision } = point;
  const played = moveText(course.scenario, decision, decision.played);
  const name = course.scenario.parties[decision.party].capital;
  const watched = isWatched(course) || !course.persons[decision.party];
  const who = watched ? words.theyPlayed(name, played) : words.youPlayed(played);
  const said = [`${who} ${lossInWords(point)}`, 'plain'] as const;
  const about = [watched ? words.asSeenBy(name) : words.asKnown, 'dim'] as const;
  // What became of a try comes first: where there is little room, it is what somebody waits for.
  return tried
    ? [...triedTexts(debrief, point, tried, coaching.points.length > 1), said, about]
    : [said, [questionOf(coaching, point), 'strong'], about];
}

function questionOf({ met }: Coaching, point: Judged): string {
  if (!canBeTried(point)) return words.wasBest;
  const how = met.get(point.decision.entry);
  if (how === undefined) return words.findBetter;
  return how === 'found' ? words.foundBefore : words.shownBefore;
}

/** What became of the move that was tried; why it is worse, as far as that gives nothing away. */
function triedTexts(
  { scene }: DebriefScreen,
  point: Judged,
  { move, verdict, behind }: Tried,
  hasOthers: boolean,
): (readonly [string, Tone])[] {
  const { scenario } = scene.course;
  const text = moveText(scenario, point.decision, move);
  if (verdict === 'thinking') return [[words.trying(text), 'dim']];
  const said = saidOf(verdict, text, behind, stakeOf(point.asKnown));
  if (verdict !== 'worse') return [[said, 'key']];
  const why = reasonOfPlayed(scenario, { decision: { ...point.decision, played: move } });
  return [
    [`${said} ${why}`, 'warn'],
    [hasOthers ? words.again : words.againHere, 'strong'],
  ];
}

/** The verdict, and by what rule: what may be chance passes, and what is a small share of the stake. */
function saidOf(verdict: TriedVerdict, text: string, behind: Tried['behind'], stake: number): string {
  if (!behind || verdict === 'advised') return words.tried.advised(text);
  if (verdict === 'better') return words.tried.better(text, estimateInWords(turned(behind)));
  const by = estimateInWords(behind);
  if (verdict === 'near' && Math.max(-behind.low, behind.high) < LEAST_TOLD) return words.tried.same(text);
  if (verdict === 'near' && behind.low <= 0)
    return behind.mean < 0
      ? words.tried.chance(text, 'ahead', estimateInWords(turned(behind)))
      : words.tried.chance(text, 'behind', by);
  return words.tried[verdict](text, by, words.tried.bound(worth(SMALL * stake), 100 * SMALL, worth(stake)));
}

/** Worth units that would be told as nothing. */
const LEAST_TOLD = 0.05;
