/** How texts are laid out. */
export interface Layout {
  /** Columns of a line. */
  readonly width: number;
  /** Spaces before the first line, and before those that follow. */
  readonly indent?: number;
  readonly hanging?: number;
}

/** A paragraph as lines of at most `width` columns; a longer word has a line to itself. */
export function wrap(text: string, { width, indent = 0, hanging = indent }: Layout): string {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  let empty = true;
  for (const word of text.split(/\s+/).filter(part => part !== '')) {
    if (!empty && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = ' '.repeat(hanging);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

/** Columns that a text takes; our texts hold no wide or combining characters. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/**
 * Markdown as plain text: paragraphs and list items wrapped, headings and blank lines kept.
 * Enough for the briefs of a scenario; code and tables are not expected in them.
 */
export function wrapMarkdown(text: string, width: number): string {
  return splitMarkdown(text)
    .map((block, index, blocks) => separator(blocks[index - 1], block) + wrapBlock(block, width))
    .join('');
}

/** The headings, paragraphs and list items of a Markdown text, each with its mark. */
export function splitMarkdown(text: string): string[] {
  return text.trim().split(/\n{2,}|\n(?=[-*] |\d+\. |#)|(?<=^#+ .*)\n/m);
}

function separator(before: string | undefined, block: string): string {
  if (before === undefined) return '';
  return isItem(before) && isItem(block) ? '\n' : '\n\n';
}

const isItem = (block: string) => /^([-*]|\d+\.) /.test(block);

function wrapBlock(block: string, width: number): string {
  if (/^#+ /.test(block)) return block.replace(/^#+ /, '');
  const marker = /^([-*]|\d+\.) /.exec(block);
  return wrap(block, { width, hanging: marker ? marker[0].length : 0 });
}
