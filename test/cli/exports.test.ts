import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeWhole } from '../../src/cli/text-file.ts';
import { emptyFolder, parley, shell } from './command.ts';

/* What the app and `parley replay` write for somebody to keep: all of it or nothing, and one clear line. */

/** Asks the app's host, in a process of its own that stands in a folder, to write a debrief. */
function exported(folder: string, before: string, text = 'told\n'): { said: unknown; left: string[] } {
  const host = new URL('../../dist/cli/host.js', import.meta.url).href;
  const script = `import('${host}').then(({ fileHost }) => {
    const host = fileHost({ scenarios: [], folder: '.' });
    ${before}
    console.log(JSON.stringify(host.export('debrief.txt', ${JSON.stringify(text)})));
  })`;
  writeFileSync(join(folder, 'ask.mjs'), script);
  const { out, err } = shell(`trap '' XFSZ; ulimit -f 2; '${process.execPath}' ask.mjs`, folder);
  expect(err).toBe('');
  const left = existsSync(folder) ? readdirSync(folder).filter(name => name !== 'ask.mjs') : [];
  return { said: JSON.parse(out) as unknown, left };
}

describe('a debrief that is written from the app', () => {
  test('goes beside one that is there already', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'debrief.txt'), 'old');
    expect(exported(folder, '')).toEqual({
      said: { where: 'debrief-2.txt' },
      left: ['debrief-2.txt', 'debrief.txt'],
    });
    expect(readFileSync(join(folder, 'debrief.txt'), 'utf8')).toBe('old');
    expect(readFileSync(join(folder, 'debrief-2.txt'), 'utf8')).toBe('told\n');
  });

  test('for which there is no room says so, and nothing of it is left', () => {
    expect(exported(emptyFolder(), '', 'a'.repeat(5000))).toEqual({
      said: 'cannot write debrief.txt: the file would be larger than is allowed here',
      left: [],
    });
  });

  test('whose folder has been removed says so', () => {
    const folder = join(emptyFolder(), 'here');
    mkdirSync(folder);
    const remove = `process.getBuiltinModule('node:fs').rmSync(process.cwd(), { recursive: true });`;
    expect(exported(folder, remove)).toEqual({
      said: 'cannot write debrief.txt: no such file or folder',
      left: [],
    });
  });
});

test.each(['--cast', '--svg'])('a picture by %s for which there is no room is not begun', option => {
  const folder = emptyFolder();
  const record = join(folder, 'game.jsonl');
  parley(['run', 'toll-bridge', '--seed', '1', '--quiet', '--record', record]);
  const { code, err } = shell(
    `trap '' XFSZ; ulimit -f 4; $PARLEY replay game.jsonl ${option} picture`,
    folder,
  );
  expect(err).toBe('parley: cannot write picture: the file would be larger than is allowed here\n');
  expect(code).toBe(2);
  expect(readdirSync(folder)).toEqual(['game.jsonl']);
  rmSync(folder, { recursive: true });
});

test('settings that cannot be written leave no draft behind', () => {
  const folder = emptyFolder();
  // A folder in its place cannot be replaced by a file.
  mkdirSync(join(folder, 'settings.json', 'within'), { recursive: true });
  expect(() => writeWhole(join(folder, 'settings.json'), '{}')).toThrow();
  expect(readdirSync(folder)).toEqual(['settings.json']);
});
