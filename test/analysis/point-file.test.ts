import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePoints, pointNotation } from '../../src/analysis/point-file.ts';
import type { PointSet } from '../../src/analysis/point-set.ts';
import { formatProblem } from '../../src/scenario/problem.ts';
import { scenarioTexts } from '../library.ts';

function read(text: string): PointSet {
  const notation = pointNotation(text);
  if (notation === null) throw new Error('not taken for points');
  const parsed = parsePoints(text, 'f', notation);
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.value;
}

const SET: PointSet = {
  parties: ['Buyer', 'Seller'],
  points: [
    { label: 'peace', values: [0.9, 0.6] },
    { label: 'yours, all', values: [0, 1] },
  ],
  disagreement: [0.1, -0.05],
};

describe('a file of points', () => {
  test.each([
    'outcome,Buyer,Seller\npeace,0.9,0.6\n"yours, all",0,1\ndisagreement,.1,-5e-2\n',
    '\uFEFFoutcome, Buyer, Seller\r\nDisagreement point, 0.1, -0.05\r\npeace, +0.9, 0.60\r\n"yours, all", 0, 1\r\n',
    '[{"label":"peace","Buyer":0.9,"Seller":0.6},{"label":"yours, all","Buyer":0,"Seller":1},{"label":"disagreement","Buyer":0.1,"Seller":-0.05}]',
    '{"parties":["Buyer","Seller"],"disagreement":[0.1,-0.05],"points":[{"label":"peace","values":[0.9,0.6]},{"label":"yours, all","values":[0,1]}]}',
    '{\n\t"points": [{"label":"peace","Buyer":0.9,"Seller":0.6},\n\t{"label":"yours, all","Seller":1,"Buyer":0}],\n\t"disagreement": {"Buyer":0.1,"Seller":-0.05}\n}\n',
  ])('may be written as %j', text => {
    expect(read(text)).toEqual(SET);
  });

  test('need not name the parties nor tell a disagreement point', () => {
    for (const text of ['a,1,2\nb,2,1\n', '[{"label":"a","values":[1,2]},{"label":"b","values":[2,1]}]'])
      expect(read(text)).toMatchObject({ parties: ['the first', 'the second'], disagreement: null });
  });

  test('is read back as it was, whatever its labels and values are', () => {
    const label = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map(text => `o ${text}`.trim());
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(number => Math.fround(number) + 0);
    const sets = fc.uniqueArray(fc.record({ label, values: fc.tuple(value, value) }), {
      selector: point => point.label,
      minLength: 2,
      maxLength: 8,
    });
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(sets, points => {
        fc.pre(points.every(point => !/\p{Cc}/u.test(point.label)));
        // Values that hardly differ are refused; these do.
        const told = [
          ...points,
          { label: 'o', values: [0, 0] as const },
          { label: 'O', values: [1, 1] as const },
        ];
        fc.pre(new Set(told.map(point => point.label)).size === told.length);
        const csv = told.map(point => `${cell(point.label)},${point.values.join()}`).join('\n');
        for (const text of [`,A,B\n${csv}`, JSON.stringify(told)]) expect(read(text).points).toEqual(told);
      }),
    );
  });
});

describe('what is no file of points', () => {
  test.each([
    ['a scenario', scenarioTexts('toll-bridge').yaml],
    ['a study', '# kursk, again\nscenario: kursk-2024\nruns: 3\n'],
    ['a script', 'script: 1\nscenario: kursk-2024\n'],
    ['a record', '{"parley":"record","format":2}\n'],
    ['a result', '{\n  "parley": "analysis",\n  "format": 1\n}\n'],
    ['a scenario that lacks its head', 'title: Kursk, again\nparties: [a, b]\n'],
    ['a list in YAML', '- a\n- b\n'],
  ])('is known for it: %s', (_, text) => {
    expect(pointNotation(text)).toBeNull();
  });
});

