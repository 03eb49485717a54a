import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RIVER_PATH } from '../fixtures/river.ts';
import { emptyFolder, parley, within } from './command.ts';

describe('parley run', () => {
  test('gives the same bytes for the same scenario, seed and seats', async () => {
    const seats = ['--seat', 'ukraine=conceder', '--seat', 'russia=random'];
    for (const form of [['--json'], [], ['--quiet']]) {
      const args = ['run', 'kursk-2024', '--seed', '7', ...seats, ...form];
      // A process of its own, and this one, in which others were played before.
      const first = parley(args);
      expect(first).toMatchObject({ code: 0, err: '' });
      expect(await within(args)).toEqual(first);
    }
  });

  test('gives another campaign for another seed, or another seat', async () => {
    const args = ['run', RIVER_PATH, '--json', '--seed'];
    const outputs = [
      await within([...args, '7']),
      await within([...args, '8']),
      await within([...args, '7', '--seat', 'south=random']),
    ].map(({ out }) => out.replace(/"seed".*/, '').replace(/"(north|south)": "\w+"/g, ''));
    expect(new Set(outputs).size).toBe(3);
  });

  test('takes the seats of the scenario unless told otherwise', async () => {
    const seats = async (...more: string[]) =>
      JSON.parse((await within(['run', RIVER_PATH, '--json', ...more])).out).seats;
    expect(await seats()).toEqual({ north: 'boulware', south: 'conceder' });
    expect(await seats('--seat', 'north=boulware:e=0.2')).toEqual({
      north: 'boulware:e=0.2',
      south: 'conceder',
    });
  });

  test('--days plays only so far, as a replay to that day shows it', async () => {
    const folder = emptyFolder();
    const whole = join(folder, 'whole.jsonl');
    const cut = join(folder, 'cut.jsonl');
    const run = ['run', RIVER_PATH, '--seed', '7', '--json'];
    await within([...run, '--record', whole]);
    for (const day of ['0', '4', '8', '39']) {
      const { out } = await within([...run, '--days', day, '--record', `${cut}${day}`]);
      expect(JSON.parse(out)).toMatchObject({ day: Number(day), ended: false });
      expect((await within(['replay', whole, '--scenario', RIVER_PATH, '--to', day, '--json'])).out).toBe(
        out,
      );
      expect(readFileSync(whole, 'utf8').startsWith(readFileSync(`${cut}${day}`, 'utf8'))).toBe(true);
    }
    expect((await within([...run, '--days', '40'])).out).toBe((await within(run)).out);
  });

  test('--inject brings an inject by hand, in the record as such, and again by the command it prints', async () => {
    const record = join(emptyFolder(), 'game.jsonl');
    const injects = ['--inject', '9=letters', '--inject', '3=envoy', '--inject', '9=flood'];
    const run = ['run', 'two-rivers', '--seed', '2'];
    const { out, err } = await within([...run, ...injects, '--record', record]);
    expect(err).toBe('');
    const entries = readFileSync(record, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    const byHand = entries.filter(entry => entry.byHand);
    expect(byHand.map(({ day, inject }) => `${day}=${inject}`)).toEqual(['3=envoy', '9=letters', '9=flood']);
    for (const { day } of byHand) {
      const first = entries.findIndex(entry => entry.day === day && 'party' in entry);
      expect(entries.findLastIndex(entry => entry.day === day && entry.byHand)).toBeLessThan(first);
    }
    expect(await within(['check', record])).toMatchObject({ code: 0, err: '' });
    const [, again = ''] = /^The same again: parley (.*)$/m.exec(out) ?? [];
    expect(again).toContain('--inject 3=envoy --inject 9=letters --inject 9=flood');
    expect(await within(again.split(' '))).toMatchObject({ code: 0, out });
    expect((await within([...run, '--json'])).out).not.toBe(
      (await within([...run, ...injects, '--json'])).out,
    );
  });

  test('prints the command that plays the same again', async () => {
    const { out } = await within([
      'run',
      RIVER_PATH,
      '--seed',
      '7',
      '--seat',
      'north=parity',
      '--days',
      '20',
    ]);
    const [, again = ''] = /^The same again: parley (.*)$/m.exec(out) ?? [];
    expect(await within(again.split(' '))).toMatchObject({ code: 0, out });
  });
});

describe('parley replay', () => {
  test('ends where the run ended', async () => {
    const record = join(emptyFolder(), 'game.jsonl');
    const played = await within(['run', 'kursk-2024', '--seed', '7', '--json', '--record', record]);
    expect(await within(['replay', record, '--json'])).toEqual(played);
    expect(await within(['check', record])).toMatchObject({ code: 0, err: '' });
  });

  test('tells the same story as play without a terminal', async () => {
    const record = join(emptyFolder(), 'game.jsonl');
    const played = (await within(['play', RIVER_PATH, '--seed', '7', '--record', record])).out;
    const replayed = (await within(['replay', record, '--scenario', RIVER_PATH])).out;
    const [opening = ''] = replayed.split('\n\n');
    expect(opening).toMatch(/^The river, /);
    expect(played.startsWith(opening)).toBe(true);
    expect(played.endsWith(replayed.slice(opening.length))).toBe(true);
  });
});

describe('parley play without a terminal', () => {
  test('tells a campaign day by day, the same every time', async () => {
    const first = await within(['play', 'kursk-2024']);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/^Seed 1\. Ukraine: boulware; Russia: boulware\.$/m);
    expect(first.out).toMatch(
      /^Day 8, Wed 14 August 2024 .*\n {2}102 soldiers captured in one operation of the SBU\. Captured: /ms,
    );
    expect(first.out).toMatch(/^DEBRIEF at the end, 31 December 2024$/m);
    expect(await within(['play', 'kursk-2024'])).toEqual(first);
  });

  test('plays Kursk where no scenario is named', async () => {
    const { code, out } = await within(['play', '--seed', '3']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Kursk 2024, .*\nSeed 3\. /);
  });

  test.each([
    [['--as', 'south', '--against', 'parity'], 'Northland: parity; Southland: conceder'],
    [['--as', 'north', '--against', 'parity'], 'Northland: boulware; Southland: parity'],
    [['--as', 'none'], 'Northland: boulware; Southland: conceder'],
  ])('%j', async (args, seats) => {
    expect((await within(['play', RIVER_PATH, ...args])).out).toContain(seats);
  });
});

