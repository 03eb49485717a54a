import { availableParallelism } from 'node:os';
import type { Pool } from 'workerpool';
import type { Question } from '../../analysis/question.ts';
import { type Stop, type Thinking, thinkingInSlices } from '../../terminal/thinking.ts';
import { coachPool } from './threads.ts';

/*
 * Threads for the app's coach. They are started with the first question and go with the app. Where
 * none can be started, or one dies, this thread thinks instead, a little at a time.
 */

export function thinkingOnThreads(threads = availableParallelism()): Thinking {
  const here = thinkingInSlices();
  const pool = lazyPool(threads);
  let closed = false;
  return {
    atOnce: threads,
    ask(question, told) {
      let stopped = false;
      let stopThinking: Stop = () => {};
      const isOff = () => stopped || closed;
      const instead = () => {
        if (!isOff()) stopThinking = here.ask(question, told);
      };
      const asked = pool.ask(question);
      if (asked) {
        // A thread that is in the midst of it is ended, and a new one started when it is needed.
        stopThinking = () => void asked.cancel();
        asked.then(answer => {
          // Outside of the promise, so that a fault of whoever is told is not taken for one of the thread's.
          setImmediate(() => {
            if (!isOff()) told(answer);
          });
        }, instead);
      } else instead();
      return () => {
        stopped = true;
        stopThinking();
      };
    },
    close() {
      // Threads that are ended refuse what they were asked, which nobody takes over any more.
      closed = true;
      here.close();
      pool.close();
    },
  };
}

/** A pool that is opened with the first question; none where the system allows no threads. */
function lazyPool(threads: number) {
  let pool: Pool | null = null;
  let refused = false;
  return {
    /** Null where there are no threads. */
    ask(question: Question) {
      if (refused) return null;
      try {
        pool ??= coachPool(threads, 1);
        return pool.exec('answer', [question]);
      } catch {
        refused = true;
        return null;
      }
    },
    close() {
      pool?.terminate(true).catch(() => {});
      pool = null;
    },
  };
}
