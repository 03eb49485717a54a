import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NO_TMUX, openPane, type Pane } from './tmux.ts';

/* What the terminal goes through with the app on it: every way out, stops, sizes. */

/** A fault of ours, on a signal that nobody answers otherwise. */
const FAULTY = 'data:text/javascript,process.on("SIGUSR2",()=>{throw new Error("a fault")})';
const PLAY = `'${process.execPath}' --import '${FAULTY}' dist/cli/main.js play two-rivers --seed 3 --as aren --against boulware`;

let home: string;
let pane: Pane | null = null;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'parley-terminal-'));
});

afterEach(() => {
  pane?.close();
  pane = null;
  rmSync(home, { recursive: true, force: true });
});

/** A shell with job control, and nothing running in it yet. */
async function shell(size: { columns?: number; rows?: number } = {}): Promise<Pane> {
  pane = openPane('true', { ...size, env: { XDG_STATE_HOME: home, PS1: '@ ' } });
  await pane.until('[ended 0]');
  pane.keys(`stty -a > '${home}/before'; clear`, 'Enter');
  await pane.until(/^@ *$/m);
  return pane;
}

/** Types the command and goes to the board. */
async function play(at: Pane, command = PLAY): Promise<string> {
  at.keys(`${command}; echo "[ended $?]"`, 'Enter');
  await at.until('5 Briefs]');
  at.keys('Enter');
  return at.until('Your move');
}

/** Whether the terminal is set as it was before anything ran. */
async function isAsBefore(at: Pane): Promise<boolean> {
  at.keys(`stty -a > '${home}/after'; echo compared`, 'Enter');
  await at.until(/^compared$/m);
  return readFileSync(join(home, 'after'), 'utf8') === readFileSync(join(home, 'before'), 'utf8');
}

/** The process of the app, by its parent. */
function appOf(at: Pane): number {
  const [first = ''] = execFileSync('pgrep', ['-P', `${at.pid()}`], { encoding: 'utf8' }).split('\n');
  return Number(first);
}

