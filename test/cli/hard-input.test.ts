import { existsSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileHost, takeUp } from '../../src/cli/host.ts';
import { lock, unlock, writerOf } from '../../src/cli/record-lock.ts';
import { openTable } from '../../src/table/table.ts';
import { named, river } from '../fixtures/river.ts';
import { type Ended, emptyFolder, shell, within } from './command.ts';

/** One clear line on the error stream, exit code 2, nothing of a stack and nothing about a fault of ours. */
function refused({ code, out, err }: Ended, about: RegExp): void {
  expect(err).toMatch(about);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(err).not.toMatch(/internal error|\n\s+at /);
  expect(out).toBe('');
  expect(code).toBe(2);
}

describe('one writer a record', () => {
  const table = openTable({ scenario: river, seed: '7', seats: [named('boulware'), named('random')] });
  while (table.position.campaign.day < 6) table.step();

  function begun() {
    const folder = emptyFolder();
    const host = fileHost({ scenarios: [river], folder });
    const pen = host.beginRecord(river, table.header, table.entries.slice(0, 8));
    if (typeof pen === 'string') throw new Error(pen);
    return { host, pen, path: join(folder, 'river-7.jsonl') };
  }

  test('a game that is open is not taken up a second time, and stays whole', () => {
    const { host, pen, path } = begun();
    const before = readFileSync(path, 'utf8');
    expect(takeUp(path, river)).toBe(
      `${path} is being played elsewhere (process ${process.pid}); leave it there first`,
    );
    expect(host.unfinished()).toEqual([]);
    expect(readFileSync(path, 'utf8')).toBe(before);
    pen.close();
    expect(host.unfinished()).toHaveLength(1);
    expect(typeof takeUp(path, river)).toBe('object');
  });

  test('the lock of a process that is gone is taken over', () => {
    const path = join(emptyFolder(), 'r.jsonl');
    const gone = Number(shell('sh -c "echo $$"').out) || 2 ** 22 - 1;
    writeFileSync(`${path}.lock`, `${gone}`);
    expect(writerOf(path)).toBeNull();
    expect(lock(path)).toBeNull();
    expect(writerOf(path)).toBe(process.pid);
    expect(lock(path)).toBe(process.pid);
    unlock(path);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test.each([
    ['removed', (path: string) => rmSync(path), 'was removed while it was written'],
    ['cut', (path: string) => truncateSync(path, 40), 'was changed by another program'],
    ['added to', (path: string) => writeFileSync(path, 'x', { flag: 'a' }), 'was changed by another program'],
  ])('a record that is %s under the game is noticed at the next entry', (_, spoil, message) => {
    const { pen, path } = begun();
    spoil(path);
    expect(pen.write(table.entries[8] as never)).toContain(message);
  });
});

describe('a record is known by what is in it', () => {
  async function unnamed(): Promise<string> {
    const path = join(emptyFolder(), 'unnamed');
    await within(['run', 'two-rivers', '--quiet', '--record', path]);
    return path;
  }

  test('check reads it whatever its name', async () => {
    expect(await within(['check', await unnamed()])).toMatchObject({
      code: 0,
      out: expect.stringContaining('sound; a record of two-rivers'),
    });
  });

  test('replay with another scenario says whose it is', async () => {
    refused(
      await within(['replay', await unnamed(), '--scenario', 'kursk-2024']),
      /a record of the scenario "two-rivers", not of "kursk-2024"/,
    );
  });

  test('replay to a day that it does not reach says where it ends', async () => {
    const path = await unnamed();
    truncateSync(path, readFileSync(path).indexOf('"day":20'));
    const { code, err } = await within(['replay', path, '--to', '60', '--json']);
    expect(err).toMatch(/unnamed ends on day 19/);
    expect(code).toBe(0);
  });

  test.each(['run', 'show', 'play', 'lint'])('%s says that it is no scenario', async command => {
    const { code, out, err } = await within([command, await unnamed()]);
    expect(`${out}${err}`).toContain('this is a record and no scenario');
    expect(`${out}${err}`.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
    expect(code).toBe(2);
  });
});

describe('what the operating system refuses is one line and exit code 2', () => {
  test.each(['run', 'show', 'play', 'replay'])('%s of a link to itself', async command => {
    const round = join(emptyFolder(), 'round');
    symlinkSync(round, round);
    refused(await within([command, round]), /too many symbolic links|unknown scenario/);
  });

  test.each(['run', 'show', 'play', 'replay'])('%s of a name that is too long', async command => {
    refused(await within([command, 'x'.repeat(300)]), /name is too long|unknown scenario/);
  });

  test.each(['run', 'show'])('%s of a folder without a scenario', async command => {
    refused(await within([command, emptyFolder()]), /scenario\.yaml/);
  });

  test('in a folder that was removed', () => {
    const { code, err } = shell(
      `cd "$(mktemp -d)" && rmdir "$PWD" && $PARLEY run two-rivers --quiet --record here.jsonl`,
    );
    expect(err).not.toContain('internal error');
    expect(code).toBe(2);
  });
});

describe('arguments', () => {
  test.each([
    ['a line break', ['run', 'no\nsuch'], /argument 2 has a line break/],
    ['an escape', ['run', 'no\u001b[31msuch'], /argument 2 has a line break or another control character/],
    [
      'far too long',
      ['run', 'two-rivers', '--seed', 'x'.repeat(100_000)],
      /argument 4 has 100000 characters/,
    ],
    ['a flag for a seed', ['run', 'two-rivers', '--seed', '--json'], /--seed "--json": expected/],
    [
      'a parameter given twice',
      ['run', 'two-rivers', '--seat', 'aren=boulware:e=0.5,e=0.6'],
      /e is given twice/,
    ],
    ['a number that is none', ['run', 'two-rivers', '--seat', 'aren=boulware:e=0x1'], /expects a number/],
    ['help of nothing', ['help', 'nope'], /unknown command "nope", expected one of play, run/],
    ['a seed given twice', ['run', 'two-rivers', '--seed', '1', '--seed', '2'], /--seed is given twice/],
    ['a device for a record', ['run', 'two-rivers', '--record', '/dev/full'], /\/dev\/full is not a file/],
    ['a negotiator in capitals', ['run', 'two-rivers', '--seat', 'aren=Parity'], /did you mean "parity"\?/],
    [
      'resume and a side',
      ['play', '--resume', 'x.jsonl', '--as', 'aren'],
      /--as and --resume exclude each other/,
    ],
    [
      'resume and a seed',
      ['play', '--resume', 'x.jsonl', '--seed', '3'],
      /--seed and --resume exclude each other/,
    ],
    [
      'an opponent for both',
      ['play', 'two-rivers', '--as', 'both', '--against', 'parity'],
      /nobody sits opposite/,
    ],
  ])('%s', async (_, args, about) => {
    refused(await within(args), about);
  });
});

describe('a pipe that is closed', () => {
  test('does not change what check found', () => {
    const { out } = shell(
      'for n in 1 2 3 4 5; do $PARLEY check nope1 nope2 2>/dev/null | head -c 1 >/dev/null; echo -n "$PIPESTATUS "; done',
    );
    expect(out.trim()).toBe('2 2 2 2 2');
  });

  test('does not cut the record short', async () => {
    const folder = emptyFolder();
    for (const name of ['a', 'b', 'c']) {
      shell(`$PARLEY play two-rivers --record ${name}.jsonl | head -n 1`, folder);
      expect((await within(['check', join(folder, `${name}.jsonl`)])).out).toContain('to its end');
    }
  });
});

test('a record that could not be begun leaves nothing in the way', () => {
  const folder = emptyFolder();
  const { code } = shell('ulimit -f 0; $PARLEY run two-rivers --quiet --record r.jsonl', folder);
  expect(code).toBe(2);
  expect(existsSync(join(folder, 'r.jsonl'))).toBe(false);
  expect(existsSync(join(folder, 'r.jsonl.lock'))).toBe(false);
});
