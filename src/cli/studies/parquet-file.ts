import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { type BasicType, ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import type { Run, StudyHead } from '../../analysis/study/head.ts';
import { runCount } from '../../analysis/study/plan.ts';
import { type Field, type FieldType, fieldsOf, type Value } from '../../report/study/fields.ts';
import { codeOf, reasonOf } from '../errno.ts';
import { badInput } from '../failure.ts';
import { Unwritten } from './unwritten.ts';

/* The runs of a study as Apache Parquet: columns with types, compressed, as programs for statistics read it. */

/** Rows of a group: what is in memory at once, when it is written and when it is read. */
const GROUP = 10_000;

const TYPES: Readonly<Record<FieldType, BasicType>> = {
  text: 'STRING',
  small: 'INT32',
  whole: 'INT64',
  number: 'DOUBLE',
};

/**
 * Writes all runs of a study in the order in which they come. The same runs give the same bytes. A file
 * that could not be written to its end is taken away again.
 */
export function writeParquet(path: string, head: StudyHead, runs: Iterable<Run>): void {
  const { fields, valuesOf } = fieldsOf(head);
  const writer = new FileWriter(path);
  try {
    parquetWriteRows({
      writer,
      rows: rowsOf(runs, fields, valuesOf),
      columns: fields.map(({ name, type, optional }) => ({ name, type: TYPES[type], nullable: optional })),
      rowGroupSize: GROUP,
      createdBy: `parley version ${head.engine}`,
      kvMetadata: [{ key: 'parley.study', value: JSON.stringify(aboutStudy(head)) }],
    });
    writer.close();
  } catch (error) {
    writer.close();
    rmSync(path, { force: true });
    if (codeOf(error) === '') throw error;
    throw new Unwritten(path, error);
  }
}

function aboutStudy({ title, engine, scenarios, seeds }: StudyHead) {
  return { title, engine, scenarios: scenarios.map(({ id, digest }) => ({ id, digest })), seeds };
}

function* rowsOf(
  runs: Iterable<Run>,
  fields: readonly Field[],
  valuesOf: (run: Run) => Value[],
): Generator<Record<string, unknown>> {
  for (const run of runs) {
    const values = valuesOf(run);
    yield Object.fromEntries(
      fields.map(({ name, type }, index) => [name, asStored(values[index] ?? null, type)]),
    );
  }
}

function asStored(value: Value, type: FieldType): string | number | bigint | null {
  if (value === null) return null;
  if (type === 'text') return String(value);
  return type === 'whole' ? BigInt(value) : value;
}

/** Bytes of a file that is new, written whenever a group of rows is whole. */
class FileWriter extends ByteWriter {
  readonly #handle: number;
  #open = true;

  constructor(path: string) {
    super();
    this.#handle = openSync(path, 'wx', 0o644);
  }

  flush(): void {
    const bytes = this.getBytes();
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#handle, bytes, written);
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }

  close(): void {
    if (this.#open) closeSync(this.#handle);
    this.#open = false;
  }
}

/**
 * The runs of a file that `writeParquet` has written, a group of rows in memory at a time. A row has to hold
 * what the study says of its run; the advice is for where it does not.
 */
export async function* runsInParquet(
  path: string,
  head: StudyHead,
  advice: string,
): AsyncGenerator<Run, undefined> {
  const { file, metadata } = await opened(path);
  const rows = Number(metadata.num_rows);
  const { fields, valuesOf } = fieldsOf(head);
  const runs = runCount(head);
  for (let rowStart = 0; rowStart < rows; rowStart += GROUP) {
    const read = await parquetReadObjects({
      file,
      metadata,
      columns: fields.map(({ name }) => name),
      rowStart,
      rowEnd: Math.min(rows, rowStart + GROUP),
    });
    for (const [index, row] of read.entries()) {
      const value = (name: string) => (row[name] == null ? null : Number(row[name]));
      const run = { run: rowStart + index + 1, values: head.metrics.map(value) };
      const values = run.run > runs ? [] : valuesOf(run);
      const same = fields.every(
        ({ name, type }, at) => (row[name] ?? null) === asStored(values[at] ?? null, type),
      );
      if (!same) throw badInput(`${path}: row ${run.run} was changed after it was written; ${advice}`);
      yield run;
    }
  }
  return undefined;
}

async function opened(path: string) {
  try {
    const file = await asyncBufferFromFile(path);
    return { file, metadata: await parquetMetadataAsync(file) };
  } catch (error) {
    const reason = codeOf(error) === '' ? 'it is not whole, or no Parquet' : reasonOf(error);
    throw badInput(`${path}: cannot be read: ${reason}`);
  }
}
