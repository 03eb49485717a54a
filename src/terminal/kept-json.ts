import { keptFault as words } from './words.ts';

/** What a kept text says in JSON, or what is wrong with it. */
export function readJson<T>(text: string, take: (given: unknown) => T | string): T | string {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return words.notJson;
  }
  return take(given);
}

/** The same of an object; what it does not say is as usual. */
export function readFields<T>(
  text: string,
  usual: object,
  take: (given: Readonly<Record<string, unknown>>) => T | string,
): T | string {
  return readJson(text, given =>
    typeof given !== 'object' || given === null || Array.isArray(given)
      ? words.noObject
      : take({ ...usual, ...given }),
  );
}

/** How anything is kept: JSON, a field a line. */
export function writeJson(kept: object): string {
  return `${JSON.stringify(kept, null, 2)}\n`;
}
