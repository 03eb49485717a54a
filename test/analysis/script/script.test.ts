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
  - { day: 0, first_overture.day: never, trust: "< 0" }
`);
    expect(told(result)).toEqual([
      '16 1 phase initiation: met',
      '16 1 overture.north == 1: met',
      '16 1 first_overture.day == 1: met',
      '16 1 exchanges == 0: met',
      '17 40 first_exchange.home.north == 2: met',
      '17 40 first_exchange.home.south == 1: met',
      '17 40 breach == 0: met',
      '18 0 first_overture.day never: met',
      expect.stringMatching(/^18 0 trust < 0: 0\.\d+$/),
    ]);
  });

  test('an offer that asks for more than the condition allows is not taken', () => {
    const result =
      played(`${AGREED.replace('asked: { north-soldiers: 2 }', 'asked: { north-soldiers: 1 }')}expect:
  - { agreement: no }
`);
    expect(told(result)).toEqual(['16 40 agreement == 0: met']);
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
    expect(rest).toEqual(['5 9 overture.north == 0: met', '5 9 exchanges >= 1: 0']);
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
    const { record } = played(`${AGREED}expect: [{ exchanges: ">= 0" }]`);
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
      's.yaml:3:32: moves.north.0.do: unknown event type "acept"',
    ],
    [
      `${START}moves: { north: [{ day: 1, do: dayBegins }] }\n${END}`,
      's.yaml:3:32: moves.north.0.do: dayBegins: unexpected "party"',
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
    [`${START}expect: [{ record: none.jsonl }]`, 's.yaml:3:20: expect.0.record: none.jsonl: cannot be read'],
    [
      `${START}injects: [{ day: 3, inject: flod }]\n${END}`,
      's.yaml:3:29: injects.0.inject: unknown inject "flod"',
    ],
  ])('%j', (yaml, problem) => {
    const plan = planned(yaml);
    expect(plan.ok ? [] : plan.problems.map(formatProblem)).toContain(problem);
  });
});
