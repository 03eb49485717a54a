import type { Pairing, Played } from '../../analysis/tournament.ts';
import { openThreads } from '../campaign-threads.ts';
import type { Field } from './field.ts';

/** The same place from `src` and from `dist`. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Told of each pairing when it has been played. */
export type Told = (played: Played) => void;

/**
 * Plays pairings, and none in this thread, so that an interrupt is heard at once. What comes out
 * does not depend on the number of threads.
 */
export async function playPairings(
  field: Field,
  pairings: readonly Pairing[],
  most: number,
  told: Told,
): Promise<Played[]> {
  if (pairings.length === 0) return [];
  const threads = Math.min(most, pairings.length);
  const pool = openThreads(WORKER, { most: threads, ready: threads, workerData: field });
  const play = async (pairing: Pairing) => {
    const played = (await pool.exec('playPairing', [pairing])) as Played;
    told(played);
    return played;
  };
  try {
    return await Promise.all(pairings.map(play));
  } finally {
    await pool.terminate(true);
  }
}
