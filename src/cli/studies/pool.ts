import type { Pool } from 'workerpool';
import type { Playable } from '../../analysis/study/play.ts';
import { openThreads } from '../campaign-threads.ts';
import { EXIT, Failure } from '../failure.ts';
import { type ChunkPlayed, type ChunkToPlay, type Consume, dispatch } from './dispatch.ts';

/* The runs of a study on all cores: chunks of runs go to worker threads and come back in order. */

export interface PoolPlan {
  readonly study: Playable;
  readonly workers: number;
  /** Runs to play: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** What the workers run; ours unless a test says otherwise. */
  readonly worker?: URL;
}

const CHUNK_TIME = 200;
const LARGEST_CHUNK = 2000;
/** How many chunks a worker may be ahead of the slowest. */
const AHEAD = 4;
/** How often a chunk is given to another worker after one has ended under it. */
const RETRIES = 2;

/**
 * MiB that a thread has for young objects, half of what Node gives it. Hardly anything outlives its
 * campaign: with more room campaigns come no quicker, and two threads keep some 75 MiB more.
 */
const ROOM_FOR_YOUNG = 24;

/**
 * MiB that a thread may keep of older objects, a hundred times what is alive in one. With as much as Node
 * gives it V8 would let four times the living pile up before it looks, with this less than twice.
 */
const ROOM_FOR_OLD = 1024;

/** The same place from `src` and from `dist`. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Threads for a study, which all begin with the same data. */
export function studyThreads(script: URL, count: number, workerData: unknown): Pool {
  return openThreads(script, {
    most: count,
    ready: count,
    workerData,
    roomForYoung: ROOM_FOR_YOUNG,
    roomForOld: ROOM_FOR_OLD,
  });
}

/** Plays runs and hands them on in order, whatever the number of workers. */
export async function playRuns(plan: PoolPlan, consume: Consume): Promise<void> {
  const { study, workers, from, to } = plan;
  const pool = studyThreads(plan.worker ?? WORKER, workers, study);
  const players = {
    play: (chunk: ChunkToPlay) => playWithRetries(pool, chunk),
    ahead: () => workers * AHEAD,
    chunkTime: CHUNK_TIME,
    largest: LARGEST_CHUNK,
  };
  try {
    await dispatch({ metrics: study.metrics.length, from, to }, players, consume);
  } finally {
    await pool.terminate(true);
  }
}

async function playWithRetries(pool: Pool, chunk: ChunkToPlay): Promise<ChunkPlayed> {
  for (let attempt = 0; ; attempt++) {
    try {
      return (await pool.exec('playChunk', [chunk])) as ChunkPlayed;
    } catch (error) {
      if (attempt >= RETRIES) throw lostWorker(chunk, error);
    }
  }
}

function lostWorker({ first, count }: ChunkToPlay, error: unknown): Failure {
  const why = (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' ').trim();
  return new Failure(
    EXIT.internal,
    `runs ${first} to ${first + count - 1}: the worker that played them ended ${RETRIES + 1} times (${why}); ` +
      'with less memory in use, or --workers 1, it may go through',
  );
}
