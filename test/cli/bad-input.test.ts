import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatRecord } from '../../src/table/record-text.ts';
import { named, played, RIVER_PATH, RIVER_YAML, river } from '../fixtures/river.ts';
import { type Ended, emptyFolder, parley, parleyAsOthers, UNBOUND, within } from './command.ts';

const skipped = UNBOUND === null ? '' : ` (skipped: ${UNBOUND})`;

/** One clear line, the code for bad input, nothing on standard output and no stack trace. */
function expectOneLine({ code, out, err }: Ended, line: RegExp): void {
  expect(err).toMatch(line);
  expect(err.match(/\n/g)).toHaveLength(1);
  expect(err).toMatch(/^parley: /);
  expect(err).not.toMatch(/\bat .*:\d+:\d+\)?$/m);
  expect({ code, out }).toEqual({ code: 2, out: '' });
}

test.each([
  [['plya']],
  [['check', RIVER_PATH, '/no/such/file']],
  [['run', 'kursk-2024', '--days', '148']],
  [['show', 'two\nlines']],
])('%j ends as a process as it does in here', async args => {
  expect(await within(args)).toEqual(parley(args));
});

describe('usage', () => {
  test.each<[readonly string[], RegExp]>([
    [['plya'], /unknown command 'plya' \(Did you mean play\?\)/],
    [['run'], /missing required argument 'scenario'/],
    [['run', 'kursk-2024', '--sede', '3'], /unknown option '--sede' \(Did you mean --seed\?\)/],
    [['run', 'kursk-2024', '--json', '--quiet'], /'--json' cannot be used with option '--quiet'/],
    [['run', 'kursk-2024', 'twice'], /kursk-2024: not a script; one scenario, or scripts alone/],
    [['show', 'kursk-2024', 'twice'], /too many arguments/],
    [['run', 'kursk-2024', '--days', 'ten'], /'--days <n>' argument 'ten' is invalid. Expected a day/],
    [['run', 'kursk-2024', '--days', '-1'], /Expected a day: a whole number/],
    [['run', 'kursk-2024', '--days', '148'], /--days 148: kursk-2024 has 147 days/],
    [['run', 'two-rivers', '--inject', 'flood'], /--inject flood: expected DAY=ID, such as 12=flood/],
    [['run', 'two-rivers', '--inject', '1.5=flood'], /--inject 1\.5=flood: expected DAY=ID/],
    [
      ['run', 'two-rivers', '--inject', '3=flod'],
      /--inject 3=flod: unknown inject "flod"; did you mean "flood"\?/,
    ],
    [
      ['run', 'two-rivers', '--inject', '3=zzzzzz'],
      /unknown inject "zzzzzz"; expected one of flood, letters/,
    ],
    [['run', 'two-rivers', '--inject', '90=flood'], /--inject 90=flood: expected a day from 0 to 89/],
    [['run', 'two-rivers', '--days', '9', '--inject', '10=flood'], /expected a day from 0 to 9/],
    [['coach', 'two-rivers'], /two-rivers: a scenario, and no record; `parley run two-rivers --record FILE`/],
    [['replay', RIVER_PATH], /river\/: a scenario, and no record; `parley run \S+ --record FILE` plays it/],
    [['analyse'], /missing required argument 'scenario'/],
    [['analyse', 'kursk-2042'], /unknown scenario "kursk-2042"; did you mean "kursk-2024"\?/],
    [['analyse', 'kursk-2024', '--day', '148'], /--day 148: kursk-2024 has 147 days/],
    [['analyse', 'kursk-2024', '--day', 'ten'], /'--day <n>' argument 'ten' is invalid. Expected a day/],
    [['analyse', 'kursk-2024', '--as', 'ukrane'], /unknown party "ukrane"; did you mean "ukraine"\?/],
    [['analyse', 'kursk-2024', '--scenario', 'two-rivers'], /--scenario: goes with a record/],
    [['analyse', 'kursk-2024', '--anyway'], /--anyway: goes with a record/],
    [['run', RIVER_PATH, '--inject', '3=flood'], /unknown inject "flood"; river has none/],
    [['run', 'kursk-2024', '--seed', ''], /--seed "": expected up to 40 letters/],
    [['run', 'kursk-2024', '--seed', 'a b'], /--seed "a b": expected up to 40 letters/],
    [['graph', '--format', 'svg'], /argument 'svg' is invalid. Allowed choices are mermaid, json/],
    [['check'], /missing required argument 'file'/],
    [['play', 'kursk-2024', '--record', 'a', '--resume', 'b'], /--record and --resume exclude each other/],
    [['play', '--resume'], /--resume needs a terminal/],
    [['show', 'kursk-2024', '--brief', 'belarus'], /unknown party "belarus"; expected ukraine or russia/],
  ])('%j', async (args, line) => {
    expectOneLine(await within(args), line);
  });
});

