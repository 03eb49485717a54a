import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileHost, takeUp, takeUpFromElsewhere } from '../../src/cli/host.ts';
import { stateFolder } from '../../src/cli/state-folder.ts';
import type { PerParty } from '../../src/scenario/scenario.ts';
import type { Entry } from '../../src/table/record.ts';
import { formatRecord } from '../../src/table/record-text.ts';
import { openTable, resumeTable, type Seat, type Table } from '../../src/table/table.ts';
import type { Pen } from '../../src/terminal/host.ts';
import { named, played, river, riverWith } from '../fixtures/river.ts';
import { emptyFolder } from './command.ts';

const SEATS: PerParty<Seat> = [named('boulware'), named('random')];

/** A game whose every entry goes to the host's record. */
function recorded(folder: string, seed = '7'): { table: Table; pen: Pen } {
  const host = fileHost({ scenarios: [river], folder });
  let pen: Pen | undefined;
  const table = openTable({ scenario: river, seed, seats: SEATS }, entry => {
    expect(pen?.write(entry)).toBeNull();
  });
  const begun = host.beginRecord(river, table.header, []);
  if (typeof begun === 'string') throw new Error(begun);
  pen = begun;
  return { table, pen };
}

function playTo(table: Table, day: number): void {
  while (table.position.campaign.day < day && table.step());
}

describe('records of games', () => {
  const whole = formatRecord(river, played(river, '7', [named('boulware'), named('random')]).record);

  test('are on disk entry by entry', () => {
    const folder = emptyFolder();
    const { table, pen } = recorded(folder);
    playTo(table, 3);
    const lines = readFileSync(join(folder, 'river-7.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(1 + table.entries.length);
    while (table.step());
    expect(pen.end()).toBeNull();
    pen.close();
    expect(readFileSync(join(folder, 'river-7.jsonl'), 'utf8')).toBe(whole);
  });

  test('never take the place of one that exists', () => {
    const folder = emptyFolder();
    const first = recorded(folder);
    const second = recorded(folder);
    expect(second.pen.where).toBe(join(folder, 'river-7-2.jsonl'));
    first.pen.close();
    second.pen.close();
    expect(readdirSync(folder).sort()).toEqual(['river-7-2.jsonl', 'river-7.jsonl']);
  });

  test('of a branch begin with what both games share', () => {
    const folder = emptyFolder();
    const { table, pen } = recorded(folder);
    playTo(table, 5);
    pen.close();
    const kept = table.entries.filter(entry => entry.day < 3);
    const branch = fileHost({ scenarios: [river], folder }).beginRecord(river, table.header, kept);
    if (typeof branch === 'string') throw new Error(branch);
    branch.close();
    const expected = formatRecord(river, { header: table.header, entries: kept, ended: false });
    expect(readFileSync(branch.where, 'utf8')).toBe(expected);
  });

  test('go where the user said, and the next beside it', () => {
    const folder = emptyFolder();
    const { header } = openTable({ scenario: river, seed: '7', seats: SEATS });
    const host = fileHost({
      scenarios: [river],
      folder: join(folder, 'unused'),
      path: join(folder, 'my game.jsonl'),
    });
    const pens = [host.beginRecord(river, header, []), host.beginRecord(river, header, [])] as Pen[];
    expect(pens.map(pen => pen.where)).toEqual([
      `'${join(folder, 'my game.jsonl')}'`,
      `'${join(folder, 'my game-2.jsonl')}'`,
    ]);
    for (const pen of pens) pen.close();
    expect(existsSync(join(folder, 'unused'))).toBe(false);
  });

  test('that cannot be begun say why in a line', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'file'), '');
    const { header } = openTable({ scenario: river, seed: '7', seats: SEATS });
    const host = fileHost({ scenarios: [river], folder: join(folder, 'file', 'records') });
    expect(host.beginRecord(river, header, [])).toMatch(/^cannot keep a record: .*not a folder$/);
    const said = fileHost({ scenarios: [river], folder, path: join(folder, 'none', 'a.jsonl') });
    expect(said.beginRecord(river, header, [])).toMatch(/^cannot write .*a\.jsonl: no such file or folder$/);
  });
});

