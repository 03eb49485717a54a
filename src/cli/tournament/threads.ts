import { Worker } from 'node:worker_threads';
import { type Played, pairings } from '../../analysis/tournament.ts';
import type { Field } from './field.ts';

/** The same place from `src` and from `dist`. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Told after each pairing how many are done, of how many. */
export type Progress = (done: number, all: number) => void;

/**
 * Plays all pairings on so many threads; what comes out does not depend on their number. Each thread is given
 * the next pairing when it has played its last, and each result goes to its pairing's place. This
 * thread only waits, so that whoever interrupts is heard at once.
 */
export async function playField(field: Field, threads: number, progress: Progress): Promise<Played[]> {
  const all = pairings(field.scenarios.length, field.entrants.length);
  const played: Played[] = new Array(all.length);
  const workers = Array.from(
    { length: Math.min(threads, all.length) },
    () => new Worker(WORKER, { workerData: field }),
  );
  let next = 0;
  let done = 0;
  const work = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      let at = -1;
      const goOn = () => {
        at = next++;
        if (at < all.length) worker.postMessage(all[at]);
        else resolve();
      };
      worker.on('error', reject);
      worker.on('exit', code => reject(new Error(`a thread ended with exit code ${code}`)));
      worker.on('message', (result: Played) => {
        played[at] = result;
        progress(++done, all.length);
        goOn();
      });
      goOn();
    });
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
  return played;
}
