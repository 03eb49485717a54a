import type { Run, StudyHead } from '../../analysis/study/head.ts';
import { runCount } from '../../analysis/study/plan.ts';
import { fieldsOf, type Value } from './fields.ts';

/* The runs of a study as lines: CSV for spreadsheets, NDJSON for programs. Sorted by run. */

export const LINE_FORMATS = ['csv', 'ndjson'] as const;
export type LineFormat = (typeof LINE_FORMATS)[number];

/** All formats there are; Parquet has no lines. */
export const ROW_FORMATS = [...LINE_FORMATS, 'parquet'] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

/** How rows are written, and their values read again. */
export interface Rows {
  /** What stands before the first row. */
  readonly head: string;
  row(run: Run): string;
  /** The run of a line that is, to the byte, what `row` has written of it; null where it is none. */
  read(line: string): Run | null;
}

/** The columns are those of `fieldsOf`. */
export function rowsOf(head: StudyHead, format: LineFormat): Rows {
  const { fields, valuesOf } = fieldsOf(head);
  const columns = fields.map(({ name }) => name);
  const width = head.metrics.length;
  const rows = format === 'csv' ? csvRows(columns, valuesOf, width) : jsonRows(columns, valuesOf, width);
  const runs = runCount(head);
  return {
    ...rows,
    read(line) {
      const run = rows.read(line);
      return run !== null && run.run <= runs && rows.row(run) === `${line}\n` ? run : null;
    },
  };
}

function csvRows(columns: readonly string[], valuesOf: (run: Run) => Value[], width: number): Rows {
  return {
    head: `${columns.join(',')}\n`,
    row: run => `${valuesOf(run).map(csvCell).join(',')}\n`,
    read(line) {
      // What was measured stands last and is never quoted, whatever stands before it.
      const cells = line.split(',');
      const values = cells.slice(-width).map(text => (text === '' ? null : Number(text)));
      return checked({ run: Number(cells[0]), values }, width);
    },
  };
}

function csvCell(cell: Value): string {
  if (cell === null) return '';
  return typeof cell === 'string' && /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell);
}

function jsonRows(columns: readonly string[], valuesOf: (run: Run) => Value[], width: number): Rows {
  return {
    head: '',
    row: run =>
      `${JSON.stringify(Object.fromEntries(valuesOf(run).map((cell, at) => [columns[at], cell])))}\n`,
    read(line) {
      const cells = parsed(line);
      if (cells === null) return null;
      const values = columns.slice(-width).map(column => cells[column] as number | null);
      return checked({ run: Number(cells['run']), values }, width);
    },
  };
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function checked({ run, values }: Run, width: number): Run | null {
  const sound = values.every(value => value === null || Number.isFinite(value));
  return Number.isSafeInteger(run) && run > 0 && values.length === width && sound ? { run, values } : null;
}
