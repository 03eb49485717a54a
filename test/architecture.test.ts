import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** Rooms in the order of dependency: a file may import from its own room and those before it. */
const ROOMS = [
  'scenario',
  'campaign',
  'statechart',
  'negotiators',
  'table',
  'analysis',
  'report',
  'terminal',
  'classroom',
  'cli',
];
/** Rooms in which everything is pure. */
const PURE = ROOMS.slice(0, ROOMS.indexOf('analysis') + 1);
/** Packages that only one room may import. */
const BELONGS = {
  yaml: 'scenario',
  zod: 'scenario',
  xstate: 'statechart',
  seedrandom: 'campaign',
  ink: 'terminal',
  react: 'terminal',
  commander: 'cli',
};

const files = readdirSync(SRC, { recursive: true })
  .map(String)
  .filter(name => /\.tsx?$/.test(name));

const sources = new Map(files.map(file => [file, readFileSync(join(SRC, file), 'utf8')]));

/** Every module that a file names in an import, static or dynamic, types included. */
function imports(file: string): string[] {
  const text = sources.get(file) ?? '';
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name ?? '');
}

function local(file: string): string[] {
  return imports(file)
    .filter(name => name.startsWith('.'))
    .map(name => relative(SRC, join(SRC, dirname(file), name)));
}

const roomOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : 'index');

describe('the rooms of the house', () => {
  test('there is something to check', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.flatMap(local).length).toBeGreaterThan(100);
  });

  test('every folder of src is a room', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter(room => room !== 'index' && !ROOMS.includes(room))).toEqual([]);
  });

  test('imports point down the order of rooms only', () => {
    const wrong = files.flatMap(file =>
      local(file)
        .filter(
          target => roomOf(file) !== 'index' && ROOMS.indexOf(roomOf(target)) > ROOMS.indexOf(roomOf(file)),
        )
        .map(target => `${file} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('terminal and classroom do not import each other', () => {
    const wrong = files.filter(file =>
      local(file).some(target => {
        const pair = [roomOf(file), roomOf(target)].sort().join();
        return pair === 'classroom,terminal';
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('every import of a file of ours exists', () => {
    const missing = files.flatMap(file =>
      local(file)
        .filter(target => !sources.has(target))
        .map(target => `${file} -> ${target}`),
    );
    expect(missing).toEqual([]);
  });

  test('no files import each other in a circle', () => {
    expect(circles()).toEqual([]);
  });

  test('from scenario to analysis everything is pure', () => {
    const wrong = files
      .filter(file => PURE.includes(roomOf(file)))
      .flatMap(file => {
        const impure = imports(file).filter(
          name => name.startsWith('node:') || ['fs', 'process'].includes(name),
        );
        const text = sources.get(file) ?? '';
        const words = [
          'Math.random',
          'Date.now',
          'new Date()',
          'performance.now',
          'setTimeout',
          'process.',
          'console.',
        ];
        return [...impure, ...words.filter(word => text.includes(word))].map(what => `${file}: ${what}`);
      });
    expect(wrong).toEqual([]);
  });

  test('each package is imported by its own room only', () => {
    const wrong = Object.entries(BELONGS).flatMap(([name, room]) =>
      files
        .filter(
          file =>
            roomOf(file) !== room && imports(file).some(from => from === name || from.startsWith(`${name}/`)),
        )
        .map(file => `${file}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no file is named for being left over', () => {
    expect(files.filter(file => /(?:^|\/)(utils?|helpers?|common|misc)\b/.test(file))).toEqual([]);
  });
});

/** Circles of imports, each told once by the first file found in it. */
function circles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const target of local(file)) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  return found;
}
