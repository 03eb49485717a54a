import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NO_TMUX, openPane, type Pane } from './tmux.ts';

/* The built command on a real terminal, played by keys alone. */

const PARLEY = `'${process.execPath}' dist/cli/main.js`;
const PLAY = `${PARLEY} play kursk-2024 --seed 7 --as ukraine`;

let home: string;
let pane: Pane | null = null;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'parley-play-'));
});

afterEach(() => {
  pane?.close();
  pane = null;
  rmSync(home, { recursive: true, force: true });
});

function open(
  command: string,
  more: { columns?: number; rows?: number; env?: Record<string, string> } = {},
): Pane {
  pane = openPane(command, { ...more, env: { XDG_STATE_HOME: home, ...more.env } });
  return pane;
}

/** To the board: the usual opponent is taken, and the brief is read. */
async function toTheBoard(at: Pane): Promise<string> {
  await at.until('Who decides for Russia?');
  await at.press('Enter');
  await at.until('5 Briefs]');
  return at.press('Enter');
}

const WILLING = [
  ['Hand over', 'y', 'Enter'],
  ['Accept', 'y', 'Enter'],
  ['Agree to talk', 'y'],
  ['Submit a list', 's', 'Enter'],
  ['Make an offer', 'o', 'p', 'Enter', 'Enter'],
] as const;

/** Plays willingly, by what the menu offers, until the screen says something. */
async function playUntil(
  at: Pane,
  text: string,
  willing: readonly (readonly string[])[] = WILLING,
): Promise<string> {
  for (let times = 0; times < 300; times++) {
    const shown = at.screen();
    if (shown.includes(text)) return shown;
    const [, ...keys] = willing.find(([move = '']) => shown.includes(move)) ?? ['', 'e'];
    for (const key of keys) await at.press(key);
  }
  throw new Error(`"${text}" did not come:\n${at.screen()}`);
}

function records(): string[] {
  return readdirSync(home, { recursive: true })
    .map(String)
    .filter(name => name.endsWith('.jsonl'))
    .map(name => join(home, name));
}

