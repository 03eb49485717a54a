import { describe, expect, test } from 'vitest';
import type { ScriptPlan } from '../../../src/analysis/script/plan.ts';
import { planScript } from '../../../src/analysis/script/plan-of.ts';
import { playScript, type ScriptPlayed } from '../../../src/analysis/script/play.ts';
import { draftScenario } from '../../../src/scenario/parse.ts';
import { formatProblem, type Parsed } from '../../../src/scenario/problem.ts';
import { looksLikeScript, readScript } from '../../../src/scenario/script-file.ts';
import { formatRecord, parseRecord } from '../../../src/table/record-text.ts';
import { replay } from '../../../src/table/replay.ts';
import { RIVER_YAML, river, riverTexts } from '../../fixtures/river.ts';

function planned(yaml: string, texts: Record<string, string> = {}): Parsed<ScriptPlan> {
  const file = readScript({ file: 's.yaml', yaml });
  if (!file.ok) return file;
  return planScript(file.value, {
    scenario: name => {
      const draft = draftScenario(riverTexts(RIVER_YAML));
      return name === 'river' && draft.ok ? draft.value : `unknown scenario "${name}"`;
    },
    text: name => (texts[name] === undefined ? `${name}: cannot be read` : { text: texts[name] }),
  });
}

function played(yaml: string, texts?: Record<string, string>): ScriptPlayed {
  const plan = planned(yaml, texts);
  if (!plan.ok) throw new Error(plan.problems.map(formatProblem).join('\n'));
  return playScript(plan.value, plan.value.seeds[0] ?? '');
}

const told = ({ verdicts }: ScriptPlayed) =>
  verdicts.map(
    ({ place, day, expected, met, was }) => `${place.line} ${day} ${expected}: ${met ? 'met' : was}`,
  );

/** Both sides scripted to the same deal, on known days. */
const AGREED = `script: 1
scenario: river
seed: 3
moves:
  north:
    - { day: 1, do: proposeTalks }
    - { when: { phase: preparation }, do: submitList }
    - { when: { phase: rounds.open }, do: { type: offer, deal: { north-soldiers: 2, south-soldiers: 1 } } }
    - { when: { phase: handOver }, do: handOver }
  south:
    - { when: { phase: initiation.overture }, do: agree }
    - { when: { phase: preparation }, do: submitList }
    - { when: { offered: { south-soldiers: 1 }, asked: { north-soldiers: 2 } }, do: accept }
    - { when: { phase: handOver }, do: handOver }
`;

