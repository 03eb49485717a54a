import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { isScalar, parseDocument, visit } from 'yaml';
import { drawHidden, settle } from '../../src/campaign/settle.ts';
import { type Figure, figureKind } from '../../src/scenario/figure.ts';
import { LARGEST_SCENARIO, parseScenario } from '../../src/scenario/parse.ts';
import { formatProblem, type Parsed } from '../../src/scenario/problem.ts';
import type { ScenarioTexts } from '../../src/scenario/references.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const FOLDER = new URL('../../scenarios/kursk-2024/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

const KURSK: ScenarioTexts = {
  id: 'kursk-2024',
  file: 'scenario.yaml',
  yaml: read('scenario.yaml'),
  attachments: new Map(
    ['background.md', 'briefs/ukraine.md', 'briefs/russia.md'].map(name => [name, read(name)]),
  ),
};

function kursk(): Scenario {
  const parsed = parseScenario(KURSK);
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.value;
}

/** Every figure inside a value, with the path to it. */
function figuresIn(value: unknown, path = ''): { path: string; figure: Figure }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('best' in value && 'claims' in value) return [{ path, figure: value as Figure }];
  return Object.entries(value).flatMap(([key, inner]) => figuresIn(inner, `${path}.${key}`));
}

const BOUNDS = ['low', 'best', 'high'] as const;
type Bound = (typeof BOUNDS)[number];

describe('kursk-2024', () => {
  test('parses with no problem', () => {
    expect(parseScenario(KURSK)).toMatchObject({ ok: true });
    expect(kursk()).toMatchObject({ id: 'kursk-2024', begins: '2024-08-06', days: 147 });
    expect(kursk().parties.map(party => party.capital)).toEqual(['Kyiv', 'Moscow']);
  });

  test('every figure is reported by somebody or an assumption with its reason', () => {
    for (const { path, figure } of figuresIn(kursk())) {
      if (figureKind(figure) === 'assumption') expect(figure.reason?.length, path).toBeGreaterThan(20);
      else expect(figure.claims.length, path).toBeGreaterThan(0);
    }
  });

  test('every source named exists, and every source is named', () => {
    const scenario = kursk();
    const figures = figuresIn(scenario);
    const inFigures = figures.flatMap(({ figure }) => figure.claims.flatMap(claim => claim.sources));
    const texts = `${scenario.background} ${JSON.stringify(scenario.teaching)}`;
    const inText = [...texts.matchAll(/\[([a-z0-9-]+)\]/g)].map(([, id]) => id);
    const named = new Set([...inFigures, ...inText]);
    expect([...named].sort()).toEqual(scenario.sources.map(source => source.id).sort());
  });

  test('the 102 of 14 August are 102, however many were of Akhmat', () => {
    const scenario = kursk();
    const index = scenario.captures.findIndex(({ title }) => title.includes('102'));
    expect(scenario.captures[index]?.day).toBe(8);
    for (let seed = 1; seed <= 50; seed++) {
      const random = seedrandom.alea(String(seed));
      const people = settle(scenario, drawHidden(scenario, random)).captures[index]?.people ?? [];
      expect(people.reduce((sum, count) => sum + count, 0)).toBe(102);
    }
  });

  test('the holdings add up to the published ranges', () => {
    const groups = kursk().groups;
    const held = (holder: number, bound: Bound) =>
      groups.filter(group => group.holder === holder).reduce((sum, group) => sum + group.held[bound], 0);
    expect([held(0, 'low'), held(0, 'high')]).toEqual([1200, 2000]);
    expect([held(1, 'low'), held(1, 'high')]).toEqual([6000, 8000]);
  });

  test('the captures in the Kursk region follow the published counts', () => {
    const scenario = kursk();
    const russian = new Set(scenario.groups.filter(group => group.home === 1).map(group => group.id));
    const rates = scenario.captureRates.filter(rate =>
      rate.name.startsWith('Russians captured in the Kursk region'),
    );
    const captured = (day: number, bound: Bound) => {
      const dated = scenario.captures
        .filter(capture => capture.day <= day)
        .reduce((sum, { groups, total }) => {
          const named = groups.filter(({ group }) => russian.has(group));
          return (
            sum + (total ? total.people[bound] : named.reduce((all, { people }) => all + people[bound], 0))
          );
        }, 0);
      return rates.reduce((sum, rate) => {
        const days = Math.max(0, Math.min(day, rate.toDay) - rate.fromDay + 1);
        return sum + (rate.perWeek[bound] * days) / 7;
      }, dated);
    };
    expect(rates).toHaveLength(2);
    // Verified in pictures by 25 August; received by one prison by 16 August; Kyiv's own counts.
    expect(captured(19, 'low')).toBeGreaterThanOrEqual(247);
    expect(captured(19, 'low')).toBeLessThan(275);
    expect(captured(10, 'best')).toBeGreaterThan(320);
    expect(captured(21, 'high')).toBeGreaterThanOrEqual(575);
    expect(captured(21, 'high')).toBeLessThan(600);
    expect(captured(92, 'high')).toBeGreaterThan(700);
    expect(captured(147, 'low')).toBeLessThan(700);
  });

  test('each tradeable group has somewhere to go when its members fall ill', () => {
    const groups = kursk().groups;
    for (const group of groups.filter(({ standing }) => standing === 'tradeable')) {
      expect(groups.find(({ id }) => id === group.whenIll)).toMatchObject({
        standing: 'wounded',
        home: group.home,
      });
    }
  });
});

