import { expect, test } from 'vitest';
import { consequencesOf } from '../../src/report/consequence.ts';
import { startCompiled } from '../../src/statechart/compiled.ts';
import { openTable } from '../../src/table/table.ts';
import { scenario } from '../library.ts';

/** What is told of a piece of news brought by hand on the first day, when nobody talks yet. */
function toldOf(id: string, inject: string): string[] {
  const described = scenario(id);
  const table = openTable(
    { scenario: described, seed: '3', seats: ['person', 'person'] },
    () => {},
    startCompiled,
  );
  table.awaited();
  const before = table.position;
  expect(table.inject(inject)).toBeNull();
  return consequencesOf(described, before, table.position);
}

test('news that changes nothing says so', () => {
  expect(toldOf('two-rivers', 'envoy')).toEqual([
    'The Highland Republic does not come to the table: no talks are under way.',
  ]);
  expect(toldOf('two-rivers', 'flood')).toEqual(['No hand-over is arranged, so nothing has to wait.']);
  expect(toldOf('azovstal-2022', 'guarantor-lets-go')).toEqual([
    'Nobody was interned in a neutral country, so nobody comes from there.',
  ]);
});

test('news that only tells is left at that', () => {
  expect(toldOf('two-rivers', 'letters')).toEqual([]);
});
