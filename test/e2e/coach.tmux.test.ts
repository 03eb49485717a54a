import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CoachResult } from '../../src/report/coach-result.ts';
import { MAIN, parley } from '../cli/command.ts';
import { NO_TMUX, openPane, type Pane } from './tmux.ts';

/* The coach on a terminal, which alone is told how far it has come. */

let folder: string;
let pane: Pane | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-coach-'));
});

afterEach(() => {
  pane?.close();
  pane = null;
  rmSync(folder, { recursive: true, force: true });
});

/** Judges a campaign that takes minutes, and breaks it off once two moves have been judged. */
async function brokenOff(...more: string[]): Promise<{ screen: string; out: string }> {
  const [record, out] = [join(folder, 'campaign.jsonl'), join(folder, 'out')];
  expect(parley(['run', 'kursk-2024', '--seed', '7', '--quiet', '--record', record]).code).toBe(0);
  const options = ['--rollouts', '48', '--workers', '1', ...more].join(' ');
  // A shell with job control, which Ctrl-C does not end.
  pane = openPane('true', { env: { PS1: '@ ' } });
  await pane.until('[ended 0]');
  const command = `'${process.execPath}' '${MAIN}' coach '${record}' ${options} > '${out}'`;
  pane.keys(`clear; ${command}; echo "[ended $?]"`, 'Enter');
  await pane.until(/coach: (?:[2-9]|\d\d+) of \d+ moves judged/);
  pane.keys('C-c');
  const screen = await pane.until('[ended 130]');
  return { screen, out: readFileSync(out, 'utf8') };
}

describe.skipIf(NO_TMUX !== null)(`the coach${NO_TMUX === null ? '' : ` (skipped: ${NO_TMUX})`}`, () => {
  test('broken off by Ctrl-C tells what it has judged, and ends with 130', async () => {
    const { screen, out } = await brokenOff();
    const [, done, of] = /^parley: broken off: (\d+) of (\d+) moves were judged$/m.exec(screen) ?? [];
    expect(Number(done)).toBeGreaterThanOrEqual(2);
    expect(Number(done)).toBeLessThan(Number(of));
    expect(out).toMatch(/^COACH: Russia\n {2}BROKEN OFF: \d+ moves were not judged,/m);
    expect(out).toMatch(/^HOW IT IS RECKONED/m);
    const judged = [...out.matchAll(/^ {2}(\d+) decisions: /gm)].reduce((sum, [, n]) => sum + Number(n), 0);
    // Of the moves judged only those are told on which something hung.
    expect(judged).toBeGreaterThan(0);
    expect(judged).toBeLessThanOrEqual(Number(done));
  }, 90_000);

  test('broken off with --json prints a whole object, and in it how many moves were not judged', async () => {
    const { screen, out } = await brokenOff('--json');
    const [, done, of] = /^parley: broken off: (\d+) of (\d+) moves were judged$/m.exec(screen) ?? [];
    const { parties } = JSON.parse(out) as CoachResult;
    const unjudged = parties.reduce((sum, party) => sum + party.unjudged, 0);
    // While it is printed one more may be judged.
    expect(Math.abs(Number(of) - Number(done) - unjudged)).toBeLessThanOrEqual(1);
    expect(unjudged).toBeGreaterThan(0);
    expect(parties.flatMap(({ decisions }) => decisions).length).toBeGreaterThan(0);
  }, 90_000);
});