describe('a file that is not as it must be', () => {
  const HEAD = 'outcome,A,B\n';
  const ROW = '{"label":"x","values":[1,2]}';

  test.each([
    [`${HEAD}x,1,2\ny,1\n`, 'f:3:1: expected a label and two values, such as peace,0.9,0.6; got 2 cells'],
    [`${HEAD}x,1,2\ny,one,2\n`, 'f:3:3: expected a number such as 0.9, got "one"'],
    [`${HEAD}x,,2\n`, 'f:2:3: expected a number such as 0.9, got nothing'],
    [`${HEAD}x,1,NaN\n`, 'f:2:5: expected a number such as 0.9, got "NaN"'],
    [`${HEAD}x,1,1e999\n`, 'f:2:5: expected a finite number, got "1e999"'],
    [`${HEAD}x,1,1e13\n`, 'f:2:1: 10000000000000 is too large'],
    ['outcome;A;B\nx;1;2\n', 'f:1:1: expected a label and two values.*put commas between the cells'],
    ['a;1,5;2\nb;2;1,5\n', 'f:1:1: expected a label and two values.*put commas between the cells'],
    ['a,x,2\nb,1,1\n', 'f:1:3: expected a number such as 0.9, got "x"'],
    ['a,1.5.2,2\nb,1,1\n', 'f:1:3: expected a number such as 0.9, got "1.5.2"'],
    ['a,NaN,-inf\nb,1,1\n', 'f:1:3: expected a number such as 0.9, got "NaN"'],
    ['a,"1,5","2,5"\nb,1,1\n', 'f:1:3: expected a number such as 0.9, got "1,5"'],
    [`${HEAD}x,0,9,0,8\n`, 'f:2:1: .*got 5 cells; write decimals with a point'],
    ['outcome,A,B,C\nx,1,2,3\n', 'f:1:1: .*got 4 cells; between more than two parties nothing is reckoned'],
    [`${HEAD}x,1,2\nx,2,1\n`, 'f:3:1: the label "x" is that of point 1 already'],
    [`${HEAD},1,2\n`, 'f:2:1: a point without a label'],
    [`${HEAD}x\u001b[31m,1,2\n`, 'f:2:1: a label with a control character'],
    ['outcome,A,A\nx,1,2\n', 'f:1:1: both parties are called "A"'],
    ['outcome,,B\nx,1,2\n', 'f:1:1: "" is no name of a party'],
    [HEAD, 'f:1:1: no point in it'],
    [`${HEAD}disagreement,1,1\nx,1,2\ndisagreement,0,1\n`, 'f:4:1: the disagreement point stands here twice'],
    [`${HEAD}x,1e-9,2\ny,0,2\n`, 'f:1:1: the values to A differ by less than a millionth'],
    [`${HEAD}"x,1,2\n`, 'f:2:1: a quote that is never closed'],
    [`[${ROW}\n${ROW}]`, "f:2:1: not JSON: expected ',' or ']'"],
    [`[${ROW}`, "f:1:30: not JSON: expected ',' or ']'"],
    [`${ROW}\n${ROW}`, 'f:2:1: not JSON: .*; put all points into one list'],
    ['[{"label":"a","label":"b","values":[1,2]}]', 'f:1:15: not JSON: Map keys must be unique'],
    ['[]', 'f:1:1: no point in it'],
    ['[1]', 'f:1:2: 0: expected a point such as .*, got 1'],
    [`[${ROW},\n{"label":"y","values":[1,"2"]}]`, 'f:2:26: 1.values.1: expected a finite number, got "2"'],
    ['[{"label":"y","values":[1]}]', 'f:1:24: 0.values: expected two numbers, .* got \\[1\\]'],
    ['[{"values":[1,2]}]', 'f:1:2: 0.label: expected a name for the outcome, got nothing'],
    ['[{"label":"x","A":1,"B":2,"C":3}]', 'f:1:2: 0: expected "values": .*each of two parties'],
    [
      '[{"label":"x","A":1,"B":2},\n{"label":"y","A":1}]',
      'f:2:1: 1.B: expected a finite number, got nothing',
    ],
    ['{"point":[]}', 'f:1:1: expected a list of points'],
    [`{"points":[${ROW}],"disagrement":[0,0]}`, 'f:1:\\d+: disagrement: .*did you mean disagreement\\?'],
    [`{"points":[${ROW}],"parties":["A"]}`, 'f:1:\\d+: parties: expected the names of two parties'],
    [`{"points":[${ROW}],"disagreement":[0,null]}`, 'f:1:\\d+: disagreement.1: .*got null'],
    [`{"points":[${ROW},{"label":"disagreement","values":[0,0]}],"disagreement":[0,0]}`, 'f:1:\\d+: .*twice'],
  ])('says where and what: %j', (text, told) => {
    const notation = pointNotation(text);
    expect(notation).not.toBeNull();
    const parsed = parsePoints(text, 'f', notation ?? 'CSV');
    expect(parsed.ok ? '' : formatProblem(parsed.problems[0] ?? expect.fail())).toMatch(
      new RegExp(`^${told}`),
    );
  });
});
