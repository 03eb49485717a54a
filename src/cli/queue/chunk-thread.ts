import { workerData } from 'node:worker_threads';
import { worker } from 'workerpool';
import { headOf } from '../../analysis/study/head.ts';
import { type Player, playerOf } from '../../analysis/study/play.ts';
import { formatProblem } from '../../scenario/problem.ts';
import { digestOf } from '../../table/record.ts';
import { playChunk } from '../studies/chunk.ts';
import type { ChunkToPlay } from '../studies/dispatch.ts';
import { planOf, type StudySource } from '../studies/source.ts';
import { sentChunk } from './chunk-queue.ts';

/*
 * What runs in every thread of a worker at a queue: it plans the study from its texts, away from the
 * thread that must answer Redis in time, and plays chunks of it.
 */

/** What a thread makes of a study: the digest of what its results begin with, or what is wrong. */
export type Planned = { readonly digest: string } | { readonly problem: string };

const made = make();

function make(): Planned & { readonly player: Player } {
  const plan = planOf(workerData as StudySource);
  if (plan.ok) return { digest: digestOf(JSON.stringify(headOf(plan.value))), player: playerOf(plan.value) };
  const problem = plan.problems.map(formatProblem).join('; ');
  return { problem, player: () => [] };
}

worker({
  planned: (): Planned => ('digest' in made ? { digest: made.digest } : { problem: made.problem }),
  playChunk: (chunk: ChunkToPlay) => sentChunk(playChunk(made.player, chunk)),
});
