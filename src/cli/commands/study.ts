import { basename } from 'node:path';
import { headOf, type Run, type StudyHead } from '../../analysis/study/head.ts';
import type { StudyPlan } from '../../analysis/study/plan.ts';
import { type StopRule, widthsFrom } from '../../analysis/study/stop-rule.ts';
import { Summariser } from '../../analysis/study/summary.ts';
import { counted } from '../../report/people.ts';
import type { RowFormat } from '../../report/study/rows.ts';
import type { Place } from '../../scenario/problem.ts';
import { badInput } from '../failure.ts';
import { addressFrom } from '../queue/address.ts';
import { RedisLink, WaitedTooLong } from '../queue/link.ts';
import type { Shell } from '../shell.ts';
import type { Consume } from '../studies/dispatch.ts';
import { holdIn } from '../studies/hold.ts';
import { playRuns } from '../studies/pool.ts';
import { Progress } from '../studies/progress.ts';
import { takeFinished } from '../studies/read-result.ts';
import { type Reporter, reportersFrom } from '../studies/reporters.ts';
import {
  beginResults,
  beginShard,
  type Finished,
  finish,
  isFinished,
  type Kept,
  STUDY_FILE,
} from '../studies/results.ts';
import { type Shard, shardFrom, shardName, stretchOf } from '../studies/shard.ts';
import { type ReadStudy, readStudyFile } from '../studies/source.ts';
import { withAdvice } from '../studies/unwritten.ts';

export interface StudyOptions {
  readonly runs?: number;
  readonly workers: number;
  readonly out?: string;
  readonly format?: RowFormat;
  readonly shard?: string;
  readonly resume?: true;
  readonly queue?: string | true;
  readonly patience: number;
  readonly wait: number;
  readonly untilHalfwidth?: readonly string[];
  readonly untilCertain?: true;
  readonly reporter?: readonly string[];
}

/** `parley study`: many campaigns, what they come to, and whether that is what must come out. */
export async function study(shell: Shell, file: string, options: StudyOptions): Promise<void> {
  const reporters = reportersFrom(options.reporter);
  const shard = options.shard === undefined ? null : shardFrom(options.shard);
  checkOptions(options, shard);
  const { queue } = options;
  const address = queue === undefined ? null : addressFrom(queue, shell.env);
  const read = readStudyFile(file, options.runs);
  const head = headOf(read.plan, basename(file), stopRuleFrom(options, read.plan));
  const { out } = options;
  if (options.resume && !shard && out !== undefined && isFinished(head, out, options.format))
    return tellAgain(shell, out, { head, read, reporters });
  // Before anything is written.
  const link = address && (await RedisLink.open({ address, patience: options.patience, note: shell.note }));
  try {
    const release = out === undefined ? () => {} : holdIn(out, shard ? shardName(shard) : STUDY_FILE);
    const forget = shell.onInterrupt(release);
    try {
      await played(shell, read, { head, options, shard, link, reporters });
    } finally {
      forget();
      release();
    }
  } catch (error) {
    throw withAdvice(error, 'what was played is kept, and the same command with --resume goes on from there');
  } finally {
    link?.close();
  }
}

interface Known {
  readonly head: StudyHead;
  readonly read: ReadStudy;
  readonly reporters: readonly Reporter[];
}

/** Of a study that was played to its end nothing is left to play or to write: the folder may be read-only. */
async function tellAgain(shell: Shell, out: string, { head, read, reporters }: Known): Promise<void> {
  const summariser = new Summariser(head);
  await takeFinished(out, head, summariser);
  shell.note(`${out} holds this study played to its end: nothing is left to play`);
  await finish(shell, { head, summary: summariser.summary, kept: null, reporters, ...replayable(read) });
}

/** Where the thresholds stand, and the scenarios to play runs of again. */
function replayable({ plan }: ReadStudy): Pick<Finished, 'places' | 'scenarioAt'> {
  return {
    places: plan.thresholds.map(({ place }) => place),
    scenarioAt: point => plan.settled[point] ?? null,
  };
}

interface Asked {
  readonly head: StudyHead;
  readonly options: StudyOptions;
  readonly shard: Shard | null;
  readonly link: RedisLink | null;
  readonly reporters: readonly Reporter[];
}

async function played(
  shell: Shell,
  read: ReadStudy,
  { head, options, shard, link, reporters }: Asked,
): Promise<void> {
  // A part does not know the others: where the whole ends is found out when they are put together.
  const { stop: _, ...endless } = head;
  const summariser = new Summariser(shard ? endless : head);
  const { places, scenarioAt } = replayable(read);
  const kept = keptOf(head, { shard, places, options, take: run => summariser.add(run) });
  const stretch = stretchOf(head, shard ?? { part: 1, of: 1 });
  const from = summariser.stopped ? stretch.to : stretch.from + summariser.runs;
  const { workers, wait } = options;
  const queue = link && { link, wait };
  await playAll(shell, read, { workers, queue, stretch: { ...stretch, from }, kept, summariser });
  if (shard) {
    await kept?.close();
    return shell.print(shardLine(summariser.runs, kept?.path ?? '', head));
  }
  await finish(shell, { head, summary: summariser.summary, kept, reporters, places, scenarioAt });
}

