import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatRecord } from '../../src/table/record-text.ts';
import { named, played, RIVER_PATH, river } from '../fixtures/river.ts';
import { emptyFolder, within } from './command.ts';

const TEXT = formatRecord(river, played(river, '7', [named('boulware'), named('conceder')]).record);

function saved() {
  const folder = emptyFolder();
  const record = join(folder, 'game.jsonl');
  writeFileSync(record, TEXT);
  const replay = (...more: string[]) => within(['replay', record, '--scenario', RIVER_PATH, ...more]);
  return { replay, at: (name: string) => join(folder, name) };
}

test('a record becomes a picture and a recording, the same bytes each time', async () => {
  const { replay, at } = saved();
  const first = await replay('--to', '9', '--svg', at('a.svg'), '--cast', at('a.cast'), '--size', '80x24');
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(/a\.svg written\n.*a\.cast written\n$/);
  expect(readFileSync(at('a.svg'), 'utf8')).toContain('day 9 of 40');
  expect(JSON.parse(readFileSync(at('a.cast'), 'utf8').split('\n')[0] ?? '')).toMatchObject({
    width: 80,
    version: 2,
  });
  await replay('--to', '9', '--svg', at('b.svg'), '--cast', at('b.cast'), '--size', '80x24');
  for (const kind of ['svg', 'cast'])
    expect(readFileSync(at(`b.${kind}`), 'utf8')).toBe(readFileSync(at(`a.${kind}`), 'utf8'));
});

test('nothing is overwritten, and nothing written where one of two files cannot be', async () => {
  const { replay, at } = saved();
  writeFileSync(at('there.cast'), 'mine');
  const { code, err } = await replay('--svg', at('new.svg'), '--cast', at('there.cast'));
  expect(code).toBe(2);
  expect(err).toMatch(
    /there\.cast exists already and is not overwritten; give another name, such as .*there-2\.cast/,
  );
  expect(existsSync(at('new.svg'))).toBe(false);
  expect(readFileSync(at('there.cast'), 'utf8')).toBe('mine');
});

test.each([
  [['--size', '80'], /Expected columns and rows such as 100x30, from 60x20 to 400x200/],
  [['--size', '10x5'], /Expected columns and rows/],
  [['--pace', '0'], /Expected screens a second, above 0, at most 60/],
  [['--cast', 'x.cast', '--json'], /'--cast <file>' cannot be used with option '--json'/],
  [['--svg', 'nowhere/at/all.svg'], /cannot write nowhere\/at\/all\.svg: /],
] as const)('%j is refused in a line', async (options, line) => {
  const { code, err } = await saved().replay(...options);
  expect(code).toBe(2);
  expect(err).toMatch(line);
});
