import type { Key as InkKey } from 'ink';
import { expect, test } from 'vitest';
import { keysFrom, rowAfter } from '../../src/terminal/key.ts';

const NOTHING = {} as InkKey;
const pressed = (flags: Partial<InkKey>) => flags as InkKey;

test('keys have names', () => {
  expect(keysFrom('', pressed({ upArrow: true }))).toEqual(['up']);
  expect(keysFrom('', pressed({ return: true }))).toEqual(['enter']);
  expect(keysFrom('', pressed({ escape: true, meta: true }))).toEqual(['escape']);
  expect(keysFrom('c', pressed({ ctrl: true }))).toEqual(['ctrl-c']);
  expect(keysFrom('', pressed({ tab: true, shift: true }))).toEqual(['backtab']);
  expect(keysFrom('', pressed({ delete: true }))).toEqual(['backspace']);
  expect(keysFrom('?', NOTHING)).toEqual(['?']);
});

test('keys that come in one piece are taken apart', () => {
  expect(keysFrom('12\r', NOTHING)).toEqual(['1', '2', 'enter']);
  expect(keysFrom('\t\u007f', NOTHING)).toEqual(['tab', 'backspace']);
});

test('a key let go is no key, nor one held with Alt', () => {
  expect(keysFrom('a', pressed({ eventType: 'release' }))).toEqual([]);
  expect(keysFrom('a', pressed({ meta: true }))).toEqual([]);
});

test('arrows and the letters of vi lead to the same rows', () => {
  expect(rowAfter('down', 0, 3)).toBe(1);
  expect(rowAfter('j', 2, 3)).toBe(2);
  expect(rowAfter('k', 2, 3)).toBe(1);
  expect(rowAfter('pagedown', 0, 30)).toBe(10);
  expect(rowAfter('end', 0, 3)).toBe(2);
  expect(rowAfter('home', 2, 3)).toBe(0);
  expect(rowAfter('x', 1, 3)).toBe(1);
  expect(rowAfter('down', 0, 0)).toBe(0);
});
