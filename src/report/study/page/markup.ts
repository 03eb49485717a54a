import { escaped } from '../../escaped.ts';
import type { Shown, Table } from './figure.ts';
import { renderPlot } from './render.ts';

/* The pieces of the page as HTML. Every text that comes from outside goes through `escaped`. */

/** Rows that stand open beside a plot; a longer table is there for whoever asks. */
const OPEN_ROWS = 16;

export function table({ head, rows }: Table, name: string): string {
  const headings = head.map(heading).join('');
  const row = ([first = '', ...cells]: readonly string[]) =>
    `<tr><th scope="row">${escaped(first)}</th>${cells.map(cell => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
  return scrolled(
    `<table>\n<thead><tr>${headings}</tr></thead>\n<tbody>\n${rows.map(row).join('\n')}\n</tbody>\n</table>`,
    name,
  );
}

/** A heading that may break after a dot, a dash or an underline: names of metrics are long. */
export function heading(text: string): string {
  return `<th scope="col">${escaped(text).replace(/[._-](?=\w)/g, '$&<wbr>')}</th>`;
}

/** A row of a table of words, as HTML: what it is about, and the cells. */
export interface WordsRow {
  readonly about: string;
  readonly cells: readonly string[];
}

/**
 * A table of words. Where the window is narrow each row stands as a block, every cell under its heading:
 * the roles say what it is to those whom a browser would then no longer tell.
 */
export function wordsTable(head: readonly string[], rows: readonly WordsRow[], name: string): string {
  const headings = head.map(text => heading(text).replace('<th', '<th role="columnheader"'));
  const row = ({ about, cells }: WordsRow) => {
    const labelled = cells.map(
      (cell, index) => `<td role="cell" data-label="${escaped(head[index + 1] ?? '')}">${cell}</td>`,
    );
    return `<tr role="row"><th scope="row" role="rowheader">${about}</th>${labelled.join('')}</tr>`;
  };
  return scrolled(
    [
      '<table class="text" role="table">',
      `<thead role="rowgroup"><tr role="row">${headings.join('')}</tr></thead>`,
      '<tbody role="rowgroup">',
      ...rows.map(row),
      '</tbody>',
      '</table>',
    ].join('\n'),
    name,
  );
}

/** A table that is wider than the window is moved by itself, with the keyboard too. */
export function scrolled(html: string, name: string): string {
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(name)}">\n${html}\n</div>`;
}

/** A plot with its title, what it says, and its numbers beside it. */
export async function figure(shown: Shown, id: string): Promise<string> {
  const { title, says, plot } = shown;
  const numbers = table(shown.table, `${title}: the numbers`);
  const folded =
    shown.table.rows.length > OPEN_ROWS
      ? `<details>\n<summary>The numbers</summary>\n${numbers}\n</details>`
      : numbers;
  return [
    `<figure${plot ? ' class="drawn"' : ''}>`,
    `<figcaption><h3>${escaped(title)}</h3><p>${escaped(says)}</p></figcaption>`,
    ...(plot ? [`<div>${await renderPlot(plot, { title, says, id })}</div>`] : []),
    plot ? folded : numbers,
    '</figure>',
  ].join('\n');
}

export function section(id: string, title: string, parts: readonly string[]): string {
  return [`<section id="${id}">`, `<h2>${escaped(title)}</h2>`, ...parts, '</section>'].join('\n');
}

export function paragraph(text: string, kind = ''): string {
  return `<p${kind === '' ? '' : ` class="${kind}"`}>${escaped(text)}</p>`;
}

export function command(text: string): string {
  return `<code class="command">${escaped(text)}</code>`;
}
