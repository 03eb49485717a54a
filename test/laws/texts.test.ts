import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split(
  '|',
);

interface Mention {
  readonly words: string;
  /** First day that is meant: "1962-02-10", or the first of a month, or of a year. */
  readonly from: string;
}

/** Dates that a text mentions. A month without a year is one of the year in which the scenario begins. */
function datesIn(text: string, begins: string): Mention[] {
  const pattern = new RegExp(
    `(?:\\b(\\d{1,2})(?: and \\d{1,2})? )?\\b(${MONTHS.join('|')})(?: (\\d{4}))?\\b|\\b(1[89]\\d\\d|20\\d\\d)\\b`,
    'g',
  );
  return [...text.replace(/\[[a-z0-9-]+\]|\s+/g, ' ').matchAll(pattern)].map(match => {
    const [words, day = '1', month, year, alone] = match;
    if (alone !== undefined) return { words, from: `${alone}-01-01` };
    const index = String(MONTHS.indexOf(month ?? '') + 1).padStart(2, '0');
    return { words, from: `${year ?? begins.slice(0, 4)}-${index}-${day.padStart(2, '0')}` };
  });
}

/** Everything that a delegation reads before it plays, by where it stands. */
function textsForPlayers({ summary, background, lawNote, parties, groups, mediators }: Scenario) {
  return new Map([
    ['summary', summary],
    ['background', background],
    ['law-note', lawNote ?? ''],
    ...parties.map(({ id, brief }) => [`brief of ${id}`, brief] as const),
    ...parties.flatMap(({ id, instructions }) =>
      instructions.map(({ text }, order) => [`instruction ${order} of ${id}`, text] as const),
    ),
    ...[...groups, ...mediators].flatMap(({ id, name, about }) => [[id, `${name}. ${about}`] as const]),
  ]);
}

describe.each(SCENARIO_IDS)('the texts of %s', id => {
  const described = scenario(id);
  const texts = textsForPlayers(described);

  test('that players read know nothing after the first day', () => {
    const later = [...texts].flatMap(([place, text]) =>
      // The name of a scenario may hold the year in which it ended.
      datesIn(text.replaceAll(described.title, ''), described.begins)
        .filter(({ from }) => from > described.begins)
        .map(({ words }) => `${place}: ${words}`),
    );
    expect(later).toEqual([]);
  });

  test('name in brackets nothing but sources of the list', () => {
    const { teaching, injects } = described;
    const all = [...texts.values(), ...injects.map(({ text }) => text), JSON.stringify(teaching ?? {})];
    const named = [...all.join('\n').matchAll(/\[([a-z0-9-]+)\]/g)].map(([, source]) => source ?? '');
    const known = new Set(described.sources.map(source => source.id));
    expect(named.filter(source => !known.has(source))).toEqual([]);
  });
});

test('dates are found however they are written', () => {
  const found = datesIn(
    'On 7 June, in July 2023, by 1962 [icrc-1949], 13 and 14 August and in May',
    '2022-05-20',
  );
  expect(found.map(({ from }) => from)).toEqual([
    '2022-06-07',
    '2023-07-01',
    '1962-01-01',
    '2022-08-13',
    '2022-05-01',
  ]);
});
