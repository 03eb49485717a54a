import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Run } from '../../src/analysis/study/head.ts';
import { playRuns } from '../../src/cli/studies/pool.ts';
import { emptyFolder } from './command.ts';

const study = { points: [], settled: [], seeds: { from: 1, count: 0 }, metrics: ['home'] };

/** A worker whose chunks come back as their run numbers, after it has done something else first. */
function workerThat(does: string): URL {
  const file = join(emptyFolder(), 'worker.mjs');
  writeFileSync(
    file,
    `import { existsSync, writeFileSync } from 'node:fs';
     import { setTimeout } from 'node:timers/promises';
     import { createRequire } from 'node:module';
     const { worker } = createRequire(${JSON.stringify(import.meta.url)})('workerpool');
     const MARK = ${JSON.stringify(join(file, '../mark'))};
     async function playChunk({ first, count }) {
       ${does}
       return { took: 1, values: Float64Array.from({ length: count }, (_, index) => first + index) };
     }
     worker({ playChunk });`,
  );
  return pathToFileURL(file);
}

async function played(worker: URL, workers = 2, enough = 1000): Promise<number[]> {
  const got: number[] = [];
  await playRuns({ study, workers, from: 1, to: 301, worker }, (runs: readonly Run[]) => {
    got.push(...runs.map(({ run, values }) => (values[0] === run ? run : Number.NaN)));
    return got.length < enough;
  });
  return got;
}

const ALL = Array.from({ length: 300 }, (_, index) => index + 1);

describe('the pool', () => {
  test('hands the runs on in order, however late some come', async () => {
    expect(await played(workerThat('await setTimeout(first % 3 === 0 ? 20 : 0);'))).toEqual(ALL);
  });

  test('stops where no more are wanted', async () => {
    const got = await played(workerThat(''), 2, 10);
    expect(got).toEqual(ALL.slice(0, got.length));
    expect(got.length).toBeLessThan(300);
  });

  test('gives a chunk to another worker where one ends under it', async () => {
    const worker = workerThat(
      "if (first + count > 41 && !existsSync(MARK)) { writeFileSync(MARK, ''); process.exit(3); }",
    );
    expect(await played(worker)).toEqual(ALL);
    expect(existsSync(new URL('mark', worker))).toBe(true);
  });

  test('says which runs, where workers end again and again', async () => {
    await expect(played(workerThat('if (first + count > 41) process.exit(3);'))).rejects.toMatchObject({
      code: 70,
      message: expect.stringMatching(
        /^runs \d+ to \d+: the worker that played them ended 3 times \(.+\); with less memory/,
      ),
    });
  });

  test('says which run a worker could not play', async () => {
    const worker = workerThat(
      "if (first + count > 41) return { took: 1, values: new Float64Array(0), fault: { run: first, message: 'no' } };",
    );
    await expect(played(worker)).rejects.toMatchObject({
      code: 70,
      message: expect.stringMatching(/^run \d+ failed: no; /),
    });
  });
});
