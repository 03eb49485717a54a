/*
 * Comma-separated values after RFC 4180: cells may be quoted, a quote inside is doubled, lines end in
 * LF or CRLF. Every cell keeps its place, so that whoever reads it can say what is wrong where.
 */

export interface Cell {
  readonly text: string;
  /** 1-based, as an editor counts. */
  readonly line: number;
  readonly column: number;
}

/** Where a text stops being comma-separated values. */
export interface CsvFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type Csv =
  | { readonly ok: true; readonly rows: readonly (readonly Cell[])[] }
  | { readonly ok: false; readonly fault: CsvFault };

/** A cell, quoted or plain, and what ends it. */
const CELL = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n)/y;

/** The rows of a text, blank lines left out. */
export function parseCsv(text: string): Csv {
  const whole = `${text.replace(/^\uFEFF/, '')}\n`;
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let place = { line: 1, column: 1 };
  for (let at = 0; at < whole.length; at = CELL.lastIndex) {
    CELL.lastIndex = at;
    const match = CELL.exec(whole);
    if (!match) return { ok: false, fault: { ...place, message: faultOf(whole.slice(at)) } };
    const [all, quoted, plain = '', end] = match;
    row.push({ text: quoted?.replaceAll('""', '"') ?? plain, ...place });
    place = after(place, all);
    if (end === ',') continue;
    if (row.some(cell => cell.text !== '') || row.length > 1) rows.push(row);
    row = [];
  }
  return { ok: true, rows };
}

function after({ line, column }: { line: number; column: number }, passed: string) {
  const lines = passed.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  return lines.length === 1
    ? { line, column: column + last }
    : { line: line + lines.length - 1, column: last + 1 };
}

function faultOf(rest: string): string {
  if (!rest.startsWith('"'))
    return 'a quote inside a cell; put the whole cell in quotes, with "" for each in it';
  return /^"[^"]*(?:""[^"]*)*"/.test(rest)
    ? 'expected a comma or the end of the line after the closing quote'
    : 'a quote that is never closed';
}
