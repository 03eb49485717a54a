import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { looksLike } from '../../src/scenario/kind-of-file.ts';

const LIBRARY = fileURLToPath(new URL('../../scenarios', import.meta.url));

test('every file of the library is known by its keys for what its name says', () => {
  const found = readdirSync(LIBRARY, { recursive: true, encoding: 'utf8' }).flatMap(path => {
    const [, kind] = /(?:^|[./\\])(scenario|script|study)\.yaml$/.exec(path) ?? [];
    return kind === undefined ? [] : [{ path, kind }];
  });
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['scenario', 'script', 'study']));
  for (const { path, kind } of found)
    expect(looksLike(readFileSync(join(LIBRARY, path), 'utf8')), path).toBe(kind);
});

test.each([
  ['scenario: river\nmoves: {}\n', 'script'],
  ['scenario: river\nruns: 3\n', 'study'],
  ['title: nothing\nrounds: 3\n', null],
  ['parley: 1\nsummary: |\n  scenario: none\n', 'scenario'],
])('%j is a %s', (yaml, kind) => {
  expect(looksLike(yaml)).toBe(kind);
});
