import { availableParallelism } from 'node:os';
import { test } from 'vitest';
import { playRuns } from '../../src/cli/studies/pool.ts';
import { longStudy } from './study.ts';

/*
 * The most memory that the process had resident by 10,000 runs of one study, by 100,000, and by
 * 1,000,000 where PARLEY_BENCH_RUNS asks for as many: that takes many minutes.
 */

const STUDY = longStudy('toll-bridge');
const RUNS = Number(process.env['PARLEY_BENCH_RUNS'] ?? 100_000);
const SIZES = [10_000, 100_000, 1_000_000].filter(size => size <= RUNS);

/** Of the whole process, worker threads among it, in MiB. */
const peak = () => process.resourceUsage().maxRSS / 1024;

test('peak memory as a study grows', async () => {
  const sizes = [...SIZES];
  let done = 0;
  let first = 0;
  const plan = { study: STUDY, workers: availableParallelism(), from: 1, to: 1 + Math.max(...SIZES) };
  await playRuns(plan, runs => {
    done += runs.length;
    for (; sizes[0] !== undefined && done >= sizes[0]; sizes.shift()) {
      const now = peak();
      if (first === 0) first = now;
      const runsNow = sizes[0].toLocaleString('en-US');
      console.info(`by ${runsNow} runs: ${(now / first).toFixed(2)} times as much, ${now.toFixed(0)} MiB`);
    }
    return true;
  });
}, 7_200_000);
