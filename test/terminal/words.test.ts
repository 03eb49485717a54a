import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SEVERITIES } from '../../src/campaign/finding.ts';
import { debriefPage, scaleLabels, talksPane } from '../../src/terminal/words.ts';

const FOLDER = new URL('../../src/terminal/', import.meta.url).pathname;
const CATALOGUE = 'words.ts';

/** Source without its comments. */
function code(path: string): string {
  return readFileSync(path, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');
}

/** Texts between quotes, and what stands in templates outside their holes. */
function literals(source: string): string[] {
  const quoted = [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, text = '']) => text);
  const templates = [...source.matchAll(/`((?:[^`\\]|\\.)*)`/g)].map(([, text = '']) =>
    text.replace(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, '\u0000'),
  );
  return [...quoted, ...templates];
}

/** Words that somebody would read: two in a row, or one that begins a sentence. */
const READABLE = /[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}|^[A-Z][a-z]{2,}\b/;

/** What a program reads, though it looks like words. */
const FOR_PROGRAMS = [/^\.{0,2}\//, /^node:/, /^[a-z-]+$/, /^ ?--[a-z]/];

test('every text that somebody reads is in the catalogue', () => {
  const files = readdirSync(FOLDER, { recursive: true })
    .map(String)
    .filter(name => /\.tsx?$/.test(name) && name !== CATALOGUE);
  expect(files.length).toBeGreaterThan(60);
  const elsewhere = files.flatMap(name =>
    literals(code(join(FOLDER, name)))
      .filter(text => READABLE.test(text) && !FOR_PROGRAMS.some(pattern => pattern.test(text.trim())))
      .map(text => `${name}: ${text}`),
  );
  expect(elsewhere).toEqual([]);
});

test('the check finds a text that is not in the catalogue', () => {
  const found = (source: string) => literals(source).filter(text => READABLE.test(text));
  expect(found("line(' Nothing is done yet')")).toHaveLength(1);
  expect(found(['line(`$', '{count} people are held`)'].join(''))).toHaveLength(1);
  expect(found("import { a } from '../line.ts';")).toHaveLength(0);
});

test('what a rule found is, is called the same on the screen and in what is kept of it', () => {
  for (const severity of SEVERITIES) expect(debriefPage.severity[severity]).toBe(severity);
});

test('a scale that reaches no further than a tenth has labels that differ', () => {
  expect(scaleLabels([24.1, 12, -0.1])).toEqual(['24.1', '12.0', '-0.1']);
  expect(scaleLabels([0.1, 0.05, 0])).toEqual(['0.10', '0.05', '0.00']);
  expect(scaleLabels([0, 0, 0])).toEqual(['0.0', '0.0', '0.0']);
});

test('an agreement that was broken is no exchange', () => {
  const when = { date: '16 Aug', completed: false };
  expect(talksPane.last(when, 0, 3, null)).toBe('Breach of 16 Aug: gave 0, got 3');
  expect(talksPane.last({ ...when, completed: true }, 0, 3, null)).toBe('Exchange of 16 Aug: gave 0, got 3');
});
