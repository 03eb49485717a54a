import type { PerParty } from '../scenario/scenario.ts';

/*
 * The plane of both parties' values, drawn with plain characters: party 0's value to the right,
 * party 1's upwards. What a character stands for is the caller's to tell; nothing rests on colour.
 */

/** A point in the plane and the character that stands for it. */
export interface Mark {
  readonly sign: string;
  readonly values: PerParty<number>;
}

export interface Plane {
  /** What is drawn; of two marks on one place the first is seen. */
  readonly marks: readonly Mark[];
  /** Points that are drawn small, and only where they fall inside. */
  readonly trail: readonly PerParty<number>[];
  /** Where the two lines cross that nothing counts below. */
  readonly least: PerParty<number>;
  /** What stands at the axes: the names of both values. */
  readonly names: PerParty<string>;
}

/** Columns and rows, the labels of the axes included. */
export interface PlaneSize {
  readonly width: number;
  readonly height: number;
}

/** The characters that the plane draws itself. */
export const PLANE_SIGNS = { trail: '.', across: '-', up: '|', least: '+' } as const;

/** Rows below the plane: the axis, its numbers. */
const FOOT = 2;

/** The plane as lines, none longer than the width. It holds all marks and the crossing of the lines. */
export function drawPlane(plane: Plane, { width, height }: PlaneSize): string[] {
  const window = windowOf(plane);
  const [low, high] = [worth(window.low[1]), worth(window.high[1])];
  const margin = Math.max(low.length, high.length) + 1;
  const columns = width - margin - 1;
  const rows = height - FOOT - 1;
  const cells = drawn(plane, window, { width: columns, height: rows });
  const lines = cells.map((cell, row) => {
    const label = row === 0 ? high : row === rows - 1 ? low : '';
    return `${label.padStart(margin - 1)} |${cell.join('')}`.trimEnd();
  });
  const [left, right] = [worth(window.low[0]), worth(window.high[0])];
  const title = plane.names[0];
  const room = columns - left.length - right.length;
  const middle = title.length + 2 <= room ? title : '';
  const before = Math.floor((room - middle.length) / 2);
  return [
    `${' '.repeat(margin)}${plane.names[1]}`.slice(0, width),
    ...lines,
    `${' '.repeat(margin)}+${'-'.repeat(columns)}`,
    `${' '.repeat(margin + 1)}${left}${' '.repeat(before)}${middle}${' '.repeat(room - middle.length - before)}${right}`,
  ];
}

/** A value at the edge of the plane: whole worth units do where they are many. */
function worth(value: number): string {
  return value.toFixed(Math.abs(value) < 10 ? 1 : 0).replace(/^-(0\.?0*)$/, '$1');
}

interface Window {
  readonly low: PerParty<number>;
  readonly high: PerParty<number>;
}

/** Share of the window that is left free around what must be seen. */
const FREE = 0.06;

/** What must be seen: the marks and the crossing; where there is no mark the trail too. */
function windowOf({ marks, trail, least }: Plane): Window {
  const seen = [least, ...(marks.length > 0 ? marks.map(({ values }) => values) : trail)];
  const range = (party: 0 | 1) => {
    const all = seen.map(values => values[party]);
    const low = all.reduce((a, b) => Math.min(a, b));
    const high = all.reduce((a, b) => Math.max(a, b));
    const free = Math.max(high - low, 1) * FREE;
    return [low - free, high + free] as const;
  };
  const [first, second] = [range(0), range(1)];
  return { low: [first[0], second[0]], high: [first[1], second[1]] };
}

/** The cells row by row from the top: the lines first, over them the trail, over it the marks. */
function drawn({ marks, trail, least }: Plane, window: Window, size: PlaneSize): string[][] {
  const cells = Array.from({ length: size.height }, () => new Array<string>(size.width).fill(' '));
  const put = (row: number, column: number, sign: string) => {
    const line = cells[row];
    if (line && column >= 0 && column < size.width) line[column] = sign;
  };
  const column = (value: number) => placed(value, window.low[0], window.high[0], size.width);
  const row = (value: number) => size.height - 1 - placed(value, window.low[1], window.high[1], size.height);
  for (let at = 0; at < size.width; at++) put(row(least[1]), at, PLANE_SIGNS.across);
  for (let at = 0; at < size.height; at++) put(at, column(least[0]), PLANE_SIGNS.up);
  put(row(least[1]), column(least[0]), PLANE_SIGNS.least);
  for (const [first, second] of trail) put(row(second), column(first), PLANE_SIGNS.trail);
  for (const { sign, values } of marks.toReversed()) put(row(values[1]), column(values[0]), sign);
  return cells;
}

/** The cell of a value on an axis; outside the axis a cell that there is none of. */
function placed(value: number, low: number, high: number, cells: number): number {
  const share = (value - low) / (high - low);
  return share < 0 || share > 1 ? -1 : Math.min(cells - 1, Math.floor(share * cells));
}
