import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CoachResult } from '../../src/report/coach-result.ts';
import { RIVER_PATH } from '../fixtures/river.ts';
import { type Ended, within } from './command.ts';

/** A record of the river, and what the coach says of one side of it, which most tests look at. */
const folder = mkdtempSync(join(tmpdir(), 'parley-coach-'));
const path = join(folder, 'campaign.jsonl');
let north: Ended;
beforeAll(async () => {
  const { code } = await within(['run', RIVER_PATH, '--seed', '3', '--quiet', '--record', path]);
  expect(code).toBe(0);
  north = await coached('--as', 'north', '--json');
});
afterAll(() => rmSync(folder, { recursive: true }));

const coached = (...more: string[]) =>
  within(['coach', path, '--scenario', RIVER_PATH, '--rollouts', '48', ...more]);

describe('coach', () => {
  test('tells the score, the turning points and how it is reckoned, in 80 columns', async () => {
    const { code, out, err } = await coached();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^COACH: Northland\n {2}Score [\d.]+ \(.+?\) of\s+100\s+from\s+what\s+was\s+known,\s+[\d.]+\s+\([^)]+\)\s+in\s+hindsight\.$/m,
    );
    expect(out).toMatch(/^COACH: Southland$/m);
    expect(out).toMatch(/^ {2}\d+ decisions: /m);
    expect(out).toMatch(/^HOW IT IS RECKONED/m);
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
  });

  test('prints the same JSON every time, on any number of threads', async () => {
    for (const threads of ['1', '3'])
      expect(await coached('--as', 'north', '--json', '--workers', threads)).toEqual(north);
    const {
      parley: kind,
      format,
      parties,
    } = JSON.parse(north.out) as Record<string, unknown> & {
      parties: { party: string; decisions: { label: string; asKnown: { moves: unknown[] } }[] }[];
    };
    expect({ kind, format }).toEqual({ kind: 'coach', format: 2 });
    expect(parties.map(({ party }) => party)).toEqual(['north']);
    for (const { asKnown } of parties[0]?.decisions ?? []) expect(asKnown.moves.length).toBeGreaterThan(1);
  });

  test('tells its fields, every one of them', async () => {
    const result = JSON.parse(north.out) as CoachResult;
    const [party] = result.parties;
    const [decision] = party?.decisions ?? [];
    const [move] = decision?.asKnown.moves ?? [];
    const { out: help } = await within(['help', 'coach']);
    for (const part of [result, party, decision, decision?.asKnown, move, move?.lead])
      for (const field of Object.keys(part ?? {})) expect(help).toMatch(new RegExp(`^  ${field} `, 'm'));
    expect(move?.lead).toBeDefined();
  });

  test('tells every move of one day', async () => {
    const { parties } = JSON.parse(north.out) as CoachResult;
    const day = parties[0]?.decisions.at(-1)?.day ?? 0;
    const { code, out } = await coached('--as', 'north', '--day', String(day));
    expect(code).toBe(0);
    expect(out).toMatch(/^MOVES$/m);
    expect(out).toMatch(/^ {4}In hindsight:$/m);
    expect(out).toMatch(/: gain -?[\d.]+, as played$/m);
    const only = JSON.parse(
      (await coached('--as', 'north', '--day', String(day), '--json')).out,
    ) as CoachResult;
    expect(only.parties[0]?.decisions).toEqual(
      parties[0]?.decisions.filter(decision => decision.day === day),
    );
  });

  test('tells its rate on the side, where it is asked to', async () => {
    expect((await coached('--as', 'south', '--day', '2', '--time')).err).toMatch(
      /^parley: \d+ rollouts in [\d.]+ s, \d+ a second\n$/,
    );
  });

  test.each([
    [['--as', 'nort'], /did you mean "north"\?/],
    [['--day', '900'], /--day 900: the last day of the record is \d+; expected/],
    [['--rollouts', '47'], /Expected a number of rollouts, from 48 to 100000/],
    [['--rollouts', 'many'], /Expected a number of rollouts/],
  ])('refuses %j in one line', async (more, line) => {
    const { code, out, err } = await within(['coach', path, '--scenario', RIVER_PATH, ...more]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(line);
    expect(err.match(/\n/g)).toHaveLength(1);
  });

  test('refuses what is no record', async () => {
    const { code, err } = await within(['coach', join(RIVER_PATH, 'scenario.yaml')]);
    expect(code).toBe(2);
    expect(err).toMatch(/scenario\.yaml/);
    expect(err).not.toMatch(/\bat .*:\d+:\d+\)?$/m);
  });
});
