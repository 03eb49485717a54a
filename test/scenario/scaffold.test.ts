import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/scenario/figure.ts';
import { figuresOf } from '../../src/scenario/figures.ts';
import { type JsonSchema, scenarioJsonSchema } from '../../src/scenario/json-schema.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { locate } from '../../src/scenario/place.ts';
import { formatProblem } from '../../src/scenario/problem.ts';
import { scaffold } from '../../src/scenario/scaffold.ts';
import { startCompiled } from '../../src/statechart/compiled.ts';
import { openTable } from '../../src/table/table.ts';
import { negotiator, SCENARIO_IDS, scenario, scenarioTexts } from '../library.ts';

const files = scaffold('spring-talks');
const yaml = files.get('scenario.yaml') ?? '';

function made() {
  const parsed = parseScenario({ id: 'spring-talks', file: 'spring-talks', yaml, attachments: files });
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.value;
}

/** Every key that a scenario file may have anywhere. */
function keysIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(keysIn);
  if (typeof part !== 'object' || part === null) return [];
  const own = Object.keys(((part as JsonSchema)['properties'] as object | undefined) ?? {});
  return [...own, ...Object.values(part).flatMap(keysIn)];
}

describe('a new scenario', () => {
  test('is sound and takes its title from its name', () => {
    expect(made()).toMatchObject({ id: 'spring-talks', title: 'Spring talks' });
    expect(scaffold('7').get('scenario.yaml')).toContain('title: "7"');
  });

  test('shows every field there is, the rare ones as comments', () => {
    const keys = [...new Set(keysIn(scenarioJsonSchema()))];
    expect(keys.length).toBeGreaterThan(60);
    expect(keys.filter(key => !new RegExp(`(^|[\\s{#-])${key}:`, 'm').test(yaml))).toEqual([]);
  });

  test('shows every kind of figure: a claim, several claims, an assumption, a value, a range', () => {
    const figures = figuresOf(made()).map(({ figure }) => figure);
    const some = (holds: (figure: Figure) => boolean) => expect(figures.some(holds)).toBe(true);
    some(({ claims, reason }) => claims.length === 1 && reason === undefined);
    some(({ claims, reason }) => claims.length > 1 && reason !== undefined);
    some(({ claims, reason }) => claims.length === 0 && reason !== undefined);
    some(({ low, high }) => low < high);
  });

  test('can be played: there is an exchange in most campaigns, and not in all on the same day', () => {
    const described = made();
    const seats = [negotiator(described.parties[0].seat), negotiator(described.parties[1].seat)] as const;
    const days = Array.from({ length: 30 }, (_, seed) => {
      const table = openTable({ scenario: described, seed: String(seed), seats }, () => {}, startCompiled);
      while (table.step());
      return table.position.campaign.exchanges.find(({ completed }) => completed)?.day;
    });
    expect(days.filter(day => day !== undefined).length).toBeGreaterThan(20);
    expect(new Set(days).size).toBeGreaterThan(5);
  });
});

/** Every figure inside a value, wherever it stands. */
function figuresIn(value: unknown): Figure[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('best' in value && 'claims' in value) return [value as Figure];
  return Object.values(value).flatMap(figuresIn);
}

describe.each([...SCENARIO_IDS, 'a new one'])('the figures of %s', id => {
  const described = SCENARIO_IDS.includes(id) ? scenario(id) : made();
  const text = SCENARIO_IDS.includes(id) ? scenarioTexts(id).yaml : yaml;

  test('are all found', () => {
    expect(new Set(figuresOf(described).map(({ figure }) => figure))).toEqual(new Set(figuresIn(described)));
  });

  test('stand where they are said to stand', () => {
    const { document, at } = locate('f', text);
    const lines = text.split('\n');
    for (const { path, figure } of figuresOf(described)) {
      const found = document.getIn([...path] as string[], true);
      expect(found, path.join('.')).toBeDefined();
      const { line } = at(path, '');
      expect(lines[line - 1], path.join('.')).toMatch(/\S/);
      if (figure.low === figure.high && path.at(-1) !== 'effects') {
        expect(document.getIn([...path, 'value'] as string[]), path.join('.')).toBe(figure.best);
      }
    }
  });
});