describe('parley list, show, graph and check', () => {
  test('list names scenarios and negotiators', async () => {
    const { code, out, err } = await within(['list']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^ {2}kursk-2024: Kursk 2024, 6 August 2024 to 31 December 2024$/m);
    for (const name of ['boulware', 'conceder', 'parity', 'random'])
      expect(out).toMatch(new RegExp(`^ {2}${name}: `, 'm'));
  });

  test('show tells the figures, and a brief only when asked', async () => {
    const { code, out, err } = await within(['show', 'kursk-2024']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^SOURCES$/m);
    expect(out).not.toMatch(/Confidential brief/);
    expect(out.split('\n\n').at(-1)).toMatch(
      /^The delegations' briefs: parley show kursk-2024 --brief ukraine\s/,
    );
    expect((await within(['show', 'kursk-2024', '--brief', 'russia'])).out).toMatch(
      /^Confidential brief for the delegation of Moscow$/m,
    );
  });

  test('who came through npm is told a command that npm knows', async () => {
    const npm = async (event: string, name = 'parley-exchange') =>
      (
        await within(['run', RIVER_PATH, '--seed', '7'], {
          env: { npm_lifecycle_event: event, npm_package_name: name },
        })
      ).out;
    for (const event of ['start', 'parley'])
      expect(await npm(event)).toMatch(/^The same again: npm run -s parley -- run .*--seed 7/m);
    expect(await npm('start', 'another')).toMatch(/^The same again: parley run /m);
    expect(await npm('npx')).toMatch(/^The same again: parley run /m);
  });

  test('graph draws the statechart, or gives it as data', async () => {
    expect((await within(['graph'])).out).toMatch(/^stateDiagram-v2\n/);
    expect(await within(['graph', '--format', 'mermaid'])).toEqual(await within(['graph']));
    expect(JSON.parse((await within(['graph', '--format', 'json'])).out)).toMatchObject({
      id: 'campaign',
      type: 'parallel',
    });
  });

  test('check takes an identifier, a folder and a file', async () => {
    const { code, out, err } = await within([
      'check',
      'kursk-2024',
      RIVER_PATH,
      join(RIVER_PATH, 'scenario.yaml'),
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/: sound; the scenario "/g)).toHaveLength(3);
  });
});
