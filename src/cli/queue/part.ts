import type { Worker } from 'bullmq';
import type { Pool } from 'workerpool';
import type { ChunkToPlay } from '../studies/dispatch.ts';
import { studyThreads } from '../studies/pool.ts';
import type { StudySource } from '../studies/source.ts';
import type { StudyNotice } from './board.ts';
import { QUEUES, type SentChunk } from './chunk-queue.ts';
import type { Planned } from './chunk-thread.ts';
import { loadQueueing, type RedisLink } from './link.ts';

export interface PartPlan {
  readonly link: RedisLink;
  readonly notice: StudyNotice;
  readonly source: StudySource;
  readonly threads: number;
}

/** The same place from `src` and from `dist`. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? './chunk-thread.ts' : './chunk-thread.js',
  import.meta.url,
);

/**
 * Who holds a chunk says so again and again; who has been silent for so long has lost it to the others,
 * in milliseconds. The thread that says so computes nothing, so it is never too busy to.
 */
const SILENCE = 4000;
const LOOKED_FOR_EVERY = 1000;
/** How often a chunk may be lost so: machines that are taken away lose some, one that ends every worker must not go round for ever. */
const MOST_LOSSES = 5;
/** How long after a lost connection a chunk is asked for again, in milliseconds. */
const ASKED_AGAIN = 1000;

/** A worker's part in one study: threads that play chunks of its queue. */
export class Part {
  readonly title: string;
  readonly #threads: Pool;
  readonly #worker: Worker<ChunkToPlay, SentChunk>;
  #played = 0;
  #inHand = 0;

  private constructor(title: string, threads: Pool, make: (play: Play) => Worker<ChunkToPlay, SentChunk>) {
    this.title = title;
    this.#threads = threads;
    this.#worker = make(chunk => this.#play(chunk));
    // A lost connection is told elsewhere; a chunk that was thought lost is somebody else's by now.
    this.#worker.on('error', () => {});
  }

  /** Begins to take chunks, or says why this cannot play the study. */
  static async begin({ link, notice, source, threads: count }: PartPlan): Promise<Part | string> {
    const { Worker } = await loadQueueing();
    const threads = studyThreads(THREAD, count, source);
    const against = await reasonNotTo(threads, notice);
    if (against !== null) {
      await threads.terminate(true);
      return against;
    }
    return new Part(
      notice.title,
      threads,
      play =>
        new Worker<ChunkToPlay, SentChunk>(notice.id, job => play(job.data), {
          connection: link.client,
          prefix: QUEUES,
          skipVersionCheck: true,
          concurrency: count,
          lockDuration: SILENCE,
          stalledInterval: LOOKED_FOR_EVERY,
          maxStalledCount: MOST_LOSSES,
          runRetryDelay: ASKED_AGAIN,
        }),
    );
  }

  /** Campaigns. */
  get played(): number {
    return this.#played;
  }

  /** Chunks that are being played now. */
  get inHand(): number {
    return this.#inHand;
  }

  /** Plays what is in hand to its end, and takes no more. */
  async finish(): Promise<void> {
    await this.#worker.close();
    await this.#threads.terminate(true);
  }

  async drop(): Promise<void> {
    await this.#worker.close(true).catch(() => {});
    await this.#threads.terminate(true);
  }

  async #play(chunk: ChunkToPlay): Promise<SentChunk> {
    this.#inHand++;
    try {
      const sent = (await this.#threads.exec('playChunk', [chunk])) as SentChunk;
      this.#played += chunk.count;
      return sent;
    } finally {
      this.#inHand--;
    }
  }
}

type Play = (chunk: ChunkToPlay) => Promise<SentChunk>;

async function reasonNotTo(threads: Pool, { digest }: StudyNotice): Promise<string | null> {
  try {
    const planned = (await threads.exec('planned', [])) as Planned;
    if ('problem' in planned) return planned.problem;
    return planned.digest === digest
      ? null
      : 'this parley, though of the same version, makes another plan of it or plays it otherwise; all must be built from the same source';
  } catch (error) {
    return `its threads end (${error instanceof Error ? error.message : String(error)})`;
  }
}
