import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type DatedExchange, parseExchangeRecord } from '../../src/analysis/exchange-record.ts';
import { formatProblem } from '../../src/scenario/problem.ts';

const HEADER = 'date,returned_to_first,returned_to_second,source_url,notes\n';
const ROW = '2024-08-24,115,115,https://example.org/a,both conscripts\n';

function problemsOf(text: string): string[] {
  const parsed = parseExchangeRecord(text, 'r.csv');
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
}

function record(text: string): readonly DatedExchange[] {
  const parsed = parseExchangeRecord(text, 'r.csv');
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.value;
}

describe('a record of exchanges', () => {
  test('by date, with what was not published as null', () => {
    const rows = `${ROW}2024-03-01,,7,https://example.org/b ; https://example.org/c,\n`;
    expect(record(HEADER + rows)).toEqual([
      {
        date: '2024-03-01',
        home: [null, 7],
        sources: ['https://example.org/b', 'https://example.org/c'],
        notes: '',
      },
      { date: '2024-08-24', home: [115, 115], sources: ['https://example.org/a'], notes: 'both conscripts' },
    ]);
  });

  test('columns in any order, notes left out, nothing but the header', () => {
    const text = 'source_url,returned_to_second,date,returned_to_first\nhttps://example.org,2,2024-01-31,1\n';
    expect(record(text)[0]).toMatchObject({ date: '2024-01-31', home: [1, 2] });
    expect(record(HEADER)).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['empty', '', 'r.csv: the file is empty; expected the columns date,'],
    ['no CSV', `${HEADER}2024-01-01,"1\n`, 'r.csv:2:12: a quote that is never closed'],
    ['misspelt column', HEADER.replace('date', 'dat'), 'r.csv:1:1: unknown column "dat"; did you mean date?'],
    ['unknown column', HEADER.replace('notes', 'mediators'), 'unknown column "mediators"; expected date,'],
    [
      'missing column',
      'date,returned_to_first,source_url\n',
      'r.csv:1:1: the column returned_to_second is missing',
    ],
    ['column twice', HEADER.replace('notes', 'date'), 'r.csv:1:54: the column date stands here twice'],
    ['the same line again', `${HEADER}${ROW}${ROW}`, 'r.csv:3:1: the same as line 2; take it out'],
    ['too few cells', `${HEADER}2024-01-01,1\n`, 'r.csv:2:1: expected 5 cells, as in the first line, got 2'],
    [
      'no date',
      HEADER + ROW.replace('2024-08-24', '24 August'),
      'r.csv:2:1: expected a date such as 2024-08-24, got "24 August"',
    ],
    ['no day of the calendar', HEADER + ROW.replace('08-24', '02-30'), 'r.csv:2:1: expected a date'],
    ['half a person', HEADER + ROW.replace('115', '11.5'), 'r.csv:2:12: expected a whole number of people'],
    [
      'fewer than nobody',
      HEADER + ROW.replace(',115,h', ',-1,h'),
      'r.csv:2:16: expected a whole number of people',
    ],
    [
      'no source',
      HEADER + ROW.replace('https://example.org/a', ''),
      'r.csv:2:20: expected where it can be read',
    ],
    [
      'no address',
      HEADER + ROW.replace('https:', 'file:'),
      'r.csv:2:20: expected an http or https address, got "file://',
    ],
  ])('%s', (_, text, line) => {
    expect(problemsOf(text)).toContainEqual(expect.stringContaining(line));
  });

  test('every problem at once', () => {
    expect(problemsOf(`${HEADER}x,-1,?,,\ny,1,1,z,\n`)).toHaveLength(6);
  });
});

describe('the records of kursk-2024', () => {
  const read = (name: string) =>
    record(readFileSync(new URL(`../../scenarios/kursk-2024/${name}`, import.meta.url), 'utf8'));

  test('hold five exchanges from 24 August to 30 December 2024', () => {
    expect(read('record.csv').map(({ date, home }) => [date, ...home])).toEqual([
      ['2024-08-24', 115, 115],
      ['2024-09-13', 49, null],
      ['2024-09-14', 103, 103],
      ['2024-10-18', 95, 95],
      ['2024-12-30', 189, 150],
    ]);
  });

  test('and, for the climatology, nothing that came later', () => {
    const earlier = read('climatology.csv');
    expect(earlier).toHaveLength(52);
    expect(earlier.at(-1)?.date).toBe('2024-07-17');
  });
});
