import { keepObjectsYoung } from '../../src/cli/campaign-threads.ts';

// As in the threads that play campaigns by the thousand.
keepObjectsYoung();

/** Processor time of this thread so far, in ms: other work on the machine counts for little. */
function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function timed(work: () => void, leastMs: number): number {
  const from = spent();
  let calls = 0;
  for (; spent() - from < leastMs; calls++) work();
  return (spent() - from) / calls;
}

/** Processor time of this thread for one call, once the runtime has seen a few, in ms. */
export function cost(work: () => void, leastMs = 1500): number {
  for (let warm = 0; warm < 5; warm++) work();
  return timed(work, leastMs);
}

/** The least cost of each in rounds taken in turn: what else the machine does can only add to it. */
export function leastCosts(works: readonly (() => void)[], rounds = 12, roundMs = 250): number[] {
  for (const work of works) cost(work);
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [at, work] of works.entries()) {
      least[at] = Math.min(least[at] ?? Number.POSITIVE_INFINITY, timed(work, roundMs));
    }
  }
  return least;
}

export const perSecond = (count: number, ms: number) =>
  Math.round((count * 1000) / ms).toLocaleString('en-US');