describe('names', () => {
  test.each<[readonly string[], RegExp]>([
    [['run', 'kursk-2042'], /unknown scenario "kursk-2042"; did you mean "kursk-2024"\?/],
    [['run', 'nosuch.script.yaml'], /^parley: nosuch\.script\.yaml: no such file or folder\n$/],
    [['run', 'zzz'], /unknown scenario "zzz" \(`parley list` shows/],
    [['play', 'kursk-2042'], /unknown scenario "kursk-2042"/],
    [['show', 'kursk-2042'], /unknown scenario "kursk-2042"/],
    [['play', 'kursk-2024', '--as', 'rusia'], /--as rusia: did you mean "russia"\?/],
    [
      ['play', 'kursk-2024', '--as', 'nato'],
      /--as nato: expected one of ukraine, russia, both, none, mediator/,
    ],
    [['play', 'kursk-2024', '--against', 'boulwar'], /unknown negotiator "boulwar"; .*"boulware"/],
    [['play', 'kursk-2024', '--as', 'both', '--against', 'parity'], /with --as both nobody sits opposite/],
    [['run', 'kursk-2024', '--seat', 'russia=nobody'], /unknown negotiator "nobody"/],
    [['run', 'kursk-2024', '--seat', 'russia=boulware:e=7'], /e expects a number from 0\.01 to 1, got "7"/],
    [['run', 'kursk-2024', '--seat', 'russia=boulware:f=1'], /unknown parameter "f"/],
    [['run', 'kursk-2024', '--seat', 'rusia=parity'], /unknown party "rusia"; did you mean "russia"\?/],
    [['run', 'kursk-2024', '--seat', 'parity'], /expected PARTY=NEGOTIATOR/],
    [['run', 'kursk-2024', '--seat', 'russia=person'], /nobody can be asked here/],
    [
      ['run', 'kursk-2024', '--seat', 'russia=parity', '--seat', 'russia=random'],
      /russia has a seat already/,
    ],
  ])('%j', async (args, line) => {
    expectOneLine(await within(args), line);
  });
});

describe('scenario files', () => {
  /** A folder with a copy of the river, its YAML changed. */
  function folderWith(yaml: string | Uint8Array): string {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'briefs'));
    for (const name of ['background.md', 'briefs/north.md', 'briefs/south.md']) {
      writeFileSync(join(folder, name), readFileSync(join(RIVER_PATH, name)));
    }
    writeFileSync(join(folder, 'scenario.yaml'), yaml);
    return folder;
  }

  const lineOf = (text: string) => RIVER_YAML.slice(0, RIVER_YAML.indexOf(text)).split('\n').length;

  test.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /scenario\.yaml: the file is empty/],
    ['enormous', 'a'.repeat(5_000_000), /scenario\.yaml: the file has 5000000 bytes; expected at most/],
    ['binary', new Uint8Array([0, 1, 2, 3]), /scenario\.yaml: the file is binary/],
    [
      'not UTF-8',
      new Uint8Array([0xff, 0xfe, 0x41]),
      /scenario\.yaml: the file is binary; expected text in UTF-8/,
    ],
    ['malformed', 'title: [not closed\n', /scenario\.yaml:\d+:\d+: not YAML/],
    [
      'with a number without source or reason',
      RIVER_YAML.replace('trust: { value: 0.4, reason: invented }', 'trust: { value: 0.4 }'),
      new RegExp(`scenario\\.yaml:${lineOf('trust: {')}:\\d+: trust: expected a source .* or a .reason.`),
    ],
    [
      'with a group held at home',
      RIVER_YAML.replace(
        'home: north\n    holder: south\n    about: Northern',
        'home: north\n    holder: north\n    about: Northern',
      ),
      /scenario\.yaml:\d+:\d+: groups\.north-soldiers\.holder: expected the other party/,
    ],
    [
      'with a negative number of people',
      RIVER_YAML.replace('held: { value: 50,', 'held: { value: -5,'),
      /scenario\.yaml:\d+:\d+: groups\.south-soldiers\.held\.value: expected a number of people, at least 0, got -5/,
    ],
    [
      'with half a person',
      RIVER_YAML.replace('held: { value: 50,', 'held: { value: 2.5,'),
      /scenario\.yaml:\d+:\d+: groups\.south-soldiers\.held\.value: expected a whole number of people, got 2\.5/,
    ],
    [
      'with an unknown negotiator',
      RIVER_YAML.replace('seat: conceder', 'seat: concede'),
      new RegExp(
        `scenario\\.yaml:${lineOf('seat: conceder')}:\\d+: parties\\.south\\.seat: unknown negotiator "concede"`,
      ),
    ],
    [
      'with a file that is not there',
      RIVER_YAML.replace('briefs/south.md', 'briefs/west.md'),
      /scenario\.yaml:\d+:\d+: parties\.south\.brief: expected a readable file of the scenario folder, found no "briefs\/west\.md"/,
    ],
    [
      'that reaches outside its folder',
      RIVER_YAML.replace('background.md', '../../etc/hosts'),
      /scenario\.yaml:\d+:\d+: background: expected a readable file of the scenario folder/,
    ],
  ])('%s', async (_, yaml, line) => {
    const folder = folderWith(yaml);
    expectOneLine(await within(['run', folder, '--seed', '1']), line);
    const checked = await within(['check', folder]);
    expect(checked.code).toBe(2);
    expect(checked.out).toMatch(line);
    expect(checked.err).toBe('parley: 1 problem in 1 of 1 file\n');
  });

  test('every problem is told, each on its line', async () => {
    const folder = folderWith(
      RIVER_YAML.replace('held: { value: 50,', 'held: { value: -5,').replace(
        'standing: wounded',
        'standing: wonded',
      ),
    );
    const { code, out, err } = await within(['check', folder]);
    expect({ code, err }).toEqual({ code: 2, err: 'parley: 2 problems in 1 of 1 file\n' });
    expect(out.trim().split('\n')).toHaveLength(2);
    for (const line of out.trim().split('\n')) expect(line).toMatch(/scenario\.yaml:\d+:\d+: /);
  });

  test('what is no file is told as such', async () => {
    const folder = emptyFolder();
    expectOneLine(await within(['run', folder]), /scenario\.yaml: cannot be read: no such file or folder/);
    const { code, out } = await within(['check', join(folder, 'none.yaml'), '/dev/null']);
    expect(code).toBe(2);
    expect(out).toMatch(
      /none\.yaml: cannot be read: no such file or folder\n\/dev\/null: it is a device or a pipe/,
    );
  });
});

