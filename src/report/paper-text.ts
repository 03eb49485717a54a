import type { Block, Paper } from './block.ts';
import { columns } from './columns.ts';
import { lengthOf, wrap } from './wrap.ts';

/** A paper as plain text of a width. */
export function formatPaperText({ title, marking, blocks }: Paper, width = 80): string {
  const head = [title, '='.repeat(Math.min(width, lengthOf(title))), '', wrap(marking, { width })].join('\n');
  return [head, ...blocks.map(block => blockText(block, width))].join('\n\n');
}

function blockText(block: Block, width: number): string {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? plain(block.text).toUpperCase() : plain(block.text);
    case 'paragraph':
      return wrap(plain(block.text), { width });
    case 'list':
      return block.items
        .map((item, index) => itemText(plain(item), block.ordered ? `${index + 1}.` : '-', width))
        .join('\n');
    case 'table':
      return tableText(block, width);
    case 'picture':
      return block.lines.join('\n');
  }
}

/** Without the marks of emphasis, which plain text cannot set. */
function plain(text: string): string {
  return text
    .replace(/\*\*(\S(?:[^*]*\S)?)\*\*/g, '$1')
    .replace(/(?<![\w*])\*(\S(?:[^*]*\S)?)\*(?![\w*])/g, '$1');
}

function itemText(item: string, marker: string, width: number): string {
  return wrap(`${marker} ${item}`, { width, hanging: marker.length + 1 });
}

/** Columns side by side; headings, and names that leave no room for the numbers, go over several lines. */
function tableText({ head, rows }: Extract<Block, { kind: 'table' }>, width: number): string {
  const all = [...headLines(head), ...rows];
  const numbers = columns(all.map(row => ['', ...row.slice(1)]));
  const room = Math.max(LEAST_NAME, width - Math.max(...numbers.split('\n').map(lengthOf)));
  return columns(all.flatMap(row => nameLines(row, room)));
}

/** A row with its whole name, whose last word may say that people are owed; the numbers stand beside its end. */
function nameLines([name = '', ...cells]: readonly string[], room: number): string[][] {
  const lines = wrap(name, { width: room, hanging: 2 }).split('\n');
  return lines.map((line, index) => [
    shortened(line, room),
    ...(index === lines.length - 1 ? cells : cells.map(() => '')),
  ]);
}

/** Columns that the heading of numbers takes. */
const HEADING = 12;

function headLines([first = '', ...others]: readonly string[]): string[][] {
  const cells = [[first], ...others.map(text => wrap(text, { width: HEADING }).split('\n'))];
  const height = Math.max(...cells.map(lines => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells.map(lines => lines[line - height + lines.length] ?? ''),
  );
}

/** Fewest columns in which a name can be told. */
const LEAST_NAME = 16;

/** A word that is longer than the room there is, cut. */
function shortened(line: string, room: number): string {
  return lengthOf(line) > room ? `${line.slice(0, room - 2).trimEnd()}..` : line;
}
