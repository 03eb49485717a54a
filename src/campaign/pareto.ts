/*
 * Sets of points in the plane of two values of which none is as good as another for both. Values
 * are whole numbers, so that sums and comparisons come out the same however they are reckoned.
 */

/** Undominated points: the first value falls strictly from one to the next, the second rises. */
export interface ParetoSet {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

export const NO_POINTS: ParetoSet = { first: new Float64Array(0), second: new Float64Array(0) };
export const ORIGIN: ParetoSet = { first: new Float64Array(1), second: new Float64Array(1) };

/** The undominated points of one set and of another that is shifted. Points of the same values become one. */
export function merged(set: ParetoSet, added: ParetoSet, byFirst: number, bySecond: number): ParetoSet {
  const [inSet, inAdded] = [set.first.length, added.first.length];
  const first = new Float64Array(inSet + inAdded);
  const second = new Float64Array(inSet + inAdded);
  let [here, there, kept] = [0, 0, 0];
  while (here < inSet || there < inAdded) {
    const x = here < inSet ? (set.first[here] ?? 0) : Number.NEGATIVE_INFINITY;
    const y = set.second[here] ?? 0;
    const addedX = there < inAdded ? (added.first[there] ?? 0) + byFirst : Number.NEGATIVE_INFINITY;
    const addedY = (added.second[there] ?? 0) + bySecond;
    const fromSet = x > addedX || (x === addedX && y >= addedY);
    if (fromSet) here++;
    else there++;
    const nextY = fromSet ? y : addedY;
    if (kept > 0 && nextY <= (second[kept - 1] ?? 0)) continue;
    first[kept] = fromSet ? x : addedX;
    second[kept++] = nextY;
  }
  return { first: first.slice(0, kept), second: second.slice(0, kept) };
}

/** Index of the last point whose first value is at least `first`; -1 where there is none. */
export function lastFrom(set: ParetoSet, first: number): number {
  let [low, high] = [-1, set.first.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((set.first[middle] ?? 0) >= first) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether some point of the set is at least as good for both. */
export function dominates(set: ParetoSet, first: number, second: number): boolean {
  const last = lastFrom(set, first);
  return last >= 0 && (set.second[last] ?? 0) >= second;
}

export function contains(set: ParetoSet, first: number, second: number): boolean {
  const last = lastFrom(set, first);
  return last >= 0 && set.first[last] === first && set.second[last] === second;
}

/** A corner that is out by rounding must not hide a point: cross products of large numbers are not exact. */
const ROUNDING = 2;

/**
 * Whether some point on the way from one place to another, lower in the first value and higher in
 * the second, is dominated by none of the set.
 */
export function risesAbove(
  set: ParetoSet,
  [fromX, fromY]: readonly [number, number],
  [toX, toY]: readonly [number, number],
): boolean {
  if (!dominates(set, fromX, fromY) || !dominates(set, toX, toY)) return true;
  // Between two neighbours of the set lies a notch, open to the upper right of (next first, this second).
  for (let index = lastFrom(set, fromX); index < set.first.length - 1; index++) {
    const notchX = set.first[index + 1] ?? 0;
    const notchY = set.second[index] ?? 0;
    if (notchY >= toY || notchX < toX) return false;
    const crossing = fromX + ((toX - fromX) * (notchY - fromY)) / (toY - fromY);
    if (crossing > notchX - ROUNDING) return true;
  }
  return false;
}

/** The corners of a set's upper convex hull. */
export function hullOf({ first, second }: ParetoSet): ParetoSet {
  const corners: number[] = [];
  for (let index = 0; index < first.length; index++) {
    for (; corners.length > 1; corners.pop()) {
      const [a = 0, b = 0] = corners.slice(-2);
      const [dx, dy] = [(first[b] ?? 0) - (first[a] ?? 0), (second[b] ?? 0) - (second[a] ?? 0)];
      const [ex, ey] = [(first[index] ?? 0) - (first[b] ?? 0), (second[index] ?? 0) - (second[b] ?? 0)];
      // Along a hull a step to the left gains less and less.
      if (dy * -ex > ey * -dx) break;
    }
    corners.push(index);
  }
  return {
    first: Float64Array.from(corners, corner => first[corner] ?? 0),
    second: Float64Array.from(corners, corner => second[corner] ?? 0),
  };
}

/** The hull of all sums of a point of one set and a point of another, from both hulls. */
export function sumOfHulls(hull: ParetoSet, other: ParetoSet, byFirst: number, bySecond: number): ParetoSet {
  const corners = hull.first.length + other.first.length - 1;
  const first = new Float64Array(corners);
  const second = new Float64Array(corners);
  let [here, there] = [0, 0];
  for (let corner = 0; corner < corners; corner++) {
    first[corner] = (hull.first[here] ?? 0) + (other.first[there] ?? 0) + byFirst;
    second[corner] = (hull.second[here] ?? 0) + (other.second[there] ?? 0) + bySecond;
    if (steeper(hull, here, other, there)) here++;
    else there++;
  }
  return { first, second };
}

/** Whether the next side of a hull gains more for what it gives up than the next side of another. */
function steeper(hull: ParetoSet, here: number, other: ParetoSet, there: number): boolean {
  if (there >= other.first.length - 1) return true;
  if (here >= hull.first.length - 1) return false;
  const side = ({ first, second }: ParetoSet, at: number) => [
    (first[at] ?? 0) - (first[at + 1] ?? 0),
    (second[at + 1] ?? 0) - (second[at] ?? 0),
  ];
  const [loss = 0, gain = 0] = side(hull, here);
  const [otherLoss = 0, otherGain = 0] = side(other, there);
  return gain * otherLoss >= otherGain * loss;
}

/** Whether some point under a hull's rim may be dominated by none of the set. */
export function hullRisesAbove(set: ParetoSet, hull: ParetoSet, byFirst = 0, bySecond = 0): boolean {
  const corner = (index: number) =>
    [(hull.first[index] ?? 0) + byFirst, (hull.second[index] ?? 0) + bySecond] as const;
  if (hull.first.length === 1) return !dominates(set, ...corner(0));
  for (let index = 1; index < hull.first.length; index++) {
    if (risesAbove(set, corner(index - 1), corner(index))) return true;
  }
  return false;
}
