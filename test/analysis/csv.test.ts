import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../src/analysis/csv.ts';

const cells = (text: string) => {
  const csv = parseCsv(text);
  return csv.ok ? csv.rows.map(row => row.map(cell => cell.text)) : csv.fault;
};

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const mayBePlain = (cell: string) => !/[",\r\n]/.test(cell);

describe('comma-separated values', () => {
  test.each<[string, string[][]]>([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\uFEFFa,b', [['a', 'b']]],
    [
      'a,,\n,,b',
      [
        ['a', '', ''],
        ['', '', 'b'],
      ],
    ],
    ['"a,b","say ""so"""\n', [['a,b', 'say "so"']]],
    ['"two\nlines",x', [['two\nlines', 'x']]],
    ['a\n\n\nb\n', [['a'], ['b']]],
    ['""', []],
    ['', []],
    [',', [['', '']]],
  ])('%j', (text, rows) => {
    expect(cells(text)).toEqual(rows);
  });

  test('whatever is written comes back', () => {
    const table = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(table, fc.boolean(), fc.constantFrom('\n', '\r\n'), (rows, always, end) => {
        const written = rows.map(row =>
          row.map(cell => (always || !mayBePlain(cell) ? quoted(cell) : cell)).join(','),
        );
        expect(cells(written.join(end))).toEqual(rows.map(row => row.map(cell => cell)));
      }),
    );
  });

  test('every cell knows its place', () => {
    const csv = parseCsv('a,"b\nc",d\ne,f');
    expect(csv.ok && csv.rows.flat().map(({ text, line, column }) => [text, line, column])).toEqual([
      ['a', 1, 1],
      ['b\nc', 1, 3],
      ['d', 2, 4],
      ['e', 3, 1],
      ['f', 3, 3],
    ]);
  });

  test.each<[string, number, number, RegExp]>([
    ['a,b\nc,"d', 2, 3, /never closed/],
    ['a,"b"c', 1, 3, /after the closing quote/],
    ['a,b "so" c\n', 1, 3, /a quote inside a cell/],
  ])('%j is refused with its place', (text, line, column, message) => {
    expect(cells(text)).toEqual({ line, column, message: expect.stringMatching(message) });
  });
});
