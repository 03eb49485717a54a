import { lengthOf } from './wrap.ts';

/** Rows of cells as lines: the first column to the left, the others to the right, two spaces between. */
export function columns(rows: readonly (readonly string[])[], indent = 0): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map(row => lengthOf(row[column] ?? ''))),
  );
  return rows.map(row => ' '.repeat(indent) + lineOf(row, widths)).join('\n');
}

function lineOf(row: readonly string[], widths: readonly number[]): string {
  const cells = widths.map((width, column) => {
    const cell = row[column] ?? '';
    const padding = ' '.repeat(width - lengthOf(cell));
    return column === 0 ? cell + padding : padding + cell;
  });
  return cells.join('  ').trimEnd();
}
