import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lock, unlock, writerOf } from '../../src/cli/record-lock.ts';
import { whenStarted } from '../../src/cli/running.ts';
import { holdIn } from '../../src/cli/studies/hold.ts';
import { emptyFolder } from './command.ts';

const SAYS = whenStarted(process.pid) !== null;

/** Another process that runs, whose id a lock may bear. */
let other: ChildProcess;
let id = 0;
let began = '';

beforeAll(() => {
  other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
  id = other.pid ?? 0;
  began = whenStarted(id) ?? '';
});

afterAll(() => void other.kill());

/** A file that has been locked so. */
function locked(text: string): string {
  const file = join(emptyFolder(), 'game.jsonl');
  writeFileSync(`${file}.lock`, text);
  return file;
}

describe('a lock', () => {
  test('says who has it, until it is given back', () => {
    const file = join(emptyFolder(), 'game.jsonl');
    expect(writerOf(file)).toBeNull();
    expect(lock(file)).toBeNull();
    expect(readFileSync(`${file}.lock`, 'utf8')).toMatch(SAYS ? /^\d+ [\w-]+\/\d+$/ : /^\d+$/);
    expect(writerOf(file)).toBe(process.pid);
    // Whoever has it does not get it twice.
    expect(lock(file)).toBe(process.pid);
    unlock(file);
    expect(existsSync(`${file}.lock`)).toBe(false);
    expect(lock(file)).toBeNull();
    unlock(file);
  });

  test.each([
    ['our own id, from before ids came with a beginning', () => `${process.pid}`],
    ['nothing', () => ''],
    ['no process', () => 'whoever'],
    ['a process that is gone', () => `${2 ** 22 - 1}`],
    ['a process that is gone, and when it began', () => `${2 ** 22 - 1} boot/1`],
  ])('with %s is taken over', (_, text) => {
    const file = locked(text());
    expect(writerOf(file)).toBeNull();
    expect(lock(file)).toBeNull();
    expect(writerOf(file)).toBe(process.pid);
    unlock(file);
  });

  test('of a process that runs is respected', () => {
    for (const text of [`${id}`, `${id} ${began}`.trim()]) {
      const file = locked(text);
      expect(lock(file)).toBe(id);
      unlock(file);
      expect(readFileSync(`${file}.lock`, 'utf8')).toBe(text);
    }
  });

  test.skipIf(!SAYS)('of one that bore the same id before is taken over', () => {
    const earlier = (of: string) => of.replace(/\d+$/, ticks => `${Number(ticks) - 1}`);
    const rebooted = (of: string) => of.replace(/^[\w-]+/, '00000000-0000-0000-0000-000000000000');
    for (const text of [
      `${id} ${earlier(began)}`,
      `${id} ${rebooted(began)}`,
      `${process.pid} ${earlier(whenStarted(process.pid) ?? '')}`,
    ]) {
      const file = locked(text);
      expect(lock(file)).toBeNull();
      unlock(file);
      expect(existsSync(`${file}.lock`)).toBe(false);
    }
  });
});

test('the folder of a result is held in the same way', () => {
  const folder = emptyFolder();
  const file = join(folder, 'study.json');
  writeFileSync(`${file}.lock`, `${process.pid}`);
  const free = holdIn(folder, 'study.json');
  expect(() => holdIn(folder, 'study.json')).toThrow(
    `${folder} is being written by another parley (process ${process.pid})`,
  );
  free();
  expect(existsSync(`${file}.lock`)).toBe(false);
});

describe('when a process began', () => {
  const proc = (stat: string) => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'sys/kernel/random'), { recursive: true });
    mkdirSync(join(folder, '7'));
    writeFileSync(join(folder, 'sys/kernel/random/boot_id'), 'b007\n');
    writeFileSync(join(folder, '7', 'stat'), stat);
    return folder;
  };

  test('is read past a name that holds brackets and blanks', () => {
    const fields = Array.from({ length: 30 }, (_, at) => `${at + 3}`).join(' ');
    expect(whenStarted(7, proc(`7 (a) b (c)) ${fields}`))).toBe('b007/22');
  });

  test('is not known where the system does not tell', () => {
    expect(whenStarted(7, join(emptyFolder(), 'none'))).toBeNull();
    expect(whenStarted(8, proc('8 (a) S 1'))).toBeNull();
    expect(whenStarted(7, proc('7 (a) S 1'))).toBeNull();
  });
});
