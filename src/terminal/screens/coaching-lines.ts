import { DEPTH, type Judged } from '../../analysis/coach.ts';
import { SILENCE_LOOKED_AT_EVERY, sameMove } from '../../analysis/coach-decision.ts';
import type { Score } from '../../analysis/coach-score.ts';
import { isAdvised, LEAST_STAKE, stakeOf } from '../../analysis/coach-verdict.ts';
import type { Comparison } from '../../analysis/comparison.ts';
import { cameToTheSame, type Estimate } from '../../analysis/rollout-sample.ts';
import { moveText, reasonOf, reasonOfPlayed } from '../../report/coach-reason.ts';
import { dateOf, other, PARTIES, type PartyIndex } from '../../scenario/scenario.ts';
import { type Coaching, letterOf, scoreOf } from '../coaching.ts';
import { isMediated } from '../course.ts';
import { type Line, line, type Tone, wrapped } from '../line.ts';
import type { DebriefScreen } from '../screen.ts';
import { shortDate, coach as words, worth } from '../words.ts';
import { gameGraph } from './game-graph.ts';

/* The coach's part of the debrief: the graph of the game, and its turning points as a list. */

export function coachingLines(screen: DebriefScreen, columns: number): Line[] {
  const { scene, coaching } = screen;
  const says = saying(columns);
  if (!coaching) return [...notBegun(screen), beginKey(screen)].flatMap(text => says(text, 'dim'));
  return [
    ...says([stateInWords(screen, coaching), keysInWords(screen, coaching)].filter(Boolean).join(' ')),
    ...gameGraph(scene.course, coaching, columns),
    ...pointLines(screen, coaching, columns),
    ...hintsInWords(screen).flatMap(text => says(text)),
    ...says(words.note(DEPTH, scene.course.parameters.days), 'dim'),
  ];
}

const saying =
  (columns: number) =>
  (text: string, tone: Tone = 'plain', inset = 0): Line[] =>
    wrapped(text, columns - 4, tone, inset).map(row => line('   ', ...row));

/** What is said of a turning point, set in below its first line. */
function within(text: string, columns: number): Line[] {
  return wrapped(text, columns - 8).map(row => line('       ', ...row));
}

export function notBegun({ scene }: DebriefScreen): string[] {
  return [...(isMediated(scene.course) ? [words.mediated] : []), words.notBegun];
}

function beginKey({ scene }: DebriefScreen): string {
  return words.beginKey(scene.course.scenario.parties[scene.sight.side].capital);
}

function keysInWords({ scene }: DebriefScreen, { party, state }: Coaching): string {
  const { capital } = scene.course.scenario.parties[other(party)];
  return [words.progressKey[state], words.sideKey(capital)].filter(Boolean).join(' ');
}

/** Whose moves, how far the coach is, and the score once it is there. */
export function stateInWords({ scene }: DebriefScreen, coaching: Coaching): string {
  const { parties } = scene.course.scenario;
  const { party, decisions, verdicts, state } = coaching;
  const score = scoreOf(coaching);
  return [
    `${words.of(parties[party].capital)}.`,
    words.progress[state](state === 'done' ? decisions.length : verdicts.size, decisions.length),
    ...(state === 'done' && decisions.length > 1 ? [words.silence(SILENCE_LOOKED_AT_EVERY)] : []),
    ...(score === null ? [] : [scoreInWords(score)]),
    ...(scene.course.persons[other(party)] ? [words.oneSide] : []),
  ].join(' ');
}

function scoreInWords({ value, low, high }: Score): string {
  const [told = '', ...bounds] = [value, low, high].map(each => each.toFixed(0));
  const [from = '', to = ''] = bounds;
  return words.score(from === to ? told : `${told} ${words.interval(from, to)}`);
}

/** How far the coach is, in a few words; empty once it is through. */
export function progressInWords({ coaching }: DebriefScreen): string {
  return coaching
    ? words.progressShort[coaching.state](coaching.verdicts.size, coaching.decisions.length)
    : '';
}

function pointLines(screen: DebriefScreen, coaching: Coaching, columns: number): Line[] {
  const says = saying(columns);
  const { points, state } = coaching;
  if (points.length === 0) return says(words.none[state === 'done' ? 'done' : 'yet'], 'dim');
  return [
    ...points.flatMap(point => {
      const [head = '', ...more] = pointTexts(screen, coaching, point);
      return [...says(head, 'strong', 4), ...more.flatMap(text => within(text, columns))];
    }),
    ...says(coaching.open ? words.shown : words.hidden, 'dim'),
  ];
}

/** A turning point as the list has it: its mark, what was played, what it lost, and why as far as that is open. */
export function pointTexts({ scene }: DebriefScreen, coaching: Coaching, point: Judged): string[] {
  const { scenario } = scene.course;
  const { decision, asKnown, label } = point;
  const met = coaching.met.get(decision.entry);
  const open = coaching.open || met !== undefined || label === 'best';
  const date = shortDate(dateOf(scenario, decision.day));
  const head = words.point(letterOf(coaching, decision.entry), words.signs[label], date, words.labels[label]);
  const advised = isAdvised(asKnown)
    ? [words.advised(moveText(scenario, decision, asKnown.advice.move))]
    : [];
  const why = open ? reasonOf(scenario, point) : reasonOfPlayed(scenario, point);
  return [
    `${head}${met ? ` (${words.met[met]})` : ''}. ${words.played(moveText(scenario, decision, decision.played))}`,
    [...(open ? advised : []), lossInWords(point), why].filter(text => text !== '').join(' '),
  ];
}

export function lossInWords({ decision, asKnown }: Judged): string {
  if (sameMove(asKnown.advice.move, decision.played)) return words.lostNothing;
  return lostInWords(asKnown);
}

/** What was lost of the stake, and whether that is but the least that is counted as one. */
export function lostInWords(compared: Comparison): string {
  const stake = stakeOf(compared);
  return stake > LEAST_STAKE
    ? words.lost(lossOf(compared), worth(stake))
    : words.lostOfLeast(lossOf(compared), LEAST_STAKE);
}

/** What the move played lost against the one that came out ahead. */
export function lossOf({ advice, played }: Comparison): string {
  const { lead } = advice;
  if (sameMove(advice.move, played.move) || lead.high <= 0) return words.nothing;
  return lead.low <= 0
    ? words.notCertain(words.interval(worth(lead.low), worth(lead.high)))
    : estimateInWords(lead);
}

/** A mean with its interval; what all rollouts came to has none. */
export function estimateInWords(estimate: Estimate): string {
  const { mean, low, high, trials } = estimate;
  if (cameToTheSame(estimate)) return words.allTheSame(worth(mean), trials);
  if (worth(low) === worth(high)) return words.nearlyTheSame(worth(mean), trials);
  return words.estimate(worth(mean), worth(low), worth(high));
}

/** Who took hints, and when; nothing where that is not known. */
export function hintsInWords({ scene, hints }: DebriefScreen): string[] {
  if (!hints) return [];
  const { scenario } = scene.course;
  const of = (party: PartyIndex) => {
    const dates = hints.taken
      .filter(hint => hint.party === party)
      .map(({ day }) => shortDate(dateOf(scenario, Math.max(0, day))));
    return dates.length > 0 ? [words.hintsOf(scenario.parties[party].capital, dates)] : [];
  };
  const told = PARTIES.flatMap(of);
  if (!hints.inDoubt) return [words.hints(told)];
  return [...(told.length > 0 ? [words.hints(told)] : []), words.hintsNote];
}
