import { debrief } from '../analysis/debrief.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { CampaignRecord } from '../table/record.ts';
import { replay } from '../table/replay.ts';
import { type App, type Lobby, notice, push, replaceTop, topOf } from './app.ts';
import { type Course, partyPlayed, personsOf, sharesKeyboard, USUAL_COMMANDS } from './course.ts';
import { type Game, newGame, type Setup, takeUpGame } from './game.ts';
import type { Farewell, Host, PlayOptions, TakenUp, TakenWay } from './host.ts';
import type { KeptWay } from './kept-ways.ts';
import { type Size, wrapped } from './line.ts';
import { isUsual, type Manner, USUAL_MANNER } from './manner.ts';
import { coachingFor, judgeOn, type Mentor, newMentor } from './mentor.ts';
import { untilAwaited } from './pace.ts';
import { backToBoard } from './reduce.ts';
import { accountsFor, latestScene, mayChooseEyes, type Scene, sceneAt } from './scene.ts';
import type { Screen } from './screen.ts';
import { openPage } from './screens/board.ts';
import { answer, ask, CANCEL } from './screens/choice.ts';
import { coverOf } from './screens/cover.ts';
import { openFirstSteps } from './screens/first-steps.ts';
import { openReplay } from './screens/reader.ts';
import { firstDraft, nextStart, setupOf } from './screens/start.ts';
import { USUAL_SETTINGS } from './settings.ts';
import { thinkingInSlices } from './thinking.ts';
import type { Viewer } from './viewer.ts';
import { FIRST_WAY, type Way, waysBeside, withWay } from './way.ts';
import type { WayName } from './way-name.ts';
import { board, start } from './words.ts';

/** What a session works on; the one thing here that changes in place. */
export interface Desk {
  readonly host: Host;
  readonly options: PlayOptions;
  app: App;
  game: Game | null;
  farewell: Farewell | null;
  /** The ways that were played from the same beginning, and which of them is in hand. */
  ways: readonly Way[];
  way: WayName;
  readonly mentor: Mentor;
  /** Whether how the campaign in hand is played has been kept. */
  mannerKept: boolean;
}

/** The app while no campaign is on the table. */
export const NOTHING_PLAYED = {
  scene: null,
  eyes: undefined,
  auto: null,
  guided: false,
  hints: true,
  notes: [],
} as const;

export function newDesk(host: Host, options: PlayOptions, size: Size): Desk {
  const app: App = {
    size,
    lobby: lobbyOf(host, options),
    stack: [],
    ...NOTHING_PLAYED,
    settings: host.settings ?? USUAL_SETTINGS,
    notice: host.fault ?? null,
  };
  const mentor = newMentor(host.thinking ?? thinkingInSlices());
  const desk: Desk = {
    host,
    options,
    app,
    game: null,
    farewell: null,
    ways: [],
    way: FIRST_WAY,
    mentor,
    mannerKept: false,
  };
  mentor.onHint = () => keepManner(desk);
  return desk;
}

/**
 * A campaign is sat down to: a new one, or one that was left, which is played as it was. Hints that were
 * switched off on the command line, in the scenario or when it was begun stay so.
 */
function inManner(desk: Desk, scenario: Scenario, left: Manner | null, resumed: TakenUp | null): void {
  const { mentor, options } = desk;
  const { hints, guided, taken } = left ?? USUAL_MANNER;
  mentor.allowsHints = options.hints !== false && scenario.teaching?.hints !== 'off' && hints;
  mentor.hints = { taken, inDoubt: left === null && resumed !== null && mayHaveLost(resumed) };
  desk.mannerKept = resumed !== null && left !== null;
  desk.app = { ...desk.app, guided, hints: mentor.allowsHints };
}

/** A hint that is taken is kept, so that no file means that none was: unless it cannot be read, or could not be written. */
function mayHaveLost({ mannerFault, pen }: TakenUp): boolean {
  return (mannerFault ?? null) !== null || !pen.keepManner;
}

