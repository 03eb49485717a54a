import type { Point } from './bargaining.ts';

/** Where an area is this share of the box around it or less, the three points lie on a line but for rounding. */
const ROUNDING = 1e-9;

/**
 * The points of a frontier that no lottery beats: no chance of one point, with the rest of the chance for
 * another, is on average at least as good for both parties and better for one. They are those on the upper
 * right of the convex hull, its sides included (Nash 1950 takes all lotteries to be possible).
 *
 * @param frontier undominated points from party 1's favour to party 0's, as `undominated` gives them
 */
export function unbeatenByLotteries<T extends Point>(frontier: readonly T[]): T[] {
  const hull: T[] = [];
  for (const point of frontier) {
    // Of points with the same values one is enough to draw the hull.
    if (hull.at(-1)?.values[0] === point.values[0]) continue;
    while (liesBelow(hull.at(-2), hull.at(-1), point)) hull.pop();
    hull.push(point);
  }
  const onHull = new Set(hull.map(({ values }) => values[0]));
  return frontier.filter(({ values }) => onHull.has(values[0]));
}

/** Whether the middle one of three points of a frontier is below the straight line from the first to the last. */
function liesBelow(from: Point | undefined, middle: Point | undefined, to: Point): boolean {
  if (!from || !middle) return false;
  const across = to.values[0] - from.values[0];
  const down = from.values[1] - to.values[1];
  const short = (middle.values[0] - from.values[0]) * -down - (middle.values[1] - from.values[1]) * across;
  return short > ROUNDING * across * down;
}
