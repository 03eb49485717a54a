import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'parley-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Every line of every shell block, in order. */
const lines = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
  (block ?? '').trim().split('\n'),
);
const commands = lines.filter(line => line.startsWith('parley '));

describe('the README', () => {
  test('has commands, and only ones of npm and ours', () => {
    expect(commands.length).toBeGreaterThan(6);
    expect(lines.filter(line => !/^(parley|npm) /.test(line))).toEqual([]);
  });

  test.each(commands)('%s', command => {
    const ours = command.replace(/^parley/, '"$PARLEY_NODE" dist/cli/main.js').replaceAll('/tmp', folder);
    const { status, stdout, stderr } = spawnSync('sh', ['-c', ours], {
      cwd: ROOT,
      encoding: 'utf8',
      input: '',
      env: { ...process.env, PARLEY_NODE: process.execPath, XDG_STATE_HOME: folder },
    });
    // Without a terminal `play` says on the side that negotiators take both seats; nothing else is said there.
    expect(stderr.replace(/^parley: no terminal here.*\n/, '')).toBe('');
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(command.includes('--quiet') ? -1 : 0);
  });

  test('the commands of npm are what the continuous integration runs, or scripts that exist', () => {
    const script = readFileSync(join(ROOT, '.ci/run'), 'utf8');
    for (const command of ['npm ci', 'npm test']) expect(script.split('\n')).toContain(command);
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([, name]) => name);
    expect(named.filter(name => !Object.hasOwn(scripts, name ?? ''))).toEqual([]);
  });

  test('every word of code that looks like a path of the project exists', () => {
    const named = [...readme.matchAll(/`(src\/[\w/.-]+|scenarios\/[\w/.-]+|test\/[\w/.-]+)`/g)].map(
      ([, path]) => path ?? '',
    );
    expect(named.length).toBeGreaterThan(1);
    const missing = named.filter(path => spawnSync('test', ['-e', path], { cwd: ROOT }).status !== 0);
    expect(missing).toEqual([]);
  });

  test('what a thousand million campaigns cost follows from the one number that is measured', () => {
    const [, section = ''] = readme.split('### What a thousand million campaigns cost');
    const rate = Number(/\*\*R = (\d+)\*\*/.exec(section)?.[1]);
    const told = (row: string) =>
      new RegExp(`^\\| ${row}[^|]*\\|[^|]*\\| ([^|]*) \\|$`, 'm').exec(section)?.[1]?.replaceAll(',', '');
    const near = (text: string | undefined, value: number) =>
      expect(Math.abs(Number(text?.replace(' million', 'e6')) / value - 1), text).toBeLessThan(0.05);
    const hours = 1e9 / rate / 3600;
    near(told('core-hours'), hours);
    near(told('hours on 100 cores'), hours / 100);
    const [least, most] = told('price')?.split(' to ') ?? [];
    near(least, 0.01 * hours);
    near(most, 0.05 * hours);
    near(told('messages to Redis'), (12 * 1e9) / rate);
    near(told('cores that one coordinator'), 500_000 / rate);
  });
});
