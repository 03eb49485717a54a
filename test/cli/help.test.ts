import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RESULT_FIELDS } from '../../src/report/result-fields.ts';
import { within } from './command.ts';

const COMMANDS = [
  ...['play', 'run', 'replay', 'check', 'list', 'show', 'graph', 'analyse'],
  ...['brief', 'new', 'lint', 'schema', 'backtest', 'protocol', 'tournament', 'coach'],
  ...['study', 'merge', 'compare', 'worker'],
];

describe('help', () => {
  test('tells what it is, the commands, three examples, the exit codes', async () => {
    const { code, out, err } = await within(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    await expect(out).toMatchFileSnapshot('help.txt');
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(out.match(/^ {2}parley /gm)).toHaveLength(3);
  });

  test('is what is printed without arguments', async () => {
    expect(await within([])).toEqual(await within(['--help']));
  });

  test.each(COMMANDS)('of %s', async command => {
    const asked = await within(['help', command]);
    expect(asked.code).toBe(0);
    expect(asked.out).toMatch(new RegExp(`^Usage: parley ${command}`));
    expect(await within([command, '--help'])).toEqual(asked);
  });

  test('of the whole fits 60 columns, each example with what it does', async () => {
    const { out } = await within(['--help'], { env: { COLUMNS: '60' } });
    expect(out.split('\n').filter(line => line.length > 60)).toEqual([]);
    expect(out).toContain('  parley play kursk-2024 --as ukraine\n      sit at the table for Kyiv\n');
  });

  test('fits 80 columns', async () => {
    for (const args of [['--help'], ...COMMANDS.map(command => ['help', command])]) {
      const long = (await within(args)).out.split('\n').filter(line => line.length > 80);
      expect(long).toEqual([]);
    }
  });
});

test.each(['40', '60', '80'])('what is listed and how a campaign opens fit %s columns', async columns => {
  const env = { COLUMNS: columns };
  const { out: listed } = await within(['list'], { env });
  expect(listed.split('\n').filter(line => line.length > Number(columns))).toEqual([]);
  const { out: story } = await within(['play', 'little-switch-1953', '--seed', '2'], { env });
  expect(
    story
      .split('\n\n')[0]
      ?.split('\n')
      .filter(line => line.length > Number(columns)),
  ).toEqual([]);
});

test('the help of run tells every field of the result', async () => {
  const help = (await within(['help', 'run'])).out;
  const result = JSON.parse((await within(['run', 'kursk-2024', '--days', '30', '--json'])).out);
  for (const [path, fields] of RESULT_FIELDS) {
    const part = result[path.replace('[]', '')];
    const told = path === '' ? result : (Array.isArray(part) ? part : Object.values(part))[0];
    expect(Object.keys(told ?? {}), path).toEqual(Object.keys(fields));
    for (const [field, meaning] of Object.entries(fields))
      expect(help).toContain(`  ${field.padEnd(17)} ${meaning}\n`);
  }
});

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await within(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});
