import type { Verdict } from '../analysis/coach.ts';
import { alternatives } from '../analysis/coach-decision.ts';
import type { HintQuestion, TryQuestion } from '../analysis/question.ts';
import type { Move, PartyEvent } from '../campaign/event.ts';
import { viewOf } from '../campaign/view.ts';
import { PARTIES, type PartyIndex } from '../scenario/scenario.ts';
import { resumeCompiled } from '../statechart/compiled.ts';
import { type Position, phaseOf } from '../statechart/position.ts';
import {
  type App,
  type DebriefScreen,
  type HintScreen,
  type Hints,
  notice,
  pop,
  push,
  type Screen,
  type TurningScreen,
  topOf,
} from './app.ts';
import {
  type Coaching,
  judgedAt,
  newCoaching,
  nextToJudge,
  questionOf,
  triedAtOnce,
  triedOf,
  withMet,
  withVerdict,
} from './coaching.ts';
import { isMediated, lastPosition } from './course.ts';
import type { HintTaken } from './manner.ts';
import type { Scene } from './scene.ts';
import type { Stop, Thinking } from './thinking.ts';
import { coach as words } from './words.ts';

/*
 * The coach beside a session: what it is asked, and what becomes of its answers. It thinks in the
 * background and only while somebody looks at what it is asked for; keys are answered all the while.
 */

export interface Mentor {
  readonly thinking: Thinking;
  /** Whether hints may be taken in the campaign in hand. */
  allowsHints: boolean;
  /** Tells who listens that the app's state has changed. */
  changed(): void;
  /** Decisions that are being judged, by number. */
  readonly judging: Map<number, Stop>;
  /** Takes back the one question that somebody waits for: a hint, or a move that was tried. */
  waiting: Stop | null;
  /** What has been judged of campaigns before, so that a debrief that is opened again begins there. */
  readonly known: WeakMap<Position, Map<PartyIndex, Coaching>>;
  hints: Hints;
  /** Called once a hint was taken. */
  onHint(): void;
}

/** A session, as far as the coach is concerned. */
export interface Coached {
  app: App;
  readonly mentor: Mentor;
}

const NO_HINTS: Hints = { taken: [], resumed: false };

export function newMentor(thinking: Thinking): Mentor {
  return {
    thinking,
    allowsHints: true,
    changed: () => {},
    judging: new Map(),
    waiting: null,
    known: new WeakMap(),
    hints: NO_HINTS,
    onHint: () => {},
  };
}

/** What a debrief begins with: the moves of whoever played are judged without being asked for. */
export function coachingFor({ mentor }: Coached, { course }: Scene): Coaching | null {
  if (!lastPosition(course).done) return null;
  const party = PARTIES.find(each => course.persons[each]);
  return party === undefined ? null : coachingOf(mentor, { course }, party);
}

function coachingOf({ known }: Mentor, { course }: Pick<Scene, 'course'>, party: PartyIndex): Coaching {
  const before = known.get(lastPosition(course))?.get(party);
  if (before) return before.state === 'done' ? before : { ...before, state: 'thinking' };
  const fresh = newCoaching(course, party);
  return fresh.state === 'done' ? fresh : { ...fresh, state: 'thinking' };
}

/** Begins, goes on or stops. Where nobody's moves were judged yet, those of the party that is shown first. */
export function startOrStop(desk: Coached): void {
  const debrief = debriefOf(desk.app);
  if (!debrief) return;
  const { coaching, scene } = debrief;
  if (coaching?.state === 'thinking') stopJudging(desk);
  else if (coaching?.state !== 'done')
    setCoaching(desk, coachingOf(desk.mentor, scene, coaching?.party ?? scene.sight.side));
  judgeOn(desk);
}

/** The moves of the other side in place of these. */
export function otherSide(desk: Coached): void {
  const debrief = debriefOf(desk.app);
  if (!debrief) return;
  const party = debrief.coaching ? (debrief.coaching.party === 0 ? 1 : 0) : debrief.scene.sight.side;
  stopJudging(desk);
  setCoaching(desk, coachingOf(desk.mentor, debrief.scene, party));
  judgeOn(desk);
}