/** How the campaign in hand is played, kept beside its record; what went wrong is said once. */
export function keepManner(desk: Desk): void {
  const { mentor, options, app, game } = desk;
  const { screenReader } = app.settings;
  const manner: Manner = {
    lines: options.lines === true,
    hints: mentor.allowsHints,
    guided: app.guided,
    taken: mentor.hints.taken,
  };
  // What anybody would take for granted needs no file.
  if (!desk.mannerKept && isUsual(manner, screenReader)) return;
  desk.mannerKept = true;
  const fault = game?.keepManner(manner);
  if (fault) desk.app = notice(desk.app, fault);
}

export function lobbyOf(host: Host, options: PlayOptions): Lobby {
  return {
    scenarios: host.scenarios,
    library: host.library ?? host.scenarios,
    unfinished: host.unfinished(),
    options,
    seed: options.seed ?? host.newSeed(),
  };
}

/** The first screen, by what was said on the command line. */
export function begin(desk: Desk): void {
  const { options } = desk;
  if (options.replay) read(desk, options.replay);
  else if (options.resume) takeUp(desk, options.resume);
  else setUp(desk);
}

function setUp(desk: Desk): void {
  const draft = firstDraft(desk.app.lobby);
  const first = nextStart(desk.app.lobby, draft) ?? { name: 'start', step: 'ready', draft, row: 0 };
  desk.app = { ...desk.app, stack: [first] };
  const setup = setupOf(draft);
  if (setup && desk.options.seed !== undefined) startGame(desk, setup, false);
}

function read(desk: Desk, replayed: NonNullable<PlayOptions['replay']>): void {
  const { scenario, record, toDay, notes = [], way = FIRST_WAY, ways = [], waysFault = null } = replayed;
  const { course, refused } = recorded(desk.host, scenario, record);
  desk.way = way;
  desk.ways = ways.map(each => wayTaken(desk.host, scenario, each));
  desk.app = { ...desk.app, stack: [openReplay(course, toDay)], notes };
  const fault = refused ? board.refused(refused.index + 1, refused.reason.message) : waysFault;
  desk.app = notice(desk.app, fault);
}

/** The course of a record that is not played on. */
function recorded(host: Host, scenario: Scenario, record: CampaignRecord) {
  const { parameters, positions, refused } = replay(scenario, record);
  const { header } = record;
  // What the rules refuse cannot be shown; what came before it can.
  const entries = record.entries.slice(0, positions.length - 1);
  const course: Course = {
    scenario,
    header,
    parameters,
    entries,
    positions,
    persons: personsOf(scenario, header),
    maySpeak: false,
    where: null,
    file: null,
    commands: host.commands ?? USUAL_COMMANDS,
    trouble: refused === null ? null : refused.reason.message,
  };
  return { course, refused };
}

export function startGame(desk: Desk, setup: Setup, unrecorded: boolean): void {
  const game = newGame(desk.host, setup, unrecorded);
  if (typeof game !== 'string') {
    inManner(desk, setup.scenario, { ...USUAL_MANNER, guided: setup.guided === true }, null);
    desk.app = { ...desk.app, notes: [] };
    sitDown(desk, game, true);
    keepManner(desk);
  } else {
    const anyway = answer(start.playUnrecorded, '', { do: 'begin', setup, unrecorded: true });
    desk.app = push(
      desk.app,
      ask(start.noRecord, [CANCEL, anyway], columns => wrapped(game, columns)),
    );
  }
}

export function takeUp(desk: Desk, taken: TakenUp): void {
  const game = takeUpGame(desk.host, taken);
  if (typeof game !== 'string') {
    inManner(desk, taken.scenario, taken.manner ?? null, taken);
    desk.way = taken.way ?? FIRST_WAY;
    desk.ways = (taken.ways ?? []).map(way => wayTaken(desk.host, taken.scenario, way));
    sitDown(desk, game, false);
    const fault = taken.notesFault ?? taken.mannerFault ?? taken.waysFault ?? desk.app.notice;
    desk.app = notice({ ...desk.app, notes: taken.notes ?? [] }, fault);
    keepManner(desk);
  } else {
    taken.pen.close();
    if (desk.app.stack.length === 0) setUp(desk);
    desk.app = notice(desk.app, start.notTakenUp(game));
  }
}

function wayTaken(host: Host, scenario: Scenario, { number, from, record, where, file }: TakenWay): Way {
  const { course } = recorded(host, scenario, record);
  return { number, from, course: { ...course, where, file } };
}

