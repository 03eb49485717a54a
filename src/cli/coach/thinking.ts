import { availableParallelism } from 'node:os';
import type { Pool } from 'workerpool';
import { type Thinking, thinkingInSlices } from '../../terminal/thinking.ts';
import { coachPool } from './threads.ts';

/*
 * Threads for the app's coach. They are started with the first question and go with the app. Where
 * none can be started, or one dies, this thread thinks instead, a little at a time.
 */

export function thinkingOnThreads(threads = availableParallelism()): Thinking {
  const here = thinkingInSlices();
  let pool: Pool | null = null;
  let closed = false;
  return {
    atOnce: threads,
    ask(question, told) {
      let stopped = false;
      let stopHere = () => {};
      const instead = () => {
        // Threads that were let go have failed nobody: whoever waited for them has left.
        if (!stopped && !closed) stopHere = here.ask(question, told);
      };
      pool ??= coachPool(threads, 1);
      const asked = pool.exec('answer', [question]);
      asked.then(answer => {
        // Outside of the promise, so that a fault of whoever is told is not taken for one of the thread's.
        setImmediate(() => {
          if (!stopped && !closed) told(answer);
        });
      }, instead);
      return () => {
        stopped = true;
        stopHere();
        // A thread that is in the midst of it is ended, and a new one started when it is needed.
        asked.cancel();
      };
    },
    close() {
      closed = true;
      here.close();
      pool?.terminate(true).catch(() => {});
      pool = null;
    },
  };
}
