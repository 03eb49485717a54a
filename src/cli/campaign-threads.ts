import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { pool as openPool, type Pool } from 'workerpool';

/* Threads that play campaigns by the thousand: for studies, for tournaments, for the coach. */

export interface ThreadPlan {
  /** Threads at most, and started at once. */
  readonly most: number;
  readonly ready: number;
  /** What they all begin with. */
  readonly workerData?: unknown;
  /** MiB that each has for young objects; what Node gives it where this is left out. */
  readonly roomForYoung?: number;
  /** The same for those that have lasted: with more of them a thread ends. */
  readonly roomForOld?: number;
}

export function openThreads(script: URL, plan: ThreadPlan): Pool {
  const { most, ready, workerData, roomForYoung, roomForOld } = plan;
  keepObjectsYoung();
  return openPool(fileURLToPath(script), {
    workerType: 'thread',
    minWorkers: ready,
    maxWorkers: most,
    workerThreadOpts: {
      workerData,
      resourceLimits: {
        ...(roomForYoung === undefined ? {} : { maxYoungGenerationSizeMb: roomForYoung }),
        ...(roomForOld === undefined ? {} : { maxOldGenerationSizeMb: roomForOld }),
      },
    },
  });
}

/**
 * V8 sees that what a campaign notes lasts as long as the campaign, takes that for long, and from then
 * on makes such objects among the old ones, where they are looked through again and again and cost a
 * fifth of all the time. The next campaign needs none of them: they are to be made young like all others.
 */
export function keepObjectsYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