/** The game is on the table: the board, and over it the brief, which a newcomer has to read first. */
export function sitDown(desk: Desk, game: Game, isNew: boolean): void {
  desk.game?.close();
  desk.game = game;
  untilAwaited(game);
  const scene = latestScene(game.course());
  const bottom: Screen = { name: 'board', row: 0 };
  desk.app = { ...desk.app, stack: [bottom], scene, eyes: undefined, auto: null, notice: null };
  const first = desk.app.guided ? openFirstSteps(scene) : openPage('briefs', scene);
  if (isNew && !sharesKeyboard(scene.course)) desk.app = push(desk.app, first);
  coverUp(desk, scene, null);
  // A record that was played to its end is taken up where it was left: in its debrief.
  if (scene.position.done) openDebrief(desk);
}

/** The board as the game now stands; the debrief over it once the campaign has ended. */
export function show(desk: Desk, game: Game): void {
  const before = desk.app.scene;
  const wasOver = before?.position.done === true;
  const course = game.course();
  const eyes = mayChooseEyes(course) ? desk.app.eyes : undefined;
  const scene = latestScene(course, eyes);
  const app = backToBoard({ ...desk.app, scene, notice: null });
  desk.app = replaceTop(app, { name: 'board', row: sameRow(desk, scene) });
  coverUp(desk, scene, before);
  if (scene.position.done && !wasOver) {
    desk.app = { ...desk.app, auto: null };
    openDebrief(desk);
  }
}

/** With two people at one keyboard the other's turn begins under a cover, at which time stands still. */
function coverUp(desk: Desk, scene: Scene, before: Scene | null): void {
  for (const screen of coverOf(scene, before)) desk.app = { ...push(desk.app, screen), auto: null };
}

/** The chosen move stays chosen only as long as the menu stays as it was. */
function sameRow({ app }: Desk, scene: Scene): number {
  const top = topOf(app);
  const same =
    app.scene?.speaks === scene.speaks &&
    app.scene.legal.map(legal => legal.type).join() === scene.legal.map(legal => legal.type).join();
  return top.name === 'board' && same ? top.row : 0;
}

export function openDebrief(desk: Desk): void {
  const top = topOf(desk.app);
  const seen = desk.app.scene ?? (top.name === 'reader' ? top.scene : null);
  if (!seen) return;
  const scene = forDebrief(seen, top.name === 'reader' ? top.eyes : desk.app.eyes);
  const { parameters, positions } = scene.course;
  keepWay(desk);
  const screen = {
    name: 'debrief',
    scene,
    debrief: debrief({ parameters, positions, refused: null }),
    way: desk.way,
    others: waysBeside(desk.ways, { ...desk.way, course: scene.course }),
    notes: desk.app.notes,
    coaching: coachingFor(desk, scene),
    hints: desk.game ? desk.mentor.hints : null,
    accounts: accountsFor(scene.course, scene.sight.side),
    top: 0,
  } as const;
  desk.app = push(desk.app, screen);
  judgeOn(desk);
}

/** A debrief is for the side whose eyes were chosen; where none were, for the one that was played. */
function forDebrief(scene: Scene, chosen: Viewer | undefined): Scene {
  const { course } = scene;
  const played = sharesKeyboard(course) ? 0 : partyPlayed(course);
  const party = chosen === 0 || chosen === 1 ? chosen : played;
  return party === null ? scene : sceneAt(course, scene.at, party);
}

/** The way in hand, as far as it was played, kept to be compared with others. */
export function keepWay(desk: Desk): void {
  if (desk.game) desk.ways = withWay(desk.ways, { ...desk.way, course: desk.game.course() });
}

/** The ways, kept beside their records; what went wrong is returned. */
export function keepWays({ game, ways, way }: Desk): string | null {
  if (!game) return null;
  const kept = keptWays(withWay(ways, { ...way, course: game.course() }));
  return kept.length > 1 ? game.keepWays(kept) : null;
}

/** Where the records of ways are, of those that have one. */
export function keptWays(ways: readonly Way[]): KeptWay[] {
  return ways.flatMap(({ number, from, course: { file } }) =>
    file === null ? [] : [{ number, from, file }],
  );
}
