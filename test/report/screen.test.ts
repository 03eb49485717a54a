import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAsciicast } from '../../src/report/asciicast.ts';
import { formatScreenSvg } from '../../src/report/screen-svg.ts';
import type { Piece, TextScreen } from '../../src/report/text-screen.ts';

const GROUND = { text: '#eeeeee', background: '#111111' };
const piece = (text: string, look: Piece['look'] = {}): Piece => ({ text, cells: text.length, look });
const screen = (...rows: Piece[][]): TextScreen => ({ columns: 12, rows });

const ESCAPE = String.fromCharCode(27);
const ROW = new RegExp(`${ESCAPE}\\[(\\d+);1H${ESCAPE}\\[2K((?:(?!${ESCAPE}\\[\\d+;1H).)*)`, 'g');
const CODE = new RegExp(`${ESCAPE}\\[[?\\d;]*[a-zA-Z]`, 'g');

/** What a terminal shows after an asciicast's bytes; as much of one as they need. */
function shownBy(cast: string): string[] {
  const rows: string[] = [];
  for (const line of cast.trimEnd().split('\n').slice(1)) {
    const [, , bytes] = JSON.parse(line) as [number, string, string];
    for (const [, row, text] of bytes.matchAll(ROW)) rows[Number(row) - 1] = (text ?? '').replace(CODE, '');
  }
  return rows;
}

test('a picture has every text at its cells, escaped, and loads nothing', () => {
  const svg = formatScreenSvg(
    screen(
      [piece('a & <b>'), piece('own', { colour: '#0060a0', bold: true })],
      [piece('on', { inverse: true })],
    ),
    GROUND,
    'A "screen"',
  );
  expect(svg).toContain('<title>A &quot;screen&quot;</title>');
  expect(svg).toContain(
    'x="12" y="26" textLength="63" lengthAdjust="spacingAndGlyphs">a &amp; &lt;b&gt;</text>',
  );
  expect(svg).toMatch(/x="75" y="26" textLength="27".* fill="#0060a0" font-weight="bold">own<\/text>/);
  expect(svg).toContain('<rect x="12" y="31" width="18" height="19" fill="#eeeeee"/>');
  expect(svg).toContain('fill="#111111">on</text>');
  expect(svg).not.toMatch(/href|<script|url\(/);
});

test('a recording is JSON lines that add up to the last screen, whatever came before', () => {
  const rows = fc.array(fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 6 }), { maxLength: 2 }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(rows, { minLength: 1, maxLength: 6 }), given => {
      const shots = given.map(each => ({
        screen: screen(...each.map(row => row.map(text => piece(text, { bold: true })))),
        seconds: 0.1,
      }));
      const cast = formatAsciicast('Title', shots);
      const [head = ''] = cast.split('\n');
      expect(JSON.parse(head)).toMatchObject({ version: 2, width: 12, title: 'Title' });
      const last = given.at(-1)?.map(row => row.join('').trimEnd()) ?? [];
      const shown = shownBy(cast);
      for (let row = 0; row < Math.max(last.length, shown.length); row++)
        expect((shown[row] ?? '').trimEnd()).toBe(last[row] ?? '');
      expect(formatAsciicast('Title', shots)).toBe(cast);
    }),
  );
});

test('a recording tells when each screen comes, and holds the last', () => {
  const shots = ['one', 'two'].map(text => ({ screen: screen([piece(text)]), seconds: 0.25 }));
  const times = formatAsciicast('T', shots)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => (JSON.parse(line) as [number])[0]);
  expect(times).toEqual([0, 0.25, 0.5]);
});