describe('records', () => {
  const campaign = played(river, '7', [named('boulware'), named('conceder')]);
  const sound = formatRecord(river, campaign.record);

  async function replayOf(text: string, ...more: string[]): Promise<Ended> {
    const file = join(emptyFolder(), 'game.jsonl');
    writeFileSync(file, text);
    return within(['replay', file, '--scenario', RIVER_PATH, ...more]);
  }

  test.each<[string, string, RegExp]>([
    ['empty', '', /game\.jsonl:1:1: the file is empty; expected a record/],
    ['no record', 'hello\n', /game\.jsonl:1:1: not a record/],
    [
      'of another format',
      sound.replace('"format":2', '"format":9'),
      /game\.jsonl:1:1: record format 9; this version reads format 2/,
    ],
    [
      'with a changed header',
      sound.replace('"seed":"7"', '"seed":"8"'),
      /game\.jsonl:1:1: the header was changed/,
    ],
    [
      'with a changed line',
      sound.replace('"south-soldiers":12', '"south-soldiers":13'),
      /game\.jsonl:\d+:1: this line, or one before it, was changed/,
    ],
    [
      'with a line lost',
      sound.split('\n').toSpliced(5, 1).join('\n'),
      /game\.jsonl:6:1: this line, or one before it, was changed, lost or moved/,
    ],
    [
      'with a line that is no JSON',
      sound.split('\n').toSpliced(5, 1, 'x').join('\n'),
      /game\.jsonl:6:1: not a line of a record/,
    ],
  ])('%s', async (_, text, line) => {
    expectOneLine(await replayOf(text), line);
  });

  test('that breaks the rules', async () => {
    const [first, ...rest] = campaign.record.entries;
    if (!first) throw new Error('an empty record');
    const forged = {
      ...campaign.record,
      entries: [first, { day: 0, event: { type: 'accept', party: 0 } as const }, ...rest],
    };
    expectOneLine(
      await replayOf(formatRecord(river, forged)),
      /game\.jsonl:3:1: "accept" is not possible here/,
    );
  });

  test('of another version, or of a scenario that has changed, is refused unless the user insists', async () => {
    const { record } = campaign;
    const older = formatRecord(river, { ...record, header: { ...record.header, engine: '0.0.9' } });
    expectOneLine(await replayOf(older), /made by version 0\.0\.9 and this is .*--anyway/);
    const changed = formatRecord(river, {
      ...record,
      header: { ...record.header, scenarioDigest: '0123456789abcdef' },
    });
    expectOneLine(
      await replayOf(changed),
      /the scenario river has changed since the record was made .*--anyway/,
    );
    const anyway = await replayOf(older, '--anyway', '--json');
    expect(anyway.code).toBe(0);
    expect(anyway.err).toMatch(/replayed all the same/);
    expect(JSON.parse(anyway.out)).toMatchObject({ engine: '0.0.9', ended: true });
  });

  test('of a scenario that does not come with parley asks where it is', async () => {
    const file = join(emptyFolder(), 'game.jsonl');
    writeFileSync(file, sound);
    expectOneLine(
      await within(['replay', file]),
      /game\.jsonl:1:1: a record of the scenario "river", .*--scenario FOLDER/,
    );
  });

  test('cut off in a line is replayed as far as it goes, and says so', async () => {
    const whole = sound.split('\n').slice(0, 40).join('\n');
    const { code, out, err } = await replayOf(`${whole}\n{"day":9,"ty`, '--json');
    expect(code).toBe(0);
    expect(err).toMatch(/^parley: .*game\.jsonl:41:1: the last line is incomplete and was left out\n$/);
    expect(JSON.parse(out)).toMatchObject({ ended: false, day: campaign.record.entries[38]?.day });
  });

  test('--to beyond the end', async () => {
    expectOneLine(await replayOf(sound, '--to', '41'), /--to 41: river has 40 days/);
  });

  test('check tells every one of them with line and column', async () => {
    const folder = emptyFolder();
    const texts = {
      'good.jsonl': sound,
      'torn.jsonl': sound.slice(0, -30),
      'forged.jsonl': sound.replace('"south-soldiers":12', '"south-soldiers":13'),
    };
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    const { code, out, err } = await within(['check', ...Object.keys(texts), '--scenario', RIVER_PATH], {
      cwd: folder,
    });
    expect({ code, err }).toEqual({ code: 2, err: 'parley: 2 problems in 2 of 3 files\n' });
    expect(out).toMatch(/^good\.jsonl: sound; a record of river, seed 7, to its end$/m);
    expect(out).toMatch(/^torn\.jsonl:\d+:1: the last line is incomplete/m);
    expect(out).toMatch(/^forged\.jsonl:\d+:1: this line, or one before it/m);
  });

  test('check finds luck that its seed does not bring, though every line is in order', async () => {
    const file = join(emptyFolder(), 'lucky.jsonl');
    const entries = campaign.record.entries.map(entry =>
      entry.event.type === 'captured' && entry.event.title === undefined
        ? { ...entry, event: { ...entry.event, people: [9, 0, 0, 0] } }
        : entry,
    );
    writeFileSync(file, formatRecord(river, { ...campaign.record, entries }));
    const { code, out } = await within(['check', file, '--scenario', RIVER_PATH]);
    expect(code).toBe(2);
    expect(out).toMatch(/lucky\.jsonl:\d+:1: does not follow from the seed: "captured" is not as the seed/);
  });
});

describe('places that cannot be written', () => {
  test('a record that exists is never overwritten', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'game.jsonl'), 'mine');
    const ended = await within(['run', RIVER_PATH, '--record', 'game.jsonl'], { cwd: folder });
    expectOneLine(
      ended,
      /game\.jsonl exists already and is not overwritten; give another name, such as game-2\.jsonl/,
    );
    expect(readFileSync(join(folder, 'game.jsonl'), 'utf8')).toBe('mine');
  });

  test('a folder that is not there', async () => {
    expectOneLine(
      await within(['run', RIVER_PATH, '--record', '/no/such/folder/game.jsonl']),
      /cannot write \/no\/such\/folder\/game\.jsonl: no such file or folder/,
    );
  });

  // The superuser may write everywhere.
  test.skipIf(UNBOUND !== null)(`a folder without permission${skipped}`, () => {
    const folder = emptyFolder();
    chmodSync(folder, 0o500);
    const file = join(folder, 'game.jsonl');
    expectOneLine(
      parleyAsOthers(['run', RIVER_PATH, '--record', file]),
      /cannot write .*: permission denied/,
    );
    expect(existsSync(file)).toBe(false);
  });
});
