import type { Verdict, VerdictSuite } from './verdict.ts';

/**
 * Verdicts as JUnit XML, as continuous integration reads it: one test suite a suite, one test case a
 * verdict. There is no time in it, so that the same verdicts give the same bytes.
 */
export function formatJUnit(suites: readonly VerdictSuite[]): string {
  const all = suites.flatMap(({ verdicts }) => verdicts);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="parley" ${counts(all)}>`,
    ...suites.flatMap(suite => [
      `  <testsuite name="${escaped(suite.name)}" ${counts(suite.verdicts)}>`,
      ...suite.verdicts.flatMap(verdict => testCase(suite, verdict)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function counts(verdicts: readonly Verdict[]): string {
  return `tests="${verdicts.length}" failures="${verdicts.filter(({ met }) => !met).length}"`;
}

function testCase(suite: VerdictSuite, { name, met, was, place, command }: Verdict): string[] {
  const file = place ? ` file="${escaped(place.file)}" line="${place.line}"` : '';
  const open = `    <testcase classname="${escaped(suite.name)}" name="${escaped(name)}"${file}`;
  if (met) return [`${open}/>`];
  const message = `expected ${name}, was ${was}`;
  const text = [message, ...(command ? [command] : [])].join('\n');
  return [
    `${open}>`,
    `      <failure message="${escaped(message)}">${escaped(text)}</failure>`,
    '    </testcase>',
  ];
}

/** What XML 1.0 cannot hold is left out, the rest that means something to it is spelt out. */
function escaped(text: string): string {
  return [...text]
    .filter(character => /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(character))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
