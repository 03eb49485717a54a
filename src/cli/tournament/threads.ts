import { fileURLToPath } from 'node:url';
import { pool as openPool } from 'workerpool';
import { type Pairing, type Played, pairings } from '../../analysis/tournament.ts';
import type { Field } from './field.ts';

/** The same place from `src` and from `dist`. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Told after each pairing how many are done, of how many. */
export type Progress = (done: number, all: number) => void;

/**
 * Plays all pairings, and none in this thread, so that an interrupt is heard at once. What comes out
 * does not depend on the number of threads.
 */
export async function playField(field: Field, most: number, progress: Progress): Promise<Played[]> {
  const all = pairings(field.scenarios.length, field.entrants.length);
  const threads = Math.min(most, all.length);
  const pool = openPool(fileURLToPath(WORKER), {
    workerType: 'thread',
    minWorkers: threads,
    maxWorkers: threads,
    workerThreadOpts: { workerData: field },
  });
  let done = 0;
  const play = async (pairing: Pairing) => {
    const played = (await pool.exec('playPairing', [pairing])) as Played;
    progress(++done, all.length);
    return played;
  };
  try {
    return await Promise.all(all.map(play));
  } finally {
    await pool.terminate(true);
  }
}
