import type { Deal } from '../campaign/counts.ts';
import type { Move } from '../campaign/event.ts';
import { answersTo } from './answers.ts';
import { notice, PACES, replaceTop, topOf, USUAL_PACE } from './app.ts';
import { type Course, morningOf, negotiatorsOnly } from './course.ts';
import {
  type Desk,
  keepManner,
  keepWay,
  keepWays,
  keptWays,
  lobbyOf,
  NOTHING_PLAYED,
  openDebrief,
  show,
  sitDown,
  startGame,
  takeUp,
} from './desk.ts';
import { farewellLines } from './farewell.ts';
import { branchGame, type Game } from './game.ts';
import type { Farewell } from './host.ts';
import { keepsake, keepsakeName } from './keepsake.ts';
import { isTooSmall } from './line.ts';
import { dismiss, otherSide, startOrStop } from './mentor.ts';
import { forgetHintsFrom, isRetrying, openHint, tryMove } from './mentor-asked.ts';
import { notesUpTo } from './notes.ts';
import type { Order } from './order.ts';
import { dayOf, isAwaited, passDay, passToEvent, playOutDay, type Stop, untilAwaited } from './pace.ts';
import { pictureName, recordingName, recordingOf, screenSvg } from './picture.ts';
import { latestScene, type Scene } from './scene.ts';
import { injectCalled } from './screens/injects.ts';
import { dueInWords } from './screens/phase.ts';
import { readOn } from './screens/reader.ts';
import { firstDraft, nextStart } from './screens/start.ts';
import { FIRST_WAY, nextWay } from './way.ts';
import { back, board, debriefPage, injects, mediating, phaseMore } from './words.ts';

/* What a key orders and only the desk can do: it has the table, the record and the way out. */

export function carryOut(desk: Desk, order: Order): void {
  switch (order.do) {
    case 'begin':
      startGame(desk, order.setup, order.unrecorded);
      break;
    case 'takeUp':
      takeUpNumber(desk, order.index);
      break;
    case 'move':
      move(desk, order.move);
      break;
    case 'pass':
      pass(desk, order.until);
      break;
    case 'mediate':
      mediate(desk, order.deal);
      break;
    case 'inject':
      inject(desk, order.inject);
      break;
    case 'branch':
      branch(desk, order.day);
      break;
    case 'debrief':
      openDebrief(desk);
      break;
    case 'coach':
      if (order.what === 'otherSide') otherSide(desk);
      else startOrStop(desk);
      break;
    case 'hint':
      openHint(desk);
      break;
    case 'press':
      // The session presses them.
      break;
    case 'export':
      exportDebrief(desk, order.format);
      break;
    case 'picture':
      write(desk, pictureName(desk.app), screenSvg(desk.app));
      break;
    case 'recording':
      writeRecording(desk);
      break;
    case 'keepNotes':
      keepNotes(desk);
      break;
    case 'keepSettings': {
      const fault = desk.host.keepSettings?.(order.settings) ?? null;
      if (fault !== null) desk.app = notice(desk.app, fault);
      break;
    }
    case 'toStart':
      toStart(desk);
      break;
    case 'leave':
      leave(desk, order.how);
      break;
  }
}

/** The notes as they now are, on disk and in a debrief that lies below. */
function keepNotes(desk: Desk): void {
  const { notes, stack } = desk.app;
  const shown = stack.map(screen => (screen.name === 'debrief' ? { ...screen, notes } : screen));
  const fault = desk.game?.keepNotes(notes) ?? null;
  desk.app = { ...desk.app, stack: shown, notice: fault ?? desk.app.notice };
}

function leave(desk: Desk, how: Farewell['how']): void {
  desk.game?.verify();
  desk.farewell = { how, lines: farewellLines(desk.game?.course() ?? null) };
  desk.game?.close();
  dismiss(desk);
}

function takeUpNumber(desk: Desk, index: number): void {
  const taken = desk.app.lobby.unfinished[index]?.takeUp();
  if (taken === undefined) return;
  if (typeof taken === 'string') desk.app = notice(desk.app, taken);
  else takeUp(desk, taken);
}

function move(desk: Desk, made: Move): void {
  if (isRetrying(desk.app)) {
    tryMove(desk, made);
    return;
  }
  const { game } = desk;
  if (!game) return;
  const refused = game.move(made);
  if (refused) {
    desk.app = notice(desk.app, refused.message);
    return;
  }
  untilAwaited(game);
  show(desk, game);
}

function pass(desk: Desk, until: 'day' | 'event'): void {
  const { game } = desk;
  if (!game) return;
  const before = dayOf(game);
  const stop = until === 'day' ? passDay(game) : passToEvent(game);
  show(desk, game);
  desk.app = notice(desk.app, noticeOf(stop, game.course(), dayOf(game) - before));
}

