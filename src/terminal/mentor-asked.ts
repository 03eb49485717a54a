import { alternatives } from '../analysis/coach-decision.ts';
import { newsHeard } from '../analysis/news-heard.ts';
import type { HintQuestion, TryQuestion } from '../analysis/question.ts';
import type { Move, PartyEvent } from '../campaign/event.ts';
import { viewOf } from '../campaign/view.ts';
import { resumeCompiled } from '../statechart/compiled.ts';
import { phaseOf } from '../statechart/position.ts';
import { type App, notice, pop, push, topOf } from './app.ts';
import { judgedAt, questionOf, triedAtOnce, triedOf, withMet } from './coaching.ts';
import { isMediated } from './course.ts';
import type { HintTaken } from './manner.ts';
import { type Coached, debriefOf, judgeOn, setCoaching, withScreen } from './mentor.ts';
import type { Scene } from './scene.ts';
import type { HintScreen, Screen, TurningScreen } from './screen.ts';
import { coach as words } from './words.ts';

/* What somebody asks the coach and waits for: a hint, or whether a move would have done better than the one played. */

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
  desk.app = withScreen(downTo(desk.app, 'turning'), screen, { ...screen, tried, top: 0 });
  if (tried.verdict !== 'thinking') {
    keepFound(desk);
    return;
  }
  const { seats } = questionOf(debrief.scene.course, decision);
  const question: TryQuestion = { ask: 'try', decision, seats, tried: move, advised: asKnown.advice.move };
  wait(desk, question, compared => {
    const now = desk.app.stack.find((each): each is TurningScreen => each.name === 'turning');
    if (!now) return;
    desk.app = withScreen(desk.app, now, { ...now, tried: triedOf(move, compared, asKnown), top: 0 });
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
  const { entries } = scene.course;
  const heard = newsHeard(entries, view);
  const question: HintQuestion = { ask: 'hint', view, heard, moves, entry: entries.length };
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
