import { workerData } from 'node:worker_threads';
import { worker } from 'workerpool';
import { type Playable, playerOf } from '../../analysis/study/play.ts';
import type { ChunkPlayed, ChunkToPlay } from './pool.ts';

/* What runs in every worker thread: it plays chunks of runs and hands back what was measured. */

const player = playerOf(workerData as Playable);

function playChunk({ first, count, metrics }: ChunkToPlay): ChunkPlayed {
  const values = new Float64Array(count * metrics);
  const began = performance.now();
  const took = () => performance.now() - began;
  for (let index = 0; index < count; index++) {
    try {
      const measured = player(first + index);
      values.set(
        measured.map(value => value ?? Number.NaN),
        index * metrics,
      );
    } catch (error) {
      // Told as a value: the same run would fail in any worker.
      const message = error instanceof Error ? error.message : String(error);
      return { values, took: took(), fault: { run: first + index, message } };
    }
  }
  return { values, took: took() };
}

worker({ playChunk });
