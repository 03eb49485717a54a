import type { Run } from '../../analysis/study/head.ts';
import { EXIT, Failure } from '../failure.ts';

/*
 * The runs of a study cut into chunks, which are played wherever there is somebody to play them and come
 * back in the order in which they were cut: so what is made of them does not depend on who played them.
 */

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

/** Who plays chunks, and how large ones they like. */
export interface ChunkPlayers {
  play(chunk: ChunkToPlay): Promise<ChunkPlayed>;
  /** How many chunks may be under way at once. */
  ahead(): number;
  /** A chunk should take about so long, in milliseconds: short enough to be told of, long enough to be worth sending. */
  readonly chunkTime: number;
  /** Most runs of a chunk. */
  readonly largest: number;
}

export interface Stretch {
  /** How many numbers there are of each run. */
  readonly metrics: number;
  /** Runs to play: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Takes the runs of a chunk, in the order of their numbers; false says that no more are wanted. */
export type Consume = (runs: readonly Run[]) => boolean;

const FIRST_CHUNK = 4;

/** Has all runs of a stretch played and hands them on in order. */
export function dispatch(stretch: Stretch, players: ChunkPlayers, consume: Consume): Promise<void> {
  return new Dispatcher(stretch, players).run(consume);
}

class Dispatcher {
  readonly #stretch: Stretch;
  readonly #players: ChunkPlayers;
  /** The first run that was not yet sent out. */
  #next: number;
  #size = FIRST_CHUNK;

  constructor(stretch: Stretch, players: ChunkPlayers) {
    this.#stretch = stretch;
    this.#players = players;
    this.#next = stretch.from;
  }

  /** Chunks are consumed strictly in the order in which they were cut, whichever comes back first. */
  async run(consume: Consume): Promise<void> {
    const sent: Promise<readonly Run[]>[] = [];
    const send = () => {
      while (this.#next < this.#stretch.to && sent.length < this.#players.ahead()) sent.push(this.#send());
    };
    for (send(); sent.length > 0; send()) {
      const runs = await (sent.shift() as Promise<readonly Run[]>);
      if (!consume(runs)) return;
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
    const count = Math.min(this.#size, this.#stretch.to - first);
    this.#next += count;
    return { first, count, metrics: this.#stretch.metrics };
  }

  async #play(chunk: ChunkToPlay): Promise<readonly Run[]> {
    const { chunkTime, largest } = this.#players;
    const played = await this.#players.play(chunk);
    const fitting = Math.round((chunkTime * chunk.count) / Math.max(1, played.took));
    this.#size = Math.max(1, Math.min(largest, this.#size * 2, fitting));
    if (played.fault) throw failedRun(played.fault);
    return runsOf(chunk, played);
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