/** The text is on the table, and both sides have the day to answer it. */
function mediate(desk: Desk, deal: Deal): void {
  const { game } = desk;
  if (!game) return;
  const from = game.course().entries.length;
  const refused = game.mediate(deal);
  if (refused) {
    desk.app = notice(desk.app, refused.message);
    return;
  }
  playOutDay(game);
  game.awaited();
  show(desk, game);
  desk.app = notice(desk.app, answersTo(game.course(), from));
}

function inject(desk: Desk, id: string): void {
  const { game } = desk;
  if (!game) return;
  const refused = game.inject(id);
  game.awaited();
  show(desk, game);
  const course = game.course();
  const brought = course.scenario.injects.find(known => known.id === id);
  const called = brought ? injectCalled(course, brought) : id;
  desk.app = notice(desk.app, refused ? refused.message : injects.brought(called));
}

function branch(desk: Desk, day: number): void {
  const { game } = desk;
  if (!game) return;
  const course = game.course();
  const kept = morningOf(course, day);
  if (kept === null) return;
  keepWay(desk);
  const way = nextWay(desk.ways, { number: desk.way.number, day });
  const branched = branchGame(desk.host, course, kept, { way, others: keptWays(desk.ways) });
  if (typeof branched === 'string') {
    desk.app = notice(desk.app, branched);
    return;
  }
  desk.way = way;
  forgetHintsFrom(desk, day);
  sitDown(desk, branched, false);
  desk.app = { ...desk.app, notes: notesUpTo(desk.app.notes, day) };
  keepManner(desk);
  const unkept = keepWays(desk);
  const fault = desk.app.notes.length > 0 ? branched.keepNotes(desk.app.notes) : null;
  desk.app = notice(desk.app, fault ?? unkept ?? back.branched(day, branched.course().where));
}

function toStart(desk: Desk): void {
  desk.game?.close();
  desk.game = null;
  desk.ways = [];
  desk.way = FIRST_WAY;
  const lobby = lobbyOf(desk.host, {});
  const first = nextStart(lobby, firstDraft(lobby));
  desk.app = {
    ...desk.app,
    lobby,
    stack: first ? [first] : desk.app.stack,
    ...NOTHING_PLAYED,
    notice: null,
  };
}

function exportDebrief(desk: Desk, format: 'text' | 'html'): void {
  const top = topOf(desk.app);
  if (top.name !== 'debrief') return;
  write(desk, keepsakeName(top, format), keepsake(top, format));
}

/** The whole campaign, for a player of recordings. */
function writeRecording(desk: Desk): void {
  const top = topOf(desk.app);
  if (top.name !== 'debrief') return;
  const { scenario, header, entries, commands } = top.scene.course;
  const { size, settings } = desk.app;
  const record = { header, entries, ended: top.scene.position.done };
  const recording = { scenario, record, size, settings, commands, pace: PACES[USUAL_PACE] };
  write(desk, recordingName(recording), recordingOf(recording));
}

/** Writes a file where that can be done, and says where, or why not. */
function write(desk: Desk, name: string, text: string): void {
  const written = desk.host.export?.(name, text);
  const said = written === undefined ? debriefPage.cannotWrite : written;
  desk.app = notice(desk.app, typeof said === 'string' ? said : debriefPage.written(said.where));
}

/** `passed`: days that went by before it. */
function noticeOf(stop: Stop, course: Course, passed = 0): string | null {
  if (stop === 'quiet') return board.quiet(passed);
  if (stop === 'due') return dueNotice(latestScene(course));
  if (stop === 'law') return board.stoppedForLaw;
  return stop === 'duty' ? board.duty : null;
}

/** What is awaited of the one who plays, and by when. */
function dueNotice(scene: Scene): string {
  const { phase } = scene.sight;
  const what =
    phase === 'initiation.overture' ? 'proposal' : phase === 'preparation.lists' ? 'list' : 'offer';
  return board.due(what, dueInWords(scene, phaseMore.by));
}

/** A moment has passed while the campaign, or the reading of a record, goes on by itself. */
export function tick(desk: Desk): void {
  if (desk.app.auto === null || desk.farewell || isTooSmall(desk.app.size)) return;
  const top = topOf(desk.app);
  if (top.name === 'reader') {
    const next = readOn(top);
    desk.app = next ? replaceTop(desk.app, next) : { ...desk.app, auto: null, notice: null };
    return;
  }
  if (desk.game) goOn(desk, desk.game);
}

/** A day by itself; it stops where something needs the person who plays or mediates, never for those who watch. */
function goOn(desk: Desk, game: Game): void {
  const { auto, notice: said } = desk.app;
  const stop = isAwaited(game) ? 'due' : passDay(game);
  show(desk, game);
  const course = game.course();
  const covered = topOf(desk.app).name === 'cover';
  const goes = !covered && (stop === 'asked' || (stop === 'concerned' && negotiatorsOnly(course)));
  const why = stop === 'speak' ? mediating.stopped : stop === 'over' ? null : board.stopped;
  desk.app = goes
    ? { ...desk.app, auto, notice: said }
    : { ...desk.app, auto: null, notice: noticeOf(stop, course) ?? why };
}
