import { workerData } from 'node:worker_threads';
import { worker } from 'workerpool';
import { type Playable, playerOf } from '../../analysis/study/play.ts';
import { playChunk } from './chunk.ts';
import type { ChunkToPlay } from './dispatch.ts';

/* What runs in every worker thread: it plays chunks of runs and hands back what was measured. */

const player = playerOf(workerData as Playable);

worker({ playChunk: (chunk: ChunkToPlay) => playChunk(player, chunk) });
