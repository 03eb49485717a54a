import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Played, pairings } from '../../analysis/tournament.ts';
import { type Field, playPairing } from './field.ts';

/** The same place from `src` and from `dist`. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Told after each pairing how many are done, of how many. */
export type Progress = (done: number, all: number) => void;

/** Plays all pairings; what comes out does not depend on the number of threads. */
export function playField(field: Field, threads: number, progress: Progress): Promise<Played[]> {
  const wanted = Math.min(threads, pairings(field.scenarios.length, field.entrants.length).length);
  return wanted > 1 ? onThreads(field, wanted, progress) : here(field, progress);
}

async function here(field: Field, progress: Progress): Promise<Played[]> {
  const all = pairings(field.scenarios.length, field.entrants.length);
  const played: Played[] = [];
  for (const pairing of all) {
    played.push(playPairing(field, pairing));
    progress(played.length, all.length);
    // Between two pairings, a look at whether someone wants us to stop.
    await setImmediate();
  }
  return played;
}

/** Each thread is given the next pairing when it has played its last; each result goes to its pairing's place. */
async function onThreads(field: Field, threads: number, progress: Progress): Promise<Played[]> {
  const all = pairings(field.scenarios.length, field.entrants.length);
  const played: Played[] = new Array(all.length);
  const workers = Array.from({ length: threads }, () => new Worker(WORKER, { workerData: field }));
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
