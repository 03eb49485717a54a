import { availableParallelism } from 'node:os';
import { test } from 'vitest';
import type { Played } from './campaigns-on-pool.ts';
import { playedOn, processorsHere } from './kept-to-processors.ts';

/*
 * Campaigns a second on one core and on more, through the pool that studies run on. A process that may use
 * all cores has its collector and compiler work on the others while one worker plays, which makes one core
 * look quicker than it is; so each process is kept to as many processors as it has workers. The clock on
 * the wall counts, and other work on the machine does too: what the processors gave is said beside it.
 */

/** Rounds of everything in turn, of which the quickest of each counts: what else the machine does only slows. */
const ROUNDS = 2;

interface Way {
  readonly name: string;
  readonly cores: number;
  play(): Promise<readonly Played[]>;
}

function ways(processors: readonly number[] | null): Way[] {
  const cores = processors?.length ?? availableParallelism();
  const on = (workers: number): Way => ({
    name: workers === 1 ? 'one core' : `${workers} cores, as many workers`,
    cores: workers,
    play: async () => [await playedOn(workers, processors?.slice(0, workers) ?? null)],
  });
  const apart: Way = {
    name: '2 cores, two processes of one worker each',
    cores: 2,
    play: () => Promise.all([0, 1].map(at => playedOn(1, processors?.slice(at, at + 1) ?? null))),
  };
  const free: Way = {
    name: 'one worker that may use every core',
    cores: 1,
    play: async () => [await playedOn(1, null)],
  };
  return [
    on(1),
    ...[...new Set([2, cores])].filter(n => n > 1 && n <= cores).map(on),
    ...(cores > 1 ? [apart] : []),
    ...(processors && cores > 1 ? [free] : []),
  ];
}

const added = (played: readonly Played[], of: (one: Played) => number) =>
  played.reduce((total, one) => total + of(one), 0);
const rate = (played: readonly Played[]) => added(played, ({ runs, took }) => (runs * 1000) / took);
const perRun = (played: readonly Played[], of: 'processors' | 'handing') =>
  (added(played, one => one[of]) * 1000) / added(played, ({ runs }) => runs);

test('campaigns of kursk-2024 a second on one core, two and all', async () => {
  const here = processorsHere();
  const processors = typeof here === 'string' ? null : here;
  if (typeof here === 'string') {
    console.info(`no process is kept to its processors: ${here}; "one core" has the others' help`);
  }
  const all = ways(processors);
  const best = new Map<Way, readonly Played[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of all) {
      const played = await way.play();
      if (rate(played) > rate(best.get(way) ?? [])) best.set(way, played);
    }
  }
  const [one] = best.values();
  for (const [way, played] of best) console.info(told(way, played, one ?? []));
}, 1_800_000);

function told({ name, cores }: Way, played: readonly Played[], one: readonly Played[]): string {
  const [spent, alone] = [perRun(played, 'processors'), perRun(one, 'processors')];
  const used = added(played, ({ processors, took }) => processors / took);
  return [
    `${name}: ${(rate(played) / rate(one)).toFixed(2)} times as many, ${rate(played).toFixed(0)} campaigns a second`,
    `  ${spent.toFixed(0)} µs of processor time each, ${perRun(played, 'handing').toFixed(1)} of them to hand out and take in`,
    `  ${used.toFixed(2)} of ${cores} given; by processor time ${((cores * alone) / spent).toFixed(2)} times as many`,
  ].join('\n');
}
