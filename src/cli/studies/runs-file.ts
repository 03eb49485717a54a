import { closeSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import type { Run } from '../../analysis/study/head.ts';
import { codeOf, reasonOf } from '../errno.ts';
import { badInput, type Failure } from '../failure.ts';
import { linesOf } from './lines.ts';
import { Confirming, RowChecks } from './row-checks.ts';
import { Unwritten } from './unwritten.ts';

/** How the runs of a file are laid out. */
export interface Layout {
  /** What the file begins with. */
  readonly head: string;
  /** Number of the first run. */
  readonly first: number;
  row(run: Run): string;
  /** Null where a line is none that `row` has written. */
  read(line: string): Run | null;
  /** What to do about a line that is none; left out where the runs end there and the rest is played again. */
  readonly advice?: string;
}

/** Where runs are written, and their checks if they have any beside them. */
export interface RunsAt {
  readonly path: string;
  readonly checks?: string;
}

/**
 * A file of runs, written as they end and in the order of their numbers: whenever it is left, what it
 * holds are the first runs, each whole but perhaps the last, and more can be added.
 */
export class RunsFile {
  readonly path: string;
  readonly #layout: Layout;
  readonly #handle: number;
  readonly #checks: RowChecks | null;

  private constructor(
    path: string,
    layout: Layout,
    { handle, checks }: { readonly handle: number; readonly checks: RowChecks | null },
  ) {
    this.path = path;
    this.#layout = layout;
    this.#handle = handle;
    this.#checks = checks;
  }

  /** A new file; one that exists is never overwritten. */
  static begin({ path, checks }: RunsAt, layout: Layout): RunsFile {
    const handle = opened(path, 'wx');
    try {
      const file = new RunsFile(path, layout, {
        handle,
        checks: checks === undefined ? null : RowChecks.begin(checks),
      });
      file.#write(layout.head);
      return file;
    } catch (error) {
      // A file with nothing in it would only stand in the way of the next attempt.
      closeSync(handle);
      rmSync(path, { force: true });
      throw error;
    }
  }

  /** A file that was left before its end. The runs in it are handed on; a torn last line is cut off. */
  static goOn({ path, checks }: RunsAt, layout: Layout, take: (run: Run) => void): RunsFile {
    const handle = opened(path, 'r+');
    const confirming = checks === undefined ? null : new Confirming(checks);
    let size = Buffer.byteLength(layout.head);
    for (const { run, row, line } of rowsIn(path, layout)) {
      if (confirming?.confirms(row) === false) throw changed(`${path}:${line}`, layout);
      take(run);
      size += Buffer.byteLength(row);
    }
    // Nothing is changed before all of it was looked at.
    const kept = checks === undefined || !confirming ? null : RowChecks.goOn(checks, confirming.compared);
    ftruncateSync(handle, size);
    closeSync(handle);
    return new RunsFile(path, layout, { handle: opened(path, 'a'), checks: kept });
  }

  write(runs: readonly Run[]): void {
    const rows = runs.map(run => this.#layout.row(run));
    this.#checks?.write(rows);
    this.#write(rows.join(''));
  }

  /** A line that closes the file. */
  close(last = ''): void {
    if (last !== '') this.#write(last);
    closeSync(this.#handle);
    this.#checks?.close();
  }

  #write(text: string): void {
    const bytes = Buffer.from(text);
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#handle, bytes, written);
    } catch (error) {
      throw new Unwritten(this.path, error);
    }
  }
}

function opened(path: string, flags: 'wx' | 'r+' | 'a'): number {
  try {
    return openSync(path, flags, 0o644);
  } catch (error) {
    throw codeOf(error) === 'EEXIST'
      ? existsAlready(path)
      : badInput(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

export function existsAlready(path: string): Failure {
  return badInput(
    `${path} exists already and is not overwritten; give another --out, or go on with it by --resume`,
  );
}

/** The runs of a file, from the first; a torn last line is not looked at. */
export function* runsIn(path: string, layout: Omit<Layout, 'row'>): Generator<Run, undefined> {
  for (const { run } of rowsIn(path, layout)) yield run;
}

interface Row {
  readonly run: Run;
  /** As it stands in the file. */
  readonly row: string;
  /** Which line of the file that is, from 1. */
  readonly line: number;
}

function* rowsIn(path: string, layout: Omit<Layout, 'row'>): Generator<Row, undefined> {
  const lines = linesOf(path);
  const above = layout.head.split('\n').slice(0, -1);
  for (const expected of above) {
    const { value } = lines.next();
    if (value !== expected) {
      throw badInput(`${path}: it does not begin as the runs of this study do; give another --out`);
    }
  }
  let [line, next] = [above.length, layout.first];
  for (const text of lines) {
    line++;
    const run = layout.read(text);
    if (run === null && layout.advice === undefined) return;
    if (run === null) throw changed(`${path}:${line}`, layout);
    if (run.run !== next)
      throw badInput(
        `${path}:${line}: expected run ${next}, found run ${run.run}: lines are lost or were moved`,
      );
    next++;
    yield { run, row: `${text}\n`, line };
  }
}

function changed(where: string, { advice }: Pick<Layout, 'advice'>): Failure {
  return badInput(`${where}: this row was changed after it was written; ${advice}`);
}
