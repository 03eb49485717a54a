import { describe, expect, test } from 'vitest';
import { DOUBT_RULES, lint } from '../../src/analysis/lint.ts';
import { daysToExchange } from '../../src/analysis/prospect.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { formatProblem } from '../../src/scenario/problem.ts';
import { scaffold } from '../../src/scenario/scaffold.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { scenario } from '../library.ts';

const FILES = scaffold('spring-talks');

/** The scenario that `parley new` makes, about which there is nothing doubtful, with some of its texts replaced. */
function changed(
  ...changes: readonly (readonly [file: string, from: string | RegExp, to: string])[]
): Scenario {
  const files = new Map(FILES);
  for (const [file, from, to] of changes) {
    const before = files.get(file) ?? '';
    files.set(file, before.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'gm'), to));
    if (files.get(file) === before) throw new Error(`nothing to replace: ${from}`);
  }
  const yaml = files.get('scenario.yaml') ?? '';
  const parsed = parseScenario({ id: 'spring-talks', file: 'spring-talks', yaml, attachments: files });
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.value;
}

const withYaml = (from: string | RegExp, to: string) => changed(['scenario.yaml', from, to]);
const places = (given: Scenario) => lint(given).map(({ rule, path }) => `${rule} ${path.join('.')}`);

