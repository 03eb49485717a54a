import type { Verdict } from '../analysis/coach.ts';
import { other, type PartyIndex } from '../scenario/scenario.ts';
import type { Position } from '../statechart/position.ts';
import type { App } from './app.ts';
import { type Coaching, newCoaching, nextToJudge, questionOf, withVerdict } from './coaching.ts';
import { lastPosition } from './course.ts';
import { accountsFor, type Scene, sceneAt } from './scene.ts';
import type { DebriefScreen, Hints, Screen } from './screen.ts';
import type { Stop, Thinking } from './thinking.ts';

/*
 * The coach beside a session, and how it judges the moves of a debrief. It thinks in the background and only
 * while somebody looks at what it is asked for; keys are answered all the while.
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

const NO_HINTS: Hints = { taken: [], inDoubt: false };

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

/** What a debrief begins with: where somebody played, the moves of the side it is for are judged without being asked for. */
export function coachingFor({ mentor }: Coached, { course, sight }: Scene): Coaching | null {
  if (!lastPosition(course).done || !course.persons.some(Boolean)) return null;
  return coachingOf(mentor, { course }, sight.side);
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

/** The other side in place of this one: the whole debrief with its eyes, and its moves judged. */
export function otherSide(desk: Coached): void {
  stopJudging(desk);
  const debrief = debriefOf(desk.app);
  if (!debrief) return;
  const { coaching, scene } = debrief;
  const party = coaching ? other(coaching.party) : scene.sight.side;
  desk.app = withScreen(withEyesOf(desk.app, party), debrief, {
    ...debrief,
    scene: sceneAt(scene.course, scene.at, party),
    accounts: accountsFor(scene.course, party),
  });
  setCoaching(desk, coachingOf(desk.mentor, scene, party));
  judgeOn(desk);
}

/** The board or the record below the debrief with the eyes of a party. */
function withEyesOf(app: App, eyes: PartyIndex): App {
  const seen = (scene: Scene) => sceneAt(scene.course, scene.at, eyes);
  const stack = app.stack.map(screen =>
    screen.name === 'reader' ? { ...screen, eyes, scene: seen(screen.scene) } : screen,
  );
  return { ...app, stack, eyes, scene: app.scene && seen(app.scene) };
}

export function debriefOf({ stack }: App): DebriefScreen | null {
  return stack.find((screen): screen is DebriefScreen => screen.name === 'debrief') ?? null;
}

export function setCoaching(desk: Coached, coaching: Coaching): void {
  const debrief = debriefOf(desk.app);
  if (!debrief) return;
  desk.app = withScreen(desk.app, debrief, { ...debrief, coaching });
  remember(desk.mentor, debrief, coaching);
}

/** The app with another screen in the place of one. */
export function withScreen(app: App, old: Screen, screen: Screen): App {
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
