import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import { collect } from './collect.ts';
import type { CompareOptions } from './commands/compare.ts';
import type { MergeOptions } from './commands/merge.ts';
import type { StudyOptions } from './commands/study.ts';
import type { WorkerOptions } from './commands/worker.ts';
import { whole, workers } from './numbers.ts';
import type { Shell } from './shell.ts';

/* The commands for many campaigns at once. */

export function addStudying(program: Command, shell: Shell): void {
  addStudy(program, shell);
  addMerge(program, shell);
  addCompare(program, shell);
  addWorker(program, shell);
}

function addStudy(program: Command, shell: Shell): void {
  program
    .command('study')
    .argument('<file>', 'the study: what is played, varied, measured, and what must come out')
    .summary('play many campaigns and hold them against thresholds')
    .description(
      'Play the campaigns of a study on all cores, and print what they come to, with intervals; exit with 1 ' +
        'where a threshold is not met. The number of workers and of shards changes nothing in what is written.',
    )
    .option('--runs <n>', 'how many seeds, in place of what the study says', runs)
    .addOption(workersOption())
    .option('--out <folder>', 'where to write the runs and what they come to')
    .addOption(formatOption())
    .option('--shard <part/of>', 'play one part of so many; `parley merge` puts them together')
    .option('--resume', 'go on with what --out holds of the same study')
    .option(
      '--until-halfwidth <width>',
      'end when half of the 95 % interval of every rate is at most so wide: 0.01; or of an aggregate: ' +
        'mean(home)=5, home.mean=2%. Looked at after 100 seeds and whenever their number has doubled; may be repeated',
      collect,
    )
    .option(
      '--until-certain',
      'end when it is certain whether the thresholds will all be met. Looked at after every seed, at all its settings',
    )
    .option(
      '--queue [url]',
      'have it played by `parley worker`s, on any machines, through a Redis: redis://... or rediss://...; the URL may stand in PARLEY_QUEUE instead',
    )
    .addOption(patienceOption())
    .addOption(waitOption())
    .addOption(reporterOption())
    .addHelpText('after', () => `\n${fileAndMetrics()}`)
    .action(async (file: string, options: StudyOptions) => {
      const { study } = await import('./commands/study.ts');
      await study(shell, file, options);
    });
}

/** The catalogue stands on the engine, so it is loaded only where this help is asked for, and help cannot wait. */
function fileAndMetrics(): string {
  const file = import.meta.url.endsWith('.ts') ? 'catalogue.ts' : 'catalogue.js';
  const load = createRequire(import.meta.url);
  const { formatStudyHelp } = load(
    `../report/study/${file}`,
  ) as typeof import('../report/study/catalogue.ts');
  return formatStudyHelp();
}

function addMerge(program: Command, shell: Shell): void {
  program
    .command('merge')
    .argument('<shard...>', 'the files that study --shard has written')
    .summary('put the shards of a study together')
    .description(
      'Put the shards of a study together: what is printed and written is, byte for byte, what the study would ' +
        'have given in one piece. A shard is a line that says what study it is of, a line a run: [its number, its ' +
        'metrics in their order, a check], and {"end":true}. One that was changed after it was written is refused.',
    )
    .option('--out <folder>', 'where to write the runs and what they come to')
    .addOption(formatOption())
    .addOption(reporterOption())
    .action(async (shards: string[], options: MergeOptions) => {
      const { merge } = await import('./commands/merge.ts');
      await merge(shell, shards, options);
    });
}

function addCompare(program: Command, shell: Shell): void {
  program
    .command('compare')
    .argument('<before>', 'the folder of a study')
    .argument('<after>', 'the folder of the same study, played again')
    .summary('compare two results of a study, run by run')
    .description(
      'Compare two results of a study, run by run: what differs between the two, and the mean difference of every ' +
        'metric that both have. Both must be of the same scenarios and seeds, and vary and draw the same; seats, ' +
        'figures that are set, files and builds may differ. Exit with 1 where a metric is past its tolerance, which ' +
        'is 0 unless another is given.',
    )
    .option(
      '--tolerance <[metric=]number[%]>',
      'how far a mean may move, in its own unit or in per cent of what it was; may be repeated',
      collect,
    )
    .addOption(reporterOption())
    .action(async (before: string, after: string, options: CompareOptions) => {
      const { compare } = await import('./commands/compare.ts');
      await compare(shell, [before, after], options);
    });
}

function addWorker(program: Command, shell: Shell): void {
  program
    .command('worker')
    .summary('play chunks of the studies that others have put into a queue')
    .description(
      'Play chunks of the studies that `parley study --queue` has put into a queue in Redis, until Ctrl-C. It ' +
        'needs no file of theirs, and the same version of parley. A worker that dies, at whatever moment, loses ' +
        'nothing: what it had in hand is played by another within seconds.',
    )
    .option(
      '--queue [url]',
      'the Redis: redis://[[USER]:PASSWORD@]HOST[:PORT][/NUMBER], rediss:// for TLS; may stand in PARLEY_QUEUE instead',
    )
    .addOption(workersOption())
    .addOption(patienceOption())
    .action(async (options: WorkerOptions) => {
      const { worker } = await import('./commands/worker.ts');
      await worker(shell, options);
    });
}

function workersOption(): Option {
  return new Option('--workers <n>', 'worker threads')
    .argParser(workers)
    .default(availableParallelism(), 'one a core');
}

function patienceOption(): Option {
  return new Option('--patience <seconds>', 'how long a Redis that is lost on the way is tried again')
    .argParser(seconds)
    .default(60);
}

function waitOption(): Option {
  return new Option('--wait <seconds>', 'how long a study with --queue waits while nobody works on it')
    .argParser(seconds)
    .default(600);
}

function formatOption(): Option {
  return new Option('--format <format>', 'how the runs are written (csv)').choices([
    'csv',
    'ndjson',
    'parquet',
  ]);
}

export function reporterOption(): Option {
  return new Option(
    '--reporter <name[=file]>',
    'text, json, junit or github, to standard output or to a file; may be repeated',
  ).argParser(collect);
}

function runs(text: string): number {
  return whole(text, { least: 1, most: 1_000_000_000, what: 'a number of runs' });
}

function seconds(text: string): number {
  return whole(text, { least: 0, most: 86_400, what: 'a number of seconds' });
}
