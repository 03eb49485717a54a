import { cells, clip, EMPTY, filled, type Line, line, toned } from './line.ts';

/* Putting lines together: rules with a title, columns, and lists longer than their room. */

/** The right half of a rule: where it begins, its title, and a few words at its end. */
export interface RightHalf {
  readonly at: number;
  readonly title: string;
  readonly end?: string;
  /** A few words at the end of the left half. */
  readonly leftEnd?: string;
}

/** A rule across the screen, with a title at its beginning and one for its right half. */
export function rule(width: number, title = '', right?: RightHalf): Line {
  if (right === undefined) return titled(title, width);
  const { at, end = '', leftEnd = '' } = right;
  return [...ruleTo(title, leftEnd, at), toned('┬', 'dim'), ...ruleTo(right.title, end, width - at - 1)];
}

/** A rule with a title at its beginning and a few words at its end. */
export function ruleTo(title: string, end: string, width: number): Line {
  return [...titled(title, width - cells(end)), toned(end, 'dim')];
}

function titled(title: string, width: number): Line {
  const room = Math.max(0, width - 3);
  const shown = clip(title, room);
  if (shown === '') return line(toned('─'.repeat(Math.max(0, width)), 'dim'));
  return line(
    toned('─ ', 'dim'),
    toned(`${shown} `, 'strong'),
    toned('─'.repeat(room - cells(shown)), 'dim'),
  );
}

/** Two blocks of lines side by side with a rule between them, `height` lines high. */
export function beside(
  left: readonly Line[],
  right: readonly Line[],
  at: number,
  width: number,
  height: number,
): Line[] {
  return rows(height, row => [
    ...filled(left[row] ?? EMPTY, at),
    toned('│', 'dim'),
    ...filled(right[row] ?? EMPTY, width - at - 1),
  ]);
}

/** Two lists of lines in the halves of a screen, as high as the longer. */
export function abreast(left: readonly Line[], right: readonly Line[], columns: number): Line[] {
  const at = Math.floor(columns / 2);
  return beside(left, right, at - 1, columns, Math.max(left.length, right.length));
}

/** Cells for a line in either half. */
export function halfWidth(columns: number): number {
  return Math.floor(columns / 2) - 2;
}

/** Exactly `height` lines: cut off, or filled with empty ones. */
export function tall(lines: readonly Line[], height: number): Line[] {
  return rows(height, row => lines[row] ?? EMPTY);
}

/** At most `height` lines; where there are more, the last that is seen ends in an ellipsis. */
export function withinRows(lines: readonly Line[], height: number): Line[] {
  const last = lines[height - 1];
  if (lines.length <= height || last === undefined) return lines.slice(0, Math.max(0, height));
  return [...lines.slice(0, height - 1), [...last, toned(' …', 'dim')]];
}

function rows(height: number, make: (row: number) => Line): Line[] {
  return Array.from({ length: Math.max(0, height) }, (_, row) => make(row));
}

/** The first row to show of a list so that the row `cursor` is in sight, moving as little as may be. */
export function scrolledTo(top: number, cursor: number, height: number): number {
  if (cursor < top) return cursor;
  return cursor >= top + height ? cursor - height + 1 : top;
}

/** How far a list of `length` rows can be scrolled in a pane of `height`. */
export function lastTop(length: number, height: number): number {
  return Math.max(0, length - height);
}

/** A part of a long list, `height` lines high, the last one saying where in the list it is. */
export function scrolled(
  lines: readonly Line[],
  top: number,
  height: number,
  more: (from: number, to: number, of: number) => string,
): Line[] {
  if (lines.length <= height) return tall(lines, height);
  const room = height - 1;
  const from = Math.min(Math.max(0, top), lastTop(lines.length, room));
  const to = Math.min(lines.length, from + room);
  return [...tall(lines.slice(from, to), room), line(toned(more(from + 1, to, lines.length), 'dim'))];
}

/** The last of a list, as many as fit. */
export function tail<T>(list: readonly T[], height: number): readonly T[] {
  return height <= 0 ? [] : list.slice(-height);
}
