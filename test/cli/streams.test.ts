import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { layoutWidth } from '../../src/cli/shell.ts';
import { RIVER_PATH, RIVER_YAML } from '../fixtures/river.ts';
import { emptyFolder, parley, shell, started } from './command.ts';

const ESCAPE = '\u001b';

/** The river played for ten years: long enough to be stopped in the middle. */
function longRiver(): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'briefs'));
  for (const name of ['background.md', 'briefs/north.md', 'briefs/south.md']) {
    writeFileSync(join(folder, name), readFileSync(join(RIVER_PATH, name)));
  }
  writeFileSync(join(folder, 'scenario.yaml'), RIVER_YAML.replace('ends: 2020-04-10', 'ends: 2030-02-01'));
  return folder;
}

describe('colour', () => {
  test.each([[{}], [{ NO_COLOR: '1' }], [{ FORCE_COLOR: '1' }], [{ NO_COLOR: '1', FORCE_COLOR: '1' }]])(
    'none in a pipe, with %j',
    env => {
      for (const args of [
        ['--help'],
        ['list'],
        ['play', RIVER_PATH],
        ['run', RIVER_PATH],
        ['run', 'nothing'],
        ['analyse', RIVER_PATH],
      ]) {
        const { out, err } = parley(args, { env });
        expect(out + err).not.toContain(ESCAPE);
      }
    },
  );
});

describe('output that is closed or full', () => {
  test.each(['play kursk-2024', 'run kursk-2024 --json', 'analyse kursk-2024 --json', '--help', 'graph'])(
    '%s into head ends quietly',
    args => {
      const { code, out, err } = shell(`$PARLEY ${args} | head -n 1; exit "\${PIPESTATUS[0]}"`);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out.split('\n')).toHaveLength(2);
    },
  );

  test.skipIf(!existsSync('/dev/full'))('a full device is told in one line', () => {
    for (const args of ['play kursk-2024', 'run kursk-2024 --json', '--help']) {
      const { code, err } = shell(`$PARLEY ${args} > /dev/full`);
      expect({ code, err }).toEqual({
        code: 2,
        err: 'parley: cannot write to standard output: no space left on the device\n',
      });
    }
  });

  // A limit on the size of files is the nearest thing to a full disk that needs no rights.
  test.skipIf(process.platform !== 'linux')(
    'a record that cannot be written to its end says how far it goes',
    () => {
      const folder = emptyFolder();
      const run = `trap '' XFSZ; ulimit -f 8; exec $PARLEY run ${RIVER_PATH} --seed 7 --record game.jsonl`;
      const { code, out, err } = shell(run, folder);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      const [, day = ''] =
        /^parley: cannot write game\.jsonl: the file would be larger than is allowed here; the record breaks off on day (\d+)\n$/.exec(
          err,
        ) ?? [];
      const replayed = parley(['replay', join(folder, 'game.jsonl'), '--scenario', RIVER_PATH, '--json']);
      expect(replayed.code).toBe(0);
      expect(String(JSON.parse(replayed.out).day)).toBe(day);
    },
  );
});

/** Waits until a record has some entries. */
async function underWay(record: string): Promise<void> {
  while (!existsSync(record) || readFileSync(record, 'utf8').split('\n').length < 20) await setTimeout(10);
}

describe('interruption', () => {
  test('Ctrl-C ends with 130 and no complaint', async () => {
    const record = join(emptyFolder(), 'game.jsonl');
    const child = started(['play', longRiver(), '--seed', '7', '--record', record]);
    let err = '';
    child.stderr?.setEncoding('utf8').on('data', text => {
      err += text;
    });
    const ended = new Promise(resolve => child.on('exit', (code, signal) => resolve({ code, signal })));
    // A campaign is printed once it is over, so its record tells that play is under way.
    await underWay(record);
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 130, signal: null });
    expect(err).toBe('');
  });

  test('a record is sound up to where play was interrupted', async () => {
    const river = longRiver();
    const record = join(emptyFolder(), 'game.jsonl');
    const child = started(['run', river, '--seed', '7', '--record', record]);
    const ended = new Promise(resolve => child.on('exit', (code, signal) => resolve({ code, signal })));
    await underWay(record);
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 130, signal: null });
    const checked = parley(['check', record, '--scenario', river]);
    expect(checked).toMatchObject({ code: 0, err: '' });
    expect(checked.out).toMatch(/and can be taken up again$/m);
  });
});

describe('a fault of our own', () => {
  /** A module that breaks the engine after it was loaded. */
  const sabotage = `data:text/javascript,${encodeURIComponent(
    "import { registerHooks } from 'node:module'; registerHooks({ load(url, context, next) {" +
      " if (url.endsWith('/commands/list.js')) return { format: 'module', shortCircuit: true," +
      ' source: \'export function list() { throw new TypeError("something is undefined"); }\' };' +
      ' return next(url, context); } });',
  )}`;

  test('is told as such in one line, with code 70 and no stack', () => {
    const { code, out, err } = parley(['list'], { node: ['--import', sabotage] });
    expect({ code, out }).toEqual({ code: 70, out: '' });
    expect(err).toMatch(
      /^parley: internal error: something is undefined; this is a fault of parley: please report .*\n$/,
    );
    expect(err.match(/\n/g)).toHaveLength(1);
  });

  test('shows its stack to those who ask', () => {
    const { code, err } = parley(['list'], { node: ['--import', sabotage], env: { PARLEY_DEBUG: '1' } });
    expect(code).toBe(70);
    expect(err).toMatch(/^ {4}at .*list/m);
  });
});

test.each([
  ['a terminal', 72, '60', 72],
  ['a wide terminal', 240, undefined, 100],
  ['a pipe', undefined, undefined, 80],
  ['a pipe where COLUMNS is set', undefined, '60', 60],
  ['COLUMNS too small', undefined, '7', 40],
  ['COLUMNS that is no number', undefined, '6e1', 80],
  ['COLUMNS of nothing', undefined, '0', 80],
])('texts are laid out for %s', (_, terminal, asked, width) => {
  expect(layoutWidth(terminal, { COLUMNS: asked })).toBe(width);
});
