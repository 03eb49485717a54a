import { type Run, type StudyHead, settingOf } from '../../analysis/study/head.ts';

/* The runs of a study as rows: CSV for spreadsheets, NDJSON for programs. Sorted by run. */

export const ROW_FORMATS = ['csv', 'ndjson'] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

/** How rows are written, and their values read again. */
export interface Rows {
  /** What stands before the first row. */
  readonly head: string;
  row(run: Run): string;
  /** A row that `row` has written; null where it is none. */
  read(line: string): Run | null;
}

type Cell = string | number | null;

/** The columns: the run, its seed, what is varied and drawn, what was measured. */
export function rowsOf(head: StudyHead, format: RowFormat): Rows {
  const several = head.scenarios.length > 1;
  const settings = head.varied.map(({ path }) => path);
  const columns = [
    'run',
    ...(several ? ['scenario'] : []),
    'seed',
    ...settings,
    ...(head.drawn.length > 0 ? ['draw', ...head.drawn] : []),
    ...head.metrics,
  ];
  const cellsOf = ({ run, values }: Run): Cell[] => {
    const { seed, point } = settingOf(head, run);
    const at = head.points[point];
    return [
      run,
      ...(several ? [head.scenarios[at?.scenario ?? 0]?.id ?? ''] : []),
      seed,
      ...settings.map(path => at?.settings[path] ?? null),
      ...(head.drawn.length > 0
        ? [at?.draw ?? null, ...head.drawn.map(path => at?.drawn[path] ?? null)]
        : []),
      ...values,
    ];
  };
  const width = head.metrics.length;
  return format === 'csv' ? csvRows(columns, cellsOf, width) : jsonRows(columns, cellsOf, width);
}

function csvRows(columns: readonly string[], cellsOf: (run: Run) => Cell[], width: number): Rows {
  return {
    head: `${columns.join(',')}\n`,
    row: run => `${cellsOf(run).map(csvCell).join(',')}\n`,
    read(line) {
      // What was measured stands last and is never quoted, whatever stands before it.
      const cells = line.split(',');
      const values = cells.slice(-width).map(text => (text === '' ? null : Number(text)));
      return checked({ run: Number(cells[0]), values }, width);
    },
  };
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'string' && /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell);
}

function jsonRows(columns: readonly string[], cellsOf: (run: Run) => Cell[], width: number): Rows {
  return {
    head: '',
    row: run =>
      `${JSON.stringify(Object.fromEntries(cellsOf(run).map((cell, at) => [columns[at], cell])))}\n`,
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
