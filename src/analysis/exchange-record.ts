import { nearest, type Parsed, type Problem } from '../scenario/problem.ts';
import type { PerParty } from '../scenario/scenario.ts';
import { type Cell, parseCsv } from './csv.ts';

/** An exchange as history recorded it. */
export interface DatedExchange {
  /** ISO date of the hand-over. */
  readonly date: string;
  /** People home to the first and to the second party of the scenario; null where no number was published. */
  readonly home: PerParty<number | null>;
  readonly sources: readonly string[];
  readonly notes: string;
}

/**
 * The columns of a record of exchanges. *first* and *second* are the parties in the order of the
 * scenario file. A number that is left empty was not published; `source_url` holds one or more
 * addresses, parted by spaces or semicolons. Columns may stand in any order; `notes` may be left out.
 */
export const RECORD_COLUMNS = [
  'date',
  'returned_to_first',
  'returned_to_second',
  'source_url',
  'notes',
] as const;
type Column = (typeof RECORD_COLUMNS)[number];

const OPTIONAL: readonly Column[] = ['notes'];

/** The record that a text holds, by date. Every problem is told with its line and column. */
export function parseExchangeRecord(text: string, file: string): Parsed<readonly DatedExchange[]> {
  const csv = parseCsv(text);
  if (!csv.ok) return { ok: false, problems: [{ file, ...csv.fault }] };
  const [header, ...rows] = csv.rows;
  if (!header) {
    const message = `the file is empty; expected the columns ${RECORD_COLUMNS.join(',')}`;
    return { ok: false, problems: [{ file, line: 0, column: 0, message }] };
  }
  const reader = new RecordReader(file, header);
  const exchanges = reader.problems.length > 0 ? [] : rows.map(row => reader.exchange(row));
  reader.checkTwice(rows);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return { ok: true, value: exchanges.sort((a, b) => a.date.localeCompare(b.date, 'en')) };
}

class RecordReader {
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #columns: readonly string[];

  constructor(file: string, header: readonly Cell[]) {
    this.#file = file;
    this.#columns = header.map(cell => cell.text.trim());
    this.#checkHeader(header);
  }

  #checkHeader(header: readonly Cell[]): void {
    for (const [index, cell] of header.entries()) {
      const name = this.#columns[index] ?? '';
      if (!isColumn(name)) this.#report(cell, unknownColumn(name));
      else if (this.#columns.indexOf(name) < index)
        this.#report(cell, `the column ${name} stands here twice`);
    }
    const first = header[0];
    for (const name of RECORD_COLUMNS) {
      if (first && !this.#columns.includes(name) && !OPTIONAL.includes(name)) {
        this.#report(first, `the column ${name} is missing; expected ${RECORD_COLUMNS.join(',')}`);
      }
    }
  }

  exchange(row: readonly Cell[]): DatedExchange {
    const start = row[0] as Cell;
    if (row.length !== this.#columns.length) {
      this.#report(start, `expected ${this.#columns.length} cells, as in the first line, got ${row.length}`);
      return { date: '', home: [null, null], sources: [], notes: '' };
    }
    const cell = (name: Column) => row[this.#columns.indexOf(name)];
    return {
      date: this.#date(cell('date') ?? start),
      home: [
        this.#people(cell('returned_to_first') ?? start),
        this.#people(cell('returned_to_second') ?? start),
      ],
      sources: this.#sources(cell('source_url') ?? start),
      notes: cell('notes')?.text.trim() ?? '',
    };
  }

  /** The same line again is a slip, and would be counted as a second exchange. */
  checkTwice(rows: readonly (readonly Cell[])[]): void {
    const seen = new Map<string, number>();
    for (const row of rows) {
      const [start] = row;
      const text = JSON.stringify(row.map(cell => cell.text.trim()));
      const first = seen.get(text);
      if (!start) continue;
      if (first === undefined) seen.set(text, start.line);
      else
        this.#report(
          start,
          `the same as line ${first}; take it out, or say in \`notes\` what makes it another exchange`,
        );
    }
  }

  #date(cell: Cell): string {
    const date = cell.text.trim();
    if (!isDate(date)) this.#report(cell, `expected a date such as 2024-08-24, got ${shown(date)}`);
    return date;
  }

  #people(cell: Cell): number | null {
    const text = cell.text.trim();
    if (text === '') return null;
    if (!/^\d{1,7}$/.test(text)) {
      this.#report(
        cell,
        `expected a whole number of people, or nothing where none was published, got ${shown(text)}`,
      );
    }
    return Number(text);
  }

  #sources(cell: Cell): string[] {
    const sources = cell.text.split(/[\s;]+/).filter(part => part !== '');
    if (sources.length === 0) this.#report(cell, 'expected where it can be read: an http or https address');
    for (const source of sources) {
      if (!URL.canParse(source) || !/^https?:/.test(source)) {
        this.#report(cell, `expected an http or https address, got ${shown(source)}`);
      }
    }
    return sources;
  }

  #report({ line, column }: Cell, message: string): void {
    this.problems.push({ file: this.#file, line, column, message });
  }
}

function isColumn(name: string): name is Column {
  return (RECORD_COLUMNS as readonly string[]).includes(name);
}

function unknownColumn(name: string): string {
  const meant = nearest(name, RECORD_COLUMNS);
  return `unknown column ${shown(name)}; ${meant ? `did you mean ${meant}?` : `expected ${RECORD_COLUMNS.join(',')}`}`;
}

/** Whether a text is a day of the calendar, written the ISO way. */
function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
}
