import type { Range } from '../scenario/figure.ts';

/* Numbers as pictures of box, block and braille characters. Every one stands beside its number. */

/** A share of 0 to 1 as a bar; where it is only known to lie between two values, the part between is dotted. */
export function bar({ low, high }: Pick<Range, 'low' | 'high'>, width: number): string {
  const cell = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * width);
  const [from, to] = [cell(low), cell(high)];
  return '█'.repeat(from) + '▒'.repeat(to - from) + '░'.repeat(width - to);
}

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** Shares of 0 to 1 over time, the last `width` cells of it; more values than cells are averaged. */
export function sparkline(values: readonly number[], width: number): string {
  return sampled(values, width)
    .map(value => BLOCKS[Math.min(BLOCKS.length - 1, Math.floor(value * BLOCKS.length))] ?? BLOCKS[0])
    .join('');
}

/** At most `count` values that stand for all: each the mean of its stretch. */
export function sampled(values: readonly number[], count: number): number[] {
  if (values.length <= count) return [...values];
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * values.length) / count);
    const to = Math.max(from + 1, Math.floor(((index + 1) * values.length) / count));
    const stretch = values.slice(from, to);
    return stretch.reduce((total, value) => total + value, 0) / stretch.length;
  });
}

/** Braille dots of a cell, by column and by row from the top. */
const DOTS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;
const BRAILLE = 0x2800;

/** Shares of 0 to 1 over `span` steps as a line drawn in braille, two steps of it a cell. */
export function chart(values: readonly number[], span: number, width: number, height: number): string[] {
  const grid = Array.from({ length: height }, () => new Array<number>(width).fill(0));
  const last = Math.max(1, span - 1);
  for (const [step, value] of values.entries()) {
    const x = Math.min(width * 2 - 1, Math.round((step / last) * (width * 2 - 1)));
    const y = Math.min(height * 4 - 1, Math.round((1 - Math.min(1, Math.max(0, value))) * (height * 4 - 1)));
    const row = grid[y >> 2];
    if (row) row[x >> 1] = (row[x >> 1] ?? 0) | (DOTS[x & 1 ? 1 : 0][y & 3] ?? 0);
  }
  return grid.map(row => row.map(dots => (dots === 0 ? ' ' : String.fromCharCode(BRAILLE + dots))).join(''));
}

/** A mark on a time line; of two in one cell the later in the list is seen. */
export interface Mark {
  readonly day: number;
  readonly sign: string;
}

/** Days 0 to `days` as a line: what is past, where one stands, and what is marked. */
export function timeLine(day: number, days: number, marks: readonly Mark[], width: number): string {
  const cell = (at: number) =>
    Math.min(width - 1, Math.max(0, Math.round((at / Math.max(1, days)) * (width - 1))));
  const signs: string[] = Array.from({ length: width }, (_, at) => (at < cell(day) ? '━' : '─'));
  for (const mark of marks) signs[cell(mark.day)] = mark.sign;
  signs[cell(day)] = '┃';
  return signs.join('');
}

/** A point of the plane of two gains; of two in one cell the later in the list is seen. */
export interface PlaneMark {
  readonly at: readonly [number, number];
  readonly sign: string;
}

/** Pairs of gains as a plane, the first to the right and the second upwards, with a line at no gain for each. */
export function plane(marks: readonly PlaneMark[], width: number, height: number): string[] {
  const [across, up] = [0, 1].map(axis => {
    const values = [0, ...marks.map(({ at }) => at[axis] ?? 0)];
    const [low, high] = [Math.min(...values), Math.max(...values)];
    // A little room at both ends, so that no mark stands on the edge.
    const room = Math.max(1, high - low) * 0.05;
    const cells = axis === 0 ? width : height;
    return (value: number) =>
      Math.min(cells - 1, Math.floor(((value - low + room) / (high - low + 2 * room || 1)) * cells));
  }) as [(value: number) => number, (value: number) => number];
  const grid = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column): string => {
      const [zeroAcross, zeroUp] = [column === across(0), height - 1 - row === up(0)];
      return zeroAcross && zeroUp ? '┼' : zeroAcross ? '│' : zeroUp ? '─' : ' ';
    }),
  );
  for (const { at, sign } of marks) {
    const row = grid[height - 1 - up(at[1])];
    if (row) row[across(at[0])] = sign;
  }
  return grid.map(row => row.join(''));
}
