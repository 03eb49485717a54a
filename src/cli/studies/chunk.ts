import type { Player } from '../../analysis/study/play.ts';
import type { ChunkPlayed, ChunkToPlay } from './dispatch.ts';

/** Plays a chunk of runs, in whatever thread this is. */
export function playChunk(player: Player, { first, count, metrics }: ChunkToPlay): ChunkPlayed {
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