describe.skipIf(NO_TMUX !== null)(
  `on a real terminal${NO_TMUX === null ? '' : ` (skipped: ${NO_TMUX})`}`,
  () => {
    test('plays Kursk at 80 by 24 from the first day to the debrief, by keys alone', async () => {
      const at = open(PLAY);
      const first = await toTheBoard(at);
      expect(first).toContain('day 0 of 147  Tue 6 Aug 2024');
      expect(first).toContain('you: Ukraine, against boulware');
      await playUntil(at, 'Agreed: ');
      const debrief = await playUntil(at, 'Debrief: Kursk 2024');
      expect(debrief).toMatch(/To Ukraine: [\d,]+ people/);
      for (const row of debrief.split('\n')) expect([...row].length).toBeLessThanOrEqual(80);
      await at.press('q');
      const after = await at.until('[ended 0]');
      expect(after).toContain('Played to the end: ');
      const [record] = records();
      expect(readFileSync(record ?? '', 'utf8')).toContain('"end":true');
      expect(
        execFileSync(process.execPath, ['dist/cli/main.js', 'check', record ?? ''], { encoding: 'utf8' }),
      ).toBeDefined();
    }, 240_000);

    test('goes from the first command over a hint and the debrief to a turning point tried again, by keys alone', async () => {
      const at = open(`${PARLEY} play test/fixtures/river --seed 3 --as north --against conceder`);
      await at.until('5 Briefs]');
      await at.press('Enter');
      await at.press('a');
      await at.until('The coach would propose talks');
      await at.press('Escape');
      await playUntil(at, 'Debrief: The river', [['Propose talks', 't', 'Enter', 'Enter'], ...WILLING]);
      // Keys are answered while the coach thinks.
      await at.press('Down');
      await at.until(/^─ Debrief: The river, Fri 10 Apr 2020, for Northport ─+$/m);
      await at.press('t');
      const point = await at.until(/Turning point A, 1 of \d: . \w+/);
      expect(point).not.toContain('Advised');
      for (const key of ['r', 'y', 'Enter']) await at.press(key);
      await at.until('Not as good: to accept what is on the table');
      for (const key of ['r', 'n', 'Down', 'Enter']) await at.press(key);
      const found = await at.until("Better than the coach's own: refuse what is on the table");
      for (const row of found.split('\n')) expect([...row].length).toBeLessThanOrEqual(80);
      await at.press('o');
      await at.until('One other course');
      // One after the other: two together would be a key of their own.
      for (const key of ['Escape', 'Escape']) await at.press(key);
      at.keys('q');
      expect(await at.until('[ended 0]')).toContain('Played to the end: ');
      // What was tried is in no record.
      const [record = ''] = records();
      const check = ['dist/cli/main.js', 'check', record, '--scenario', 'test/fixtures/river'];
      expect(execFileSync(process.execPath, check, { encoding: 'utf8' })).toContain('sound');
    }, 120_000);

    test('goes back to a day, plays on another way, and holds both against each other, by keys alone', async () => {
      const at = open(`${PARLEY} play toll-bridge --seed 1 --as oster --against conceder`);
      await at.until('5 Briefs]');
      await at.press('Enter');
      const willing = [['Propose talks', 't', 'Enter', 'Enter'], ...WILLING];
      await playUntil(at, 'Debrief: The Toll Bridge', willing);
      await at.press('b');
      for (let times = 0; times < 2; times++) await at.press('PageUp');
      const preview = await at.until('What came next, on');
      const [, day = ''] = /day (\d+) of 21/.exec(preview) ?? [];
      await at.press('Enter');
      await at.until(`Playing on from day ${day} `);
      for (let times = 0; times < 60 && !at.screen().includes('Debrief: The Toll Bridge'); times++) {
        await at.press('Space');
      }
      await at.press('o');
      const compared = await at.until('Two ways, side by side');
      expect(compared).toMatch(/way 2 \(this one\), as way 1 until \d+ May/);
      expect(compared).toMatch(/They part on \d+ May, day \d+/);
      expect(compared).toMatch(/Oster +\d+ +0 +-\d+/);
      for (const row of compared.split('\n')) expect([...row].length).toBeLessThanOrEqual(80);
      await at.press('Escape');
      at.keys('q');
      await at.until('[ended 0]');
      expect(records()).toHaveLength(2);
    }, 120_000);

    test('ends at once while the coach thinks, on Ctrl-C, and with no threads allowed on q', async () => {
      const record = recorded(home);
      const main = 'dist/cli/main.js';
      const WITHOUT = "--permission --allow-fs-read='*' --allow-fs-write='*'";
      for (const [options, key, code] of [
        ['', 'C-c', 130],
        [WITHOUT, 'q', 0],
      ] as const) {
        const at = open(`'${process.execPath}' ${options} ${main} replay '${record}'`);
        await at.until('Reading a record');
        for (const press of ['End', 'd']) await at.press(press);
        at.keys('c');
        await at.until(/coach \d+ of \d+/);
        at.keys(key);
        await at.until(`[ended ${code}]`);
        at.close();
      }
    }, 60_000);

    test('seats a person as the mediator, whose record is sound and can be taken up', async () => {
      const at = open(`${PARLEY} play two-rivers --seed 5 --as mediator --against boulware`);
      await at.until('The seat of whoever mediates');
      await at.press('Enter');
      await at.press('e');
      await at.press('e');
      expect(at.screen()).toContain('You mediate: you may speak');
      for (const key of ['o', 's', 'Enter']) await at.press(key);
      expect(at.screen()).toContain('Put this text on the table?');
      await at.press('Enter');
      const answered = await at.until('Your text: Arenmouth accepts; Belmhead accepts');
      for (const row of answered.split('\n')) expect([...row].length).toBeLessThanOrEqual(80);
      const day = /day (\d+) of 89/.exec(answered)?.[1];
      await at.press('q');
      await at.until('[ended 0]');
      at.close();
      const [record = ''] = records();
      const check = [process.execPath, ['dist/cli/main.js', 'check', record]] as const;
      expect(execFileSync(...check, { encoding: 'utf8' })).toContain('sound; a record of two-rivers, seed 5');
      const again = open(`${PARLEY} play --resume '${record}'`);
      await again.until(`day ${day} of 89`);
      expect(again.screen()).toContain('you mediate; Arenmouth: boulware, Belmhead: boulware');
    }, 90_000);

    test('is drawn anew at every size, and leaves nothing behind', async () => {
      const at = open(PLAY);
      const board = await toTheBoard(at);
      at.resize(50, 12);
      expect(await at.until('Parley needs 60 x 20, this is')).not.toContain('Ukraine');
      at.resize(120, 40);
      const large = await at.until('your leverage by day');
      expect(large.split('\n').filter(row => row.includes('Your move'))).toHaveLength(1);
      at.resize(60, 20);
      await at.until(/^─ Your move ─{48}$/m);
      at.resize(80, 24);
      await expect.poll(() => at.screen(), { timeout: 10_000 }).toBe(board);
    }, 60_000);

    test('gives the terminal back as it was, on q and on Ctrl-C', async () => {
      for (const [key, code] of [
        ['q', 0],
        ['C-c', 130],
      ] as const) {
        const at = open(`echo before; ${PLAY}`);
        await toTheBoard(at);
        expect(at.screen()).not.toContain('before');
        at.keys(key);
        const after = await at.until(`[ended ${code}]`);
        expect(after).toContain('before');
        expect(after).toContain('parley play --resume ');
        await at.until(/^[#$] *$/m);
        at.keys('echo typed and seen', 'Enter');
        await at.until(/^typed and seen$/m);
        at.close();
      }
    }, 60_000);

    test('loses at most the move in hand when it is killed, and goes on from there', async () => {
      const at = open(PLAY);
      await toTheBoard(at);
      const shown = await playUntil(at, 'list whom they hold');
      const day = /day (\d+) of 147/.exec(shown)?.[1];
      const [record] = records();
      const children = execFileSync('pgrep', ['-P', `${at.pid()}`], { encoding: 'utf8' })
        .trim()
        .split('\n');
      process.kill(Number(children[0]), 'SIGKILL');
      await at.until('[ended 137]');
      at.close();
      const again = open(`${PARLEY} play --resume '${record}'`);
      const board = await again.until(`day ${day} of 147`);
      expect(board).toContain('Submit a list');
      expect(board).toContain('you: Ukraine, against boulware');
    }, 90_000);

    test('uses colour where there is some, and none under NO_COLOR', async () => {
      // Escape sequences that set a colour of the text.
      const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[(?:\\d+;)*3[0-7]`);
      const coloured = open(PLAY);
      await toTheBoard(coloured);
      expect(coloured.screen(true)).toMatch(COLOUR);
      coloured.close();
      const plain = open(PLAY, { env: { NO_COLOR: '1' } });
      await toTheBoard(plain);
      expect(plain.screen(true)).not.toMatch(COLOUR);
      expect(plain.screen()).toContain('>t Propose talks');
    }, 60_000);

    test('a record is read both ways', async () => {
      const record = recorded(home);
      const at = open(`${PARLEY} replay '${record}'`);
      await at.until('Reading a record');
      await at.press('PageDown');
      await at.until('day 10 of 147');
      await at.press('Left');
      await at.until('day 9 of 147');
      await at.press('v');
      expect(at.screen()).toContain('You see what Kyiv may know');
      at.keys('q');
      await at.until('[ended 0]');
    }, 60_000);
  },
);

/** A campaign of Kursk between two negotiators, as a file. */
function recorded(home: string): string {
  const record = join(home, 'watched.jsonl');
  execFileSync(process.execPath, [
    'dist/cli/main.js',
    ...['run', 'kursk-2024', '--seed', '7', '--quiet', '--record', record],
  ]);
  return record;
}