describe('a game that was left', () => {
  /** A game left on a day, cut off in the middle of a line as a crash would leave it. */
  function leftOn(folder: string, day: number): string {
    const { table, pen } = recorded(folder);
    playTo(table, day);
    pen.close();
    const path = join(folder, 'river-7.jsonl');
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"day":${day},"type":"wa`);
    return path;
  }

  test('is offered, the latest first, and those played to the end are not', () => {
    const folder = emptyFolder();
    for (const [seed, day] of [
      ['1', 2],
      ['2', 4],
      ['3', 99],
    ] as const) {
      const { table, pen } = recorded(folder, seed);
      playTo(table, day);
      if (table.position.done) pen.end();
      pen.close();
      utimesSync(join(folder, `river-${seed}.jsonl`), Number(seed), Number(seed));
    }
    writeFileSync(join(folder, 'other.jsonl'), 'not a record\n');
    const offered = fileHost({ scenarios: [river], folder }).unfinished();
    expect(offered.map(({ title, header, day }) => [title, header.seed, day])).toEqual([
      ['The river', '2', 4],
      ['The river', '1', 2],
    ]);
  });

  test('one that another process writes is not offered, and it is said that it is played elsewhere', () => {
    const folder = emptyFolder();
    expect(takeUpFromElsewhere(folder, [river])).toBeUndefined();
    const path = leftOn(folder, 3);
    expect(takeUpFromElsewhere(folder, [river])).toBeUndefined();
    // Whoever started us is there as long as we are.
    writeFileSync(`${path}.lock`, `${process.ppid}`);
    expect(fileHost({ scenarios: [river], folder }).unfinished()).toEqual([]);
    expect(takeUpFromElsewhere(folder, [river])).toBe(
      `${path} is being played elsewhere (process ${process.ppid}); leave it there first`,
    );
    expect(takeUpFromElsewhere(folder, [])).toBeUndefined();
  });

  test('nothing is offered where there is no folder', () => {
    expect(fileHost({ scenarios: [river], folder: join(emptyFolder(), 'none') }).unfinished()).toEqual([]);
  });

  test.each([0, 1, 7, 20])('on day %i goes on to the very record it would have had', day => {
    const folder = emptyFolder();
    const path = leftOn(folder, day);
    const [offer] = fileHost({ scenarios: [river], folder }).unfinished();
    expect(offer?.where).toBe(path);
    const taken = offer?.takeUp();
    if (!taken || typeof taken === 'string') throw new Error(taken);
    const scribe = (entry: Entry) => expect(taken.pen.write(entry)).toBeNull();
    const table = resumeTable({ scenario: river, seed: '7', seats: SEATS }, taken.record.entries, scribe);
    if (typeof table === 'string') throw new Error(table);
    while (table.step());
    taken.pen.end();
    taken.pen.close();
    const uninterrupted = played(river, '7', [named('boulware'), named('random')]).record;
    expect(readFileSync(path, 'utf8')).toBe(formatRecord(river, uninterrupted));
  });

  test('a record that was removed after its last line is missed at the end', () => {
    const folder = emptyFolder();
    const { table, pen } = recorded(folder);
    playTo(table, 2);
    expect(pen.lost?.()).toBeNull();
    rmSync(join(folder, 'river-7.jsonl'));
    expect(pen.lost?.()).toMatch(/river-7\.jsonl was removed while it was written/);
    pen.close();
  });

  test('that was played to its end is taken up, and nothing is ever added to it', () => {
    const folder = emptyFolder();
    const { record } = played(river, '7', [named('boulware'), named('random')]);
    const path = join(folder, 'over.jsonl');
    writeFileSync(path, formatRecord(river, record));
    const taken = takeUp(path, river);
    if (typeof taken === 'string') throw new Error(taken);
    expect(taken.record).toEqual(record);
    expect(taken.pen.where).toBe(path);
    expect(taken.pen.write(record.entries[0] as Entry)).toMatch(/nothing is added to it/);
    expect(taken.pen.end()).toBeNull();
    expect(taken.pen.keepNotes?.([])).toBeNull();
    taken.pen.close();
    expect(readFileSync(path, 'utf8')).toBe(formatRecord(river, record));
  });

  test('is not taken up where it is changed, of another scenario, or of another program', () => {
    const folder = emptyFolder();
    const { record } = played(river, '7', [named('boulware'), named('random')]);
    const save = (text: string) => {
      const path = join(folder, `${readdirSync(folder).length}.jsonl`);
      writeFileSync(path, text);
      return path;
    };
    const seats = { ...record.header.seats, north: 'exec:player' };
    const byProgram = formatRecord(river, { ...record, header: { ...record.header, seats } });
    expect(takeUp(save(byProgram), river)).toMatch(/is played by a program .*cannot be taken up again/);
    const left = formatRecord(river, { ...record, ended: false });
    expect(takeUp(save(left.replace('"day":3', '"day":4')), river)).toMatch(
      /:\d+:1: this line, or one before it/,
    );
    const other = riverWith(yaml => yaml.replace('trust: { value: 0.4', 'trust: { value: 0.5'));
    expect(takeUp(save(left), other)).toMatch(
      /has changed since the record was made .* play cannot go on from it/,
    );
    expect(takeUp(join(folder, 'none.jsonl'), river)).toMatch(/cannot be read: no such file/);
  });
});

describe('where records are kept', () => {
  test.each<[NodeJS.Platform, Record<string, string>, RegExp]>([
    ['linux', { XDG_STATE_HOME: '/state' }, /^\/state\/parley$/],
    ['linux', { XDG_STATE_HOME: 'relative' }, /\.local\/state\/parley$/],
    ['linux', {}, /\.local\/state\/parley$/],
    ['darwin', { XDG_STATE_HOME: '/state' }, /Library\/Application Support\/parley$/],
    ['win32', { LOCALAPPDATA: '/Users/a/AppData/Local' }, /AppData\/Local\/parley$/],
  ])('on %s with %j', (platform, env, folder) => {
    expect(stateFolder(env, platform)).toMatch(folder);
  });

  test.skipIf(process.platform === 'win32')('is made for its owner alone', () => {
    const folder = join(emptyFolder(), 'state', 'parley');
    recorded(folder).pen.close();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
});
