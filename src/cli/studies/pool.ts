import { fileURLToPath } from 'node:url';
import { pool as openPool, type Pool } from 'workerpool';
import type { Run } from '../../analysis/study/head.ts';
import type { Playable } from '../../analysis/study/play.ts';
import { EXIT, Failure } from '../failure.ts';

/* The runs of a study on all cores: chunks of runs go to worker threads and come back in order. */

export interface ChunkToPlay {
  /** Number of the first run. */
  readonly first: number;
  readonly count: number;
  /** How many numbers there are of each run. */
  readonly metrics: number;
}

export interface ChunkPlayed {
  /** Run by run; NaN where there was nothing to measure. */
  readonly values: Float64Array;
  /** Milliseconds. */
  readonly took: number;
  readonly fault?: { readonly run: number; readonly message: string };
}

export interface PoolPlan {
  readonly study: Playable;
  readonly workers: number;
  /** Runs to play: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** What the workers run; ours unless a test says otherwise. */
  readonly worker?: URL;
}

/** Takes the runs of a chunk, in the order of their numbers; false says that no more are wanted. */
export type Consume = (runs: readonly Run[]) => boolean;

/** A chunk should take about so long, in milliseconds: short enough to be told of, long enough to be worth sending. */
const CHUNK_TIME = 200;
const FIRST_CHUNK = 4;
const LARGEST_CHUNK = 2000;
/** How many chunks a worker may be ahead of the slowest. */
const AHEAD = 4;
/** How often a chunk is given to another worker after one has ended under it. */
const RETRIES = 2;

/** The same place from `src` and from `dist`. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Plays runs and hands them on in order, whatever the number of workers. */
export async function playRuns(plan: PoolPlan, consume: Consume): Promise<void> {
  const pool = openPool(fileURLToPath(plan.worker ?? WORKER), {
    workerType: 'thread',
    minWorkers: plan.workers,
    maxWorkers: plan.workers,
    workerThreadOpts: { workerData: plan.study },
  });
  try {
    await new Dispatcher(pool, plan, consume).run();
  } finally {
    await pool.terminate(true);
  }
}

class Dispatcher {
  readonly #pool: Pool;
  readonly #plan: PoolPlan;
  readonly #consume: Consume;
  /** The first run that was not yet sent out. */
  #next: number;
  #size = FIRST_CHUNK;

  constructor(pool: Pool, plan: PoolPlan, consume: Consume) {
    this.#pool = pool;
    this.#plan = plan;
    this.#consume = consume;
    this.#next = plan.from;
  }

  /** Chunks are consumed strictly in the order in which they were cut, whichever comes back first. */
  async run(): Promise<void> {
    const sent: Promise<readonly Run[]>[] = [];
    const send = () => {
      while (this.#next < this.#plan.to && sent.length < this.#plan.workers * AHEAD) sent.push(this.#send());
    };
    for (send(); sent.length > 0; send()) {
      const runs = await (sent.shift() as Promise<readonly Run[]>);
      if (!this.#consume(runs)) return;
    }
  }

  #send(): Promise<readonly Run[]> {
    const played = this.#play(this.#cut());
    // Whoever waits for an earlier chunk is told of this one's end later, if at all.
    played.catch(() => {});
    return played;
  }

  #cut(): ChunkToPlay {
    const first = this.#next;
    const count = Math.min(this.#size, this.#plan.to - first);
    this.#next += count;
    return { first, count, metrics: this.#plan.study.metrics.length };
  }

  async #play(chunk: ChunkToPlay): Promise<readonly Run[]> {
    const played = await this.#withRetries(chunk);
    const fitting = Math.round((CHUNK_TIME * chunk.count) / Math.max(1, played.took));
    this.#size = Math.max(1, Math.min(LARGEST_CHUNK, this.#size * 2, fitting));
    if (played.fault) throw failedRun(played.fault);
    return runsOf(chunk, played);
  }

  async #withRetries(chunk: ChunkToPlay): Promise<ChunkPlayed> {
    for (let attempt = 0; ; attempt++) {
      try {
        return (await this.#pool.exec('playChunk', [chunk])) as ChunkPlayed;
      } catch (error) {
        if (attempt >= RETRIES) throw lostWorker(chunk, error);
      }
    }
  }
}

function runsOf({ first, count, metrics }: ChunkToPlay, { values }: ChunkPlayed): Run[] {
  return Array.from({ length: count }, (_, index) => ({
    run: first + index,
    values: Array.from(values.subarray(index * metrics, (index + 1) * metrics), value =>
      Number.isNaN(value) ? null : value,
    ),
  }));
}

function failedRun({ run, message }: { readonly run: number; readonly message: string }): Failure {
  return new Failure(
    EXIT.internal,
    `run ${run} failed: ${message}; this is a fault of parley: please report it`,
  );
}

function lostWorker({ first, count }: ChunkToPlay, error: unknown): Failure {
  const why = (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' ').trim();
  return new Failure(
    EXIT.internal,
    `runs ${first} to ${first + count - 1}: the worker that played them ended ${RETRIES + 1} times (${why}); ` +
      'with less memory in use, or --workers 1, it may go through',
  );
}
