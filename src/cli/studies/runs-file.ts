import { closeSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { Run } from '../../analysis/study/head.ts';
import { codeOf, reasonOf } from '../errno.ts';
import { badInput, type Failure } from '../failure.ts';
import { Unwritten } from './unwritten.ts';

/** How the runs of a file are laid out. */
export interface Layout {
  /** What the file begins with. */
  readonly head: string;
  row(run: Run): string;
  read(line: string): Run | null;
}

/**
 * A file of runs, written as they end and in the order of their numbers: whenever it is left, what it
 * holds are the first runs, each whole but perhaps the last, and more can be added.
 */
export class RunsFile {
  readonly path: string;
  readonly #layout: Layout;
  readonly #handle: number;

  private constructor(path: string, layout: Layout, handle: number) {
    this.path = path;
    this.#layout = layout;
    this.#handle = handle;
  }

  /** A new file; one that exists is never overwritten. */
  static begin(path: string, layout: Layout): RunsFile {
    const file = new RunsFile(path, layout, opened(path, 'wx'));
    try {
      file.#write(layout.head);
    } catch (error) {
      // A file with nothing in it would only stand in the way of the next attempt.
      closeSync(file.#handle);
      rmSync(path, { force: true });
      throw error;
    }
    return file;
  }

  /** A file that was left before its end. The runs in it are handed on; a torn last line is cut off. */
  static goOn(path: string, layout: Layout, take: (run: Run) => void): RunsFile {
    const file = new RunsFile(path, layout, opened(path, 'r+'));
    let size = 0;
    for (const run of runsIn(path, layout)) {
      take(run);
      size += Buffer.byteLength(layout.row(run));
    }
    size += Buffer.byteLength(layout.head);
    ftruncateSync(file.#handle, size);
    closeSync(file.#handle);
    return new RunsFile(path, layout, opened(path, 'a'));
  }

  write(runs: readonly Run[]): void {
    this.#write(runs.map(run => this.#layout.row(run)).join(''));
  }

  /** A line that closes the file. */
  close(last = ''): void {
    if (last !== '') this.#write(last);
    closeSync(this.#handle);
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

/** The runs of a file, from the first, as long as lines are whole; what follows them is not looked at. */
export function* runsIn(
  path: string,
  { head, read }: Pick<Layout, 'head' | 'read'>,
): Generator<Run, undefined> {
  const lines = linesOf(path);
  for (const expected of head.split('\n').slice(0, -1)) {
    const { value } = lines.next();
    if (value !== expected) {
      throw badInput(`${path}: it does not begin as the runs of this study do; give another --out`);
    }
  }
  let last: number | null = null;
  for (const line of lines) {
    const run = read(line);
    if (run === null) return;
    if (last !== null && run.run !== last + 1) {
      throw badInput(`${path}: expected run ${last + 1}, found run ${run.run}: lines are lost or were moved`);
    }
    last = run.run;
    yield run;
  }
}

/** The whole lines of a file, a piece of it in memory at a time. */
export function* linesOf(path: string): Generator<string, undefined> {
  const handle = openToRead(path);
  const piece = Buffer.alloc(1 << 16);
  let rest: Buffer = Buffer.alloc(0);
  const read = () => readInto(piece, { path, handle });
  try {
    for (let size = read(); size > 0; size = read()) {
      const text = Buffer.concat([rest, piece.subarray(0, size)]);
      let from = 0;
      for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, from)) {
        yield text.toString('utf8', from, at);
        from = at + 1;
      }
      rest = text.subarray(from);
    }
  } finally {
    closeSync(handle);
  }
  return undefined;
}

function openToRead(path: string): number {
  return readable(path, () => openSync(path, 'r'));
}

/** Also of a folder, which can be opened like a file. */
function readInto(
  piece: Buffer,
  { path, handle }: { readonly path: string; readonly handle: number },
): number {
  return readable(path, () => readSync(handle, piece));
}

function readable(path: string, read: () => number): number {
  try {
    return read();
  } catch (error) {
    throw badInput(`${path}: cannot be read: ${reasonOf(error)}`);
  }
}
