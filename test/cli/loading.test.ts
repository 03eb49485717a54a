import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cacheFolder } from '../../src/cli/compiled-code.ts';
import { RIVER_PATH } from '../fixtures/river.ts';
import { emptyFolder, parley } from './command.ts';

const WATCH = fileURLToPath(new URL('loaded.ts', import.meta.url));

const STUDY = fileURLToPath(new URL('../../scenarios/kursk-2024/reluctance.study.yaml', import.meta.url));

/** Packages that a command loads. */
function packagesLoaded(args: readonly string[]): string[] {
  const list = join(emptyFolder(), 'loaded');
  const { code } = parley(args, { node: ['--import', WATCH], env: { LOADED: list } });
  expect(code).toBe(0);
  const names = readFileSync(list, 'utf8').matchAll(/\/node_modules\/((?:@[^/]+\/)?[^/]+)\//g);
  return [...new Set([...names].map(([, name]) => name ?? ''))];
}

describe('what is loaded', () => {
  test.each([['--help'], ['--version'], ['help', 'run'], ['graph']])(
    '%s %s: the argument parser and no engine',
    (...args) => {
      const packages = packagesLoaded(args.filter(arg => arg !== undefined));
      expect(packages).toContain('commander');
      for (const name of ['xstate', 'zod', 'yaml', 'seedrandom', 'ink', 'react'])
        expect(packages).not.toContain(name);
    },
  );

  test.each([
    [['run', RIVER_PATH, '--seed', '7', '--json']],
    [['play', RIVER_PATH]],
    [['check', RIVER_PATH]],
    [['show', RIVER_PATH]],
    [['list']],
    [['brief', RIVER_PATH, '--party', 'north', '--format', 'html']],
    [['lint', RIVER_PATH]],
    [['schema']],
    [['backtest', 'kursk-2024', '--runs', '1']],
    [['study', STUDY, '--runs', '1']],
  ])('%j: no terminal library, nothing that draws plots, no queue', args => {
    const packages = packagesLoaded(args);
    expect(packages).toContain('zod');
    for (const name of [
      'ink',
      'react',
      'react-reconciler',
      'yoga-layout',
      'vega',
      'vega-lite',
      'hyparquet-writer',
      'bullmq',
      'ioredis',
    ])
      expect(packages).not.toContain(name);
  });
});

describe('compiled code', () => {
  const run = ['run', RIVER_PATH, '--quiet'];

  test('is kept for the next start, by its user alone, and changes nothing', () => {
    const folder = emptyFolder();
    const env = { XDG_CACHE_HOME: folder };
    const first = parley(run, { env });
    expect(readdirSync(cacheFolder({ ...process.env, ...env }) ?? '')).not.toEqual([]);
    expect(parley(run, { env })).toEqual(first);
  });

  test('is not kept where it must not or cannot be, and nothing is said of it', () => {
    const folder = emptyFolder();
    const kept = parley(run, { env: { XDG_CACHE_HOME: folder, NODE_DISABLE_COMPILE_CACHE: '1' } });
    expect(existsSync(join(folder, 'parley'))).toBe(false);
    writeFileSync(join(folder, 'parley'), '');
    expect(parley(run, { env: { XDG_CACHE_HOME: folder } })).toEqual(kept);
    expect(kept).toMatchObject({ code: 0, err: '' });
  });

  test.each<[NodeJS.Platform, Record<string, string>, RegExp]>([
    ['linux', { XDG_CACHE_HOME: '/cache' }, /^\/cache\/parley$/],
    ['linux', { XDG_CACHE_HOME: 'relative' }, /\.cache\/parley$/],
    ['darwin', { XDG_CACHE_HOME: '/cache' }, /Library\/Caches\/parley$/],
    ['win32', { LOCALAPPDATA: '/Users/a/AppData/Local' }, /AppData\/Local\/parley-cache$/],
  ])('is kept on %s with %j where programs keep what they can make again', (platform, env, folder) => {
    expect(cacheFolder(env, platform)).toMatch(folder);
  });
});

test('an older Node is told what is expected of it, before it stumbles over what it lacks', () => {
  const folder = emptyFolder();
  const old = join(folder, 'old.mjs');
  writeFileSync(
    old,
    "Object.defineProperty(process.versions, 'node', { value: '22.11.0' });\nObject.defineProperty(process, 'version', { value: 'v22.11.0' });\n",
  );
  expect(parley(['list'], { node: ['--import', old] })).toEqual({
    code: 2,
    out: '',
    err: 'parley: expected Node.js 22.12 or later, this is v22.11.0\n',
  });
});