export function debriefOf({ stack }: App): DebriefScreen | null {
  return stack.find((screen): screen is DebriefScreen => screen.name === 'debrief') ?? null;
}

function setCoaching(desk: Coached, coaching: Coaching): void {
  const debrief = debriefOf(desk.app);
  if (!debrief) return;
  desk.app = withScreen(desk.app, debrief, { ...debrief, coaching });
  remember(desk.mentor, debrief, coaching);
}

function withScreen(app: App, old: Screen, screen: Screen): App {
  return { ...app, stack: app.stack.map(each => (each === old ? screen : each)) };
}

function remember({ known }: Mentor, { scene }: DebriefScreen, coaching: Coaching): void {
  const last = lastPosition(scene.course);
  const sides = known.get(last) ?? new Map<PartyIndex, Coaching>();
  known.set(last, sides.set(coaching.party, coaching));
}

/** Asks for as many decisions as are thought about at once; none while somebody waits for another answer. */
export function judgeOn(desk: Coached): void {
  const { mentor } = desk;
  const debrief = debriefOf(desk.app);
  const coaching = debrief?.coaching;
  if (!debrief || coaching?.state !== 'thinking' || mentor.waiting) return;
  while (mentor.judging.size < mentor.thinking.atOnce) {
    const number = nextToJudge(coaching, asked => mentor.judging.has(asked));
    const decision = number === null ? undefined : coaching.decisions[number];
    if (number === null || !decision) return;
    const question = questionOf(debrief.scene.course, decision);
    mentor.judging.set(
      number,
      mentor.thinking.ask(question, verdict => judged(desk, number, verdict)),
    );
  }
}

function judged(desk: Coached, number: number, verdict: Verdict): void {
  desk.mentor.judging.delete(number);
  const coaching = debriefOf(desk.app)?.coaching;
  if (coaching) setCoaching(desk, withVerdict(coaching, number, verdict));
  judgeOn(desk);
  desk.mentor.changed();
}

function stopJudging(desk: Coached): void {
  for (const stop of desk.mentor.judging.values()) stop();
  desk.mentor.judging.clear();
  const coaching = debriefOf(desk.app)?.coaching;
  if (coaching?.state === 'thinking') setCoaching(desk, { ...coaching, state: 'stopped' });
}

/** After every key: what nobody looks at any more is not thought about any more. */
export function settleDown(desk: Coached): void {
  const { mentor, app } = desk;
  const debrief = debriefOf(app);
  if (debrief?.coaching) remember(mentor, debrief, debrief.coaching);
  else if (!debrief) stopJudging(desk);
  if (mentor.waiting && !app.stack.some(awaitsAnswer)) {
    mentor.waiting();
    mentor.waiting = null;
  }
  judgeOn(desk);
}

function awaitsAnswer(screen: Screen): boolean {
  if (screen.name === 'hint') return screen.compared === null && screen.moves.length > 1;
  return screen.name === 'turning' && screen.tried?.verdict === 'thinking';
}

export function dismiss({ mentor }: Coached): void {
  mentor.changed = () => {};
  for (const stop of [...mentor.judging.values(), mentor.waiting]) stop?.();
  mentor.judging.clear();
  mentor.waiting = null;
  mentor.thinking.close();
}

/** Whether a move that is made is made in a position of the past, to see whether it would have done better. */
export function isRetrying({ stack }: App): boolean {
  return stack.some(({ name }) => name === 'retry');
}

