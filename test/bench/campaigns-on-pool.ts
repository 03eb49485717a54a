import { playRuns } from '../../src/cli/studies/pool.ts';
import { longStudy } from './study.ts';

/*
 * A process of its own, so that it can be kept to some of the processors: plays kursk-2024 on the pool that
 * studies run on, with as many workers as its first argument says, and prints what that took.
 */

/** What a stretch of play took, once the threads had started and warmed up. */
export interface Played {
  readonly runs: number;
  /** By the clock on the wall, in ms. */
  readonly took: number;
  /** Processor time of all threads, those of the compiler and the collector among them, in ms. */
  readonly processors: number;
  /** Processor time of the thread that hands out the runs and takes them in, in ms. */
  readonly handing: number;
}

/** Runs of each worker until its code is compiled, and then milliseconds. */
const WARMING = 2_500;
const MEASURED = 6_000;

interface Moment {
  readonly runs: number;
  readonly at: number;
  readonly processors: number;
  readonly handing: number;
}

function now(runs: number): Moment {
  const inMs = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;
  return {
    runs,
    at: performance.now(),
    processors: inMs(process.cpuUsage()),
    handing: inMs(process.threadCpuUsage()),
  };
}

async function play(workers: number): Promise<Played> {
  let done = 0;
  let warm: Moment | null = null;
  let end = now(0);
  const plan = { study: longStudy('kursk-2024'), workers, from: 1, to: Number.MAX_SAFE_INTEGER };
  await playRuns(plan, runs => {
    done += runs.length;
    if (done < WARMING * workers) return true;
    end = now(done);
    warm ??= end;
    return end.at - warm.at < MEASURED;
  });
  const from = warm ?? end;
  return {
    runs: end.runs - from.runs,
    took: end.at - from.at,
    processors: end.processors - from.processors,
    handing: end.handing - from.handing,
  };
}

console.info(JSON.stringify(await play(Number(process.argv[2]))));
