import { describe, expect, test } from 'vitest';
import {
  formatAnnotations,
  formatJobSummary,
  LARGEST_SUMMARY,
  MOST_ANNOTATIONS,
} from '../../src/report/github.ts';
import { formatJUnit } from '../../src/report/junit.ts';
import type { Verdict, VerdictSuite } from '../../src/report/verdict.ts';

const failed = (name: string): Verdict => ({
  name,
  met: false,
  was: '12 % of "40" & less',
  place: { file: 'a,b.yaml', line: 3, column: 5 },
  command: 'parley run river --seed 7',
});
const suites = (count: number): VerdictSuite[] => [
  { name: 'first | one', verdicts: [{ name: 'fine', met: true, was: '1' }] },
  { name: 'second', verdicts: Array.from({ length: count }, (_, index) => failed(`no ${index}: <1>`)) },
];

describe('annotations', () => {
  test('are one line each, with what means something to the runner spelt out', () => {
    expect(formatAnnotations(suites(1))).toBe(
      '::error file=a%2Cb.yaml,line=3,col=5,title=no 0%3A <1>::expected no 0: <1>, was 12 %25 of "40" & less (second)%0Aparley run river --seed 7\n',
    );
    expect(formatAnnotations(suites(0))).toBe('');
  });

  test.each([10, 11, 300])('of %d are never more than a step shows', count => {
    const lines = formatAnnotations(suites(count)).trim().split('\n');
    expect(lines).toHaveLength(MOST_ANNOTATIONS);
    expect(lines.at(-1)).toEqual(
      count > MOST_ANNOTATIONS
        ? `::error title=parley::${count - 9} more were not met; the summary of the job lists them`
        : expect.stringContaining('no 9'),
    );
  });
});

describe('the job summary', () => {
  test('begins with what was not met', () => {
    const lines = formatJobSummary('A study', suites(2)).split('\n');
    expect(lines.slice(0, 3)).toEqual(['## A study', '', '1 of 3 met']);
    expect(lines[6]).toContain('**not met** | second: no 0: &lt;1>');
    expect(lines[8]).toBe('| met | first \\| one: fine | 1 |');
  });

  test('keeps within its limit, and says what has no room', () => {
    const text = formatJobSummary('A study', suites(20_000));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LARGEST_SUMMARY);
    expect(Buffer.byteLength(text)).toBeGreaterThan(LARGEST_SUMMARY - 500);
    const [, left = ''] = /\n(\d+) more are not shown\.\n$/.exec(text) ?? [];
    expect(text.split('\n').filter(line => line.startsWith('| **')).length + Number(left)).toBe(20_001);
  });
});

test('JUnit has a case a verdict, counts that add up, and no character that XML cannot hold', () => {
  const verdicts = [failed('a "b" <c>\u0007'), { name: 'fine', met: true, was: '' }];
  const xml = formatJUnit([{ name: 'one & two', verdicts }]);
  expect(xml).toContain('<testsuites name="parley" tests="2" failures="1">');
  expect(xml).toContain(
    '<testcase classname="one &amp; two" name="a &quot;b&quot; &lt;c&gt;" file="a,b.yaml" line="3">',
  );
  expect(xml).toContain(
    '<failure message="expected a &quot;b&quot; &lt;c&gt;, was 12 % of &quot;40&quot; &amp; less">',
  );
  expect(xml).not.toContain('\u0007');
});
