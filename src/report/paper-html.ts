import type { Block, Paper } from './block.ts';
import { escaped } from './escaped.ts';

/**
 * A paper as one HTML file to be read or printed: its style is in it, it loads nothing, and it holds
 * no script. Every text is escaped.
 */
export function formatPaperHtml({ title, marking, blocks }: Paper): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>\n${STYLE}\n${runningHead(marking)}\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escaped(title)}</h1>`,
    `<p class="marking">${escaped(marking)}</p>`,
    ...blocks.map(blockHtml),
    '</main>',
    '</body>',
    '</html>',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}${block.newPage ? ' class="new-page"' : ''}>${inline(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${inline(block.text)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>\n${block.items.map(item => `<li>${inline(item)}</li>`).join('\n')}\n</${tag}>`;
    }
    case 'table':
      return tableHtml(block.head, block.rows);
    case 'picture':
      return `<figure>\n${block.svg.trim()}\n</figure>`;
  }
}

function tableHtml(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = ([name = '', ...cells]: readonly string[]) =>
    `<tr><th scope="row">${inline(name)}</th>${cells.map(cell => `<td>${inline(cell)}</td>`).join('')}</tr>`;
  const headings = head.map(cell => `<th scope="col">${inline(cell)}</th>`).join('');
  return [
    '<table>',
    `<thead><tr>${headings}</tr></thead>`,
    '<tbody>',
    ...rows.map(row),
    '</tbody>',
    '</table>',
  ].join('\n');
}

/** Text with Markdown's emphasis set; it is escaped first, so nothing in it can become a tag. */
function inline(text: string): string {
  return escaped(text)
    .replace(/\*\*(\S(?:[^*]*\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w*])\*(\S(?:[^*]*\S)?)\*(?![\w*])/g, '<em>$1</em>')
    .replace(/(?<!\w)_(\S(?:[^_]*\S)?)_(?!\w)/g, '<em>$1</em>');
}

/** The marking at the top of every printed page. A string of CSS cannot hold quotes, line ends or a tag. */
function runningHead(marking: string): string {
  const text = marking.replace(/["\\\n\r<]/g, ' ');
  return `@page { @top-center { content: "${text}"; font: 9pt Georgia, serif; color: #555; } }`;
}

const STYLE = `
@page { size: A4; margin: 20mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt Georgia, serif; color: #555; } }
body { margin: 0; color: #111; background: #fff; font: 16px/1.5 Georgia, "Times New Roman", serif; }
main { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.2rem 0 .6rem; padding-top: .6rem; border-top: 1px solid #999; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .3rem; }
p, ul, ol { margin: .5rem 0; }
li { margin: .2rem 0; }
.marking { font-variant: small-caps; letter-spacing: .03em; color: #555; }
table { width: 100%; border-collapse: collapse; margin: .8rem 0; font-size: .92rem; }
th, td { padding: .25rem .4rem; border-bottom: 1px solid #ccc; text-align: right; vertical-align: top; font-weight: normal; }
thead th { border-bottom: 2px solid #555; font-weight: bold; vertical-align: bottom; }
th:first-child { text-align: left; }
figure { margin: .8rem 0; }
figure svg { max-width: 100%; height: auto; }
@media print {
  body { font-size: 10.5pt; }
  main { max-width: none; margin: 0; padding: 0; }
  .new-page { break-before: page; border-top: 0; padding-top: 0; margin-top: 0; }
  h2, h3, thead { break-after: avoid; }
  tr, li, figure { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
}
`.trim();
