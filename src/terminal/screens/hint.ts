import { DEPTH } from '../../analysis/coach.ts';
import { sameMove } from '../../analysis/coach-decision.ts';
import { SMALL, stakeOf } from '../../analysis/coach-verdict.ts';
import type { Comparison } from '../../analysis/comparison.ts';
import { turned } from '../../analysis/rollout-sample.ts';
import { moveText } from '../../report/coach-reason.ts';
import { hintReason } from '../../report/hint-reason.ts';
import { type App, type HintScreen, pop, type Reply } from '../app.ts';
import type { Key } from '../key.ts';
import { EMPTY, type Line, line, type Size, toned, wrapped } from '../line.ts';
import { rule } from '../pane.ts';
import { coach as words } from '../words.ts';
import { estimateInWords } from './coaching-lines.ts';

/* What the coach would do now, why, and how sure it is. */

export function pressHint(app: App, key: Key): Reply {
  return { app: ['escape', 'enter', 'q', 'a'].includes(key) ? pop(app) : app };
}

export function hintRows(screen: HintScreen, { columns }: Size): Line[] {
  const [first = '', ...more] = hintTexts(screen);
  const says = (text: string) => [...wrapped(text, columns - 4).map(row => line('  ', ...row)), EMPTY];
  return [
    rule(columns, words.hint),
    EMPTY,
    ...wrapped(first, columns - 4).map(row => line('  ', ...row.map(({ text }) => toned(text, 'strong')))),
    EMPTY,
    ...more.flatMap(says),
  ];
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
