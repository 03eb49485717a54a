import { DEPTH } from '../../analysis/coach.ts';
import { sameMove } from '../../analysis/coach-decision.ts';
import { isAdvised } from '../../analysis/coach-verdict.ts';
import type { Comparison } from '../../analysis/comparison.ts';
import { moveText, reasonOf } from '../../report/coach-reason.ts';
import { dateOf } from '../../scenario/scenario.ts';
import { type App, pop, type Reply, replaceTop } from '../app.ts';
import { letterOf } from '../coaching.ts';
import { type Key, rowAfter } from '../key.ts';
import { EMPTY, type Line, line, type Size, toned, wrapped } from '../line.ts';
import { lastTop, rule, scrolled } from '../pane.ts';
import type { AnswerScreen } from '../screen.ts';
import { general, longDate, coach as words, worth } from '../words.ts';
import { estimateInWords, lostInWords } from './coaching-lines.ts';
import { shownIn, toOtherCourse } from './turning.ts';

/* All that the coach has to say of a turning point: both looks, and every move that it played on. */

/** Rows outside the list: the title, the hint, and the free last row. */
const OUTSIDE = 3;

export function pressAnswer(app: App, screen: AnswerScreen, key: Key): Reply {
  if (key === 'escape' || key === 'enter' || key === 'a' || key === 'q') return { app: pop(app) };
  const shown = shownIn(app, screen);
  if (key === 'o' && shown) return { app: toOtherCourse(app, shown) };
  const room = app.size.rows - OUTSIDE - 1;
  const last = lastTop(answerLines(app, screen, app.size.columns).length, room);
  return {
    app: replaceTop(app, { ...screen, top: rowAfter(key, Math.min(screen.top, last), last + 1, room) }),
  };
}

export function answerRows(app: App, screen: AnswerScreen, { columns, rows }: Size): Line[] {
  const shown = shownIn(app, screen);
  if (!shown) return [];
  const { coaching, point } = shown;
  const title = words.answerTitle(letterOf(coaching, screen.entry), words.labels[point.label]);
  return [
    rule(columns, title),
    ...scrolled(answerLines(app, screen, columns), screen.top, rows - 1, general.more),
  ];
}

function answerLines(app: App, screen: AnswerScreen, columns: number): Line[] {
  return answerTexts(app, screen).flatMap(text =>
    text === ''
      ? [EMPTY]
      : text.endsWith(':')
        ? [line(toned(` ${text.slice(0, -1)}`, 'strong'))]
        : wrapped(text, columns - 4, 'plain', 2).map(row => line('  ', ...row)),
  );
}

/** The answer, text by text: one that ends in a colon is a title, an empty one a pause. */
export function answerTexts(app: App, screen: AnswerScreen): string[] {
  const shown = shownIn(app, screen);
  if (!shown) return [];
  const { point, debrief } = shown;
  const { scenario } = debrief.scene.course;
  const { decision, asKnown, inHindsight } = point;
  const text = (move: typeof decision.played) => moveText(scenario, decision, move);
  const advised = isAdvised(asKnown) ? [words.advised(text(asKnown.advice.move))] : [];
  return [
    longDate(dateOf(scenario, decision.day)),
    words.played(text(decision.played)),
    ...advised,
    lostInWords(asKnown),
    reasonOf(scenario, point),
    '',
    words.others,
    `${words.known}:`,
    ...movesText(asKnown, text),
    '',
    `${words.inHindsight}:`,
    lostInWords(inHindsight),
    ...movesText(inHindsight, text),
    '',
    words.rollouts(asKnown.rollouts, inHindsight.rollouts),
    words.note(DEPTH, decision.view.known.days - decision.day),
  ];
}

/** The moves that were measured, best first. */
function movesText(
  { moves, played }: Comparison,
  text: (move: Comparison['played']['move']) => string,
): string[] {
  return moves.map(({ move, gain, lead }) =>
    sameMove(move, played.move)
      ? words.playedOne(text(move), worth(gain, true))
      : words.otherMove(text(move), worth(gain, true), estimateInWords(lead)),
  );
}
