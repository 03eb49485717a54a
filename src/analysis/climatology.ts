import { dateOf, daysBetween } from '../scenario/scenario.ts';
import { type Course, courseWithin } from './course.ts';
import type { DatedExchange } from './exchange-record.ts';

/**
 * What somebody would have expected who knew nothing but the earlier record: every stretch of as many
 * days as the scenario has, from the first exchange of that record to the day before the scenario
 * begins, moved on a day at a time. Neighbouring windows share nearly all their days, so hundreds of
 * windows are worth no more than the few that fit side by side.
 */
export interface Climatology {
  readonly windows: readonly Course[];
  /** Dates between which the windows lie. */
  readonly from: string;
  readonly to: string;
  /** How many windows fit without sharing a day. */
  readonly apart: number;
}

/** Null where the record does not reach back far enough for a single window. What is not earlier is left out. */
export function climatologyOf(
  record: readonly DatedExchange[],
  { begins, days }: { readonly begins: string; readonly days: number },
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
    from: first.date,
    to: dateOf({ begins }, -1),
    apart: Math.floor(span / (days + 1)),
  };
}
