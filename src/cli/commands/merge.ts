import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Run, StudyHead } from '../../analysis/study/head.ts';
import { isStudyHead } from '../../analysis/study/kept-head.ts';
import { Summariser } from '../../analysis/study/summary.ts';
import type { RowFormat } from '../../report/study/rows.ts';
import { ENGINE } from '../../table/record.ts';
import { badInput } from '../failure.ts';
import type { Shell } from '../shell.ts';
import { holdIn } from '../studies/hold.ts';
import { linesOf } from '../studies/lines.ts';
import { type Reporter, reportersFrom } from '../studies/reporters.ts';
import { beginResults, finish, type Kept, RESULT_FILES, STUDY_FILE } from '../studies/results.ts';
import { runsIn } from '../studies/runs-file.ts';
import {
  SHARD_END,
  SHARD_FORMAT,
  type Shard,
  type ShardHead,
  shardLayout,
  stretchOf,
} from '../studies/shard.ts';
import { scenariosOf } from '../studies/shrinking.ts';
import { Unwritten, withAdvice } from '../studies/unwritten.ts';

export interface MergeOptions {
  readonly out?: string;
  readonly format?: RowFormat;
  readonly reporter?: readonly string[];
}

interface ShardFile extends ShardHead {
  readonly path: string;
}

/** How many runs are written at once. */
const AT_ONCE = 1000;

/** `parley merge`: the shards of a study as if it had been played in one piece. */
export async function merge(shell: Shell, paths: readonly string[], options: MergeOptions): Promise<void> {
  const reporters = reportersFrom(options.reporter);
  const { head, shards } = togetherFrom(paths);
  // Looked at in full before anything is written.
  for (const shard of shards) checkWhole(shard);
  const { out, format = 'csv' } = options;
  if (out === undefined) return put(shell, shards, { head, kept: null, reporters });
  await wholeOrNothing(shell, out, () => {
    const kept = beginResults(head, { out, format, resume: false, take: () => {} });
    return put(shell, shards, { head, kept, reporters });
  });
}

interface Putting {
  readonly head: StudyHead;
  readonly kept: Kept | null;
  readonly reporters: readonly Reporter[];
}

/** Puts shards together and tells what they come to. */
function put(shell: Shell, shards: readonly ShardFile[], { head, kept, reporters }: Putting): Promise<void> {
  const summariser = new Summariser(head);
  takeIn(shards, { summariser, kept });
  const places = shards[0]?.places ?? [];
  const scenarioAt = scenariosOf(head);
  return finish(shell, { head, summary: summariser.summary, kept, reporters, places, scenarioAt });
}

/** A result that cannot be written to its end is taken away: to put it together again takes little. */
async function wholeOrNothing(shell: Shell, out: string, write: () => Promise<void>): Promise<void> {
  const files = RESULT_FILES.map(name => join(out, name));
  const there = files.find(file => existsSync(file));
  if (there) throw badInput(`${there} exists already and is not overwritten; give another --out`);
  const release = holdIn(out, STUDY_FILE);
  const discard = () => {
    for (const file of files) rmSync(file, { force: true });
  };
  const forget = shell.onInterrupt(() => {
    discard();
    release();
  });
  try {
    await write();
  } catch (error) {
    if (error instanceof Unwritten) discard();
    throw withAdvice(error, 'what was written of the result is taken away again');
  } finally {
    forget();
    release();
  }
}

interface Taking {
  readonly summariser: Summariser;
  readonly kept: Kept | null;
}

/** All runs up to where the study ends, be that before the last. */
function takeIn(shards: readonly ShardFile[], { summariser, kept }: Taking): void {
  let waiting: Run[] = [];
  const write = () => {
    kept?.write(waiting);
    waiting = [];
  };
  for (const shard of shards) {
    if (summariser.stopped) break;
    for (const run of runsIn(shard.path, shardLayout(shard))) {
      summariser.add(run);
      waiting.push(run);
      if (summariser.stopped) break;
      if (waiting.length >= AT_ONCE) write();
    }
  }
  write();
}

