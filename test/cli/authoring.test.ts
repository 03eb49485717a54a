import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scaffold } from '../../src/scenario/scaffold.ts';
import { RIVER_PATH } from '../fixtures/river.ts';
import { type Ended, emptyFolder, MAIN, parleyAsOthers, UNBOUND, within } from './command.ts';

const skipped = UNBOUND === null ? '' : ` (skipped: ${UNBOUND})`;

/** One clear line, the code for bad input, nothing on standard output and no stack trace. */
function expectOneLine({ code, out, err }: Ended, line: RegExp): void {
  expect(err).toMatch(line);
  expect(err.match(/\n/g)).toHaveLength(1);
  expect(err).not.toMatch(/\bat .*:\d+:\d+\)?$/m);
  expect({ code, out }).toEqual({ code: 2, out: '' });
}

const RECORD =
  'date,returned_to_first,returned_to_second,source_url,notes\n' +
  '2020-03-15,10,10,https://example.org/1,\n' +
  '2020-04-01,12,,https://example.org/2,"number not published, says the Gazette"\n' +
  '2020-06-01,1,1,https://example.org/3,later\n';
const EARLIER =
  'date,returned_to_first,returned_to_second,source_url\n' +
  '2019-10-01,5,5,https://example.org/4\n2019-12-24,9,8,https://example.org/5\n';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('backtest', () => {
  const files = () => folderWith({ 'record.csv': RECORD, 'earlier.csv': EARLIER });

  test('puts campaigns beside a record and a climatology, and says what it cannot tell', async () => {
    const cwd = files();
    const args = [
      'backtest',
      RIVER_PATH,
      '--against',
      'record.csv',
      '--climatology',
      'earlier.csv',
      '--runs',
      '8',
    ];
    const { code, out, err } = await within(args, { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^The river: 8 simulated campaigns \(seeds 1 to 8; Northland: boulware, Southland:/);
    expect(out).toMatch(/beside 2 recorded exchanges from 1 March 2020 to 10 April 2020, day 0\s+to day 40/);
    expect(out).toMatch(/^Exchanges +\d+ +\d+ +\d+ +2 +[\d.]+ +[\d.]+ +[\d.]+ +8$/m);
    expect(out).toMatch(/^All: home to Northland +.* 22 /m);
    expect(out).toMatch(/^All: home to Southland +.* 10\+ +[\d.]+\+ +- +- +8$/m);
    for (const said of ['History happened once', 'not published: 1 to Southland', 'tuned on kursk-2024']) {
      expect(out.replace(/\s+/g, ' ')).toContain(said);
    }
    expect(out).toContain('1 of the dated exchanges in the file lie');
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
  });

  test('is the same again, and other with other seeds', async () => {
    const cwd = files();
    const run = async (...more: string[]) =>
      (
        await within(['backtest', RIVER_PATH, '--against', 'record.csv', '--runs', '6', '--json', ...more], {
          cwd,
        })
      ).out;
    expect(await run()).toBe(await run());
    expect(await run()).not.toBe(await run('--first-seed', '100'));
  });

  test('as JSON', async () => {
    const cwd = files();
    const { out } = await within(
      ['backtest', RIVER_PATH, '--against', 'record.csv', '--runs', '6', '--json'],
      {
        cwd,
      },
    );
    const result = JSON.parse(out);
    expect(result).toMatchObject({
      parley: 'backtest',
      format: 1,
      scenario: 'river',
      seats: { north: 'boulware', south: 'conceder' },
      runs: 6,
      firstSeed: 1,
      record: { outside: 1, exchanges: [{ day: 14 }, { day: 31, home: { north: 12, south: null } }] },
      climatology: null,
    });
    const total = result.quantities.find(
      (line: { quantity: string; party?: string }) =>
        line.quantity === 'total-home' && line.party === 'south',
    );
    expect(total).toMatchObject({ recorded: { value: 10, atLeast: true }, crps: null, climatology: null });
    expect(result.limits.length).toBeGreaterThan(3);
  });

  test('of one campaign speaks of one, and a record without an exchange is refused', async () => {
    const cwd = folderWith({
      'record.csv': RECORD,
      'none.csv': RECORD.slice(0, RECORD.indexOf('\n') + 1),
      'twice.csv': `${RECORD}${RECORD.split('\n')[1]}\n`,
    });
    const of = (file: string) => within(['backtest', RIVER_PATH, '--against', file, '--runs', '1'], { cwd });
    expect((await of('record.csv')).out).toMatch(/^The river: 1 simulated campaign \(seed 1;/);
    expectOneLine(
      await of('none.csv'),
      /^parley: none\.csv: holds no exchange, so there is nothing to compare river/,
    );
    expectOneLine(await of('twice.csv'), /twice\.csv:5:1: the same as line 2; take it out/);
  });

  test('of kursk-2024 uses the records of its folder, and says that it was tuned on one', async () => {
    const { code, out, err } = await within(['backtest', 'kursk-2024', '--runs', '5']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/beside 5 recorded exchanges from 6 August 2024/);
    expect(out).toMatch(/Climatology: 742 windows .* from 2022-03-01\s+to 2024-08-05/);
    expect(out).toContain('not how well\n  it foresees');
  });

  test.each<[string, readonly string[], RegExp]>([
    ['no record', [], /river has no record\.csv in its folder; give the recorded exchanges by --against/],
    [
      'a record that is not there',
      ['--against', 'nowhere.csv'],
      /nowhere\.csv: cannot be read: no such file/,
    ],
    [
      'a record that is faulty',
      ['--against', 'bad.csv'],
      /bad\.csv:2:12: expected a whole number of people.*"ten"/,
    ],
    [
      'a record of another time',
      ['--against', 'earlier.csv'],
      /none of its exchanges lies in the scenario, from 2020-03-01 to 2020-04-10/,
    ],
    [
      'a climatology that is too short',
      ['--against', 'record.csv', '--climatology', 'short.csv'],
      /short\.csv: expected exchanges from at least 41 days before 2020-03-01 on/,
    ],
    [
      'no campaigns',
      ['--against', 'record.csv', '--runs', '0'],
      /Expected a number of campaigns, from 1 to 100000/,
    ],
    [
      'a seed that is no number',
      ['--against', 'record.csv', '--first-seed', 'x'],
      /Expected a seed that is a number/,
    ],
  ])('%s', async (_, args, line) => {
    const cwd = folderWith({
      'record.csv': RECORD,
      'earlier.csv': EARLIER,
      'short.csv': EARLIER.replaceAll('2019-10-01', '2020-02-20').replaceAll('2019-12-24', '2020-02-21'),
      'bad.csv': RECORD.replace('10,10', 'ten,10'),
    });
    expectOneLine(await within(['backtest', RIVER_PATH, ...args], { cwd }), line);
  });

  test('tells every fault of a record at once', async () => {
    const cwd = folderWith({ 'bad.csv': RECORD.replaceAll('https:', 'file:') });
    const { code, err } = await within(['backtest', RIVER_PATH, '--against', 'bad.csv'], { cwd });
    expect(code).toBe(2);
    expect(err.match(/bad\.csv:\d+:\d+: expected an http or https address/g)).toHaveLength(3);
  });
});

describe('brief', () => {
  const brief = (...args: string[]) => within(['brief', RIVER_PATH, ...args]);

  test('prints the papers of one delegation', async () => {
    const { code, out, err } = await brief('--party', 'north');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Confidential: for the delegation of Northport only');
    expect(out.replace(/\s+/g, ' ')).toContain('today a deal must be worth at least 1.20');
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
  });

  test('as Markdown and as a page', async () => {
    expect((await brief('--party', 'north', '--format', 'md')).out).toMatch(
      /^# The river: papers of the delegation/,
    );
    expect((await brief('--party', 'north', '--format', 'html')).out).toMatch(
      /^<!doctype html>[\s\S]*<\/html>\n$/,
    );
  });

  test('and the news of an exercise on paper, which a campaign brings by itself', async () => {
    const { code, out } = await brief('--party', 'north', '--news');
    expect(code).toBe(0);
    expect(out).toContain('For the teacher: news for the delegation of Northport');
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
    expectOneLine(
      await brief('--party', 'north', '--news', '--seed', '3'),
      /^parley: --news is for an exercise on paper/,
    );
  });

  test('a teacher reads the lesson, and chooses between it and a brief', async () => {
    const { code, out } = await within(['show', 'two-rivers', '--teaching']);
    expect(code).toBe(0);
    expect(out).toContain('WHAT A CLASS CAN LEARN');
    expect(out).toContain('WHAT THE DELEGATION OF BELMHEAD IS TOLD');
    expectOneLine(
      await within(['show', 'two-rivers', '--teaching', '--brief', 'aren']),
      /--brief and --teaching are two things/,
    );
  });

  test('with the numbers of a campaign: those that its record was played with', async () => {
    const { out } = await brief('--party', 'north', '--seed', '12');
    const file = join(emptyFolder(), 'r.jsonl');
    await within(['run', RIVER_PATH, '--seed', '12', '--quiet', '--record', file]);
    const { hidden } = JSON.parse(readFileSync(file, 'utf8').split('\n')[0] ?? '') as {
      hidden: Record<string, number>;
    };
    const pressure = hidden['parties.north.pressure'];
    expect(pressure).not.toBe(0.4);
    expect(out).toContain(`Public pressure on you to bring people home is ${pressure?.toFixed(2)} today`);
    expect(out).not.toBe((await brief('--party', 'north')).out);
  });

  test.each<[readonly string[], RegExp]>([
    [[], /required option '--party <party>' not specified/],
    [['--party', 'norht'], /unknown party "norht"; did you mean "north"\?/],
    [
      ['--party', 'north', '--format', 'pdf'],
      /argument 'pdf' is invalid\. Allowed choices are text, md, html/,
    ],
    [['--party', 'north', '--seed', 'a b'], /--seed "a b": expected up to 40 letters/],
  ])('%j', async (args, line) => {
    expectOneLine(await brief(...args), line);
  });
});

describe('new', () => {
  test('makes a scenario that is sound, beyond doubt, and can be played', async () => {
    const cwd = emptyFolder();
    const { code, out, err } = await within(['new', 'spring-talks'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const file of scaffold('spring-talks').keys()) {
      expect(out).toContain(`  ${file}\n`);
      expect(existsSync(join(cwd, 'spring-talks', file))).toBe(true);
    }
    // What it says to do next can be done.
    const next = [...out.matchAll(/^ {2}parley (.*?) {2,}/gm)].map(([, command]) =>
      (command ?? '').split(' '),
    );
    expect(next.map(([command]) => command)).toEqual(['play', 'check', 'lint']);
    for (const args of next) expect(await within(args, { cwd })).toMatchObject({ code: 0 });
    expect((await within(['lint', '--strict', 'spring-talks'], { cwd })).code).toBe(0);
  });

  test('in another folder', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'mine'));
    expect((await within(['new', 'x', '--dir', 'mine'], { cwd })).code).toBe(0);
    expect((await within(['check', 'mine/x'], { cwd })).code).toBe(0);
  });

  test('overwrites nothing', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'folder'));
    writeFileSync(join(cwd, 'folder', 'kept'), 'kept');
    writeFileSync(join(cwd, 'file'), 'kept');
    expectOneLine(await within(['new', 'folder'], { cwd }), /folder exists already and is left as it is/);
    expectOneLine(await within(['new', 'file'], { cwd }), /file exists already and is left as it is/);
    expect(readdirSync(join(cwd, 'folder'))).toEqual(['kept']);
    expect(readFileSync(join(cwd, 'file'), 'utf8')).toBe('kept');
  });

  test.each<[readonly string[], RegExp]>([
    [[], /missing required argument 'name'/],
    [['Spring Talks'], /"Spring Talks": expected a name of .*, such as spring-talks; --dir says/],
    [['../x'], /"\.\.\/x": expected a name of .*, such as x; --dir says/],
    [['-x'], /unknown option '-x'/],
    [[''], /"": expected a name of up to 40 lower-case letters, digits and hyphens; --dir/],
    [['a'.repeat(41)], /expected a name of up to 40/],
    [['kursk-2024'], /kursk-2024 is a scenario that comes with parley; choose another name/],
    [['x', '--dir', 'nowhere'], /--dir nowhere: expected a folder that exists/],
  ])('%j', async (args, line) => {
    const cwd = emptyFolder();
    expectOneLine(await within(['new', ...args], { cwd }), line);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test.skipIf(UNBOUND !== null)(`where nothing can be written${skipped}`, () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'closed'), { mode: 0o500 });
    expectOneLine(
      parleyAsOthers(['new', 'x', '--dir', 'closed'], { cwd }),
      /cannot make closed\/x: permission denied/,
    );
  });

  test('leaves nothing half made', () => {
    const cwd = emptyFolder();
    // A limit on the size of files that only the larger ones of the folder break.
    const line = `ulimit -f 8; trap '' XFSZ; "${process.execPath}" "${MAIN}" new x`;
    const { status, stderr } = spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^parley: cannot make x: .*\n$/);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('schema', () => {
  test('is what comes with the scenarios', async () => {
    const { code, out, err } = await within(['schema']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(readFileSync(new URL('../../scenarios/scenario.schema.json', import.meta.url), 'utf8'));
  });
});

describe('lint', () => {
  /** A new scenario with its YAML changed. */
  async function scenarioWith(from: string, to: string): Promise<string> {
    const cwd = emptyFolder();
    await within(['new', 'x'], { cwd });
    const file = join(cwd, 'x', 'scenario.yaml');
    const yaml = readFileSync(file, 'utf8');
    expect(yaml).toContain(from);
    writeFileSync(file, yaml.replace(from, to));
    return cwd;
  }

  const lineOf = (text: string) => {
    const yaml = scaffold('x').get('scenario.yaml') ?? '';
    return yaml.slice(0, yaml.indexOf(text)).split('\n').length;
  };

  test('tells doubts with line and column, and is content', async () => {
    const cwd = await scenarioWith('patience: { value: 0.985', 'patience: { value: 0.5');
    const { code, out, err } = await within(['lint', 'x'], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(
      new RegExp(
        `^x/scenario\\.yaml:${lineOf('patience: { value: 0.985')}:15: parties\\.east\\.patience: .* \\[no-patience\\]\nx/scenario\\.yaml: 66 figures: 6 reported, 60 assumed, .*\n$`,
      ),
    );
    expect(err).toBe('parley: 1 doubt in 1 scenario: allowed, and perhaps not meant\n');
  });

  test('but not where none is wanted', async () => {
    const cwd = await scenarioWith('patience: { value: 0.985', 'patience: { value: 0.5');
    expect(await within(['lint', 'x', '--strict'], { cwd })).toMatchObject({
      code: 1,
      err: 'parley: 1 doubt in 1 scenario; --strict wants none\n',
    });
    expect(await within(['lint', 'two-rivers', '--strict'])).toMatchObject({ code: 0, err: '' });
  });

  test('in the order of the file', async () => {
    const cwd = await scenarioWith('trust: { low: 0.3', 'trust: { low: 0.1');
    const file = join(cwd, 'x', 'scenario.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replace('high: 0.5, reason: "Fictional: they have', 'high: 0.9, reason: "Fictional: they have')
        .replace('value: 0.98,', 'value: 0.4,'),
    );
    const lines = [...(await within(['lint', 'x'], { cwd })).out.matchAll(/yaml:(\d+):/g)].map(([, line]) =>
      Number(line),
    );
    expect(lines).toHaveLength(2);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  test('cannot look into what is not sound', async () => {
    const cwd = await scenarioWith('trust: {', 'truts: {');
    const { code, out, err } = await within(['lint', 'x', 'two-rivers'], { cwd });
    expect(code).toBe(2);
    expect(out).toMatch(/x\/scenario\.yaml:\d+:1: truts: unknown key; did you mean "trust"\?/);
    expect(err).toBe('parley: 1 of 2 scenarios not sound; only a sound one can be looked into\n');
  });

  test('of nothing', async () => {
    expectOneLine(await within(['lint']), /missing required argument 'scenario'/);
    expectOneLine(await within(['lint', 'nowhere']), /unknown scenario "nowhere"/);
  });
});
