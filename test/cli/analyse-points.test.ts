import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatPointsFields } from '../../src/report/points-fields.ts';
import { emptyFolder, within } from './command.ts';

const TABLE = `outcome,Buyer,Seller
hers,0,10
early,4,9
late,5,7
middle,7,6
his,9,2
worse,5,5
disagreement,1,1
`;

function file(text: string, name = 'points.csv'): string {
  const path = join(emptyFolder(), name);
  writeFileSync(path, text);
  return path;
}

const analysed = (path: string, ...more: string[]) => within(['analyse', path, ...more]);

describe('parley analyse of points', () => {
  test('says what it took the file for, and tells the zone, the named points and the frontier', async () => {
    const { code, out, err } = await analysed(file(TABLE), '--agreed', 'worse', '--power', '0.1');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const part of [
      /: taken for 6 points in CSV, each with its\s+value to Buyer and to Seller\./,
      /^reservation, the disagreement point +1 +1$/m,
      /4 of the 5 points of the frontier\s+are\s+below\s+neither\s+reservation\./,
      /^N Nash: middle +7 : 6 +6 : 5$/m,
      /^P Nash by power: early +4 : 9 +3 : 8$/m,
      /^U utilitarian \(1 of 2 alike\): early +4 : 9 +3 : 8$/m,
      /^ {2}late \(beaten by a lottery\) +5 : 7 +4 : 6$/m,
      /^AGREED: worse$/m,
      /^ {2}Distance to the frontier: 2\.$/m,
      /^ {2}Nash: the greatest product of both gains\.$/m,
    ])
      expect(out).toMatch(part);
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
  });

  test('draws them', async () => {
    const { out } = await analysed(file(TABLE));
    const plane = out.slice(out.indexOf('value to Seller'), out.indexOf('letters:'));
    for (const sign of ['N', 'U', '.', ':', '+']) expect(plane).toContain(sign);
    expect(out).not.toContain('Nash by power');
  });

  test('tells the same of either notation, with the fields that the help tells', async () => {
    const rows = TABLE.trim().split('\n').slice(1);
    const points = rows.map(row => {
      const [label, ...values] = row.split(',');
      return { label, Buyer: Number(values[0]), Seller: Number(values[1]) };
    });
    const ofTable = JSON.parse((await analysed(file(TABLE), '--json', '--agreed', 'late')).out);
    const ofJson = JSON.parse(
      (await analysed(file(JSON.stringify(points), 'p'), '--json', '--agreed', 'late')).out,
    );
    expect({ ...ofJson, notation: 'CSV' }).toEqual(ofTable);
    const [top = '', point = '', frontier = '', agreed = ''] =
      formatPointsFields().split(/\n\n(?= {2}(?:Each|The) )/);
    const keys = (part: string) =>
      [...part.matchAll(/^ {2}(?!Each |The )(\w+) {2,}/gm)].map(([, key]) => key);
    expect(Object.keys(ofTable)).toEqual(keys(top.slice(top.indexOf('Fields of --json'))));
    expect(Object.keys(ofTable.solutions.nash[0])).toEqual(keys(point));
    expect(Object.keys(ofTable.frontier.points[0])).toEqual([...keys(point), ...keys(frontier)]);
    expect(Object.keys(ofTable.agreed)).toEqual([...keys(point), ...keys(agreed)]);
  });

  test('takes a disagreement point that is given for that of the file, and tells where there is no zone', async () => {
    const { out } = await analysed(file(TABLE), '--disagreement', '8,8');
    expect(out).toMatch(/There is no zone of possible agreement: none of the 5 points/);
    expect(out).not.toContain('NAMED POINTS');
  });

  test.each([
    [['--day', '3'], /--day: goes with a scenario or a record, and \S+ was taken for points\n$/],
    [['--agreed', 'midle'], /--agreed midle: no point of \S+ has that label; did you mean "middle"\?\n$/],
  ])('refuses %j', async (options, told) => {
    const { code, out, err } = await analysed(file(TABLE), ...options);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(told);
  });

  test('refuses what goes with points alone for a scenario, and a bad file in one line', async () => {
    const ofScenario = await analysed('toll-bridge', '--power', '0.3');
    expect(ofScenario).toMatchObject({ code: 2, out: '' });
    expect(ofScenario.err).toBe(
      'parley: --power: goes with a file of points, and toll-bridge was not taken for one\n',
    );
    const bad = file(TABLE.replace('his,9,2', 'his,9,two').replace('late,5,7', 'late,,7'));
    expect(await analysed(bad)).toEqual({
      code: 2,
      out: '',
      err: `parley: ${bad}:4:6: expected a number such as 0.9, got nothing; and 1 more fault (taken for points in CSV)\n`,
    });
    const empty = file('');
    expect((await analysed(empty)).err).toMatch(
      /: the file is empty; expected lines of a label and two values/,
    );
  });
});
