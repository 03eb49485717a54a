import { createHash } from 'node:crypto';
import { closeSync, existsSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { linesOf } from './lines.ts';
import { Unwritten } from './unwritten.ts';

/*
 * Beside the rows of a study that is not finished, a line a row: 8 hexadecimal digits that hang on it. They
 * show what was changed in a row since, also where the row is still one that could well have come about. Rows
 * that have none, as where the file was taken away, are taken as they are.
 */

/** Written before the rows: there may be more checks than rows, and after a crash no row without one. */
export class RowChecks {
  readonly #path: string;
  readonly #handle: number;

  private constructor(path: string, handle: number) {
    this.#path = path;
    this.#handle = handle;
  }

  /** Of rows of which none is written yet. */
  static begin(path: string): RowChecks {
    return new RowChecks(path, opened(path, 'w'));
  }

  /** Goes on behind those that were compared, and adds the ones that were missing. */
  static goOn(path: string, { confirmed, missing }: Compared): RowChecks {
    if (existsSync(path)) {
      const handle = opened(path, 'r+');
      ftruncateSync(handle, confirmed * LINE);
      closeSync(handle);
    }
    const checks = new RowChecks(path, opened(path, 'a'));
    checks.#write(missing.join(''));
    return checks;
  }

  write(rows: readonly string[]): void {
    this.#write(rows.map(lineOf).join(''));
  }

  close(): void {
    closeSync(this.#handle);
  }

  #write(text: string): void {
    const bytes = Buffer.from(text);
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#handle, bytes, written);
    } catch (error) {
      throw new Unwritten(this.#path, error);
    }
  }
}

/** What rows came to that were held against their checks. */
export interface Compared {
  /** Rows with the check that they should have. */
  readonly confirmed: number;
  /** The checks of those behind them, that have none. */
  readonly missing: readonly string[];
}

/** Holds rows, in their order, against the checks in a file. */
export class Confirming {
  readonly #kept: Iterator<string, undefined>;
  #confirmed = 0;
  readonly #missing: string[] = [];

  constructor(path: string) {
    this.#kept = existsSync(path) ? linesOf(path) : [].values();
  }

  /** False where a row is another than the one that was written. */
  confirms(row: string): boolean {
    const kept = this.#missing.length > 0 ? undefined : this.#kept.next().value;
    if (kept === undefined) this.#missing.push(lineOf(row));
    else if (`${kept}\n` === lineOf(row)) this.#confirmed++;
    else return false;
    return true;
  }

  get compared(): Compared {
    // Closes the file.
    this.#kept.return?.();
    return { confirmed: this.#confirmed, missing: this.#missing };
  }
}

const DIGITS = 8;
/** Bytes of a check. */
const LINE = DIGITS + 1;

/** Of the system's own make: there may be a thousand million rows. */
function lineOf(row: string): string {
  return `${createHash('sha256').update(row).digest('hex').slice(0, DIGITS)}\n`;
}

function opened(path: string, flags: 'w' | 'r+' | 'a'): number {
  try {
    return openSync(path, flags, 0o644);
  } catch (error) {
    throw new Unwritten(path, error);
  }
}
