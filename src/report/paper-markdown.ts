import type { Block, Paper } from './block.ts';

/** A paper as Markdown. */
export function formatPaperMarkdown({ title, marking, blocks }: Paper): string {
  return [`# ${title}`, `**${marking}**`, ...blocks.map(blockMarkdown)].join('\n\n');
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text}`;
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${item}`).join('\n');
    case 'table':
      return tableMarkdown(block.head, block.rows);
    case 'picture':
      return ['```text', ...block.lines, '```'].join('\n');
  }
}

function tableMarkdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
