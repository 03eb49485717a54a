import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { headOf } from '../../analysis/study/head.ts';
import { runCount, type StudyPlan } from '../../analysis/study/plan.ts';
import { studyTitle } from '../../report/study/verdicts.ts';
import { digestOf, ENGINE } from '../../table/record.ts';
import { EXIT, Failure } from '../failure.ts';
import type { Shell } from '../shell.ts';
import {
  type ChunkPlayed,
  type ChunkPlayers,
  type ChunkToPlay,
  type Consume,
  dispatch,
} from '../studies/dispatch.ts';
import type { StudySource } from '../studies/source.ts';
import { Board, RENEWED_EVERY, type StudyNotice, type WorkerNotice } from './board.ts';
import { ChunkQueue, type Settled } from './chunk-queue.ts';
import { type RedisLink, refusedBy, WaitedTooLong } from './link.ts';

/*
 * The runs of a study on many machines: chunks go into a queue in Redis, whoever is there plays them, and
 * they come back in order. What is kept of them is decided here alone, so it is the same bytes as from
 * one thread, whoever dies on the way.
 */

export interface QueuePlan {
  readonly shell: Shell;
  readonly link: RedisLink;
  readonly plan: StudyPlan;
  readonly source: StudySource;
  /** Runs to play: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** How long it is waited while nobody works on it, in seconds. */
  readonly wait: number;
  /** Told again and again whether there is somebody. */
  readonly attended: (somebody: boolean) => void;
}

/** Plays runs through a queue and hands them on in order. */
export async function playThroughQueue(plan: QueuePlan, consume: Consume): Promise<void> {
  const { link, shell, from, to } = plan;
  const coordinator = await Coordinator.begin(plan);
  const forget = shell.onInterrupt(() => coordinator.end());
  const { metrics } = plan.plan;
  try {
    await Promise.race([
      dispatch({ metrics: metrics.length, from, to }, coordinator, consume),
      coordinator.watch(),
      link.lost,
    ]);
  } finally {
    forget();
    await coordinator.end();
  }
}

/** How often it is looked whether chunks have come back, in milliseconds. */
const LOOK_EVERY = 100;
/** How many chunks may be under way for each thread that is there, and at least. */
const AHEAD = 3;
const AT_LEAST = 4;
/** How long it is waited before it is told that nobody is there, and until it is told again, in seconds. */
const GRACE = 3;
const TOLD_EVERY = 30;
/** How long clearing up may take, in milliseconds; what is left then lapses by itself. */
const TO_CLEAR = 3000;

interface Waiting {
  readonly chunk: ChunkToPlay;
  readonly resolve: (played: ChunkPlayed) => void;
  readonly reject: (reason: unknown) => void;
}

class Coordinator implements ChunkPlayers {
  readonly chunkTime = 1000;
  readonly largest = 5000;
  readonly #link: RedisLink;
  readonly #board: Board;
  readonly #queue: ChunkQueue;
  readonly #plan: QueuePlan;
  readonly #notice: StudyNotice;
  readonly #waiting = new Map<number, Waiting>();
  #threads = 0;
  #renewed = Number.NEGATIVE_INFINITY;
  /** Since when nobody is there, and when that is to be told; null while somebody is. */
  #alone: { readonly since: number; tellAt: number } | null = null;
  #over = false;
  #ended: Promise<void> | null = null;

