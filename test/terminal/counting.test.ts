import { describe, expect, test } from 'vitest';
import { countedGroup } from '../../src/report/people.ts';
import * as catalogue from '../../src/terminal/words.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';

/** Nouns that are counted on screens, in the plural. */
const PLURAL =
  /(^|[^\d.,])1 (people|days|person-days|sources|groups|hand-overs|worlds|campaigns|times|events|moves|notes|names|prisoners|talks|offers|cases)\b/;

/** Every function of the catalogue, by its path in it. */
function functionsOf(value: unknown, path: string): [string, (...args: unknown[]) => unknown][] {
  if (typeof value === 'function') return [[path, value as (...args: unknown[]) => unknown]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => functionsOf(inner, `${path}.${name}`));
}

/** What it says of one of whatever it counts; null where it wants other things than numbers and names. */
function saidOfOne(words: (...args: unknown[]) => unknown): string | null {
  try {
    const said = words(...Array.from({ length: 6 }, () => 1));
    return typeof said === 'string' ? said : null;
  } catch {
    return null;
  }
}

describe('one of anything is counted in the singular', () => {
  const said = functionsOf(catalogue, 'words').flatMap(([path, words]) => {
    const text = saidOfOne(words);
    return text === null ? [] : [[path, text] as const];
  });

  test('in every sentence of the catalogue', () => {
    expect(said.length).toBeGreaterThan(150);
    expect(said.filter(([, text]) => PLURAL.test(text))).toEqual([]);
  });

  test('the check would find one that is not', () => {
    expect(PLURAL.test('You have 1 days left')).toBe(true);
    expect(PLURAL.test('1 people')).toBe(true);
    expect(PLURAL.test('21 days and 1 person')).toBe(false);
  });

  test.each(SCENARIO_IDS)('in every group of %s', id => {
    const known = scenario(id);
    for (const [group, { name }] of known.groups.entries()) {
      expect(countedGroup(known, group, 1).toLowerCase()).not.toBe(`1 ${name.toLowerCase()}`);
      expect(countedGroup(known, group, 2)).toMatch(/^2 /);
    }
  });
});
