import { InvalidArgumentError } from 'commander';
import type { PerParty } from '../scenario/scenario.ts';
import { type Size, SMALLEST } from '../terminal/line.ts';

/* Numbers given as options: read strictly, so that nothing is taken for another number than was meant. */

/** A whole number within bounds; `what` is "a number of seeds". */
export function whole(
  text: string,
  { least, most, what }: { least: number; most: number; what: string },
): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(`Expected ${what}, from ${least} to ${most}.`);
}

/** Longest campaign, in days, with room to spare. */
const MANY_DAYS = 100_000;

export function wholeDay(text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= MANY_DAYS) return Number(text);
  throw new InvalidArgumentError('Expected a day: a whole number, 0 or more.');
}

const MOST_WORKERS = 256;

export function workers(text: string): number {
  return whole(text, { least: 1, most: MOST_WORKERS, what: 'a number of threads' });
}

const FASTEST = 60;
const LARGEST: Size = { columns: 400, rows: 200 };

/** "100x30": columns and rows. */
export function screenSize(text: string): Size {
  const [, columns, rows] = (text.match(/^(\d{1,4})x(\d{1,4})$/) ?? []).map(Number);
  const fits =
    columns !== undefined &&
    rows !== undefined &&
    columns >= SMALLEST.columns &&
    rows >= SMALLEST.rows &&
    columns <= LARGEST.columns &&
    rows <= LARGEST.rows;
  if (fits) return { columns, rows };
  throw new InvalidArgumentError(
    `Expected columns and rows such as 100x30, from ${SMALLEST.columns}x${SMALLEST.rows} to ${LARGEST.columns}x${LARGEST.rows}.`,
  );
}

/** Screens a second. */
export function screensPerSecond(text: string): number {
  const pace = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && pace > 0 && pace <= FASTEST) return pace;
  throw new InvalidArgumentError(`Expected screens a second, above 0, at most ${FASTEST}.`);
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A share of 0 to 1. */
export function share(text: string): number {
  if (DECIMAL.test(text) && Number(text) >= 0 && Number(text) <= 1) return Number(text);
  throw new InvalidArgumentError('Expected a share from 0 to 1, such as 0.6.');
}

const LARGEST_VALUE = 1e12;

/** "0.2,0.1": a number for each party. */
export function twoNumbers(text: string): PerParty<number> {
  const [first = '', second = '', ...more] = text.split(',').map(part => part.trim());
  const isNumber = (part: string) => DECIMAL.test(part) && Math.abs(Number(part)) <= LARGEST_VALUE;
  if (isNumber(first) && isNumber(second) && more.length === 0) return [Number(first), Number(second)];
  throw new InvalidArgumentError("Expected two numbers such as 0.2,0.1, the first party's first.");
}
