import type { Key as InkKey } from 'ink';

/** A key by its name ("up", "enter", "ctrl-c"), or the character that it types. */
export type Key = string;

const NAMED = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageDown', 'pagedown'],
  ['pageUp', 'pageup'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  // Many terminals send DEL for the backspace key.
  ['delete', 'backspace'],
] as const satisfies readonly (readonly [keyof InkKey, Key])[];

const CONTROL: Readonly<Record<string, Key>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\u007f': 'backspace',
};

/**
 * The keys in one report of Ink's. Keys that are typed fast, or sent by a program, arrive as one
 * string of several characters.
 */
export function keysFrom(input: string, key: InkKey): Key[] {
  if (key.eventType === 'release') return [];
  if (key.tab) return [key.shift ? 'backtab' : 'tab'];
  const named = NAMED.find(([flag]) => key[flag]);
  if (named) return [named[1]];
  if (key.ctrl) return [`ctrl-${input}`];
  return key.meta ? [] : [...input].map(character => CONTROL[character] ?? character);
}

/** vi's letters for the arrows, on screens where letters are not typed as text. */
const VI: Readonly<Record<string, Key>> = { h: 'left', j: 'down', k: 'up', l: 'right' };

export function asArrow(key: Key): Key {
  return VI[key] ?? key;
}

/** The row that a key leads to in a list of `length`; the same row for any other key. */
export function rowAfter(key: Key, row: number, length: number, page = 10): number {
  const last = Math.max(0, length - 1);
  const to = (wanted: number) => Math.min(last, Math.max(0, wanted));
  switch (asArrow(key)) {
    case 'up':
      return to(row - 1);
    case 'down':
      return to(row + 1);
    case 'pageup':
      return to(row - page);
    case 'pagedown':
      return to(row + page);
    case 'home':
      return 0;
    case 'end':
      return last;
    default:
      return row;
  }
}
