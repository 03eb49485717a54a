import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Run, StudyHead } from '../../analysis/study/head.ts';
import { allMet, type Summary } from '../../analysis/study/summary.ts';
import { formatStudyJson } from '../../report/study/json.ts';
import { ROW_FORMATS, type RowFormat } from '../../report/study/rows.ts';
import { formatStudy } from '../../report/study/text.ts';
import { studyTitle, studyVerdicts } from '../../report/study/verdicts.ts';
import type { Place } from '../../scenario/problem.ts';
import { badInput, EXIT, Failure } from '../failure.ts';
import type { Shell } from '../shell.ts';
import { type Reporter, reportOpen, writeOnce } from './reporters.ts';
import { rowsLayout } from './rows-layout.ts';
import { existsAlready, type Layout, RunsFile, runsIn } from './runs-file.ts';
import { SHARD_END, type Shard, shardLayout, shardName } from './shard.ts';
import { type ScenarioAt, withDecidedDays } from './shrinking.ts';

/*
 * The folder of a study: study.json says what was played, runs.csv (or .ndjson, .parquet) holds a row a run, and
 * summary.txt, summary.json and report.html what they come to, once all are there. A shard is one file that holds its
 * runs and what they are runs of.
 */

export const STUDY_FILE = 'study.json';
export const SUMMARY_TEXT = 'summary.txt';
export const SUMMARY_JSON = 'summary.json';
export const REPORT_HTML = 'report.html';

/** Where the runs go while a study is played. */
export interface Kept {
  readonly path: string;
  readonly folder: string;
  write(runs: readonly Run[]): void;
  close(): Promise<void>;
  /** Takes away what was needed only until all else was written. */
  tidy(): void;
}

interface Where {
  readonly out: string;
  /** Whether the folder may hold runs of the same study, which are then taken in first. */
  readonly resume: boolean;
  readonly take: (run: Run) => void;
}

export function runsName(format: RowFormat): string {
  return `runs.${format}`;
}

/** Parquet can only be written in one go: until all runs are there they are kept here, line by line. */
const UNFINISHED = 'runs.unfinished.ndjson';

/** The checks of the rows so far, until all is written. */
const CHECKS = 'runs.unfinished.check';

function growingName(format: RowFormat): string {
  return format === 'parquet' ? UNFINISHED : runsName(format);
}

/** Every file that a result may have. */
export const RESULT_FILES: readonly string[] = [
  STUDY_FILE,
  UNFINISHED,
  CHECKS,
  ...ROW_FORMATS.map(runsName),
  SUMMARY_TEXT,
  REPORT_HTML,
  SUMMARY_JSON,
];

/** Of a row that was changed in a study that is gone on with. */
const GO_ON =
  'put it back as it was, or cut the file off before that line, and --resume plays what is missing';

export function beginResults(head: StudyHead, where: Where & { readonly format: RowFormat }): Kept {
  const { out, format } = where;
  const [studyFile, path] = [join(out, STUDY_FILE), join(out, growingName(format))];
  const text = headText(head);
  if (where.resume && existsSync(studyFile)) expectSame(studyFile, text);
  else {
    for (const file of [studyFile, path, join(out, runsName(format)), join(out, CHECKS)])
      if (existsSync(file)) throw existsAlready(file);
    writeOnce(studyFile, text);
  }
  expectFormat(out, format);
  const layout = rowsLayout(head, format === 'parquet' ? 'ndjson' : format, GO_ON);
  const at = { path, checks: join(out, CHECKS) };
  const file =
    where.resume && existsSync(path) ? RunsFile.goOn(at, layout, where.take) : RunsFile.begin(at, layout);
  const lines = { ...kept(out, file), tidy: () => rmSync(at.checks, { force: true }) };
  return format === 'parquet' ? keptAsParquet(head, lines, layout) : lines;
}

/** Whether a folder holds this very study, played to its end; a failure where it holds another, or in another format. */
export function isFinished(head: StudyHead, out: string, format: RowFormat | undefined): boolean {
  if (!existsSync(join(out, SUMMARY_JSON)) || !existsSync(join(out, STUDY_FILE))) return false;
  expectSame(join(out, STUDY_FILE), headText(head));
  if (format) expectFormat(out, format);
  return true;
}

