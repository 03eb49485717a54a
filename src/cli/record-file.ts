import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { extname } from 'node:path';
import type { Scenario } from '../scenario/scenario.ts';
import type { CampaignRecord, Entry, RecordHeader } from '../table/record.ts';
import { formatRecord, type RecordWriter, recordWriter } from '../table/record-text.ts';
import { codeOf, reasonOf } from './errno.ts';
import { EXIT, Failure } from './failure.ts';

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
    file.#write(lines.header);
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
    const file = new RecordFile(plan, lines, openAgain(plan.path, Buffer.byteLength(whole)));
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
    }
  }

  #write(line: string, atOnce = false): void {
    const bytes = Buffer.from(line);
    try {
      // A full disk may take a part of a line before it refuses the rest.
      for (let written = 0; written < bytes.length; ) {
        written += writeSync(this.#handle, bytes, written);
      }
      if (atOnce || this.#care === 'synced') fsyncSync(this.#handle);
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
    return openSync(path, 'wx', 0o644);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new RecordFault(existsAlready(path));
    throw new RecordFault(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

/** The end of a file that exists, at `length` bytes. */
function openAgain(path: string, length: number): number {
  try {
    const handle = openSync(path, 'a');
    ftruncateSync(handle, length);
    return handle;
  } catch (error) {
    throw new RecordFault(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

export function existsAlready(path: string): string {
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