describe.skipIf(NO_TMUX !== null)(`the terminal${NO_TMUX === null ? '' : ` (skipped: ${NO_TMUX})`}`, () => {
  test.each([
    ['Ctrl-C', null, 130],
    ['an interrupt', 'SIGINT', 130],
    ['a request to end', 'SIGTERM', 130],
    ['a hang-up', 'SIGHUP', 130],
    ['a fault of ours', 'SIGUSR2', 70],
  ] as const)(
    'is as it was after %s',
    async (_, signal, code) => {
      const at = await shell();
      await play(at);
      if (signal === null) at.keys('C-c');
      else process.kill(appOf(at), signal);
      const after = await at.until(`[ended ${code}]`);
      if (code === 130) {
        expect(after).toContain('Saved to day 0: ');
        expect(after).toContain('Go on with: parley play --resume ');
      } else expect(after).toContain('internal error: a fault');
      expect(await isAsBefore(at)).toBe(true);
    },
    60_000,
  );

  test('is given back on Ctrl-Z, and taken again by fg, with nothing garbled', async () => {
    const at = await shell();
    const board = await play(at);
    at.keys('C-z');
    await at.until(/Stopped|suspended/i);
    expect(at.screen()).not.toContain('Your move');
    expect(await isAsBefore(at)).toBe(true);
    at.keys('fg', 'Enter');
    await at.until('Your move');
    await expect.poll(() => at.screen(), { timeout: 10_000 }).toBe(board);
    at.keys('e');
    await at.until(/day [1-9]\d* of 89/);
    at.keys('q');
    await at.until(/^@ *$/m);
    expect(await isAsBefore(at)).toBe(true);
  }, 60_000);

  test.each([
    ['while it waits for a move', []],
    ['while days go by', ['g', '+', '+']],
  ])(
    'may be closed %s: the record is saved, and nobody complains',
    async (_, keys) => {
      const at = await shell();
      await play(at, `(trap '' HUP; ${PLAY} 2> '${home}/errors'; echo $? > '${home}/code')`);
      if (keys.length > 0) at.keys(...keys);
      at.close();
      await expect.poll(() => existsSync(join(home, 'code')), { timeout: 20_000 }).toBe(true);
      // Whether the hang-up or the end of what can be read is noticed first, and however often it hangs up.
      await expect.poll(() => readFileSync(join(home, 'code'), 'utf8').trim()).toBe('130');
      expect(readFileSync(join(home, 'errors'), 'utf8')).not.toMatch(/parley|rror/);
      expect(readdirSync(join(home, 'parley'))).toEqual(['two-rivers-3.jsonl']);
    },
    60_000,
  );

  test('resized twenty times at random it ends with the frame of a fresh one', async () => {
    const at = await shell();
    await play(at);
    let luck = 7;
    const roll = (from: number, to: number) => {
      luck = (luck * 16_807) % 2_147_483_647;
      return from + (luck % (to - from + 1));
    };
    for (let times = 0; times < 20; times++) {
      at.resize(roll(40, 170), roll(10, 50));
      await pause(roll(5, 120));
    }
    at.resize(117, 37);
    const fresh = openPane(PLAY, { columns: 117, rows: 37, env: { XDG_STATE_HOME: home } });
    try {
      await fresh.until('5 Briefs]');
      await fresh.press('Enter');
      const unworn = await fresh.until('The course: your leverage by day');
      // However busy the machine, the last size is the one that is drawn last.
      await expect.poll(() => at.screen(), { timeout: 30_000 }).toBe(unworn);
    } finally {
      fresh.close();
    }
  }, 90_000);

  test('in screen-reader mode a campaign is played to its debrief by numbers, in lines alone', async () => {
    const at = await shell({ columns: 90, rows: 45 });
    const command = PLAY.replace(' --as aren --against boulware', '').replace(
      'play ',
      'play --screen-reader ',
    );
    at.keys(`${command}; echo "[ended $?]"`, 'Enter');
    await at.until(/Type 1 to \d+:\s*$/);
    /** What the latest menu calls so, by its number. */
    const numberOf = (label: string) =>
      at
        .screen()
        .match(new RegExp(`^\\d+(?=\\. ${label})`, 'gm'))
        ?.at(-1);
    const choose = async (label: string) => {
      const number = numberOf(label);
      if (number === undefined) throw new Error(`no "${label}" in:\n${at.screen()}`);
      await at.press(number, 'Enter');
      await at.until(/(^Type (1( to \d+)?|a number from the menu):|@)\s*$/m);
    };
    for (const label of ['Aren', 'conceder', 'To the board']) await choose(label);
    const WILLING = [
      ['Hand over', 'Bring everybody'],
      ['Accept', 'Accept it'],
      ['Agree to talk'],
      ['Submit a list', 'Full'],
      ['Propose talks', 'Directly', 'Quietly'],
      ['Make an offer', 'Begin with: Parity', 'Look at it', 'Send it'],
      ['Let days pass'],
    ];
    const isOver = () => at.screen().includes('The same campaign again:');
    let exchanged = false;
    for (let times = 0; times < 400 && !isOver(); times++) {
      const menu =
        at
          .screen()
          .split(/^Type (?:1 to \d+|a number from the menu):/m)
          .at(-2) ?? '';
      // Once is enough: after that, what is asked of the player is left to lapse.
      const leaves =
        exchanged && at.screen().match(/Their proposal awaits|Your list is awaited|The offer awaits/);
      const steps = leaves
        ? ['Wait']
        : (WILLING.find(
            ([first]) =>
              (!exchanged || first === 'Let days pass') && new RegExp(`^\\d+\\. ${first}`, 'm').test(menu),
          ) ?? []);
      for (const label of steps) await choose(label);
      // One exchange shows every question there is; what comes after it is waited out.
      exchanged ||= at.screen().includes('The exchange is complete');
    }
    expect(isOver()).toBe(true);
    // What the coach has to say comes by itself.
    await at.until(/The coach has judged all \d+ moves/);
    await at.press('2', 'Enter');
    await at.until(/Try another move/);
    for (const label of ['Try another move', 'Wait']) await choose(label);
    await at.until(/As good as the best|Close enough|Better than the coach|Not as good/);
    await choose('Back to the debrief');
    await choose('Leave');
    expect(await at.until('[ended 0]')).toContain('Played to the end: ');
    expect(await isAsBefore(at)).toBe(true);
  }, 120_000);

  test('that draws no screen is spoken to in lines', async () => {
    const at = await shell();
    at.keys(`TERM=dumb ${PLAY}`, 'Enter');
    expect(await at.until(/Type (1 to \d+|a number from the menu):/)).not.toContain('─');
    at.keys('C-d');
    await at.until('Saved to day 0: ');
  }, 60_000);
});
