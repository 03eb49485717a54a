import { createHash } from 'node:crypto';
import type { Run, StudyHead } from '../../analysis/study/head.ts';
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

/** Version of the format of shards; since 2 every run has a check. */
export const SHARD_FORMAT = 2;

/** The last line of a part that was played to its end. */
export const SHARD_END = '{"end":true}\n';

/** What the first line of a part says. */
export interface ShardHead {
  readonly shard: Shard;
  /** Where the thresholds stand: no part of what the study is, so not in its head. */
  readonly places: readonly Place[];
  readonly head: StudyHead;
}

/**
 * A part as a file of its own: what study it is of, then a line a run, `[run, ...values, check]`: its number,
 * the metrics in their order (null where there was nothing to measure), and 8 hexadecimal digits that hang on
 * the first line and on the rest of this one. It shows what was changed since, not what is not true.
 */
export function shardLayout({ shard, places, head }: ShardHead): Layout {
  const first = `${JSON.stringify({ parley: 'study-shard', format: SHARD_FORMAT, shard, places, head })}\n`;
  const study = digestOf(first);
  const row = ({ run, values }: Run) => {
    const cells = [run, ...values];
    return `${JSON.stringify([...cells, digestOf(study + JSON.stringify(cells)).slice(0, 8)])}\n`;
  };
  return {
    head: first,
    first: stretchOf(head, shard).from,
    row,
    read: line => {
      const run = runFrom(line, head.metrics.length);
      return run && row(run) === `${line}\n` ? run : null;
    },
  };
}

/** Of the system's own make: there may be a thousand million lines. */
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What stands in a line, its check not looked at. */
function runFrom(line: string, width: number): Run | null {
  try {
    const cells: unknown = JSON.parse(line);
    if (!Array.isArray(cells) || cells.length !== width + 2) return null;
    const [run, ...values] = cells.slice(0, -1) as unknown[];
    const sound = values.every(value => value === null || Number.isFinite(value));
    return Number.isSafeInteger(run) && sound ? { run: Number(run), values: values as Run['values'] } : null;
  } catch {
    return null;
  }
}
