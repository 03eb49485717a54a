import { availableParallelism } from 'node:os';
import { test } from 'vitest';
import { playRuns } from '../../src/cli/studies/pool.ts';
import { longStudy } from './study.ts';

/*
 * Campaigns a second on one core and on more, through the pool that studies run on. The clock on the
 * wall counts here, so other work on the machine does too.
 */

const STUDY = longStudy('kursk-2024');
/** Milliseconds, after the threads have started and warmed up. */
const MEASURED = 8_000;
const WARMING = 4_000;

/** Campaigns a second that come back in order. */
async function rate(workers: number): Promise<number> {
  const from = performance.now();
  let warmAt = 0;
  let warm = 0;
  let done = 0;
  await playRuns({ study: STUDY, workers, from: 1, to: Number.MAX_SAFE_INTEGER }, runs => {
    done += runs.length;
    const now = performance.now();
    if (warmAt === 0) {
      if (now - from < WARMING) return true;
      [warmAt, warm] = [now, done];
    }
    return now - warmAt < MEASURED;
  });
  return ((done - warm) * 1000) / (performance.now() - warmAt);
}

test('campaigns of kursk-2024 a second on one core, two and all', async () => {
  const one = await rate(1);
  console.info(`one core: ${one.toFixed(0)} campaigns a second`);
  const cores = availableParallelism();
  for (const workers of new Set([2, cores].filter(number => number > 1 && number <= cores))) {
    const many = await rate(workers);
    console.info(
      `${workers} cores: ${(many / one).toFixed(2)} times as many, ${many.toFixed(0)} campaigns a second`,
    );
  }
});
