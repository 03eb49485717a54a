import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../src/analysis/csv.ts';
import { MEASURES } from '../../src/analysis/tournament.ts';
import { NEGOTIATORS } from '../../src/negotiators/index.ts';
import {
  formatTournamentFields,
  TOURNAMENT_FIELDS,
  WITH_MEASURES,
} from '../../src/report/tournament-fields.ts';
import { RIVER_PATH } from '../fixtures/river.ts';
import { within } from './command.ts';

const small = [
  'tournament',
  '--scenarios',
  RIVER_PATH,
  '--negotiators',
  'parity,bayesian:e=1,noise=0.2,random',
];
const entrants = ['parity', 'bayesian:e=1,noise=0.2', 'random'];

describe('parley tournament', () => {
  test('gives the same bytes on one thread and on three, as text, JSON and CSV', async () => {
    for (const form of [[], ['--json'], ['--csv']]) {
      const args = [...small, '--seeds', '3', ...form, '--workers'];
      const first = await within([...args, '1']);
      expect(first).toMatchObject({ code: 0, err: '' });
      expect(await within([...args, '3'])).toEqual(first);
    }
  });

  test('as JSON has the order, every seat and every meeting', async () => {
    const told = JSON.parse((await within([...small, '--seeds', '2', '--json'])).out);
    expect(told.negotiators).toEqual(entrants);
    expect(told.order.map(({ negotiator }: { negotiator: string }) => negotiator).sort()).toEqual(
      [...entrants].sort(),
    );
    expect(told.order.at(-1).negotiator).toBe('random');
    expect(told.seats).toHaveLength(6);
    expect(told.meetings).toHaveLength(18);
    for (const measure of MEASURES) {
      const { mean, low, high } = told.order[0][measure];
      expect(low).toBeLessThanOrEqual(mean);
      expect(high).toBeGreaterThanOrEqual(mean);
      expect(told.measures[measure]).toEqual(expect.any(String));
    }
  });

  test('as JSON has the fields that the help tells, and no others', async () => {
    const told = JSON.parse((await within([...small, '--seeds', '1', '--focus', 'random', '--json'])).out);
    const first: Readonly<Record<string, object>> = {
      '': told,
      'order[]': told.order[0],
      'seats[]': told.seats[0],
      'meetings[]': told.meetings[0],
      'focus.seats[]': told.focus.seats[0],
    };
    for (const [path, fields] of TOURNAMENT_FIELDS) {
      const measures = WITH_MEASURES.includes(path) ? MEASURES : [];
      expect(Object.keys(first[path] ?? {}), path).toEqual([...Object.keys(fields), ...measures]);
    }
    expect((await within(['help', 'tournament'])).out).toContain(formatTournamentFields());
  });

  test('as CSV has a line for each negotiator against each other in each seat', async () => {
    const csv = parseCsv((await within([...small, '--seeds', '1', '--csv'])).out);
    const [heading, ...rows] = csv.ok ? csv.rows.map(row => row.map(({ text }) => text)) : [];
    expect(rows).toHaveLength(18);
    expect(heading?.slice(0, 6)).toEqual(['scenario', 'party', 'negotiator', 'opponent', 'seeds', 'own']);
    for (const row of rows) expect(row).toHaveLength(heading?.length ?? 0);
    expect(new Set(rows.map(([, , name]) => name))).toEqual(new Set(entrants));
    // A single seed has no interval.
    expect(rows[0]?.[6]).toBe('');
  });

  test('as text fits 80 columns with every negotiator there is', async () => {
    // Who searches is given a small budget.
    const names = NEGOTIATORS.map(({ name }) => (name === 'search' ? 'search:worlds=1' : name));
    const given = ['--negotiators', names.join(), '--scenarios', 'little-switch-1953', '--seeds', '2'];
    const { code, out } = await within(['tournament', ...given]);
    expect(code).toBe(0);
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
    for (const name of names) expect(out).toMatch(new RegExp(`^${name} `, 'm'));
    expect(out).toContain('This compares rules of bargaining within the model.');
  });

  test('as text folds its tables where there are 40 columns', async () => {
    const { code, out } = await within([...small, '--seeds', '2', '--focus', 'random'], {
      env: { COLUMNS: '40' },
    });
    expect(code).toBe(0);
    expect(out.split('\n').filter(line => line.length > 40)).toEqual([]);
  });

  test('keeps pairings as they end, and goes on with those that are missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-tournament-'));
    const run = (...more: string[]) =>
      within([...small, '--seeds', '2', '--focus', 'parity', '--out', folder, ...more]);
    const first = await run();
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('What parity gains more in the same seat');
    expect(JSON.parse(readFileSync(join(folder, 'tournament.json'), 'utf8')).focus.seats).toHaveLength(2);
    const kept = join(folder, 'pairings.jsonl');
    const whole = readFileSync(kept, 'utf8');
    expect(whole.trim().split('\n')).toHaveLength(1 + 9);
    expect((await run()).err).toContain('exists already');
    // Broken off in the middle of a line.
    writeFileSync(kept, whole.slice(0, whole.length / 2));
    expect(await run('--resume')).toEqual(first);
    const sorted = (text: string) => text.trim().split('\n').sort();
    expect(sorted(readFileSync(kept, 'utf8'))).toEqual(sorted(whole));
    // Of another number of seeds, and of a build that plays otherwise.
    expect((await within([...small, '--seeds', '3', '--out', folder, '--resume'])).err).toContain(
      'another tournament',
    );
    writeFileSync(kept, whole.replace('"scores":[[', '"scores":[[1'));
    expect(await run('--resume')).toMatchObject({ code: 2, out: '' });
    expect((await run('--resume')).err).toContain('plays otherwise');
    rmSync(folder, { recursive: true });
  });

  test.each([
    [['--negotiators', 'nope'], 'unknown negotiator "nope"'],
    [['--negotiators', 'parity,random', '--focus', 'micro'], 'expected one of the negotiators'],
    [['--resume'], '--resume goes on with what --out holds'],
    [['--negotiators', 'parity,nobody'], 'unknown negotiator "nobody"'],
    [['--negotiators', 'parity'], 'expected at least two'],
    [['--negotiators', 'parity,random,parity'], 'parity is named twice'],
    [['--negotiators', 'parity,exec:./bot.py'], 'another program can sit only in `parley run`'],
    [['--negotiators', 'parity,bayesian:e=0'], 'e expects a number from 0.01 to 100'],
    [['--scenarios', 'two-rivers,nowhere'], 'nowhere'],
    [['--scenarios', 'two-rivers,two-rivers'], 'two-rivers is named twice'],
    [['--seeds', '0'], 'from 1 to'],
    [['--json', '--csv'], 'cannot be used with'],
  ])('refuses %j in a line', async (args, why) => {
    const { code, out, err } = await within(['tournament', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
