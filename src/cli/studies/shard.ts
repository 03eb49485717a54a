import { type Run, STUDY_FORMAT, type StudyHead } from '../../analysis/study/head.ts';
import { seedCount } from '../../analysis/study/plan.ts';
import type { Place } from '../../scenario/problem.ts';
import { badInput } from '../failure.ts';
import type { Layout } from './runs-file.ts';

/** One part of a study of so many: a stretch of its seeds. Both count from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** Most parts of a study. */
const MOST_SHARDS = 10_000;

export function shardFrom(text: string): Shard {
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (shard.part >= 1 && shard.part <= shard.of && shard.of <= MOST_SHARDS) return shard;
  throw badInput(`--shard ${text}: expected PART/OF, such as 2/5, OF at most ${MOST_SHARDS}`);
}

/** The first run of a part, and the one after its last. A study of no parts has one. */
export function stretchOf(head: StudyHead, { part, of }: Shard): { from: number; to: number } {
  const seeds = seedCount(head.seeds);
  const start = (index: number) => Math.floor((seeds * index) / of) * head.points.length + 1;
  return { from: start(part - 1), to: start(part) };
}

export function shardName({ part, of }: Shard): string {
  return `shard-${part}-of-${of}.ndjson`;
}

/** The last line of a part that was played to its end. */
export const SHARD_END = '{"end":true}\n';

/** What the first line of a part says. */
export interface ShardHead {
  readonly shard: Shard;
  /** Where the thresholds stand: no part of what the study is, so not in its head. */
  readonly places: readonly Place[];
  readonly head: StudyHead;
}

/** A part as a file of its own: what study it is of, then the runs. */
export function shardLayout({ shard, places, head }: ShardHead): Layout {
  return {
    head: `${JSON.stringify({ parley: 'study-shard', format: STUDY_FORMAT, shard, places, head })}\n`,
    row: ({ run, values }) => `${JSON.stringify([run, ...values])}\n`,
    read: line => runFrom(line, head.metrics.length),
  };
}

function runFrom(line: string, width: number): Run | null {
  try {
    const cells: unknown = JSON.parse(line);
    if (!Array.isArray(cells) || cells.length !== width + 1) return null;
    const [run, ...values] = cells as unknown[];
    const sound = values.every(value => value === null || Number.isFinite(value));
    return Number.isSafeInteger(run) && sound ? { run: Number(run), values: values as Run['values'] } : null;
  } catch {
    return null;
  }
}
