import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { COVERAGES, MOVE_TYPES, PUBLICITY } from '../../src/campaign/event.ts';
import { settle } from '../../src/campaign/settle.ts';
import { knowledgeOf } from '../../src/campaign/view.ts';
import { takeUp } from '../../src/cli/host.ts';
import { OutsidePlayer } from '../../src/cli/outside-player.ts';
import { HANDED_DOWN } from '../../src/cli/outside-program.ts';
import { RIVER_PATH, river } from '../fixtures/river.ts';
import { emptyFolder, parley, started } from './command.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BOT = fileURLToPath(new URL('../fixtures/bots/misbehaving.mjs', import.meta.url));
const wrong = (how: string, ...more: string[]) => `exec:${[process.execPath, BOT, how, ...more].join(' ')}`;
const run = (seat: string, ...more: string[]) =>
  parley(['run', RIVER_PATH, '--seat', `north=${seat}`, '--seed', '3', '--quiet', ...more], { cwd: ROOT });

const NO_PYTHON = spawnSync('python3', ['--version']).status === 0 ? null : 'python3 is not installed';
if (NO_PYTHON !== null && process.env['PARLEY_E2E'] === 'required') throw new Error(NO_PYTHON);

const PYTHON = 'exec:./scenarios/two-rivers/haggler.py';
const TYPESCRIPT = `exec:${process.execPath} scenarios/two-rivers/haggler.ts`;

describe('a program in a seat', () => {
  test.skipIf(NO_PYTHON !== null)('plays a campaign, in Python as in TypeScript', () => {
    const [python, typescript] = [PYTHON, TYPESCRIPT].map(seat =>
      parley(['run', 'two-rivers', '--seat', `aren=${seat}`, '--quiet'], { cwd: ROOT }),
    );
    expect(python).toMatchObject({ code: 0, err: '' });
    expect(python?.out).toMatch(/^two-rivers, seed 1: [1-9]\d* exchanges?; [1-9]\d* people home to Aren/);
    expect(typescript).toEqual(python);
  });

  test.each(['two-rivers', 'kursk-2024', 'little-switch-1953'])('plays on either side of %s', id => {
    const seats = Object.keys(JSON.parse(parley(['run', id, '--days', '0', '--json']).out).seats);
    const args = seats.flatMap(party => ['--seat', `${party}=${TYPESCRIPT}`]);
    expect(parley(['run', id, '--quiet', ...args], { cwd: ROOT })).toMatchObject({ code: 0, err: '' });
  });

  test('leaves a record that replays and is checked without it, and cannot be taken up', () => {
    const record = join(emptyFolder(), 'game.jsonl');
    const played = run(TYPESCRIPT, '--record', record);
    expect(played.code).toBe(0);
    expect(readFileSync(record, 'utf8').split('\n')[0]).toContain(`"north":"${TYPESCRIPT}"`);
    const where = ['--scenario', RIVER_PATH];
    expect(parley(['check', record, ...where])).toMatchObject({ code: 0, err: '' });
    const replayed = JSON.parse(parley(['replay', record, ...where, '--json']).out);
    expect(replayed.seats.north).toBe(TYPESCRIPT);
    const half = join(emptyFolder(), 'half.jsonl');
    run(TYPESCRIPT, '--days', '9', '--record', half);
    expect(takeUp(half, river)).toContain('north is played by a program');
    const again = join(emptyFolder(), 'again.jsonl');
    run(TYPESCRIPT, '--record', again);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(record, 'utf8'));
  });

  test('is named in the command that plays the same again', () => {
    const { out } = parley(['run', RIVER_PATH, '--seat', `north=${TYPESCRIPT}`], { cwd: ROOT });
    expect(out).toContain(`--seat 'north=${TYPESCRIPT}'`);
  });

  test('is told nothing of our environment but what is documented', () => {
    const { err } = run(wrong('environment'));
    const keys = /said: (.*)/.exec(err)?.[1]?.split(' ') ?? [];
    expect(keys.length).toBeGreaterThan(0);
    // macOS adds one of its own.
    expect(keys.filter(key => !key.startsWith('__CF') && !HANDED_DOWN.includes(key as never))).toEqual([]);
  });
});

