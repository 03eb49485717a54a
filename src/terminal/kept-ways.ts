import { readJson, writeJson } from './kept-json.ts';
import type { WayName } from './way-name.ts';
import { keptFault as words } from './words.ts';

/*
 * The ways that a campaign was played from one beginning, kept beside the record of each, so that they are still
 * there once it is taken up again. Each way has its own record; kept is only how they hang together.
 */

/** Where the record of a way is. */
export interface KeptWay extends WayName {
  /** As the host names it. */
  readonly file: string;
}

export interface KeptWays {
  /** Which of the ways is the one in whose record's company this is kept. */
  readonly number: number;
  readonly ways: readonly KeptWay[];
}

/** Of what is written now; what a later version writes is not read. */
const VERSION = 1;

/** Ways as they are kept: JSON. */
export function formatWays({ number, ways }: KeptWays): string {
  return writeJson({ version: VERSION, number, ways });
}

/** Ways as they were kept, or what is wrong with them. */
export function parseWays(text: string): KeptWays | string {
  return readJson(text, given => {
    if (!isObject(given) || !Array.isArray(given['ways'])) return words.noWays;
    if (given['version'] !== VERSION) return words.otherVersion(VERSION);
    const { number } = given;
    const ways = given['ways'].filter(isKeptWay).map(({ number, from, file }) => ({ number, from, file }));
    const numbers = new Set(ways.map(way => way.number));
    const isSound = ways.length === given['ways'].length && numbers.size === ways.length;
    return isSound && isNumber(number) && numbers.has(number) ? { number, ways } : words.noWays;
  });
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null;
}

function isNumber(given: unknown): given is number {
  return Number.isInteger(given) && Number(given) > 0;
}

function isKeptWay(given: unknown): given is KeptWay {
  if (!isObject(given)) return false;
  const { number, from, file } = given;
  const isFrom =
    from === null || (isObject(from) && isNumber(from['number']) && Number.isInteger(from['day']));
  return isNumber(number) && typeof file === 'string' && isFrom;
}