function headText(head: StudyHead): string {
  return `${JSON.stringify(head, null, 2)}\n`;
}

/** Half of the runs in one file and half in another would be of use to nobody. */
function expectFormat(out: string, format: RowFormat): void {
  const other = ROW_FORMATS.find(
    candidate =>
      candidate !== format &&
      [growingName(candidate), runsName(candidate)].some(name => existsSync(join(out, name))),
  );
  if (other) throw badInput(`${out} holds runs as ${other}; --format ${other} goes on with them`);
}

function keptAsParquet(head: StudyHead, lines: Kept, layout: Layout): Kept {
  return {
    ...lines,
    async close() {
      await lines.close();
      const { writeParquet } = await import('./parquet-file.ts');
      const path = join(lines.folder, runsName('parquet'));
      // One from an attempt that ended before this one is not whole.
      rmSync(path, { force: true });
      writeParquet(path, head, runsIn(lines.path, layout));
    },
    tidy() {
      lines.tidy();
      rmSync(lines.path, { force: true });
    },
  };
}

export function beginShard(
  head: StudyHead,
  where: Where & { readonly shard: Shard; readonly places: readonly Place[] },
): Kept {
  const { out, shard, places, resume, take } = where;
  const path = join(out, shardName(shard));
  const layout = shardLayout({ head, shard, places });
  return kept(
    out,
    resume && existsSync(path) ? RunsFile.goOn({ path }, layout, take) : RunsFile.begin({ path }, layout),
    SHARD_END,
  );
}

function kept(folder: string, file: RunsFile, last = ''): Kept {
  return {
    path: file.path,
    folder,
    write: runs => file.write(runs),
    close: async () => file.close(last),
    tidy: () => {},
  };
}

/** Runs of another study, or of one that was changed since, are not mixed with these. */
function expectSame(path: string, text: string): void {
  if (readFileSync(path, 'utf8') === text) return;
  throw badInput(
    `${path} is of another study, or the study, its scenarios or parley changed since; give another --out`,
  );
}

export interface Finished {
  readonly head: StudyHead;
  readonly summary: Summary;
  readonly kept: Kept | null;
  readonly reporters: readonly Reporter[];
  /** Where the thresholds stand, in their order. */
  readonly places: readonly Place[];
  /** For playing runs that stand against a threshold again. */
  readonly scenarioAt: ScenarioAt;
}

/** Width of what is written to a file, whatever the terminal. */
const FILE_WIDTH = 100;

/** Writes and tells what the runs come to; fails where a threshold is not met. */
export async function finish(shell: Shell, finished: Finished): Promise<void> {
  const { head, kept, reporters } = finished;
  const summary = await withDecidedDays(head, finished.summary, finished.scenarioAt);
  if (kept) {
    await kept.close();
    // What draws the plots is large, and loaded for nothing else.
    const { formatStudyHtml } = await import('../../report/study/page/page.ts');
    writeOnce(join(kept.folder, SUMMARY_TEXT), formatStudy(head, summary, FILE_WIDTH));
    writeOnce(join(kept.folder, REPORT_HTML), await formatStudyHtml(head, summary));
    writeOnce(join(kept.folder, SUMMARY_JSON), formatStudyJson(head, summary));
    kept.tidy();
  }
  const open = await reportOpen(shell, reporters, {
    title: studyTitle(head),
    suites: studyVerdicts(head, summary, finished.places),
    text: () => formatStudy(head, summary, shell.width),
    json: () => formatStudyJson(head, summary),
  });
  if (!allMet(summary)) {
    const failed = summary.verdicts.filter(({ met }) => !met).length;
    const of = `${summary.verdicts.length} ${summary.verdicts.length === 1 ? 'threshold' : 'thresholds'}`;
    throw new Failure(EXIT.unmet, open ? `${failed} of ${of} not met` : '');
  }
}