describe('a program that goes wrong', () => {
  const forfeits = {
    hangs: 'no answer within 0.2 s',
    dies: 'the program ended with exit code 3',
    rubbish: 'not a JSON object: "this is not JSON"',
    endless: 'the program printed a line of more than 65536 characters',
    cheats: 'an illegal move, release: south-wounded: 9999',
    shapeless: 'not a move: offer: "deal" is not what it should be',
    paints: 'not a move: offer: "message" has a line break or another control character',
  };

  test.each(Object.entries(forfeits))(
    '%s: the seat is forfeited, and the campaign played to its end',
    (how, why) => {
      const patience = how === 'hangs' ? ['--seat-timeout', '0.2'] : [];
      const { code, out, err } = run(wrong(how), ...patience);
      expect(code).toBe(1);
      expect(out).toContain('river, seed 3: 0 exchanges');
      expect(err).toContain('the seat was forfeited on day');
      expect(err).toContain(why);
      expect(err).toContain('it waited from then on');
      if (how === 'dies') expect(err).toContain('said: a line that says why');
      for (const line of err.trim().split('\n')) expect(line).toMatch(/^parley: north \(exec:/);
    },
  );

  test('floods: the seat is forfeited', () => {
    const { code, err } = run(wrong('floods'));
    expect(code).toBe(1);
    expect(err).toContain('the seat was forfeited on day');
  });

  test('repeats its answer to an old turn without end: the seat is forfeited on that turn', () => {
    const { code, err } = run(wrong('repeats'), '--seat-timeout', '60');
    expect(code).toBe(1);
    expect(err).toContain('the seat was forfeited on day');
    expect(err).toContain('the program printed more than 1000 lines that nobody asked for');
    expect(err).not.toContain('no answer within');
  });

  test('once: that turn is waited, and the campaign goes on', () => {
    const { code, err } = run(wrong('errsOnce'));
    expect(code).toBe(0);
    expect(err).toContain(
      'one turn without a move that counts, first on day 0: expected {"type":"move","turn":1,',
    );
    expect(err).not.toContain('forfeited');
  });

  test('too late: what it says then is passed over, and later answers count', () => {
    const { code, err } = run(wrong('late'), '--seat-timeout', '2');
    expect(code).toBe(0);
    expect(err).toContain('one turn without a move that counts, first on day 0: no answer within 2 s');
  });

  test('says more than it is asked: only the answer is heard', () => {
    expect(run(wrong('chatters'))).toMatchObject({ code: 0, err: '' });
  });

  test.each([
    ['that is not there', 'exec:./nowhere.py', 'cannot start ./nowhere.py: no such file or folder'],
    ['that is not executable', 'exec:./README.md', 'cannot start ./README.md: permission denied'],
    [
      'that ends at once',
      `exec:${process.execPath} --version`,
      `said "${process.version}"; expected {"type":"hello"`,
    ],
    ['that says nothing and ends', 'exec:true', 'ended with exit code 0 without a word'],
    ['of another protocol', wrong('ancient'), 'speaks protocol 0'],
    ['without a name', 'exec:', 'no program is named; expected north=exec:PROGRAM'],
  ])('%s: nothing is played', (_, seat, why) => {
    const record = join(emptyFolder(), 'game.jsonl');
    const { code, out, err } = run(seat, '--record', record);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(existsSync(record)).toBe(false);
  });

  test('is ended where no record can be made', () => {
    const record = join(emptyFolder(), 'game.jsonl');
    writeFileSync(record, 'mine');
    const { code, err } = run(wrong('stays', join(emptyFolder(), 'beats')), '--record', record);
    expect(code).toBe(2);
    expect(err).toContain('exists already');
    expect(readFileSync(record, 'utf8')).toBe('mine');
  });

  test('never says hello: nothing is played', async () => {
    const plan = {
      scenario: river,
      party: 0,
      name: 'exec:sleep 60',
      seed: '1',
      timeout: 100,
      env: process.env,
    } as const;
    const known = knowledgeOf(settle(river, {}), 0);
    await expect(OutsidePlayer.sit(plan, known, 100)).rejects.toThrow('said nothing within 0.1 s');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it too, and whom it started', async signal => {
    const file = join(emptyFolder(), 'beats');
    const child = started([
      'run',
      RIVER_PATH,
      '--seat',
      `north=${wrong('stays', file)}`,
      '--seat-timeout',
      '600',
    ]);
    const ended = new Promise(resolve => child.on('exit', resolve));
    while (!existsSync(file)) await pause(20);
    child.kill(signal);
    expect(await ended).toBe(signal === 'SIGINT' ? 130 : 143);
    await pause(200);
    const beats = statSync(file).size;
    await pause(300);
    expect(statSync(file).size).toBe(beats);
  });

  test('stays when all is over: it is ended, and whom it started', async () => {
    const file = join(emptyFolder(), 'beats');
    const { code } = run(wrong('stays', file), '--seat-timeout', '0.3');
    expect(code).toBe(1);
    const beats = existsSync(file) ? statSync(file).size : 0;
    await pause(300);
    expect(existsSync(file) ? statSync(file).size : 0).toBe(beats);
  });
});

describe('programs elsewhere', () => {
  test('cannot be opponents in play, nor sit in a scenario', () => {
    const { code, err } = parley(['play', 'two-rivers', '--against', 'exec:./bot.py']);
    expect(code).toBe(2);
    expect(err).toContain('another program can sit only in `parley run`');
  });

  test('--seat-timeout wants seconds', () => {
    for (const text of ['0', '-1', 'soon', '4000']) {
      expect(run('parity', '--seat-timeout', text)).toMatchObject({ code: 2, out: '' });
    }
  });

  test('the protocol is printed, in 80 columns, with every move there is', () => {
    const { code, out } = parley(['protocol']);
    expect(code).toBe(0);
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
    for (const type of MOVE_TYPES) expect(out).toContain(`{"type":"${type}"`);
    for (const what of [...PUBLICITY, ...COVERAGES]) expect(out).toMatch(new RegExp(`\\b${what}\\b`));
  });
});