const SOUTH = `  south:
    name: South
    capital: *capital
    pressure: *pressure
    reluctance: *reluctance
    imbalance: *imbalance
    precedent: *precedent
    patience: *patience
    brief: south.md
    seat: *seat
`;

/** The smallest scenario with one of everything. */
const SMALL = `parley: 1
title: Small
summary: Two parties, one group each.
background: background.md
begins: 2024-08-06
ends: 2024-08-31
parties:
  north:
    name: North
    capital: &capital Northtown
    pressure: &pressure { value: 0.3, reason: assumed }
    reluctance: &reluctance { value: 5, reason: assumed }
    imbalance: &imbalance { value: 0.8, reason: assumed }
    precedent: &precedent { value: 0.5, reason: assumed }
    patience: &patience { value: 0.99, reason: assumed }
    brief: north.md
    seat: &seat boulware
${SOUTH}groups:
  southerners:
    name: Southern soldiers
    home: south
    holder: north
    about: Held in the north.
    held: { value: 40, by: North, source: paper }
    worth: { value: 1, reason: assumed }
    salience: { value: 1, reason: assumed }
    grip: { value: 0.5, reason: assumed }
    when-ill: southern-wounded
  southern-wounded:
    name: Southern wounded
    home: south
    holder: north
    standing: wounded
    about: Owed to the south.
    held: { value: 4, reason: assumed }
    worth: { value: 1, reason: assumed }
    salience: { value: 1, reason: assumed }
    grip: { value: 0.5, reason: assumed }
  northerners:
    name: Northern soldiers
    home: north
    holder: south
    about: Held in the south.
    held:
      low: 20
      best: 50
      high: 60
      claims:
        - { by: South, says: about 50, source: [paper, radio] }
    worth: { value: 1, reason: assumed }
    salience: { value: 1, reason: assumed }
    grip: { value: 0.5, reason: assumed }
trust: { value: 0.5, reason: assumed }
capacity: { value: 50, reason: assumed }
arranging: { value: 2, reason: assumed }
captures:
  - date: 2024-08-10
    title: A patrol
    groups:
      southerners: { value: 7, reason: assumed }
capture-rates:
  - name: Along the line
    from: 2024-08-08
    to: 2024-08-20
    per-week: { value: 10, reason: assumed }
    batch: { value: 2, reason: assumed }
    mix:
      northerners: { value: 1, reason: assumed }
occasions:
  - { date: 2024-08-24, name: A holiday, weight: { value: 0.1, reason: assumed } }
mediators:
  neighbour:
    name: A neighbour
    about: Trusted by both.
    role: mediator
    cover: { value: 0.2, reason: assumed }
    acceptance:
      north: { value: 1, reason: assumed }
      south: { value: 1, reason: assumed }
sources:
  paper: { title: The paper, publisher: Press, url: 'https://example.org/paper' }
  radio: { title: The radio, publisher: Press, url: 'https://example.org/radio' }
`;

