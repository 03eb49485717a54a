import { splitMarkdown } from './wrap.ts';

/*
 * A paper as blocks, to be set as plain text, as Markdown or as HTML. Texts may hold Markdown's
 * emphasis (*so*, **so**), as the briefs of a scenario do.
 */

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 2 | 3;
      readonly text: string;
      /** Whether it begins a page of its own in print. */
      readonly newPage?: boolean;
    }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      /** The first column holds names, the others numbers. */
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'picture';
      /** As it stands in a page: it is not escaped any more. */
      readonly svg: string;
      /** The same drawn with characters, where there are no pictures. */
      readonly lines: readonly string[];
    };

/** A paper that can be handed out. */
export interface Paper {
  readonly title: string;
  /** Whom it is for, at the head of the paper and of each printed page. */
  readonly marking: string;
  readonly blocks: readonly Block[];
}

export const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
export const newPage = (text: string): Block => ({ kind: 'heading', level: 2, text, newPage: true });
export const subheading = (text: string): Block => ({ kind: 'heading', level: 3, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const list = (items: readonly string[]): Block => ({ kind: 'list', ordered: false, items });
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  head,
  rows,
});

/**
 * The blocks of a Markdown text as briefs are written: headings, paragraphs and lists. Its first-level
 * headings become sections, since the paper has a title of its own.
 */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const text of splitMarkdown(markdown)) {
    const block = blockOf(text);
    const last = blocks.at(-1);
    if (block.kind === 'list' && last?.kind === 'list' && last.ordered === block.ordered) {
      blocks[blocks.length - 1] = { ...last, items: [...last.items, ...block.items] };
    } else blocks.push(block);
  }
  return blocks;
}

function blockOf(text: string): Block {
  const line = text.replace(/\s+/g, ' ').trim();
  const [, marks, heading] = /^(#+) (.*)$/.exec(line) ?? [];
  if (marks && heading) return { kind: 'heading', level: marks.length === 1 ? 2 : 3, text: heading };
  const [, marker, item] = /^([-*]|\d+\.) (.*)$/.exec(line) ?? [];
  return marker && item ? { kind: 'list', ordered: /\d/.test(marker), items: [item] } : paragraph(line);
}