/** All shards of one study, in order. */
function togetherFrom(paths: readonly string[]): { head: StudyHead; shards: readonly ShardFile[] } {
  const shards = paths.map(readHead).sort((a, b) => a.shard.part - b.shard.part);
  const [first] = shards;
  if (!first) throw badInput('expected at least one shard');
  const other = shards.find(({ head }) => JSON.stringify(head) !== JSON.stringify(first.head));
  if (other) throw badInput(strange(other, first));
  const { of } = first.shard;
  const stranger = shards.find(({ shard }) => shard.of !== of);
  if (stranger)
    throw badInput(`${stranger.path} is one of ${stranger.shard.of} shards, ${first.path} one of ${of}`);
  for (const [index, { path, shard }] of shards.entries()) {
    if (shards[index + 1]?.shard.part === shard.part)
      throw badInput(`${path}: shard ${shard.part} is given twice`);
  }
  const parts = new Set(shards.map(({ shard }) => shard.part));
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter(part => !parts.has(part));
  if (missing.length > 0) {
    const more = missing.length > 20 ? ` and ${missing.length - 20} more` : '';
    throw badInput(
      `${missing.length} of ${of} shards are missing: ${missing.slice(0, 20).join(', ')}${more}`,
    );
  }
  return { head: first.head, shards };
}

/** Why two shards are not of one study. */
function strange(other: ShardFile, { path, head }: ShardFile): string {
  const sameStudy = JSON.stringify({ ...other.head, fingerprint: head.fingerprint }) === JSON.stringify(head);
  return sameStudy
    ? `${other.path} was played by another build of parley than ${path}, and the two do not play alike; play one of them again with the other's`
    : `${other.path} is of another study than ${path}, or of the same before it was changed`;
}

function readHead(path: string): ShardFile {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory())
    throw badInput(`${path}: a folder; give the shards in it: ${join(path, '*.ndjson')}`);
  if (!there) throw badInput(`${path}: expected a file that exists`);
  if (!there.isFile())
    throw badInput(`${path}: a device or a pipe, and no shard of a study, which is a file`);
  if (there.size === 0) throw badInput(`${path}: empty, and no shard of a study`);
  const { value: line = '' } = linesOf(path).next();
  const found = parsed(line);
  if (found?.parley !== 'study-shard') throw badInput(`${path}: not a shard of a study`);
  const engine: unknown = found.head?.engine;
  if (engine !== ENGINE)
    throw badInput(`${path}: written by version ${engine ?? 'unknown'} of parley; this is ${ENGINE}`);
  if (found.format !== SHARD_FORMAT)
    throw badInput(
      `${path}: a shard of format ${found.format}; this parley reads ${SHARD_FORMAT}: play it again`,
    );
  const { shard, places, head } = found;
  if (isStudyHead(head) && isShard(shard) && Array.isArray(places)) return { path, shard, places, head };
  throw badInput(`${path}: its first line is damaged; the study with --shard writes it again`);
}

/** The first line of a shard, of which nothing has been checked. */
interface ShardLine {
  readonly parley?: unknown;
  readonly format?: unknown;
  readonly shard?: Partial<Shard>;
  readonly places?: unknown;
  readonly head?: Partial<StudyHead>;
}

function isShard(shard: Partial<Shard> | undefined): shard is Shard {
  const { part, of } = shard ?? {};
  return Number.isInteger(part) && Number.isInteger(of) && 1 <= Number(part) && Number(part) <= Number(of);
}

function parsed(line: string): ShardLine | null {
  try {
    return JSON.parse(line) as ShardLine;
  } catch {
    return null;
  }
}

function checkWhole(file: ShardFile): void {
  const { path, shard, head } = file;
  const { from, to } = stretchOf(head, shard);
  let expected = from;
  for (const { run } of runsIn(path, shardLayout(file))) {
    if (run !== expected) throw badInput(`${path}: expected run ${expected}, found run ${run}`);
    expected++;
  }
  const { next, more } = afterRuns(path, expected - from);
  if (expected === to && next === SHARD_END && !more) return;
  const again = `the study with --shard ${shard.part}/${shard.of} and --resume plays`;
  if (next !== '') {
    throw badInput(
      `${path}:${expected - from + 2}: this line, or the first one, was changed after it was written; ${again} it and what follows again`,
    );
  }
  throw badInput(`${path}: holds ${expected - from} of ${to - from} runs; ${again} the rest`);
}

/** The line after so many runs, empty where there is none, and whether anything follows it. */
function afterRuns(path: string, runs: number): { next: string; more: boolean } {
  let [at, next, more] = [0, '', false];
  for (const line of linesOf(path)) {
    if (at === runs + 1) next = `${line}\n`;
    else if (at > runs + 1) more = true;
    at++;
  }
  return { next, more };
}
