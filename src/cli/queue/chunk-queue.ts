import type { Job, Queue } from 'bullmq';
import type { ChunkPlayed, ChunkToPlay } from '../studies/dispatch.ts';
import { KEYS } from './board.ts';
import { loadQueueing, type RedisLink } from './link.ts';

/* The queue of one study: chunks of runs as jobs of BullMQ. What is put in twice is there once. */

/** What all keys of queues begin with. */
export const QUEUES = `${KEYS}:queue`;

/** A chunk that was played, as it is sent: null where there was nothing to measure. */
export interface SentChunk {
  readonly values: readonly (number | null)[];
  readonly took: number;
  readonly fault?: { readonly run: number; readonly message: string };
}

/** A chunk that nobody works on any more: played, or failed for good. */
export interface Settled {
  readonly first: number;
  readonly played: ChunkPlayed | null;
  /** Why there is nothing, where there is nothing. */
  readonly reason: string;
}

/** How often a chunk is given to somebody else after a thread has ended under it. */
const ATTEMPTS = 3;
/** Where nobody is left to clear up, a queue lapses by itself after so long, in seconds. */
const QUEUE_STANDS = 600;
/** What BullMQ sets to lapse by itself: as long as these are there, nobody looks for chunks that were lost. */
const PASSING = ['stalled-check', 'limiter'];
/** Most chunks taken in at once. */
const AT_ONCE = 100;

export function sentChunk({ values, ...rest }: ChunkPlayed): SentChunk {
  return { ...rest, values: Array.from(values, value => (Number.isNaN(value) ? null : value)) };
}

function receivedChunk({ values, ...rest }: SentChunk): ChunkPlayed {
  return { ...rest, values: Float64Array.from(values, value => value ?? Number.NaN) };
}

export class ChunkQueue {
  readonly #link: RedisLink;
  readonly #queue: Queue<ChunkToPlay, SentChunk>;

  private constructor(link: RedisLink, queue: Queue<ChunkToPlay, SentChunk>) {
    this.#link = link;
    this.#queue = queue;
  }

  static async open(link: RedisLink, id: string): Promise<ChunkQueue> {
    const { Queue } = await loadQueueing();
    const queue = new Queue<ChunkToPlay, SentChunk>(id, {
      connection: link.client,
      prefix: QUEUES,
      skipVersionCheck: true,
      streams: { events: { maxLen: AT_ONCE } },
    });
    // A lost connection is told, and a refusal thrown, by who asks.
    queue.on('error', () => {});
    return new ChunkQueue(link, queue);
  }

  async add(chunks: readonly ChunkToPlay[]): Promise<void> {
    await this.#queue.addBulk(
      chunks.map(chunk => ({
        name: 'chunk',
        data: chunk,
        opts: { jobId: jobId(chunk), attempts: ATTEMPTS, stackTraceLimit: 0 },
      })),
    );
  }

  /** Takes what is settled out of the queue. */
  async collect(): Promise<Settled[]> {
    const jobs = await this.#queue.getJobs(['completed', 'failed'], 0, AT_ONCE - 1);
    // One that has lapsed, or that another has cleared up, is none.
    const there = jobs.filter((job): job is Job<ChunkToPlay, SentChunk> => job !== undefined && job !== null);
    await Promise.all(there.map(job => this.#queue.remove(job.id ?? '')));
    return there.map(job => {
      const played = job.returnvalue ? receivedChunk(job.returnvalue) : null;
      return { first: job.data.first, played, reason: job.failedReason ?? '' };
    });
  }

  /** Has the queue stand for a while yet. */
  async keep(chunks: readonly ChunkToPlay[]): Promise<void> {
    const pipeline = this.#link.client.pipeline();
    const keys = this.#keys().filter(key => !PASSING.some(name => key.endsWith(`:${name}`)));
    for (const key of [...keys, ...chunks.map(chunk => this.#queue.toKey(jobId(chunk)))])
      pipeline.expire(key, QUEUE_STANDS);
    await pipeline.exec();
  }

  /** Removes all there is of the queue. */
  async obliterate(): Promise<void> {
    await this.#queue.obliterate({ force: true, count: 10_000 });
    await this.#link.client.del(...this.#keys());
  }

  async close(): Promise<void> {
    await this.#queue.close();
  }

  #keys(): string[] {
    return Object.values(this.#queue.keys);
  }
}

function jobId({ first }: ChunkToPlay): string {
  return `run-${first}`;
}