const ATTACHMENTS = new Map([
  ['background.md', 'A background.'],
  ['north.md', 'A brief.'],
  ['south.md', 'A brief.'],
]);

function parse(yaml: string): Parsed<Scenario> {
  return parseScenario({ id: 'small', file: 'small.yaml', yaml, attachments: ATTACHMENTS });
}

function problemsOf(yaml: string): string[] {
  const parsed = parse(yaml);
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
}

/** The small scenario with one piece replaced. `‸` stands where the problem is to be found. */
function spoil(piece: string, replacement: string): { yaml: string; place: string } {
  expect(SMALL.split(piece).length, `"${piece}" stands once in the small scenario`).toBe(2);
  const marked = SMALL.replace(piece, () => replacement);
  const before = marked.slice(0, marked.indexOf('‸')).split('\n');
  return {
    yaml: marked.replace('‸', ''),
    place: `small.yaml:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`,
  };
}

describe('a wrong scenario is told with the place and what was expected', () => {
  test('the small scenario itself is right', () => {
    expect(problemsOf(SMALL)).toEqual([]);
  });

  // name, what is replaced, by what (‸ marks the place of the problem), the message
  test.each([
    [
      'unknown key',
      'grip: { value: 0.5, reason: assumed }\n    when-ill',
      'grip: { value: 0.5, reason: assumed }\n    ‸when-il',
      'groups.southerners.when-il: unknown key; did you mean "when-ill"?',
    ],
    [
      'unknown key inside a figure',
      'held: { value: 40',
      'held: { ‸vlaue: 1, value: 40',
      'groups.southerners.held.vlaue: unknown key; did you mean "value"?',
    ],
    [
      'unknown key inside a claim',
      '{ by: South, says',
      '{ by: South, ‸say',
      'groups.northerners.held.claims.0.say: unknown key; did you mean "says"?',
    ],
    [
      'unknown key over a block',
      'occasions:',
      '‸ocasions:',
      'ocasions: unknown key; did you mean "occasions"?',
    ],
    ['unknown key like no other', 'trust: {', '‸zzzzzz: 1\ntrust: {', 'zzzzzz: unknown key'],
    [
      'missing key of a group',
      '  southerners:\n    name: Southern soldiers',
      '  ‸southerners:',
      'groups.southerners.name: missing; expected some text',
    ],
    [
      'missing key of the scenario',
      'parley: 1\ntitle: Small',
      '‸parley: 1',
      'title: missing; expected some text',
    ],
    [
      'another version',
      'parley: 1',
      'parley: ‸2',
      'parley: expected 1, the version of the scenario format, got 2',
    ],
    [
      'a bare number',
      'trust: { value: 0.5, reason: assumed }',
      'trust: ‸0.5',
      'trust: expected a figure: `value`, or `low`, `best` and `high`, with a source or a reason, got 0.5',
    ],
    [
      'nothing after a key',
      'trust: { value: 0.5, reason: assumed }',
      'trust:‸',
      'trust: expected a figure: `value`, or `low`, `best` and `high`, with a source or a reason, got nothing',
    ],
    [
      'neither source nor reason',
      'capacity: { value: 50, reason: assumed }',
      'capacity: ‸{ value: 50 }',
      'capacity: expected a source (`source` and `by`, or `claims`) or a `reason`: a number with neither is not accepted',
    ],
    [
      'neither, as a block',
      'capacity: { value: 50, reason: assumed }',
      '‸capacity:\n  value: 50',
      'capacity: expected a source (`source` and `by`, or `claims`) or a `reason`: a number with neither is not accepted',
    ],
    [
      'a claim of nobody',
      'capacity: { value: 50, reason: assumed }',
      'capacity: ‸{ value: 50, source: paper, reason: x }',
      'capacity: expected `by` and `source` together: a claim needs both who and where',
    ],
    [
      'low above high',
      'held:\n      low: 20',
      '‸held:\n      low: 70',
      'groups.northerners.held: expected low <= best <= high, got 70, 50, 60',
    ],
    [
      'half a range',
      'arranging: { value: 2,',
      'arranging: ‸{ low: 2, high: 3,',
      'arranging: expected either `value`, or all of `low`, `best` and `high`',
    ],
    [
      'negative people',
      'held: { value: 40',
      'held: { value: ‸-40',
      'groups.southerners.held.value: expected a number of people, at least 0, got -40',
    ],
    [
      'half a person',
      'held: { value: 40',
      'held: { value: ‸40.5',
      'groups.southerners.held.value: expected a whole number of people, got 40.5',
    ],
    [
      'a share above 1',
      'trust: { value: 0.5',
      'trust: { value: ‸1.5',
      'trust.value: expected a share (0 to 1), at most 1, got 1.5',
    ],
    [
      'endless people',
      'held: { value: 40',
      'held: { value: ‸.inf',
      'groups.southerners.held.value: expected a number of people, got Infinity',
    ],
    [
      'text for a number',
      'held: { value: 40',
      'held: { value: ‸many',
      'groups.southerners.held.value: expected a number of people, got "many"',
    ],
    [
      'unknown source',
      'source: paper',
      'source: ‸papre',
      'groups.southerners.held.source: unknown source "papre"; did you mean "paper"?',
    ],
    [
      'unknown source in a list',
      '[paper, radio]',
      '[paper, ‸television]',
      'groups.northerners.held.claims.0.source.1: unknown source "television"; expected one of those under sources',
    ],
    [
      'source with the name of a built-in',
      'source: paper',
      'source: ‸constructor',
      'groups.southerners.held.source: unknown source "constructor"; expected one of those under sources',
    ],
    [
      'source that is no name',
      'source: paper',
      'source: ‸The Paper',
      'groups.southerners.held.source: expected the identifier of a source, or a list of them, got "The Paper"',
    ],
    [
      'unknown group in a capture',
      'southerners: { value: 7',
      '‸southeners: { value: 7',
      'captures.0.groups.southeners: unknown group "southeners"; did you mean "southerners"?',
    ],
    [
      'unknown group in a mix',
      'northerners: { value: 1,',
      '‸notherners: { value: 1,',
      'capture-rates.0.mix.notherners: unknown group "notherners"; did you mean "northerners"?',
    ],
    [
      'unknown group to fall ill into',
      'when-ill: southern-wounded',
      'when-ill: ‸nowhere',
      'groups.southerners.when-ill: unknown group "nowhere"; expected one of southerners, southern-wounded, northerners',
    ],
    [
      'ill among the fit',
      'when-ill: southern-wounded',
      'when-ill: ‸southerners',
      'groups.southerners.when-ill: expected a group of wounded people of the same home party, got "southerners"',
    ],
    [
      'a name with capitals',
      'southern-wounded:\n',
      '‸Southern Wounded:\n',
      'groups.Southern Wounded: expected lower-case letters, digits and hyphens',
    ],
    [
      'group held by its own party',
      'home: north\n    holder: south',
      'home: north\n    holder: ‸north',
      'groups.northerners.holder: expected the other party: "north" cannot hold its own people',
    ],
    [
      'group of an unknown party',
      'home: north\n',
      'home: ‸east\n',
      'groups.northerners.home: expected one of the parties (north, south), got "east"',
    ],
    [
      'date before the campaign',
      'date: 2024-08-10',
      'date: ‸2024-08-05',
      'captures.0.date: expected a date from 2024-08-06 to 2024-08-31, got "2024-08-05"',
    ],
    [
      'date after the campaign',
      'date: 2024-08-24',
      'date: ‸2024-09-01',
      'occasions.0.date: expected a date from 2024-08-06 to 2024-08-31, got "2024-09-01"',
    ],
    [
      'a day that does not exist',
      'date: 2024-08-10',
      'date: ‸2024-08-32',
      'captures.0.date: expected a date such as 2024-08-06, got "2024-08-32"',
    ],
    [
      'an end before the beginning',
      'ends: 2024-08-31',
      'ends: ‸2024-08-06',
      'ends: expected a date after begins (2024-08-06), got "2024-08-06"',
    ],
    [
      'a rate that ends before it begins',
      'to: 2024-08-20',
      'to: ‸2024-08-07',
      'capture-rates.0.to: expected a date not before from, got "2024-08-07"',
    ],
    [
      'a mix of nobody',
      'mix:\n      northerners: { value: 1,',
      '‸mix:\n      northerners: { value: 0,',
      'capture-rates.0.mix: expected at least one group with a weight above 0',
    ],
    [
      'missing brief',
      'brief: north.md',
      'brief: ‸nroth.md',
      'parties.north.brief: expected a readable file of the scenario folder, found no "nroth.md"',
    ],
    [
      'a role that is none',
      'role: mediator',
      'role: ‸judge',
      'mediators.neighbour.role: expected one of "mediator"|"intermediary", got "judge"',
    ],
    [
      'acceptance of one party only',
      'acceptance:\n      north: { value: 1, reason: assumed }\n',
      '‸acceptance:\n',
      'mediators.neighbour.acceptance: expected an entry for "north"',
    ],
    [
      'acceptance of a stranger',
      '      south: { value: 1, reason: assumed }\n',
      '      south: { value: 1, reason: assumed }\n      ‸east: { value: 1, reason: assumed }\n',
      'mediators.neighbour.acceptance.east: expected one of the parties (north, south), got "east"',
    ],
    [
      'a source that is no address',
      "'https://example.org/radio'",
      '‸radio.example',
      'sources.radio.url: expected an http or https address, got "radio.example"',
    ],
    [
      'a map where a list belongs',
      'occasions:\n  - {',
      '‸occasions:\n  first: {',
      'occasions: expected a list, got a map of keys and values',
    ],
  ])('%s', (_name, piece, replacement, message) => {
    const { yaml, place } = spoil(piece, replacement);
    expect(problemsOf(yaml)[0]).toBe(`${place}: ${message}`);
  });

  test('one party', () => {
    const { yaml, place } = spoil('parties:\n', '‸parties:\n');
    const alone = yaml.replace(SOUTH, '');
    expect(problemsOf(alone)).toContain(`${place}: parties: expected two parties, got 1`);
  });

  test('three parties', () => {
    const { yaml, place } = spoil('parties:\n', '‸parties:\n');
    const crowd = yaml.replace(SOUTH, `${SOUTH}${SOUTH.replaceAll('outh', 'astern')}`);
    expect(problemsOf(crowd)).toContain(`${place}: parties: expected two parties, got 3`);
  });

  test('a party that holds nobody', () => {
    const { yaml, place } = spoil('groups:\n  southerners', '‸groups:\n  southerners');
    const one = yaml
      .replace(/ {2}northerners:\n {4}name[\s\S]*?(?=trust:)/, '')
      .replace('northerners: {', 'southerners: {');
    expect(problemsOf(one)).toEqual([`${place}: groups: expected at least one group held by "south"`]);
  });

  test('several problems are told at once', () => {
    const yaml = SMALL.replace('value: 40', 'value: -1')
      .replace('home: south', 'hom: south')
      .replace('2024-08-10', 'soon');
    expect(problemsOf(yaml)).toHaveLength(4);
  });
});

