import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { extname } from 'node:path';
import type { Scenario } from '../scenario/scenario.ts';
import type { CampaignRecord, Entry, RecordHeader } from '../table/record.ts';
import { formatRecord, type RecordWriter, recordWriter } from '../table/record-text.ts';
import { codeOf, reasonOf } from './errno.ts';
import { EXIT, Failure } from './failure.ts';
import { lock, unlock } from './record-lock.ts';

/** When lines go to disk: at once, so that a crash loses nothing, or when the system sees fit. */
export type Care = 'synced' | 'buffered';

/** What a record file is opened for. */
export interface RecordPlan {
  readonly path: string;
  readonly scenario: Scenario;
  readonly header: RecordHeader;
  readonly care: Care;
}

/** A file operation on a record that failed. */
export class RecordFault extends Failure {
  constructor(message: string) {
    super(EXIT.badInput, message);
  }
}

/**
 * A record on disk, written line by line as play goes. What exists is never overwritten. Every
 * method throws a `RecordFault` where the system refuses.
 */
export class RecordFile {
  readonly path: string;
  readonly #care: Care;
  readonly #lines: RecordWriter;
  readonly #handle: number;
  /** Last day of which everything is written; -1 before the first. */
  #day = -1;
  /** Bytes that are in the file as far as we wrote it. */
  #size = 0;
  #open = true;

  private constructor(plan: RecordPlan, lines: RecordWriter, handle: number) {
    this.path = plan.path;
    this.#care = plan.care;
    this.#lines = lines;
    this.#handle = handle;
  }

  /** Makes a new file with the header in it. */
  static begin(plan: RecordPlan): RecordFile {
    const lines = recordWriter(plan.scenario, plan.header);
    const file = new RecordFile(plan, lines, openNew(plan.path));
    try {
      file.#write(lines.header);
    } catch (error) {
      // A file with nothing in it would only stand in the way of the next attempt.
      file.close();
      rmSync(plan.path, { force: true });
      throw error;
    }
    return file;
  }

  /** Goes on with a record that was read before: what is torn off at its end is cut away. */
  static goOn(plan: RecordPlan, record: CampaignRecord, text: string): RecordFile {
    const whole = formatRecord(plan.scenario, record);
    if (!text.startsWith(whole)) {
      throw new RecordFault(
        `${plan.path} is not laid out as this version writes records, so nothing is added to it`,
      );
    }
    const lines = recordWriter(plan.scenario, plan.header);
    for (const entry of record.entries) lines.entry(entry);
    const size = Buffer.byteLength(whole);
    const file = new RecordFile(plan, lines, openAgain(plan.path, size, Buffer.byteLength(text)));
    file.#size = size;
    file.#day = record.entries.at(-1)?.day ?? -1;
    return file;
  }

  write(entry: Entry): void {
    // What somebody brought by hand cannot be played again from the seed.
    this.#write(this.#lines.entry(entry), entry.byHand);
    this.#day = entry.day;
  }

  end(): void {
    this.#write(this.#lines.end());
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    try {
      if (this.#care === 'buffered') fsyncSync(this.#handle);
    } catch (error) {
      throw this.#fault(error);
    } finally {
      closeSync(this.#handle);
      unlock(this.path);
    }
  }

  /** Throws where the file, which may be closed by now, is not there any more or was changed. */
  expectWhole(): void {
    if (this.#open) this.#expectOurs();
    else if (!existsSync(this.path)) throw new RecordFault(`${this.path} was removed after it was written`);
  }

  #write(line: string, atOnce = false): void {
    const bytes = Buffer.from(line);
    this.#expectOurs();
    try {
      // A full disk may take a part of a line before it refuses the rest.
      for (let written = 0; written < bytes.length; ) {
        const more = writeSync(this.#handle, bytes, written);
        written += more;
        this.#size += more;
      }
      if (atOnce || this.#care === 'synced') fsyncSync(this.#handle);
    } catch (error) {
      throw this.#fault(error);
    }
  }

  /** A file that was removed, or that somebody else wrote to, is no record of this game any more. */
  #expectOurs(): void {
    const { nlink, size, isFile } = this.#stat();
    if (!isFile) return;
    if (nlink === 0) throw new RecordFault(`${this.path} was removed while it was written`);
    if (size !== this.#size)
      throw new RecordFault(`${this.path} was changed by another program; nothing more is added`);
  }

  #stat(): { nlink: number; size: number; isFile: boolean } {
    try {
      const stat = fstatSync(this.#handle);
      return { nlink: stat.nlink, size: stat.size, isFile: stat.isFile() };
    } catch (error) {
      throw this.#fault(error);
    }
  }

  #fault(error: unknown): RecordFault {
    const kept =
      this.#day < 0 ? 'nothing of the campaign is in it' : `the record breaks off on day ${this.#day}`;
    return new RecordFault(`cannot write ${this.path}: ${reasonOf(error)}; ${kept}`);
  }
}

function openNew(path: string): number {
  try {
    const handle = openSync(path, 'wx', 0o644);
    try {
      takeLock(path, handle);
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    }
    return handle;
  } catch (error) {
    if (error instanceof RecordFault) throw error;
    if (codeOf(error) === 'EEXIST') throw new RecordFault(existsAlready(path));
    throw new RecordFault(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

/** The end of a file that exists and had `read` bytes when it was read; cut to `length`. */
function openAgain(path: string, length: number, read: number): number {
  try {
    const handle = openSync(path, 'r+');
    takeLock(path, handle);
    if (fstatSync(handle).size !== read) {
      closeSync(handle);
      unlock(path);
      throw new RecordFault(`${path} was changed while it was read; try again`);
    }
    closeSync(handle);
    const end = openSync(path, 'a');
    ftruncateSync(end, length);
    return end;
  } catch (error) {
    if (error instanceof RecordFault) throw error;
    throw new RecordFault(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

function takeLock(path: string, handle: number): void {
  let writer: number | null;
  try {
    writer = lock(path);
  } catch (error) {
    closeSync(handle);
    throw error;
  }
  if (writer === null) return;
  closeSync(handle);
  throw new RecordFault(`${path} is being played elsewhere (process ${writer}); leave it there first`);
}

export function existsAlready(path: string): string {
  if (!lstatSync(path).isFile()) return `${path} is not a file; give the name of a new one`;
  return `${path} exists already and is not overwritten; give another name, such as ${freeName(path)}`;
}

/** The path itself if it is free, or the first of `name-2.jsonl`, `name-3.jsonl`, ... that is. */
export function freeName(path: string): string {
  if (!existsSync(path)) return path;
  const extension = extname(path);
  const stem = extension === '' ? path : path.slice(0, -extension.length);
  for (let number = 2; ; number++) {
    const candidate = `${stem}-${number}${extension}`;
    if (!existsSync(candidate)) return candidate;
  }
}
