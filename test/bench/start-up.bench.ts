import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/*
 * Every command that ends by itself, from start to end, on the least that it can be given: what somebody
 * waits for before anything is worked out. `worker` goes on until it is stopped, and is left out.
 */

const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;
const TIMES = 5;
const STUDY = 'scenario: toll-bridge\nruns: 2\nseats: { oster: boulware, nell: parity }\nmetrics: [home]\n';

/** In their order: some take what another has written. */
const COMMANDS: readonly (readonly string[])[] = [
  ['--version'],
  ['--help'],
  ['list'],
  ['show', 'toll-bridge'],
  ['graph'],
  ['schema'],
  ['protocol'],
  ['brief', 'toll-bridge', '--party', 'oster'],
  ['new', 'mine'],
  ['lint', 'mine'],
  ['analyse', 'toll-bridge'],
  ['run', 'toll-bridge', '--seed', '1', '--record', 'one.ndjson'],
  ['play', 'toll-bridge', '--seed', '1'],
  ['replay', 'one.ndjson'],
  ['check', 'one.ndjson'],
  ['coach', 'one.ndjson', '--rollouts', '48', '--day', '1'],
  ['tournament', '--scenarios', 'toll-bridge', '--negotiators', 'parity,boulware', '--seeds', '1'],
  ['backtest', 'kursk-2024', '--runs', '2'],
  ['study', 'study.yaml', '--out', 'whole'],
  ['study', 'study.yaml', '--shard', '1/2', '--out', 'shards'],
  ['study', 'study.yaml', '--shard', '2/2', '--out', 'shards'],
  ['merge', 'shards/shard-1-of-2.ndjson', 'shards/shard-2-of-2.ndjson'],
  ['compare', 'whole', 'whole'],
];

/** Milliseconds from start to end of one run in a folder; fails where the command does. */
function timed(args: readonly string[], cwd: string): number {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd, encoding: 'utf8' });
  const ms = performance.now() - from;
  expect(status, `parley ${args.join(' ')}: ${stderr}`).toBe(0);
  return ms;
}

test('start-up time of each command that ends by itself', () => {
  if (!existsSync(MAIN)) {
    console.info('start-up time: not measured, since there is no dist; run npm run build first');
    return;
  }
  const least = COMMANDS.map(() => Number.POSITIVE_INFINITY);
  for (let time = 0; time < TIMES; time++) {
    const folder = mkdtempSync(join(tmpdir(), 'parley-start-up-'));
    writeFileSync(join(folder, 'study.yaml'), STUDY);
    for (const [at, args] of COMMANDS.entries()) {
      least[at] = Math.min(least[at] ?? Number.POSITIVE_INFINITY, timed(args, folder));
    }
    rmSync(folder, { recursive: true });
  }
  const version = least[0] ?? 1;
  for (const [at, args] of COMMANDS.entries()) {
    const ms = least[at] ?? 0;
    console.info(
      `${(ms / version).toFixed(1)} times --version, ${ms.toFixed(0)} ms: parley ${args.join(' ')}`,
    );
  }
});