describe('a text that is no scenario is told so', () => {
  test.each([
    ['empty', '', 'small.yaml: the file is empty; expected a scenario'],
    ['blank', ' \n\n', 'small.yaml: the file is empty; expected a scenario'],
    ['binary', 'PK\u0003\u0004\0\0', 'small.yaml: the file is binary; expected YAML text'],
    [
      'enormous',
      'a'.repeat(LARGEST_SCENARIO + 1),
      'small.yaml: the file has 1000001 characters; expected at most 1000000',
    ],
    ['comments only', '# nothing here\n', 'small.yaml:1:1: expected a map of keys and values, got nothing'],
    ['a list', '# a list\n- one\n- two\n', 'small.yaml:2:1: expected a map of keys and values, got a list'],
    ['a word', 'scenario\n', 'small.yaml:1:1: expected a map of keys and values, got "scenario"'],
    [
      'a tab',
      SMALL.replace('    name: North\n', '\tname: North\n'),
      'small.yaml:9:1: not YAML: Tabs are not allowed as indentation',
    ],
    [
      'wrong indentation',
      SMALL.replace('    capital', '   capital'),
      'small.yaml:10:1: not YAML: All mapping items must start at the same column',
    ],
    [
      'a key given twice',
      SMALL.replace('capacity:', 'trust:'),
      'small.yaml:64:1: not YAML: Map keys must be unique',
    ],
    [
      'a key that is a list',
      SMALL.replace('capacity:', '[capacity]:'),
      'small.yaml:64:1: expected a key that is plain text',
    ],
    [
      'an alias of nothing',
      SMALL.replace('&seat', ''),
      'small.yaml:27:11: not usable YAML: Unresolved alias (the anchor must be set before the alias): seat',
    ],
    [
      'an alias bomb',
      Array.from(
        { length: 9 },
        (_, level) => `a${level}: &a${level} [${Array(9).fill(level > 0 ? `*a${level - 1}` : 'x')}]`,
      ).join('\n'),
      'small.yaml:2:10: not usable YAML: Excessive alias count indicates a resource exhaustion attack',
    ],
  ])('%s', (_name, yaml, message) => {
    expect(problemsOf(yaml)[0]).toBe(message);
  });

  test('nested without end', () => {
    expect(problemsOf('['.repeat(100_000))).toEqual([
      expect.stringMatching(/^small\.yaml:1:\d+: not usable YAML: nested too deeply$/),
    ]);
  });

  test('Windows line ends and a byte order mark change nothing', () => {
    const { yaml, place } = spoil('held: { value: 40', 'held: { value: ‸-40');
    expect(problemsOf(`\uFEFF${yaml.replaceAll('\n', '\r\n')}`)).toEqual([
      `${place}: groups.southerners.held.value: expected a number of people, at least 0, got -40`,
    ]);
  });
});