function stopRuleFrom({ untilHalfwidth = [], untilCertain }: StudyOptions, plan: StudyPlan): StopRule | null {
  if (untilCertain && plan.thresholds.length === 0)
    throw badInput('--until-certain: the study has no threshold that could become certain');
  const widths = untilHalfwidth.flatMap(text => {
    const wanted = widthsFrom(text, plan);
    if (typeof wanted === 'string') throw badInput(`--until-halfwidth ${text}: ${wanted}`);
    return wanted;
  });
  return widths.length > 0 || untilCertain ? { widths, certain: untilCertain === true } : null;
}

function checkOptions({ out, resume, format }: StudyOptions, shard: Shard | null): void {
  if (shard && out === undefined)
    throw badInput('--shard needs --out: the folder that the part is written to');
  if (shard && format !== undefined)
    throw badInput(
      `--format ${format} is for whole results: a shard is written as it is read again; give it to \`parley merge\``,
    );
  if (resume && out === undefined) throw badInput('--resume needs --out: the folder that was written to');
}

interface Keeping {
  readonly shard: Shard | null;
  readonly places: readonly Place[];
  readonly options: StudyOptions;
  /** Takes in the runs that are there already. */
  readonly take: (run: Run) => void;
}

function keptOf(head: StudyHead, { shard, places, options, take }: Keeping): Kept | null {
  const { out, format, resume } = options;
  if (out === undefined) return null;
  const how = { out, take, resume: resume === true };
  return shard
    ? beginShard(head, { ...how, shard, places })
    : beginResults(head, { ...how, format: format ?? 'csv' });
}

interface Playing {
  readonly workers: number;
  readonly queue: { readonly link: RedisLink; readonly wait: number } | null;
  readonly stretch: { readonly from: number; readonly to: number };
  readonly kept: Kept | null;
  readonly summariser: Summariser;
}

async function playAll(shell: Shell, read: ReadStudy, playing: Playing): Promise<void> {
  const { stretch, kept, summariser } = playing;
  if (stretch.from >= stretch.to) return;
  const already = summariser.runs;
  const progress = new Progress(shell, already + stretch.to - stretch.from, already);
  let stopped = false;
  const forget = shell.onInterrupt(() => {
    stopped = true;
    progress.end();
    shell.note(brokenOff(progress.done, playing));
  });
  try {
    const consume: Consume = runs => {
      if (stopped) return false;
      const taken = takenBy(summariser, runs);
      kept?.write(taken);
      progress.add(taken.length);
      return summariser.stopped === null;
    };
    await playRunsOf(shell, read, { ...playing, progress }, consume);
  } catch (error) {
    if (!(error instanceof WaitedTooLong)) throw error;
    throw badInput(`${error.message}; ${brokenOff(progress.done, playing)}`);
  } finally {
    forget();
    progress.end();
  }
}

/** Adds runs up to where the study ends. */
function takenBy(summariser: Summariser, runs: readonly Run[]): readonly Run[] {
  for (const [index, run] of runs.entries()) {
    summariser.add(run);
    if (summariser.stopped) return runs.slice(0, index + 1);
  }
  return runs;
}

/** On the cores at hand, or through a queue wherever there is somebody. */
async function playRunsOf(
  shell: Shell,
  { plan, source }: ReadStudy,
  { queue, stretch, workers, progress }: Playing & { readonly progress: Progress },
  consume: Consume,
): Promise<void> {
  const { points, settled, seeds, metrics } = plan;
  if (!queue) return playRuns({ study: { points, settled, seeds, metrics }, workers, ...stretch }, consume);
  const { playThroughQueue } = await import('../queue/coordinator.ts');
  const attended = (somebody: boolean) => progress.attended(somebody);
  await playThroughQueue({ shell, ...queue, plan, source, ...stretch, attended }, consume);
}

function brokenOff(done: number, { kept }: Playing): string {
  if (done === 0)
    return `stopped before a campaign was over${kept ? `; the same command with --resume begins again in ${kept.folder}` : ''}`;
  const runs = `stopped after ${done.toLocaleString('en-US')} ${done === 1 ? 'campaign; it is' : 'campaigns; they are'}`;
  return kept
    ? `${runs} kept in ${kept.path}, and the same command with --resume goes on from there`
    : `${runs} not kept without --out`;
}

/** Of a study that may end early, why all of the part was played. */
function shardLine(runs: number, path: string, { stop }: StudyHead): string {
  const whole = stop
    ? 'puts the shards together and ends the study where it ends in one piece, which no shard can know by itself'
    : 'puts the shards together';
  return `${path}: ${counted(runs, 'campaign')}; \`parley merge\` ${whole}\n`;
}