  private constructor(queue: ChunkQueue, plan: QueuePlan, id: string) {
    this.#link = plan.link;
    this.#board = new Board(plan.link.client);
    this.#queue = queue;
    this.#plan = plan;
    const head = headOf(plan.plan);
    this.#notice = {
      id,
      engine: ENGINE,
      digest: digestOf(JSON.stringify(head)),
      title: studyTitle(head),
      campaigns: runCount(plan.plan),
    };
  }

  static async begin(plan: QueuePlan): Promise<Coordinator> {
    const id = randomUUID();
    return new Coordinator(await ChunkQueue.open(plan.link, id), plan, id);
  }

  ahead(): number {
    return Math.max(AT_LEAST, this.#threads * AHEAD);
  }

  play(chunk: ChunkToPlay): Promise<ChunkPlayed> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(chunk.first, { chunk, resolve, reject });
      this.#queue.add([chunk]).catch(error => reject(refusedBy(this.#link, error)));
    });
  }

  /** Takes in what comes back, until it is over; fails where Redis refuses. */
  async watch(): Promise<void> {
    try {
      while (!this.#over) {
        const now = performance.now() / 1000;
        if (now - this.#renewed >= RENEWED_EVERY) await this.#renew(now);
        const settled = await this.#queue.collect();
        for (const one of settled) this.#settle(one);
        if (settled.length === 0) await pause(LOOK_EVERY);
      }
    } catch (error) {
      if (!this.#over) throw refusedBy(this.#link, error);
    }
  }

  /** Takes the study down and clears the queue; at most so long, for Redis may be gone. */
  end(): Promise<void> {
    this.#over = true;
    this.#ended ??= Promise.race([this.#clear(), pause(TO_CLEAR, undefined, { ref: false })]);
    return this.#ended;
  }

  async #clear(): Promise<void> {
    try {
      await this.#board.takeDownStudy(this.#notice.id);
      await this.#queue.obliterate();
      await this.#queue.close();
    } catch {
      // What could not be cleared lapses by itself.
    }
  }

  /**
   * Says again that the study is there, and puts every chunk again into the queue that has not come back:
   * a Redis that was started anew has forgotten both, and where it has not, this changes nothing.
   */
  async #renew(now: number): Promise<void> {
    this.#renewed = now;
    await this.#board.postStudy(this.#notice, this.#plan.source);
    const chunks = [...this.#waiting.values()].map(({ chunk }) => chunk);
    if (chunks.length > 0) await this.#queue.add(chunks);
    await this.#queue.keep(chunks);
    this.#look(await this.#board.workers(), now);
  }

  #look(workers: readonly WorkerNotice[], now: number): void {
    const [ours, others] = parted(workers, this.#notice);
    this.#threads = ours.reduce((all, { threads }) => all + threads, 0);
    this.#plan.attended(ours.length > 0);
    if (ours.length > 0) this.#alone = null;
    else this.#wait(nobody(others, this.#link.shown), now);
  }

  #wait(why: string, now: number): void {
    const { shell, wait } = this.#plan;
    // Whoever was started together with this gets the time to come.
    this.#alone ??= { since: now, tellAt: now + GRACE };
    if (now - this.#alone.since >= wait)
      throw new WaitedTooLong(EXIT.badInput, `waited for ${wait} s (--wait): ${why}`);
    if (now < this.#alone.tellAt) return;
    this.#alone.tellAt = now + TOLD_EVERY;
    shell.note(`waiting: ${why}`);
  }

  #settle({ first, played, reason }: Settled): void {
    const waiting = this.#waiting.get(first);
    // Played twice, as where a worker was thought dead: both are the same.
    if (!waiting) return;
    this.#waiting.delete(first);
    if (played) waiting.resolve(played);
    else waiting.reject(lostChunk(waiting.chunk, reason));
  }
}

function parted(
  workers: readonly WorkerNotice[],
  { id, engine }: StudyNotice,
): [ours: WorkerNotice[], others: WorkerNotice[]] {
  const takesPart = (worker: WorkerNotice) => worker.engine === engine && !worker.refuses.includes(id);
  return [workers.filter(takesPart), workers.filter(worker => !takesPart(worker))];
}

function nobody(others: readonly WorkerNotice[], shown: string): string {
  if (others.length === 0)
    return `nobody works on the queue; \`parley worker --queue ${shown}\`, on any machine, does`;
  const engines = [...new Set(others.map(({ engine }) => engine))].join(', ');
  const who = others.length === 1 ? 'one worker is' : `${others.length} workers are`;
  return `${who} at the queue and can take no part (parley ${engines}; this is ${ENGINE}); what they print tells why`;
}

function lostChunk({ first, count }: ChunkToPlay, reason: string): Failure {
  return new Failure(
    EXIT.internal,
    `runs ${first} to ${first + count - 1}: whoever played them ended again and again (${reason.split('\n')[0]}); ` +
      'with less memory in use, or fewer --workers, it may go through',
  );
}
