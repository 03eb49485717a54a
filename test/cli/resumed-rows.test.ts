import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RowChecks } from '../../src/cli/studies/row-checks.ts';
import { RIVER_PATH } from '../fixtures/river.ts';
import { emptyFolder, within } from './command.ts';

const STUDY = `
scenario: ${RIVER_PATH}
runs: 3
vary: { trust: [0.2, 0.5] }
metrics: [agreement, home, gained.north]
`;

type Change = (row: string) => string;

/** The study played to its end, and what it takes to leave it after four of its six runs. */
async function playedAs(lines: 'csv' | 'ndjson') {
  const folder = emptyFolder();
  const file = join(folder, 'study.yaml');
  writeFileSync(file, STUDY);
  const study = ['study', file, '--workers', '1', '--resume'];
  const whole = join(folder, 'whole');
  expect((await within([...study, '--format', lines, '--out', whole])).code).toBe(0);
  const rows = readFileSync(join(whole, `runs.${lines}`), 'utf8').split(/(?<=\n)/);
  const above = lines === 'csv' ? rows.slice(0, 1) : [];
  const first = rows.slice(above.length, above.length + 4);
  let made = 0;
  /** Such a folder, its third run changed, and what going on with it comes to. */
  const resumed = async (change: Change, { checked = false, format = lines as string } = {}) => {
    made++;
    const out = join(folder, `half-${made}`);
    const name = format === 'parquet' ? 'runs.unfinished.ndjson' : `runs.${format}`;
    const [path, checks] = [join(out, name), join(out, 'runs.unfinished.check')];
    mkdirSync(out);
    writeFileSync(join(out, 'study.json'), readFileSync(join(whole, 'study.json')));
    const text = [...above, ...first.map((row, at) => (at === 2 ? change(row) : row))].join('');
    writeFileSync(path, text);
    if (checked) {
      const kept = RowChecks.begin(checks);
      kept.write(first);
      kept.close();
    }
    const ended = await within([...study, '--format', format, '--out', out]);
    if (ended.code === 2) expect(readFileSync(path, 'utf8')).toBe(text);
    else expect(existsSync(checks)).toBe(false);
    return { ...ended, out, at: `${path}:${above.length + 3}` };
  };
  return { whole, resumed, third: first[2] ?? '', again: () => within([...study, '--out', whole]) };
}

const advice =
  'put it back as it was, or cut the file off before that line, and --resume plays what is missing';
const toldOf = (at: string) => `parley: ${at}: this row was changed after it was written; ${advice}\n`;

/** What is not as it would have been written, whatever the values may be; of a row of CSV. */
const IN_CSV: Readonly<Record<string, Change>> = {
  'a number written in another way': row => row.replace(',0.2,', ',0.20,'),
  'one more cell': row => row.replace('\n', ',9\n'),
  'one cell less': row => row.replace(/,[^,]*\n/, '\n'),
  'the end of a line as Windows has it': row => row.replace('\n', '\r\n'),
  'another seed': row => row.replace(/^3,2,/, '3,77,'),
  'another setting': row => row.replace(',0.2,', ',0.5,'),
  'a run that the study has not': row => row.replace(/^3,/, '300,'),
  'no row at all': () => 'Here something was cut out.\n',
};

const IN_NDJSON: Readonly<Record<string, Change>> = {
  'one more field': row => row.replace('}', ',"more":9}'),
  'a space': row => row.replace(',', ', '),
  'another seed': row => row.replace('"seed":"2"', '"seed":"77"'),
  'the end of a line as Windows has it': row => row.replace('\n', '\r\n'),
};

/** Another value that could well have come about: only what was noted when it was written shows it. */
const otherValue: Change = row =>
  row.replace(/(\d)(\}?\n)/, (_, digit, end) => `${(Number(digit) + 1) % 10}${end}`);

describe('a study that is gone on with', () => {
  test.each([
    ['csv', IN_CSV, 'csv'],
    ['ndjson', IN_NDJSON, 'parquet'],
  ] as const)('takes a row of %s only as it was written', async (lines, changes, also) => {
    const { resumed, third } = await playedAs(lines);
    for (const [what, change] of Object.entries(changes)) {
      expect(change(third), what).not.toBe(third);
      const { code, err, at } = await resumed(change);
      expect({ what, code, err }).toEqual({ what, code: 2, err: toldOf(at) });
    }
    expect(otherValue(third)).not.toBe(third);
    for (const format of [lines, also]) {
      const { code, err, at } = await resumed(otherValue, { checked: true, format });
      expect({ code, err }).toEqual({ code: 2, err: toldOf(at) });
    }
    const { code, err, at } = await resumed(() => '', { checked: true });
    expect({ code, err }).toEqual({
      code: 2,
      err: `parley: ${at}: expected run 3, found run 4: lines are lost or were moved\n`,
    });
  });

  test('comes to the same bytes where nothing was changed, with and without what was noted', async () => {
    const { whole, resumed, again } = await playedAs('csv');
    for (const checked of [true, false]) {
      const { out } = await resumed(row => row, { checked });
      for (const file of ['summary.json', 'runs.csv'])
        expect(readFileSync(join(out, file)).equals(readFileSync(join(whole, file)))).toBe(true);
    }
    const path = join(whole, 'runs.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace('\n3,2,', '\n3,77,'));
    expect(await again()).toMatchObject({
      code: 2,
      err: `parley: ${path}:4: this row was changed after it was written; put it back as it was, or play the study again with another --out\n`,
    });
  });
});