describe('lint', () => {
  test('has nothing to say of a new scenario, nor of two-rivers', () => {
    expect(lint(changed())).toEqual([]);
    expect(lint(scenario('two-rivers'))).toEqual([]);
  });

  /** For each question a scenario that raises it, and it alone. */
  const cases: readonly (readonly [string, () => Scenario])[] = [
    [
      'no-zone parties.west.reluctance',
      () => withYaml('low: 8, best: 12, high: 16, reason', 'low: 8000, best: 12000, high: 16000, reason'),
    ],
    [
      'unwanted-group groups.east-guides.grip',
      () => withYaml('low: 1.2, best: 1.6, high: 2, reason', 'low: 8, best: 9, high: 10, reason'),
    ],
    [
      'no-patience parties.east.patience',
      () => withYaml('patience: { value: 0.985', 'patience: { value: 0.5'),
    ],
    [
      'unaccepted-mediator mediators.relief.acceptance',
      () =>
        withYaml(
          'west: { value: 1, reason: "Fictional: it works',
          'west: { value: 0, reason: "Fictional: it works',
        ),
    ],
    [
      'impossible-inject injects.landslide.chance',
      () => withYaml('chance: { value: 0.01', 'chance: { value: 0.0001'),
    ],
    ['impossible-inject injects.landslide.to', () => withYaml('to: 2030-07-20', 'to: 2030-05-08')],
    [
      'idle-capture-rate capture-rates.0.per-week',
      () => withYaml('per-week: { low: 1, best: 2, high: 4', 'per-week: { low: 0, best: 0, high: 0'),
    ],
    [
      'impossible-instruction parties.east.instructions.0.must.east-guides',
      () => withYaml('east-guides: { value: 10', 'east-guides: { value: 16'),
    ],
    [
      'impossible-instruction parties.west.instructions.1.never.0',
      () => withYaml('never: [east-guides]', 'never: [east-wounded]'),
    ],
    [
      'no-place-for-the-ill groups.west-soldiers',
      () => withYaml(/(grip: \{ value: 0\.45.*\n) {4}when-ill: west-wounded\n/, '$1'),
    ],
    [
      'same-name groups.east-guides.name',
      () => withYaml('name: Mountain guides of Eastland', 'name: Soldiers of Eastland'),
    ],
    ['cut-name groups.west-merchants.name', () => withYaml(/ {4}short: Interned merchants\n/, '')],
    [
      'same-short groups.west-wounded.short',
      () =>
        withYaml(/(name: Seriously wounded and sick of Westland\n {4}short: ).*/, '$1Recruits of Westland'),
    ],
    [
      'uncited-source sources.almanac',
      () =>
        withYaml(
          '  courier:\n    title',
          '  almanac: { title: T, publisher: P, url: https://example.org/a }\n  courier:\n    title',
        ),
    ],
    [
      'wide-range groups.east-soldiers.held',
      () => withYaml('held: { low: 60, best: 75, high: 90', 'held: { low: 10, best: 75, high: 400'),
    ],
    [
      'wide-range trust',
      () => withYaml('trust: { low: 0.3, best: 0.4, high: 0.5', 'trust: { low: 0.1, best: 0.4, high: 0.9'),
    ],
    ['no-teaching teaching', () => withYaml(/^teaching:[\s\S]*?(?=^sources:)/m, '')],
    [
      'no-instructions parties.east',
      () => withYaml(/ {4}instructions: # private[\s\S]*?(?=^ {2}west:\n)/m, ''),
    ],
    [
      'unset-markdown background',
      () => changed(['background.md', /$/, '\n\n| who | how many |\n| --- | --- |\n| guides | 9 |\n']),
    ],
    [
      'unset-markdown parties.west.brief',
      () => changed(['briefs/west.md', /$/, '\n\nSee [the gazette](https://example.org/gazette).\n']),
    ],
    ['short-text parties.west.brief', () => changed(['briefs/west.md', /[\s\S]+/, 'Bring them home.'])],
  ];

  test.each(cases)('%s', (doubt, make) => {
    expect(places(make()).slice(0, 3)).toEqual([doubt]);
  });

  test('knows when the days are too few, and when a capture comes too late', () => {
    const needed = daysToExchange(changed());
    expect(needed).toBeGreaterThan(8);
    expect(needed).toBeLessThan(30);
    const ending = (ends: string) => ({
      ...changed(),
      days: Number(ends),
      captures: [],
      captureRates: [],
      injects: [],
    });
    expect(places(ending(`${needed - 1}`))).toEqual(['short-horizon ends']);
    expect(places(ending(`${needed}`))).toEqual([]);
    const late = withYaml('date: 2030-05-06', 'date: 2030-07-25');
    expect(places(late)).toEqual(['late-capture captures.0.date']);
  });

  test('knows when one side has nothing to bargain with', () => {
    const { groups, ...rest } = changed();
    const few = { low: 0, best: 0, high: 0, claims: [], reason: 'none' };
    const without = (home: number, people: typeof few) => ({
      ...rest,
      captures: [],
      captureRates: [],
      groups: groups.map(group => (group.home === home ? { ...group, held: people } : group)),
    });
    const one = { ...few, low: 1, best: 1, high: 1 };
    expect(places(without(1, few))).toContain('nobody-to-exchange groups');
    expect(places(without(1, one))).toContain('unbalanced-pools groups');
    expect(places(changed())).toEqual([]);
  });

  test('wants sources of what really happened, and none of what did not', () => {
    const real = changed(
      ['scenario.yaml', 'A fictional quarrel', 'A quarrel'],
      ['background.md', 'and fictional', 'and real'],
    );
    expect(places(real)).toEqual([]);
    const unclaimed = (held: Scenario['groups'][number]['held']) => ({
      ...held,
      claims: [],
      reason: 'guessed',
    });
    const unsourced = {
      ...real,
      groups: real.groups.map(group =>
        group.id === 'east-soldiers' ? { ...group, held: unclaimed(group.held) } : group,
      ),
    };
    expect(places(unsourced)).toEqual(['unsourced-pool groups.east-soldiers.held']);
    const nothing = {
      ...real,
      captures: [],
      sources: [],
      groups: real.groups.map(group => ({ ...group, held: unclaimed(group.held) })),
    };
    expect(places(nothing)).toContain('nothing-reported sources');
  });

  test('a source that only a text names is cited', () => {
    const named = changed(
      [
        'scenario.yaml',
        '  courier:\n    title',
        '  almanac: { title: T, publisher: P, url: https://example.org/a }\n  courier:\n    title',
      ],
      ['background.md', '## Until now', '## Until now [almanac]'],
    );
    expect(places(named)).toEqual([]);
  });

  test('every question has a name of its own, and a case here that raises it', () => {
    const ids = DOUBT_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const elsewhere = [
      'nobody-to-exchange',
      'unbalanced-pools',
      'short-horizon',
      'late-capture',
      'nothing-reported',
      'unsourced-pool',
    ];
    const raised = [...cases.map(([doubt]) => doubt.split(' ')[0]), ...elsewhere];
    expect(ids.filter(id => !raised.includes(id))).toEqual([]);
  });
});