/** A move chosen in place of one that was played. Nothing of it is in any record. */
export function tryMove(desk: Coached, move: Move): void {
  const debrief = debriefOf(desk.app);
  const screen = desk.app.stack.find((each): each is TurningScreen => each.name === 'turning');
  const point = screen && debrief?.coaching ? judgedAt(debrief.coaching, screen.entry) : null;
  if (!screen || !debrief || !point) return;
  const { decision, asKnown } = point;
  const refused = resumeCompiled(decision.position).send({ ...move, party: decision.party } as PartyEvent);
  if (refused) {
    desk.app = notice(desk.app, refused.message);
    return;
  }
  const tried = triedAtOnce(point, move);
  desk.app = withScreen(downTo(desk.app, 'turning'), screen, { ...screen, tried });
  if (tried.verdict !== 'thinking') {
    keepFound(desk);
    return;
  }
  const { seats } = questionOf(debrief.scene.course, decision);
  const question: TryQuestion = { ask: 'try', decision, seats, tried: move, advised: asKnown.advice.move };
  wait(desk, question, compared => {
    const now = desk.app.stack.find((each): each is TurningScreen => each.name === 'turning');
    if (!now) return;
    desk.app = withScreen(desk.app, now, { ...now, tried: triedOf(move, compared, asKnown) });
    keepFound(desk);
  });
}

function downTo(app: App, name: Screen['name']): App {
  return app.stack.length > 1 && topOf(app).name !== name ? downTo(pop(app), name) : app;
}

/** A turning point at which a move as good as the coach's was found. */
function keepFound(desk: Coached): void {
  const screen = desk.app.stack.find((each): each is TurningScreen => each.name === 'turning');
  const coaching = debriefOf(desk.app)?.coaching;
  const verdict = screen?.tried?.verdict;
  const found = verdict === 'advised' || verdict === 'better' || verdict === 'near';
  if (screen && coaching && found) setCoaching(desk, withMet(coaching, screen.entry, 'found'));
}

/** Asks something that somebody waits for: all other thinking stands back. */
function wait<Q extends HintQuestion | TryQuestion>(
  desk: Coached,
  question: Q,
  told: Parameters<typeof desk.mentor.thinking.ask<Q>>[1],
): void {
  const { mentor } = desk;
  mentor.waiting?.();
  mentor.waiting = mentor.thinking.ask(question, answer => {
    mentor.waiting = null;
    told(answer);
    judgeOn(desk);
    mentor.changed();
  });
}

/** What the coach would do now, from what the party to move knows. */
export function openHint(desk: Coached): void {
  const { scene } = desk.app;
  if (!scene) return;
  const why = reasonAgainst(desk, scene);
  if (why !== null || scene.mover === null) {
    desk.app = notice(desk.app, why);
    return;
  }
  const { campaign, value } = scene.position;
  const view = viewOf(campaign, phaseOf(value), scene.mover);
  const moves = alternatives(view, scene.legal);
  const screen: HintScreen = {
    name: 'hint',
    scenario: scene.course.scenario,
    view,
    moves,
    compared: null,
    top: 0,
  };
  desk.app = push(desk.app, screen);
  if (moves.length < 2) {
    take(desk, view);
    return;
  }
  const question: HintQuestion = { ask: 'hint', view, moves, entry: scene.course.entries.length };
  wait(desk, question, compared => {
    const waits = desk.app.stack.find((each): each is HintScreen => each.name === 'hint');
    if (!waits) return;
    desk.app = withScreen(desk.app, waits, { ...waits, compared });
    take(desk, view);
  });
}

/** Why there can be no hint; null where there can. */
function reasonAgainst({ mentor }: Coached, scene: Scene): string | null {
  if (!mentor.allowsHints) return words.noHints;
  if (isMediated(scene.course)) return words.noHintForMediator;
  if (!scene.course.persons[0] && !scene.course.persons[1]) return words.noHintForWatcher;
  return scene.yours ? null : words.noHintNow;
}

function take({ mentor }: Coached, { party, day }: HintTaken): void {
  const { hints } = mentor;
  mentor.hints = { ...hints, taken: [...hints.taken, { party, day }] };
  mentor.onHint();
}

/** Hints of the days that are still to be played again are not of this campaign. */
export function forgetHintsFrom({ mentor }: Coached, day: number): void {
  const { hints } = mentor;
  mentor.hints = { ...hints, taken: hints.taken.filter(hint => hint.day < day) };
}
