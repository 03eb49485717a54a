import { InvalidArgumentError } from 'commander';

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
