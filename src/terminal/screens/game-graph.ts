import { DEPTH } from '../../analysis/coach.ts';
import type { Coaching } from '../coaching.ts';
import type { Course } from '../course.ts';
import { chart } from '../gauge.ts';
import { type Line, line, padStart, toned, wrapped } from '../line.ts';
import { leverageByDay } from '../sight.ts';
import { coach as words, worth } from '../words.ts';

/*
 * The game as two curves over its days: leverage as the party saw it, and the outcome that could be
 * expected after each of its moves, with the turning points marked below by sign and letter.
 */

const AXIS = 9;
const WIDEST = 110;
/** Rows of each curve. */
const LEVERAGE = 3;
const OUTCOME = 5;

export function gameGraph(course: Course, coaching: Coaching, columns: number): Line[] {
  const width = Math.min(WIDEST, columns - AXIS - 3);
  const { days } = course.parameters;
  const name = course.scenario.parties[coaching.party].name;
  const leverage = leverageByDay(course.positions, coaching.party);
  const outcome = outcomeByDay(coaching);
  const title = (text: string) => line(toned(`   ${text}`, 'dim'));
  return [
    title(words.leverage(name)),
    ...curve(leverage, ['1.0', '0.5', '0.0'], { days, width, height: LEVERAGE }),
    ...(outcome.length > 0 ? [title(words.outcome(name)), ...outcomeCurve(outcome, days, width)] : []),
    ...markRows(coaching, days, width),
    ...wrapped(words.legend, columns - 4, 'dim').map(row => line('   ', ...row)),
    ...(outcome.length > 0
      ? wrapped(words.outcomeNote(DEPTH), columns - 4, 'dim').map(row => line('   ', ...row))
      : []),
  ];
}

interface Frame {
  readonly days: number;
  readonly width: number;
  readonly height: number;
}

/** A curve with what its top, middle and bottom mean. */
function curve(shares: readonly number[], axis: readonly string[], { days, width, height }: Frame): Line[] {
  const middle = Math.floor((height - 1) / 2);
  return chart(stretched(shares, days, width * DOTS), width * DOTS, width, height).map((text, row) => {
    const label = row === 0 ? axis[0] : row === height - 1 ? axis[2] : row === middle ? axis[1] : '';
    return line(toned(`${padStart(label ?? '', AXIS - 1)}│`, 'dim'), toned(text, 'own'));
  });
}

/** Dots of a cell of the chart, side by side. */
const DOTS = 2;

/** The days that there are values of, spread over the dots of the whole campaign, so that the curve has no gaps. */
function stretched(values: readonly number[], days: number, dots: number): number[] {
  const reach = Math.ceil((values.length / (days + 1)) * dots);
  return Array.from(
    { length: Math.min(dots, reach) },
    (_, dot) => values[Math.min(values.length - 1, Math.round((dot / (dots - 1)) * days))] ?? 0,
  );
}

function outcomeCurve(values: readonly number[], days: number, width: number): Line[] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high - low || 1;
  const shares = values.map(value => (value - low) / span);
  const axis = [high, (high + low) / 2, low].map(value => worth(value));
  return curve(shares, axis, { days, width, height: OUTCOME });
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

/** Signs and letters of the turning points, each below its day; of two in one cell the later moves on by one. */
function markRows({ points }: Coaching, days: number, width: number): Line[] {
  if (points.length === 0) return [];
  const signs: string[] = new Array(width).fill(' ');
  const letters: string[] = new Array(width).fill(' ');
  for (const [at, { decision, label }] of points.entries()) {
    let cell = Math.min(width - 1, Math.round((decision.day / Math.max(1, days)) * (width - 1)));
    while (cell < width - 1 && letters[cell] !== ' ') cell++;
    signs[cell] = words.signs[label];
    letters[cell] = String.fromCharCode('A'.charCodeAt(0) + at);
  }
  return [signs, letters].map(row => line(' '.repeat(AXIS), toned(row.join(''), 'strong')));
}
