import { describe, expect, test } from 'vitest';
import { NEGOTIATORS } from '../../src/negotiators/index.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { formatRecord } from '../../src/table/record-text.ts';
import { openTable } from '../../src/table/table.ts';
import { renamed, rivers, swappedRivers } from '../fixtures/swapped-rivers.ts';
import { negotiator } from '../library.ts';

const [aren, belm] = rivers.parties;

/** Everything about the two sides but their briefs, which are prose. */
function facts(described: Scenario): string {
  const parties = described.parties.map(party => ({ ...party, brief: '' }));
  return JSON.stringify({ ...described, parties, background: '', summary: '', sources: [] });
}

function record(described: Scenario, seed: string, seats: readonly [string, string]): string {
  const table = openTable({ scenario: described, seed, seats: [negotiator(seats[0]), negotiator(seats[1])] });
  while (table.step());
  const header = { ...table.header, scenarioDigest: 'left out, since it is of the names too' };
  return formatRecord(described, { header, entries: table.entries, ended: true });
}

/** A record without its checks, which hash the names. */
const unchecked = (text: string) => text.replace(/,"check":"[0-9a-f]+"/g, '');

/** Hidden values are told by name and index; in either order they are the same set for the mirrored names. */
function sorted(text: string): string[] {
  const [header = '{}', ...lines] = text.trimEnd().split('\n');
  const { hidden, seats, ...rest } = JSON.parse(header) as { hidden: Record<string, number>; seats: object };
  const tidy = (entries: object) => Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
  return [JSON.stringify([rest, tidy(hidden).length, tidy(seats)]), ...lines];
}

describe('two-rivers', () => {
  test('is symmetric: with the names exchanged it is itself, read in the other order', () => {
    expect(JSON.parse(facts(swappedRivers()))).toEqual(JSON.parse(renamed(facts(rivers))));
  });

  test('has the same brief for both sides but for the names', () => {
    expect(renamed(aren.brief)).toBe(belm.brief);
  });

  // Who searches is given a small budget: the mirror does not depend on it.
  const names = NEGOTIATORS.map(({ name }) => (name === 'search' ? 'search:worlds=1,depth=6' : name));
  test.each(names)('with parties swapped the same seed gives the mirrored record (%s)', name => {
    for (const seed of ['1', '2', '3']) {
      const first = record(rivers, seed, [name, 'boulware']);
      const second = record(swappedRivers(), seed, [name, 'boulware']);
      expect(sorted(unchecked(renamed(second)))).toEqual(sorted(unchecked(first)));
    }
  });
});
