import { basename, dirname } from 'node:path';
import { headOf, type Run, type StudyHead } from '../../analysis/study/head.ts';
import type { StudyPlan } from '../../analysis/study/plan.ts';
import { type FoundScenario, planStudy } from '../../analysis/study/plan-of.ts';
import { Summariser } from '../../analysis/study/summary.ts';
import type { RowFormat } from '../../report/study/rows.ts';
import { LARGEST_TEXT } from '../../scenario/document.ts';
import { formatProblem } from '../../scenario/problem.ts';
import { readStudy } from '../../scenario/study-file.ts';
import { badInput } from '../failure.ts';
import { draftNear } from '../scripts.ts';
import type { Shell } from '../shell.ts';
import { playRuns } from '../studies/pool.ts';
import { Progress } from '../studies/progress.ts';
import { reportersFrom } from '../studies/reporters.ts';
import { beginResults, beginShard, finish, type Kept } from '../studies/results.ts';
import { type Shard, shardFrom, stretchOf } from '../studies/shard.ts';
import { readText } from '../text-file.ts';

export interface StudyOptions {
  readonly runs?: number;
  readonly workers: number;
  readonly out?: string;
  readonly format: RowFormat;
  readonly shard?: string;
  readonly resume?: true;
  readonly reporter?: readonly string[];
}

/** `parley study`: many campaigns, what they come to, and whether that is what must come out. */
export async function study(shell: Shell, file: string, options: StudyOptions): Promise<void> {
  const reporters = reportersFrom(options.reporter);
  const shard = options.shard === undefined ? null : shardFrom(options.shard);
  checkOptions(options, shard);
  const plan = planFrom(file, options.runs);
  const head = headOf(plan, basename(file));
  const summariser = new Summariser(head);
  const kept = keptOf(head, { shard, options, take: run => summariser.add(run) });
  const stretch = stretchOf(head, shard ?? { part: 1, of: 1 });
  const from = stretch.from + summariser.runs;
  await playAll(shell, plan, { ...options, stretch: { ...stretch, from }, kept, summariser, file });
  if (shard) {
    await kept?.close();
    return shell.print(shardLine(summariser.runs, kept?.path ?? ''));
  }
  await finish(shell, { head, summary: summariser.summary, kept, reporters });
}

function checkOptions({ out, resume }: StudyOptions, shard: Shard | null): void {
  if (shard && out === undefined)
    throw badInput('--shard needs --out: the folder that the part is written to');
  if (resume && out === undefined) throw badInput('--resume needs --out: the folder that was written to');
}

function planFrom(file: string, runs: number | undefined): StudyPlan {
  const text = readText(file, LARGEST_TEXT * 4);
  const read = text.ok ? readStudy({ file, yaml: text.value }) : text;
  const plan = read.ok ? planStudy(read.value, { scenario: finder(dirname(file)), runs }) : read;
  if (plan.ok) return plan.value;
  throw badInput(plan.problems.map(formatProblem).join('\n'));
}

/** Scenarios of the library by their name, others by their path from the study's folder. */
function finder(folder: string): (name: string) => FoundScenario | string {
  return name => {
    const { given, draft } = draftNear(folder, name);
    return typeof draft === 'string' ? draft : { given, draft };
  };
}

interface Keeping {
  readonly shard: Shard | null;
  readonly options: StudyOptions;
  /** Takes in the runs that are there already. */
  readonly take: (run: Run) => void;
}

function keptOf(head: StudyHead, { shard, options, take }: Keeping): Kept | null {
  const { out, format, resume } = options;
  if (out === undefined) return null;
  const how = { out, take, resume: resume === true };
  return shard ? beginShard(head, { ...how, shard }) : beginResults(head, { ...how, format });
}

interface Playing {
  readonly workers: number;
  readonly stretch: { readonly from: number; readonly to: number };
  readonly kept: Kept | null;
  readonly summariser: Summariser;
  readonly out?: string;
  readonly file: string;
}

async function playAll(shell: Shell, plan: StudyPlan, playing: Playing): Promise<void> {
  const { stretch, kept, summariser, workers } = playing;
  if (stretch.from >= stretch.to) return;
  const already = summariser.runs;
  const progress = new Progress(shell, already + stretch.to - stretch.from, already);
  const forget = shell.onInterrupt(() => {
    progress.end();
    shell.note(brokenOff(progress.done, playing));
  });
  try {
    const { points, settled, seeds, metrics } = plan;
    await playRuns({ study: { points, settled, seeds, metrics }, workers, ...stretch }, runs => {
      kept?.write(runs);
      for (const run of runs) summariser.add(run);
      progress.add(runs.length);
      return true;
    });
  } finally {
    forget();
    progress.end();
  }
}

function brokenOff(done: number, { kept }: Playing): string {
  const runs = `stopped after ${done.toLocaleString('en-US')} campaigns`;
  return kept
    ? `${runs}; they are kept in ${kept.path}, and the same command with --resume goes on from there`
    : `${runs}; nothing is kept without --out`;
}

function shardLine(runs: number, path: string): string {
  return `${path}: ${runs.toLocaleString('en-US')} campaigns; \`parley merge\` puts the shards together\n`;
}
