import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadRecord } from '../../src/cli/saved-record.ts';
import { river } from '../fixtures/river.ts';
import { memoryHost, stage } from '../terminal/stage.ts';
import { NO_TMUX, openPane, type Pane } from './tmux.ts';

/* A recording as its players see it: what it writes, written to a terminal of its size. */

const PARLEY = `'${process.execPath}' dist/cli/main.js`;
const FIXTURE = 'test/fixtures/river';

let home: string;
const panes: Pane[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'parley-recording-'));
});

afterEach(() => {
  for (const pane of panes.splice(0)) pane.close();
  rmSync(home, { recursive: true, force: true });
});

function open(command: string, size: { columns: number; rows: number }): Pane {
  const pane = openPane(command, { ...size, env: { XDG_STATE_HOME: home, XDG_CONFIG_HOME: home } });
  panes.push(pane);
  return pane;
}

function run(...args: string[]): string {
  return execFileSync(process.execPath, ['dist/cli/main.js', ...args], { encoding: 'utf8' });
}

interface Cast {
  readonly columns: number;
  readonly rows: number;
  /** What each event writes. */
  readonly written: readonly string[];
}

function readCast(path: string): Cast {
  const [head = '', ...events] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const { width, height } = JSON.parse(head) as { width: number; height: number };
  return {
    columns: width,
    rows: height,
    written: events.map(text => (JSON.parse(text) as [number, string, string])[2]),
  };
}

/** Rows without the blanks and the empty rows at their ends, which a terminal does not tell apart. */
function rowsOf(screen: string): string {
  return screen
    .split('\n')
    .map(row => row.trimEnd())
    .join('\n')
    .trimEnd();
}

describe.skipIf(NO_TMUX !== null)(`a recording${NO_TMUX === null ? '' : ` (skipped: ${NO_TMUX})`}`, () => {
  test.each(['80x24', '120x40'])(
    'of %s, played back, shows what the app shows',
    async size => {
      const [columns = 0, rows = 0] = size.split('x').map(Number);
      const record = join(home, 'river.jsonl');
      const cast = join(home, 'river.cast');
      run('run', FIXTURE, '--seed', '3', '--quiet', '--record', record);
      run('replay', record, '--scenario', FIXTURE, '--cast', cast, '--size', size);
      const played = readCast(cast);
      // The app leaves the last row of its terminal free, and a recording does not hold it.
      expect(played).toMatchObject({ columns, rows: rows - 1 });
      const screen = open('clear; stty -echo; sleep 600', played);
      await screen.until(/^\s*$/);

      const saved = loadRecord(record, river);
      let written = 0;
      const writeUpTo = (end: number) => {
        writeFileSync(screen.tty(), played.written.slice(written, end).join(''));
        written = end;
      };
      for (const day of [0, 7, 8, 21, 33]) {
        const next = played.written.findIndex(text => text.includes(`day ${day + 1} of 40`));
        expect(next).toBeGreaterThan(written);
        writeUpTo(next);
        const evening = stage(
          { replay: { scenario: river, record: saved.record, toDay: day } },
          memoryHost(),
          { columns, rows },
        );
        await expect.poll(() => rowsOf(screen.screen()), { timeout: 10_000 }).toBe(rowsOf(evening.screen()));
      }
      writeUpTo(played.written.length);

      // Its end is the end of the debrief, as the app itself draws it on a terminal of that size.
      const app = open(`${PARLEY} replay '${record}' --scenario ${FIXTURE}`, { columns, rows });
      await app.until('Reading a record');
      for (const key of ['End', 'd', 'End']) await app.press(key);
      await expect.poll(() => rowsOf(screen.screen()), { timeout: 10_000 }).toBe(rowsOf(app.screen()));
    },
    60_000,
  );
});
