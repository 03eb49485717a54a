import { lengthOf, wrap } from './wrap.ts';

/** Rows of cells as lines: the first column to the left, the others to the right, two spaces between. */
export function columns(rows: readonly (readonly string[])[], indent = 0): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map(row => lengthOf(row[column] ?? ''))),
  );
  return rows.map(row => ' '.repeat(indent) + lineOf(row, widths)).join('\n');
}

/** The same; where that would be wider than there is room, the first column stands on lines of its own. */
export function columnsWithin(rows: readonly (readonly string[])[], width: number, indent = 0): string {
  const plain = columns(rows, indent);
  if (fits(plain, width)) return plain;
  const others = columns(
    rows.map(([, ...cells]) => ['', ...cells]),
    indent,
  ).split('\n');
  return rows
    .flatMap(([name = ''], row) => [...nameLines(name, width, indent), others[row] ?? ''])
    .join('\n');
}

/** The same; where even that is too wide, the other columns are set as several tables, one below the other. */
export function columnsFolded(rows: readonly (readonly string[])[], width: number, indent = 0): string {
  const whole = columnsWithin(rows, width, indent);
  const others = Math.max(0, ...rows.map(row => row.length - 1));
  if (others < 2 || fits(whole, width)) return whole;
  const half = 1 + Math.ceil(others / 2);
  const parts = [
    rows.map(row => row.slice(0, half)),
    rows.map(([name = '', ...cells]) => [name, ...cells.slice(half - 1)]),
  ];
  return parts.map(part => columnsFolded(part, width, indent)).join('\n\n');
}

function fits(text: string, width: number): boolean {
  return text.split('\n').every(line => lengthOf(line) <= width);
}

function nameLines(name: string, width: number, indent: number): string[] {
  if (name === '') return [];
  const lines = wrap(name, { width: width - indent, hanging: 2 }).split('\n');
  return lines.map(line => ' '.repeat(indent) + line);
}

function lineOf(row: readonly string[], widths: readonly number[]): string {
  const cells = widths.map((width, column) => {
    const cell = row[column] ?? '';
    const padding = ' '.repeat(width - lengthOf(cell));
    return column === 0 ? cell + padding : padding + cell;
  });
  return cells.join('  ').trimEnd();
}
