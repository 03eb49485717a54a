import type { Random } from '../campaign/parameters.ts';
import { dateOf, daysBetween } from '../scenario/scenario.ts';
import { type Course, type CourseExchange, courseWithin } from './course.ts';
import type { DatedExchange } from './exchange-record.ts';

/** What somebody would have expected who knew nothing but the earlier record. */
export interface Climatology {
  readonly windows: readonly Course[];
  /** Whether the windows are stretches of the record as it was, or were put together from its pieces. */
  readonly made: 'cut' | 'drawn';
  /** Dates between which the windows lie. */
  readonly from: string;
  readonly to: string;
  /** How many windows fit without sharing a day. */
  readonly apart: number;
}

interface Stretch {
  readonly begins: string;
  readonly days: number;
}

/**
 * Every stretch of as many days as the scenario has, from the first exchange of the earlier record to
 * the day before the scenario begins, moved on a day at a time. Neighbouring windows share nearly all
 * their days, so hundreds of windows are worth no more than the few that fit side by side. Null where
 * the record does not reach back far enough for a single window. What is not earlier is left out.
 */
export function climatologyOf(
  record: readonly DatedExchange[],
  { begins, days }: Stretch,
): Climatology | null {
  const earlier = record.filter(({ date }) => date < begins);
  const [first] = earlier;
  if (!first) return null;
  const span = daysBetween(first.date, begins);
  const windows = Array.from({ length: Math.max(0, span - days) }, (_, start) =>
    courseWithin(earlier, dateOf({ begins: first.date }, start), days),
  );
  if (windows.length === 0) return null;
  return {
    windows,
    made: 'cut',
    from: first.date,
    to: dateOf({ begins }, -1),
    apart: Math.floor(span / (days + 1)),
  };
}

/** Fewest earlier exchanges from which windows are drawn: fewer would come back again and again. */
export const FEWEST_TO_DRAW_FROM = 8;
/** Windows drawn. */
const DRAWN = 1000;

/**
 * For an earlier record that is shorter than the scenario: windows put together from its pieces. The
 * days between two exchanges, the silence up to the scenario's first day among them, and the people
 * sent home are drawn with replacement, each for itself (Efron's bootstrap, 1979); the first day of a
 * window falls anywhere in the silence drawn first, so that a long one is met more often than a short one. What it
 * cannot show are silences longer than any so far, and that exchanges come in bursts. Null with fewer
 * than `FEWEST_TO_DRAW_FROM` exchanges.
 */
export function drawnClimatology(
  record: readonly DatedExchange[],
  { begins, days }: Stretch,
  random: Random,
): Climatology | null {
  const earlier = record.filter(({ date }) => date < begins);
  const [first] = earlier;
  if (!first || earlier.length < FEWEST_TO_DRAW_FROM) return null;
  const dates = [...earlier.map(({ date }) => date), begins];
  const gaps = dates.slice(1).map((date, index) => daysBetween(dates[index] ?? date, date));
  const windows = Array.from({ length: DRAWN }, () => drawnCourse(earlier, gaps, days, random));
  return { windows, made: 'drawn', from: first.date, to: dateOf({ begins }, -1), apart: 0 };
}

function drawnCourse(
  earlier: readonly DatedExchange[],
  gaps: readonly number[],
  days: number,
  random: Random,
): Course {
  const exchanges: CourseExchange[] = [];
  for (let day = restOfSilence(gaps, random); day <= days; day += drawn(gaps, random)) {
    exchanges.push({ day, home: drawn(earlier, random).home });
  }
  return { days, exchanges };
}

/** From a day chosen at random of all there were, the days to the next exchange. */
function restOfSilence(gaps: readonly number[], random: Random): number {
  let day = Math.floor(random() * gaps.reduce((all, gap) => all + gap, 0));
  for (const gap of gaps) {
    if (day < gap) return gap - day;
    day -= gap;
  }
  return 0;
}

function drawn<T>(pieces: readonly T[], random: Random): T {
  const piece = pieces[Math.floor(random() * pieces.length)];
  if (piece === undefined) throw new Error('nothing to draw from');
  return piece;
}
