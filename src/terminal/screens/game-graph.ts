import { DEPTH } from '../../analysis/coach.ts';
import type { Coaching } from '../coaching.ts';
import type { Course } from '../course.ts';
import { type Line, line, toned, wrapped } from '../line.ts';
import { scaleLabels, coach as words } from '../words.ts';
import { columnOf, curveRows, type DayScale } from './course-rows.ts';

/*
 * The game as a curve over its days: the outcome that could be expected after each of its moves, with
 * the turning points marked below by sign and letter. Its days stand below those of the course.
 */

/** Cells left of the axis, in every picture of a debrief. */
export const DEBRIEF_LABEL = 11;
const WIDEST = 150;

/** The days of a campaign over the width of a debrief. */
export function debriefScale({ parameters }: Course, columns: number): DayScale {
  return { days: parameters.days, width: Math.min(WIDEST, columns - DEBRIEF_LABEL - 6) };
}

export function gameGraph(course: Course, coaching: Coaching, columns: number): Line[] {
  const outcome = outcomeByDay(coaching);
  const scale = debriefScale(course, columns);
  const { capital } = course.scenario.parties[coaching.party];
  const says = (text: string) => wrapped(text, columns - 4, 'dim').map(row => line('   ', ...row));
  if (outcome.length === 0) return says(words.legend);
  const picture = [...outcomeCurve(outcome, scale), ...turningMarks(coaching, scale)];
  return [
    ...says(words.outcome(capital)),
    ...picture.map(row => line('   ', ...row)),
    ...says(words.legend),
    ...says(words.outcomeNote(DEPTH)),
  ];
}

function outcomeCurve(values: readonly number[], scale: DayScale): Line[] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high - low || 1;
  const shares = values.map(value => (value - low) / span);
  const [top = '', middle = '', bottom = ''] = scaleLabels([high, (high + low) / 2, low]);
  const axis = [top, '', middle, '', bottom];
  return curveRows(shares, scale, axis, DEBRIEF_LABEL);
}

/**
 * Worth units that could be expected after the latest move that has been judged, by day: what had
 * been gained before it, and the mean gain of the rollouts after it. Empty before the first verdict.
 */
export function outcomeByDay({ decisions, verdicts, gained }: Coaching): number[] {
  const series: number[] = [];
  let last: number | null = null;
  for (const [number, { day }] of decisions.entries()) {
    const verdict = verdicts.get(number);
    if (!verdict) continue;
    const value = (gained[number] ?? 0) + verdict.asKnown.played.gain;
    while (series.length < day) series.push(last ?? value);
    series[day] = value;
    last = value;
  }
  return series;
}

/** Turning points that stand in one column, by their place in the list. */
interface Stand {
  readonly column: number;
  readonly sign: string;
  readonly letters: string;
}

/** Signs and letters of the turning points, each below its day; neighbours stand below one sign for several. */
export function turningMarks({ points }: Coaching, scale: DayScale): Line[] {
  const stands = standsOf(points, scale);
  const high = Math.max(0, ...stands.map(({ letters }) => letters.length));
  const inset = ' '.repeat(DEBRIEF_LABEL + 1);
  const row = (mark: (stand: Stand) => string | undefined) => {
    const signs = Array.from({ length: scale.width }, () => ' ');
    for (const stand of stands) signs[stand.column] = mark(stand) ?? ' ';
    return line(inset, toned(signs.join(''), 'strong'));
  };
  if (stands.length === 0) return [];
  return [
    row(({ sign }) => sign),
    ...Array.from({ length: high }, (_, at) => row(({ letters }) => letters[at])),
  ];
}

/** Signs side by side would read as one of another meaning, so that between two there is room. */
function standsOf(points: Coaching['points'], scale: DayScale): Stand[] {
  const stands: Stand[] = [];
  for (const [at, { decision, label }] of points.entries()) {
    const column = columnOf(scale, decision.day);
    const letter = String.fromCharCode('A'.charCodeAt(0) + at);
    const near = stands.findIndex(stand => Math.abs(stand.column - column) <= 1);
    const stand = stands[near];
    if (stand) stands[near] = { ...stand, sign: words.several, letters: stand.letters + letter };
    else stands.push({ column, sign: words.signs[label], letters: letter });
  }
  return stands;
}