/** Where each scalar of the text stands, keys and values alike. */
function scalarsOf(yaml: string): [start: number, end: number][] {
  const scalars: [number, number][] = [];
  visit(parseDocument(yaml), {
    Scalar(_key, node) {
      if (isScalar(node) && node.range) scalars.push([node.range[0], node.range[1]]);
    },
  });
  return scalars;
}

describe('no text makes the parser throw', () => {
  const garbage = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.json(),
    fc.double().map(String),
    fc.integer().map(String),
    fc.constantFrom('', '~', 'null', 'true', '-1', '.nan', '-.inf', '1e999', '2024-08-06', '2024-13-45'),
    fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      '*x',
      '&x',
      '&x *x',
      '!!set {a}',
      '!no',
      '<<',
      '? ',
      '[',
      '{',
      '- ',
    ),
  );

  function checkSound(texts: ScenarioTexts): void {
    const parsed = parseScenario(texts);
    if (parsed.ok) return;
    expect(parsed.problems.length).toBeGreaterThan(0);
    for (const { line, column, message } of parsed.problems) {
      expect(line).toBeGreaterThanOrEqual(texts.yaml.includes('\0') ? 0 : 1);
      expect(column).toBeGreaterThanOrEqual(texts.yaml.includes('\0') ? 0 : 1);
      expect(line).toBeLessThanOrEqual(texts.yaml.split('\n').length);
      expect(message).not.toMatch(/undefined|\[object/);
    }
  }

  test.each([
    ['kursk-2024', KURSK, 60],
    ['the small scenario', { id: 'small', file: 'small.yaml', yaml: SMALL, attachments: ATTACHMENTS }, 500],
  ])(
    'one scalar of %s turned into anything',
    (_name, texts, numRuns) => {
      const scalars = scalarsOf(texts.yaml);
      const property = fc.property(fc.nat(scalars.length - 1), garbage, (index, replacement) => {
        const [start, end] = scalars[index] ?? [0, 0];
        checkSound({ ...texts, yaml: texts.yaml.slice(0, start) + replacement + texts.yaml.slice(end) });
      });
      fc.assert(property, { numRuns });
    },
    60_000,
  );
});
