import type { PerParty } from '../scenario/scenario.ts';
import { worth } from './worth.ts';

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
  /** The least that each axis reaches from end to end, so that what hardly differs does not look far apart. */
  readonly span?: PerParty<number>;
  /** In what unit the values are, for those that are not worth units. */
  readonly scale?: PlaneScale;
}

/** Values in a unit of their own. */
export interface PlaneScale {
  /** A number as it stands at an axis. */
  told(value: number): string;
  /** What counts as next to nothing along each axis: no less is seen of it than that. */
  readonly grain: PerParty<number>;
}

/** An ordinary soldier of one's own, home. */
const WORTH_UNITS: PlaneScale = { told: edge, grain: [1, 1] };

/** Columns and rows, the labels of the axes included. */
export interface PlaneSize {
  readonly width: number;
  readonly height: number;
}

/** The characters that the plane draws itself. */
export interface PlaneSigns {
  readonly trail: string;
  /** The lines that nothing counts below, and where they cross. */
  readonly across: string;
  readonly up: string;
  readonly least: string;
  /** The axes, and where they meet. */
  readonly side: string;
  readonly base: string;
  readonly corner: string;
}

export const PLANE_SIGNS: PlaneSigns = {
  trail: '.',
  across: '-',
  up: '|',
  least: '+',
  side: '|',
  base: '-',
  corner: '+',
};

/** Rows below the plane: the axis, its numbers. */
const FOOT = 2;

/**
 * The plane as lines, none longer than the width. It holds all marks and the crossing of the lines; the
 * axes bear the numbers of their ends and of the lines.
 */
export function drawPlane(plane: Plane, size: PlaneSize, signs: PlaneSigns = PLANE_SIGNS): string[] {
  const { window, margin, columns, rows } = layoutOf(plane, size);
  const cells = drawn(plane, window, { width: columns, height: rows }, signs);
  const onLine = rows - 1 - placed(plane.least[1], window.low[1], window.high[1], rows);
  const { told } = plane.scale ?? WORTH_UNITS;
  const label = (row: number) => {
    if (row === onLine) return told(plane.least[1]);
    if (row === 0) return told(window.high[1]);
    return row === rows - 1 ? told(window.low[1]) : '';
  };
  const lines = cells.map((cell, row) =>
    `${label(row).padStart(margin - 1)} ${signs.side}${cell.join('')}`.trimEnd(),
  );
  return [
    `${' '.repeat(margin)}${plane.names[1]}`.slice(0, size.width),
    ...lines,
    `${' '.repeat(margin)}${signs.corner}${signs.base.repeat(columns)}`,
    `${' '.repeat(margin + 1)}${numbersAcross(plane, window, columns)}`,
  ];
}

/** Marks that fall on one place, by their numbers in the list, place by place. */
export function marksByPlace(plane: Plane, size: PlaneSize): readonly (readonly number[])[] {
  const { window, columns, rows } = layoutOf(plane, size);
  const places = new Map<number, number[]>();
  for (const [index, { values }] of plane.marks.entries()) {
    const across = placed(values[0], window.low[0], window.high[0], columns);
    const place = across + columns * placed(values[1], window.low[1], window.high[1], rows);
    places.set(place, [...(places.get(place) ?? []), index]);
  }
  return [...places.values()];
}

interface Layout {
  readonly window: Window;
  /** Columns left of the axis. */
  readonly margin: number;
  readonly columns: number;
  readonly rows: number;
}

function layoutOf(plane: Plane, { width, height }: PlaneSize): Layout {
  const window = windowOf(plane);
  const { told } = plane.scale ?? WORTH_UNITS;
  const labels = [window.low[1], window.high[1], plane.least[1]].map(value => told(value).length);
  const margin = Math.max(...labels) + 1;
  return { window, margin, columns: width - margin - 1, rows: height - FOOT - 1 };
}

/** The numbers below the plane: both ends and the line, and the name of the value where there is room for it. */
function numbersAcross(
  { least, names, scale = WORTH_UNITS }: Plane,
  { low, high }: Window,
  columns: number,
): string {
  const cells = new Array<string>(columns).fill(' ');
  const free = (from: number, to: number) => cells.slice(Math.max(0, from), to).every(cell => cell === ' ');
  const put = (text: string, at: number) => {
    if (at < 0 || at + text.length > columns || !free(at - 1, at + text.length + 1)) return false;
    for (const [index, character] of [...text].entries()) cells[at + index] = character;
    return true;
  };
  const [left, right, line] = [scale.told(low[0]), scale.told(high[0]), scale.told(least[0])];
  put(line, Math.max(0, placed(least[0], low[0], high[0], columns) - Math.floor(line.length / 2)));
  put(right, columns - right.length);
  put(left, 0);
  const middle = Math.floor((columns - names[0].length) / 2);
  for (let off = 0; off < columns; off++)
    if (put(names[0], middle + off) || put(names[0], middle - off)) break;
  return cells.join('').trimEnd();
}

/** A value at the edge of the plane: whole worth units do where they are many. */
function edge(value: number): string {
  return worth(value, Math.abs(value) < 10 ? 1 : 0);
}

interface Window {
  readonly low: PerParty<number>;
  readonly high: PerParty<number>;
}

/** Share of the window that is left free around what must be seen. */
const FREE = 0.06;

/** What must be seen: the marks and the crossing; where there is no mark the trail too. */
function windowOf({ marks, trail, least, span = [0, 0], scale = WORTH_UNITS }: Plane): Window {
  const seen = [least, ...(marks.length > 0 ? marks.map(({ values }) => values) : trail)];
  const range = (party: 0 | 1) => {
    const all = seen.map(values => values[party]);
    const low = all.reduce((a, b) => Math.min(a, b));
    const high = all.reduce((a, b) => Math.max(a, b));
    const free = Math.max(Math.max(high - low, scale.grain[party]) * FREE, (span[party] - (high - low)) / 2);
    return [low - free, high + free] as const;
  };
  const [first, second] = [range(0), range(1)];
  return { low: [first[0], second[0]], high: [first[1], second[1]] };
}

/** The cells row by row from the top: the lines first, over them the trail, over it the marks. */
function drawn(
  { marks, trail, least }: Plane,
  window: Window,
  size: PlaneSize,
  signs: PlaneSigns,
): string[][] {
  const cells = Array.from({ length: size.height }, () => new Array<string>(size.width).fill(' '));
  const put = (row: number, column: number, sign: string) => {
    const line = cells[row];
    if (line && column >= 0 && column < size.width) line[column] = sign;
  };
  const column = (value: number) => placed(value, window.low[0], window.high[0], size.width);
  const row = (value: number) => size.height - 1 - placed(value, window.low[1], window.high[1], size.height);
  for (let at = 0; at < size.width; at++) put(row(least[1]), at, signs.across);
  for (let at = 0; at < size.height; at++) put(at, column(least[0]), signs.up);
  put(row(least[1]), column(least[0]), signs.least);
  for (const [first, second] of trail) put(row(second), column(first), signs.trail);
  for (const { sign, values } of marks.toReversed()) put(row(values[1]), column(values[0]), sign);
  return cells;
}

/** The cell of a value on an axis; outside the axis a cell that there is none of. */
function placed(value: number, low: number, high: number, cells: number): number {
  const share = (value - low) / (high - low);
  return share < 0 || share > 1 ? -1 : Math.min(cells - 1, Math.floor(share * cells));
}