describe('a script', () => {
  test('plays the moves it says, when it says, and holds what came against what it expects', () => {
    const result = played(`${AGREED}expect:
  - { day: 1, phase: initiation, overture.north: yes, first_overture.day: 1, exchanges: 0 }
  - { first_exchange.home.north: 2, first_exchange.home.south: 1, breach: no }
  - { day: 0, first_overture.day: never, trust: "< 0.01" }
`);
    expect(told(result)).toEqual([
      '16 1 phase initiation: met',
      '16 1 overture.north yes: met',
      '16 1 first_overture.day == 1: met',
      '16 1 exchanges == 0: met',
      '17 40 first_exchange.home.north == 2: met',
      '17 40 first_exchange.home.south == 1: met',
      '17 40 breach no: met',
      '18 0 first_overture.day never: met',
      expect.stringMatching(/^18 0 trust < 0.01: 0\.\d+$/),
    ]);
  });

  test('an offer that asks for more than the condition allows is not taken', () => {
    const result =
      played(`${AGREED.replace('asked: { north-soldiers: 2 }', 'asked: { north-soldiers: 1 }')}expect:
  - { agreement: no }
`);
    expect(told(result)).toEqual(['16 40 agreement no: met']);
  });

  test('a move of a day that the rules refuse is told, and play goes on', () => {
    const result = played(`script: 1
scenario: river
days: 9
moves: { north: [{ day: 2, do: accept }] }
expect: [{ overture.north: no, exchanges: ">= 1" }]
`);
    const [first, ...rest] = told(result);
    expect(first).toMatch(/^4 2 the move accept: not made: "accept" is not possible in this phase/);
    expect(rest).toEqual(['5 9 overture.north no: met', '5 9 exchanges >= 1: 0']);
  });

  test('a move that is refused day after day is told once, with the first day and how often', () => {
    const result = played(`script: 1
scenario: river
days: 9
moves: { north: [{ when: {}, do: { type: release, people: { south-soldiers: 9999 } } }] }
expect: [{ home: 0 }]
`);
    expect(told(result)).toEqual([
      expect.stringMatching(
        /^4 0 the move { type: release, people: { south-soldiers: 9999 } }: not made: .* \(nor on 9 later days\)$/,
      ),
      '5 9 home == 0: met',
    ]);
    expect(result.neverMade).toEqual([]);
  });

  test('moves whose condition never held, or when they were not possible, are named', () => {
    const { neverMade } = played(`${AGREED}expect: [{ agreement: yes }]`.replace('1 }, asked', '9 }, asked'));
    expect(neverMade.map(({ place, move, notPossibleOn }) => [place.line, move, notPossibleOn])).toEqual([
      [9, 'handOver', null],
      [13, 'accept', null],
      [14, 'handOver', null],
    ]);
    const early = played(
      'script: 1\nscenario: river\ndays: 3\nmoves: { north: [{ when: { from: 2 }, do: accept }] }\nexpect: [{ home: 0 }]',
    );
    expect(early.neverMade).toMatchObject([{ move: 'accept', notPossibleOn: 2 }]);
  });

  test('people of all groups together can be asked for in a condition, and a move made once only', () => {
    const inAll = AGREED.replace('{ south-soldiers: 1 }, asked: { north-soldiers: 2 }', 'WHAT');
    const agreed = (what: string) =>
      told(played(`${inAll.replace('WHAT', what)}expect: [{ agreement: yes }]`))[0]?.endsWith(': met');
    expect(['1, asked: 2', '2, asked: 2', '1, asked: 1'].map(agreed)).toEqual([true, false, false]);
    const offers = (once: string) =>
      played(
        `${AGREED.replace('do: { type: offer', `${once}do: { type: offer`)}expect: [{ exchanges: 1 }]`.replace(
          'do: accept',
          'do: refuse',
        ),
      ).record.entries.filter(({ event }) => event.type === 'offer').length;
    expect(offers('')).toBeGreaterThan(1);
    expect(offers('once: true, ')).toBe(1);
  });

  test('a negotiator decides where no rule applies, if one is named', () => {
    const seated = (seats: string) =>
      played(
        `script: 1\nscenario: river\nseed: 7\n${seats}\nmoves: { north: [{ day: 39, do: wait }] }\nexpect: [{ trust: 0 }]\n`,
      );
    const moves = ({ record }: ScriptPlayed) =>
      record.entries.filter(({ event }) => 'party' in event && event.party === 0 && event.type !== 'wait')
        .length;
    expect(moves(seated(''))).toBe(0);
    expect(moves(seated('seats: { north: random }'))).toBeGreaterThan(0);
  });

  test('its record replays, and can be expected byte for byte', () => {
    const { record } = played(`${AGREED}expect: [{ exchanges: ">= 1" }]`);
    const text = formatRecord(river, record);
    expect(parseRecord(river, 'r', text)).toEqual({ ok: true, value: { record } });
    expect(replay(river, record).refused).toBeNull();
    const lines = text.split('\n');
    const other = [...lines.slice(0, 5), '', ...lines.slice(6)].join('\n');
    const expected = (name: string) =>
      told(played(`${AGREED}expect: [{ record: ${name} }]`, { same: text, other }));
    expect(expected('same')).toEqual(['15 40 record same: met']);
    expect(expected('other')).toEqual(['15 40 record other: another from line 6 on']);
  });

  test('is told from a scenario by its key', () => {
    expect(looksLikeScript(AGREED)).toBe(true);
    expect(looksLikeScript(RIVER_YAML)).toBe(false);
    for (const yaml of [
      '{"script": 1}',
      '# of two\n  script: 1\n',
      '---\n"script" : 1',
      'title: x\nscript: 1',
    ])
      expect(looksLikeScript(yaml), yaml).toBe(true);
    expect(looksLikeScript('parley: 1\nsummary: |\n  script: none\n')).toBe(false);
  });
});

describe('what is wrong with a script is told with its place', () => {
  const START = 'script: 1\nscenario: river\n';
  const END = 'expect: [{ exchanges: 0 }]';
  test.each([
    [`${START}`, 's.yaml:1:1: expect: missing; expected a list'],
    [
      `script: 2\nscenario: river\n${END}`,
      's.yaml:1:9: script: expected 1, the version of the script format, got 2',
    ],
    [`script: 1\nscenario: rivr\n${END}`, 's.yaml:2:11: scenario: unknown scenario "rivr"'],
    [
      `${START}set: { trst: 1 }\n${END}`,
      's.yaml:3:6: set: trst: no figure of the scenario; did you mean "trust"?',
    ],
    [
      `${START}moves: { nort: [{ day: 1, do: wait }] }\n${END}`,
      's.yaml:3:10: moves.nort: no party of river; did you mean "north"?',
    ],
    [
      `${START}moves: { north: [{ day: 99, do: wait }] }\n${END}`,
      's.yaml:3:25: moves.north.0.day: is never reached: the last day played is 40',
    ],
    [
      `${START}moves: { north: [{ day: 1, do: wait }, { day: 1, do: agree }] }\n${END}`,
      's.yaml:3:47: moves.north.1.day: a second move on one day, which a party has not',
    ],
    [
      `${START}moves: { north: [{ day: 1, do: acept }] }\n${END}`,
      's.yaml:3:32: moves.north.0.do: unknown move "acept"; did you mean "accept"?',
    ],
    [
      `${START}moves: { north: [{ day: 1, do: dayBegins }] }\n${END}`,
      's.yaml:3:32: moves.north.0.do: unknown move "dayBegins"; expected one of wait, publicise, release, proposeTalks, agree, decline, submitList, strikeNames, askVisits, offer, accept, refuse, callMediator, walkOut, handOver, withhold, resume',
    ],
    [
      `${START}moves: { north: [{ do: wait }] }\n${END}`,
      's.yaml:3:18: moves.north.0: expected either `day` or `when`',
    ],
    [
      `${START}moves: { north: [{ when: { offered: { south-soldiers: 1 } }, do: accept }] }\n${END}`,
      's.yaml:3:39: moves.north.0.when.offered.south-soldiers: no group of the party\'s own people; did you mean "north-soldiers"?',
    ],
    [
      `${START}moves: { north: [{ when: { from: 9, to: 3 }, do: accept }] }\n${END}`,
      's.yaml:3:41: moves.north.0.when.to: never holds: it ends on day 3 and begins on day 9',
    ],
    [
      `${START}moves: { north: [{ day: 1, do: { type: submitList, coverage: all } }] }\n${END}`,
      's.yaml:3:32: moves.north.0.do: submitList: "coverage": expected one of full, partial, inflated, got "all"',
    ],
    [
      `${START}moves: { north: [{ day: 1, do: { type: release, people: { south-soldier: 1 } } }] }\n${END}`,
      's.yaml:3:32: moves.north.0.do: unknown group "south-soldier"; did you mean "south-soldiers"?',
    ],
    [
      `${START}moves: { north: [{ day: 1, once: true, do: accept }] }\n${END}`,
      's.yaml:3:34: moves.north.0.once: goes with `when`; a move of a day is made once',
    ],
    [
      `${START}moves: { north: [{ when: { phase: round }, do: accept }] }\n${END}`,
      's.yaml:3:35: moves.north.0.when.phase: unknown phase "round"; did you mean "rounds"?',
    ],
    [
      `${START}expect: [{ exchnges: 0 }]`,
      's.yaml:3:12: expect.0.exchnges: unknown metric "exchnges"; did you mean "exchanges"?',
    ],
    [
      `${START}expect: [{ exchanges: some }]`,
      's.yaml:3:23: expect.0.exchanges: expected a number, a comparison such as ">= 50", yes, no or never, got "some"',
    ],
    [`${START}expect: [{ day: 3 }]`, 's.yaml:3:10: expect.0: expected something beside `day`'],
    [
      `${START}seeds: [1, 2, 1]\n${END}`,
      's.yaml:3:15: seeds.2: 1 stands here a second time, and would count twice',
    ],
    [
      `${START}expect:\n  - home: >= 50`,
      's.yaml:4:12: not YAML: Block scalar header includes extra characters: >=; a value that begins with ">" is written in quotes: ">= 50"',
    ],
    [`${START}expect: [{ record: none.jsonl }]`, 's.yaml:3:20: expect.0.record: none.jsonl: cannot be read'],
    [
      `${START}injects: [{ day: 3, inject: flod }]\n${END}`,
      's.yaml:3:29: injects.0.inject: unknown inject "flod"; the scenario has none',
    ],
  ])('%j', (yaml, problem) => {
    const plan = planned(yaml);
    expect(plan.ok ? [] : plan.problems.map(formatProblem)).toContain(problem);
  });
});

describe('an expectation that campaigns can decide is not refused', () => {
  test.each([
    'first_exchange.day: never',
    'first_exchange.day: "<= 40"',
    'first_exchange.day: 40',
    'first_overture.by.north: never',
    'first_overture.by.north: "<= 1"',
    'first_exchange.home: ">= 0"',
    'gained.north: ">= -5"',
    'agreement: yes',
    'trust: 1',
    'home: "== 0"',
  ])('%s', expected => {
    expect(planned(`script: 1\nscenario: river\nexpect: [{ ${expected} }]`).ok).toBe(true);
  });
});

describe('an expectation that no campaign could decide is refused', () => {
  test.each([
    ['agreement: 2', 'agreement is always from 0 to 1, so this can never be met'],
    ['trust: "> 1.5"', 'trust is always from 0 to 1, so this can never be met'],
    ['home: ">= 0"', 'home is always 0 or more, so this can never fail'],
    [
      'home: yes',
      'expected a number, or a comparison such as ">= 50", got "yes": home is measured in people',
    ],
    ['first_exchange.day: no', 'expected a day, a comparison such as "<= 30", or never, got "no": '],
    ['home: never', 'home always has a value, so this can never be met'],
    ['breach: never', 'breach always has a value, so this can never be met; expected yes or no'],
    [
      'day: 9, first_exchange.day: 12',
      'first_exchange.day is always from 0 to 9 or never, so this can never be met',
    ],
    [
      'first_exchange.day: ">= 0"',
      'first_exchange.day is always from 0 to 40 or never, so this can never fail',
    ],
    [
      'first_exchange.day: "!= 50"',
      'first_exchange.day is always from 0 to 40 or never, so this can never fail',
    ],
  ])('%s', (expected, words) => {
    const plan = planned(`script: 1\nscenario: river\nexpect: [{ ${expected} }]`);
    const problems = plan.ok ? [] : plan.problems.map(formatProblem);
    expect(problems).toEqual([expect.stringMatching(/^s\.yaml:3:\d+: expect\.0\.[\w.]+: /)]);
    expect(problems[0]).toContain(`: ${words}`);
  });
});
