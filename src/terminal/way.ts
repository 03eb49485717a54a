import type { Entry } from '../table/record.ts';
import { type Course, lastPosition } from './course.ts';
import type { WayName } from './way-name.ts';

/*
 * The ways that a campaign was played from one beginning: somebody goes back to an earlier day and plays
 * on from there, and what had been played before is kept beside it.
 */

/** One way, as far as it was played. */
export interface Way extends WayName {
  readonly course: Course;
}

/** The way that play begins on. */
export const FIRST_WAY: WayName = { number: 1, from: null };

/** The ways with one more, or with what was played on since of one that is among them. */
export function withWay(ways: readonly Way[], way: Way): readonly Way[] {
  const others = ways.filter(({ number }) => number !== way.number);
  return [...others, way].sort((one, two) => one.number - two.number);
}

/** The name of a way that is branched off now. */
export function nextWay(ways: readonly Way[], from: NonNullable<WayName['from']>): WayName {
  return { number: 1 + Math.max(from.number, ...ways.map(({ number }) => number)), from };
}

/** The ways that there is something to compare with `way`: those that another was not merely played on from. */
export function waysBeside(ways: readonly Way[], way: Way): readonly Way[] {
  const all = withWay(ways, way);
  return ways.filter(each => each.number !== way.number && !all.some(longer => isPartOf(each, longer)));
}

function isPartOf(way: Way, longer: Way): boolean {
  const [entries, more] = [way.course.entries, longer.course.entries];
  return way !== longer && entries.length < more.length && partingOf(entries, more) === entries.length;
}

/** The first entry in which two records differ; the length of the shorter where it is the beginning of the other. */
export function partingOf(one: readonly Entry[], two: readonly Entry[]): number {
  const shorter = Math.min(one.length, two.length);
  for (let at = 0; at < shorter; at++) if (!isSame(one[at], two[at])) return at;
  return shorter;
}

/** What was decided counts, not how many random numbers somebody drew over it. */
function isSame(one: Entry | undefined, two: Entry | undefined): boolean {
  // A branch begins with the very entries of the record it was branched off from.
  if (one === two) return true;
  return one?.day === two?.day && JSON.stringify(one?.event) === JSON.stringify(two?.event);
}

/** An earlier way in which all came as in this one: nothing was decided otherwise; null where there is none. */
export function sameBefore(ways: readonly Way[], { number, course: { entries } }: Way): Way | null {
  const same = ways.find(
    ({ number: before, course }) =>
      before < number &&
      course.entries.length === entries.length &&
      partingOf(course.entries, entries) === entries.length,
  );
  return same ?? null;
}

/** Whether a way was played to the end of the campaign. */
export function isWhole({ course }: Way): boolean {
  return lastPosition(course).done;
}
