import { type PointNotation, parsePoints, pointNotation } from '../analysis/point-file.ts';
import type { PointSet } from '../analysis/point-set.ts';
import { formatProblem } from '../scenario/problem.ts';
import { badInput } from './failure.ts';
import { readText } from './text-file.ts';

/* Files of points: known by what stands in them, whatever their names. */

/** Half a million outcomes, as the largest published domains have. */
const LARGEST_POINTS = 64_000_000;

export interface PointText {
  readonly text: string;
  readonly notation: PointNotation;
}

/** The text of a file that holds points, sound or not; null where it is another kind of file or none that can be read. */
export function pointText(path: string): PointText | null {
  const read = readText(path, LARGEST_POINTS);
  if (!read.ok) return null;
  const notation = /\.csv$/i.test(path) && read.value.trim() === '' ? 'CSV' : pointNotation(read.value);
  return notation && { text: read.value, notation };
}

/** The points of a file, or a failure that tells the first fault and how many more there are. */
export function loadPoints(path: string, { text, notation }: PointText): PointSet {
  const parsed = parsePoints(text, path, notation);
  if (parsed.ok) return parsed.value;
  const [first, ...more] = parsed.problems;
  const others =
    more.length === 0 ? '' : `; and ${more.length} more ${more.length === 1 ? 'fault' : 'faults'}`;
  throw badInput(`${first ? formatProblem(first) : path}${others} (taken for points in ${notation})`);
}
