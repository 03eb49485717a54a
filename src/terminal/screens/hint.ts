import { DEPTH } from '../../analysis/coach.ts';
import { sameMove } from '../../analysis/coach-decision.ts';
import { SMALL, stakeOf } from '../../analysis/coach-verdict.ts';
import type { Comparison } from '../../analysis/comparison.ts';
import { turned } from '../../analysis/rollout-sample.ts';
import { moveText } from '../../report/coach-reason.ts';
import { hintReason } from '../../report/hint-reason.ts';
import { type App, pop, type Reply, replaceTop } from '../app.ts';
import { type Key, rowAfter } from '../key.ts';
import { EMPTY, type Line, line, type Size, type Tone, wrapped } from '../line.ts';
import { lastTop, rule, scrolled } from '../pane.ts';
import type { HintScreen } from '../screen.ts';
import { general, coach as words } from '../words.ts';
import { estimateInWords } from './coaching-lines.ts';

/* What the coach would do now, why, and how sure it is. */

/** Rows outside the text: the title, the hint, and the free last row. */
const OUTSIDE = 3;

export function pressHint(app: App, screen: HintScreen, key: Key): Reply {
  if (['escape', 'enter', 'q', 'a'].includes(key)) return { app: pop(app) };
  const room = app.size.rows - OUTSIDE - 1;
  const last = lastTop(hintLines(screen, app.size.columns).length, room);
  return {
    app: replaceTop(app, { ...screen, top: rowAfter(key, Math.min(screen.top, last), last + 1, room) }),
  };
}

export function hintRows(screen: HintScreen, { columns, rows }: Size): Line[] {
  return [
    rule(columns, words.hint),
    ...scrolled(hintLines(screen, columns), screen.top, rows - 1, general.more),
  ];
}

function hintLines(screen: HintScreen, columns: number): Line[] {
  const [first = '', ...more] = hintTexts(screen);
  const says = (text: string, tone: Tone) => [
    EMPTY,
    ...wrapped(text, columns - 4, tone).map(row => line('  ', ...row)),
  ];
  return [...says(first, 'strong'), ...more.flatMap(text => says(text, 'plain'))];
}

/** The hint, sentence by sentence; while the coach thinks, that it does. */
export function hintTexts({ scenario, view, moves, compared }: HintScreen): string[] {
  const text = (move: (typeof moves)[number]) => moveText(scenario, { view }, move);
  const [only] = moves;
  if (!compared) {
    if (moves.length > 1 || !only) return [words.hintThinking];
    return [words.hintOnly(text(only)), hintReason(scenario, view, only), words.hintCounted].filter(Boolean);
  }
  const { move } = compared.advice;
  return [
    words.hintAdvice(text(move)),
    hintReason(scenario, view, move),
    sureness(compared, text),
    words.hintNote(compared.advice.lead.trials, DEPTH, view.known.days - view.day),
    words.hintCounted,
  ].filter(said => said !== '');
}

/** How far ahead of the next best it is, and whether that may be chance. */
function sureness(compared: Comparison, text: (move: Comparison['advice']['move']) => string): string {
  const { advice, moves } = compared;
  const rival = moves.find(({ move }) => !sameMove(move, advice.move));
  if (!rival) return '';
  const { low, high } = rival.lead;
  const lead = turned(rival.lead);
  const how = lead.low > 0 ? 'clear' : Math.max(-low, high) <= SMALL * stakeOf(compared) ? 'even' : 'close';
  return how === 'even'
    ? words.hintSure.even(text(rival.move))
    : words.hintSure[how](text(rival.move), estimateInWords(lead));
}
