import { describe, expect, test } from 'vitest';
import { blocksOf, type Paper, paragraph, table } from '../../src/report/block.ts';
import { formatPaperHtml } from '../../src/report/paper-html.ts';
import { formatPaperMarkdown } from '../../src/report/paper-markdown.ts';
import { formatPaperText } from '../../src/report/paper-text.ts';
import { lengthOf } from '../../src/report/wrap.ts';

const MARKDOWN = `# Brief

One paragraph
over two lines, with **weight** and *care*.

## Wants
- first,
  which goes on
- second

1. one
2. two
`;

const paper: Paper = { title: 'A paper', marking: 'For nobody else', blocks: blocksOf(MARKDOWN) };

describe('Markdown as blocks', () => {
  test('headings, paragraphs, and lists whose items may go on', () => {
    expect(blocksOf(MARKDOWN)).toEqual([
      { kind: 'heading', level: 2, text: 'Brief' },
      { kind: 'paragraph', text: 'One paragraph over two lines, with **weight** and *care*.' },
      { kind: 'heading', level: 3, text: 'Wants' },
      { kind: 'list', ordered: false, items: ['first, which goes on', 'second'] },
      { kind: 'list', ordered: true, items: ['one', 'two'] },
    ]);
  });
});

describe('a paper', () => {
  test('as text', () => {
    expect(formatPaperText(paper, 40)).toBe(
      [
        'A paper\n=======\n\nFor nobody else',
        'BRIEF',
        'One paragraph over two lines, with\nweight and care.',
        'Wants',
        '- first, which goes on\n- second',
        '1. one\n2. two',
      ].join('\n\n'),
    );
  });

  test('as Markdown', () => {
    expect(formatPaperMarkdown(paper)).toBe(
      [
        '# A paper\n\n**For nobody else**',
        '## Brief',
        'One paragraph over two lines, with **weight** and *care*.',
        '### Wants',
        '- first, which goes on\n- second',
        '1. one\n2. two',
      ].join('\n\n'),
    );
  });

  test('as HTML', () => {
    const html = formatPaperHtml(paper);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain('<h2>Brief</h2>');
    expect(html).toContain(
      '<p>One paragraph over two lines, with <strong>weight</strong> and <em>care</em>.</p>',
    );
    expect(html).toContain('<ul>\n<li>first, which goes on</li>\n<li>second</li>\n</ul>');
    expect(html).toContain('<ol>\n<li>one</li>\n<li>two</li>\n</ol>');
    expect(html).toContain('@media print');
  });

  test('a table keeps to the width, its headings over several lines and its names cut', () => {
    const blocks = [
      table(
        ['Group', 'one of them home'],
        [
          ['a'.repeat(60), '1.20'],
          ['short', '12.00'],
        ],
      ),
    ];
    const text = formatPaperText({ ...paper, blocks }, 50);
    expect(text.split('\n').filter(line => lengthOf(line) > 50)).toEqual([]);
    expect(text).toMatch(/ one of them\nGroup +home\na+/);
    expect(text).toMatch(/aa\.\. +1\.20\nshort +12\.00/);
    expect(formatPaperMarkdown({ ...paper, blocks })).toContain(
      '| Group | one of them home |\n| --- | ---: |',
    );
  });
});

describe('whatever stands in a scenario', () => {
  const nasty = '<script>alert(1)</script> & "quotes" \' **<b>** | a';

  test('cannot become a tag, a script or a style', () => {
    const html = formatPaperHtml({
      title: nasty,
      marking: `"; } body { display: none } </style>${nasty}`,
      blocks: [...blocksOf(`# ${nasty}\n\n${nasty}\n\n- ${nasty}`), table([nasty, nasty], [[nasty, nasty]])],
    });
    const tags = [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name]) => name?.toLowerCase());
    const ours = 'html head meta title style body main h1 h2 p ul li table thead tbody tr th td strong'.split(
      ' ',
    );
    expect(tags.filter(tag => !ours.includes(tag ?? ''))).toEqual([]);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    // The string of the running head is closed by us alone.
    const running = /content: "([^\n]*)"; font/.exec(html.split('@top-center')[1] ?? '')?.[1];
    expect(running).not.toMatch(/["\\<]/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot; &#39;');
  });

  test('loads nothing from elsewhere', () => {
    const html = formatPaperHtml({
      ...paper,
      blocks: [paragraph('![x](https://example.org/x.png) [y](javascript:1)')],
    });
    expect(html).not.toMatch(/\b(src|href|url\(|@import)/);
  });

  test('cannot break the columns of a table in Markdown', () => {
    const line = formatPaperMarkdown({ ...paper, blocks: [table(['A', 'B'], [['a | b', 'c']])] })
      .split('\n')
      .at(-1);
    expect(line).toBe('| a \\| b | c |');
  });
});
