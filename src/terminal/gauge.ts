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

/** Amounts as columns of blocks, `most` the tallest; nothing at all is a blank. */
export function blocks(amounts: readonly number[], most: number): string {
  return amounts.map(amount => (amount <= 0 ? ' ' : (BLOCKS[blockOf(amount / most)] ?? BLOCKS[0]))).join('');
}

function blockOf(share: number): number {
  return Math.min(BLOCKS.length - 1, Math.max(0, Math.ceil(share * BLOCKS.length) - 1));
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
  const dot = (x: number, y: number) => {
    const row = grid[y >> 2];
    if (row) row[x >> 1] = (row[x >> 1] ?? 0) | (DOTS[x & 1 ? 1 : 0][y & 3] ?? 0);
  };
  let before: { readonly x: number; readonly y: number } | null = null;
  for (const [step, value] of values.entries()) {
    const x = Math.min(width * 2 - 1, Math.round((step / last) * (width * 2 - 1)));
    const y = Math.min(height * 4 - 1, Math.round((1 - Math.min(1, Math.max(0, value))) * (height * 4 - 1)));
    // A leap from one column of dots to the next is drawn, so that the line does not fall apart.
    const from: number = before !== null && x - before.x <= 1 ? before.y : y;
    for (let between = Math.min(from, y); between <= Math.max(from, y); between++)
      if (between !== from || between === y) dot(x, between);
    before = { x, y };
  }
  return grid.map(row => row.map(dots => (dots === 0 ? ' ' : String.fromCharCode(BRAILLE + dots))).join(''));
}

/** A mark on a time line; of two in one cell the later in the list is seen. */
export interface Mark {
  readonly day: number;
  readonly sign: string;
}

/** A time line in its three parts, each in the looks of its own. */
export interface TimeLine {
  readonly past: string;
  readonly today: string;
  readonly ahead: string;
}

/** Days 0 to `days` as a line: what is past, where one stands, and what is marked. */
export function timeLine(day: number, days: number, marks: readonly Mark[], width: number): TimeLine {
  const cell = (at: number) =>
    Math.min(width - 1, Math.max(0, Math.round((at / Math.max(1, days)) * (width - 1))));
  const today = cell(day);
  const signs: string[] = Array.from({ length: width }, (_, at) => (at < today ? '━' : '─'));
  for (const mark of marks) signs[cell(mark.day)] = mark.sign;
  return { past: signs.slice(0, today).join(''), today: '┃', ahead: signs.slice(today + 1).join('') };
}
