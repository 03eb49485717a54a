import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fileHost, takeUp } from '../../src/cli/host.ts';
import { unlock } from '../../src/cli/record-lock.ts';
import { waysPath } from '../../src/cli/ways-file.ts';
import { frame } from '../../src/terminal/draw.ts';
import type { TakenUp } from '../../src/terminal/host.ts';
import { formatWays, type KeptWay, parseWays } from '../../src/terminal/kept-ways.ts';
import { plain } from '../../src/terminal/line.ts';
import type { DebriefScreen } from '../../src/terminal/screen.ts';
import { openSession, type Session } from '../../src/terminal/session.ts';
import { river } from '../fixtures/river.ts';
import { emptyFolder } from './command.ts';

const SIZE = { columns: 100, rows: 40 };

let folder = '';
const at = (name: string) => join(folder, name);
const [FIRST, SECOND, THIRD] = ['river-3.jsonl', 'river-3-2.jsonl', 'river-3-3.jsonl'] as const;

function press(session: Session, keys: string): Session {
  for (const key of keys.split(' ')) session.press(key === 'Space' ? ' ' : key);
  return session;
}

/** Two negotiators watched to the end, then once more from its twentieth last day on, and from its fifth last. */
function branched(): Session {
  const host = fileHost({ scenarios: [river], folder });
  const session = openSession(host, { scenario: river, seed: '3', side: 'none', against: 'conceder' }, SIZE);
  press(session, 'escape');
  const toEnd = () => {
    for (let day = 0; day < 90 && session.app.stack.at(-1)?.name !== 'debrief'; day++)
      press(session, 'Space');
  };
  toEnd();
  for (const back of [20, 5]) {
    press(session, `b end ${'left '.repeat(back)}enter`);
    toEnd();
  }
  return session;
}

function resumed(
  name: string,
  taken = takeUp(at(name), river),
): { session: Session; debrief: DebriefScreen; taken: TakenUp } {
  if (typeof taken === 'string') throw new Error(taken);
  const host = fileHost({ scenarios: [river], folder });
  const session = openSession(host, { resume: taken }, SIZE);
  return { session, debrief: session.app.stack.at(-1) as DebriefScreen, taken };
}

const numbersIn = ({ way, others }: DebriefScreen) => [way.number, others.map(({ number }) => number)];

describe('the ways of a campaign', () => {
  let played = '';

  beforeAll(() => {
    folder = played = mkdtempSync(join(tmpdir(), 'parley-'));
    const last = branched().app.stack.at(-1) as DebriefScreen;
    expect(last.way).toEqual({ number: 3, from: { number: 2, day: expect.any(Number) } });
  });

  afterAll(() => rmSync(played, { recursive: true }));

  // As a killed process leaves it, since the session was never closed; and moved to another folder.
  beforeEach(() => {
    folder = emptyFolder();
    cpSync(played, folder, { recursive: true });
  });

  test('are all there in the debrief of any of them, and can be compared', () => {
    for (const [name, number] of [
      [FIRST, 1],
      [SECOND, 2],
      [THIRD, 3],
    ] as const) {
      const { session, debrief, taken } = resumed(name);
      expect(taken.waysFault).toBeNull();
      expect(taken.way?.number).toBe(number);
      expect(debrief.way.number).toBe(number);
      expect(taken.ways?.map(way => way.number)).toEqual([1, 2, 3].filter(each => each !== number));
      if (debrief.others.length > 0) expect(press(session, 'o').app.stack.at(-1)?.name).toBe('ways');
      session.close();
    }
  });

  test('go on where one of them is branched off again', () => {
    const { session } = resumed(FIRST);
    press(session, `b ${'left '.repeat(8)}enter`);
    session.close();
    const again = resumed(FIRST);
    expect(again.taken.ways?.map(way => way.number)).toEqual([2, 3, 4]);
    expect(again.taken.ways?.at(-1)).toMatchObject({ from: { number: 1 }, file: at('river-3-4.jsonl') });
  });

  test('are known to a way that was begun when everything stopped, and through it to the others', () => {
    const fourth = at('river-3-4.jsonl');
    const { taken, session } = resumed(THIRD);
    session.close();
    const { header } = taken.record;
    const others = [FIRST, SECOND, THIRD].map((name, index) => ({
      number: index + 1,
      from: null,
      file: at(name),
    }));
    const way = { number: 4, from: { number: 3, day: 2 } };
    // The process ends here: nobody has told the other ways.
    fileHost({ scenarios: [river], folder }).beginRecord(river, header, [], { way, others });
    unlock(fourth);
    const numbers = (name: string) => resumed(name).taken.ways?.map(each => each.number);
    expect(numbers(FIRST)).toEqual([2, 3]);
    expect(numbers('river-3-4.jsonl')).toEqual([1, 2, 3]);
    expect(numbers(FIRST)).toEqual([2, 3, 4]);
  });

  test('a record that cannot be begun leaves no word of its way', () => {
    const header = resumed(FIRST).taken.record.header;
    const missing = at('gone/x.jsonl');
    const host = fileHost({ scenarios: [river], folder, path: missing });
    const begun = host.beginRecord(river, header, [], { way: { number: 2, from: null }, others: [] });
    expect(begun).toMatch(/cannot write/);
    expect(existsSync(waysPath(missing))).toBe(false);
  });

  test('are in the debrief of a record that is only read', () => {
    const { scenario, record, way, ways } = resumed(THIRD).taken;
    const replay = { scenario, record, ...(way && ways ? { way, ways } : {}) };
    const host = fileHost({ scenarios: [river], folder });
    const session = press(openSession(host, { replay }, SIZE), 'end d');
    const debrief = session.app.stack.at(-1) as DebriefScreen;
    expect(debrief.way.number).toBe(3);
    expect(debrief.others.map(({ number }) => number)).toEqual([1, 2]);
    expect(press(session, 'o').app.stack.at(-1)?.name).toBe('ways');
  });

  test('a record that was removed, or is of another campaign, costs a line and its own way', () => {
    rmSync(at(SECOND));
    const { taken, session } = resumed(THIRD);
    expect(taken.ways?.map(way => way.number)).toEqual([1]);
    expect(session.app.notice).toMatch(
      /river-3-3\.ways\.json: way 2 is not shown: .*river-3-2\.jsonl.*cannot be read: no such file/,
    );
    const other = readFileSync(at(FIRST), 'utf8').replace('"seed":"3"', '"seed":"4"');
    writeFileSync(at(SECOND), other);
    expect(resumed(THIRD).taken.waysFault).toMatch(/way 2 is not shown: .*river-3-2\.jsonl/);
  });

  test.each(['{', '[]', '{"version":2,"number":1,"ways":[]}', '{"version":1,"number":9,"ways":[]}', ''])(
    'a file that says %j costs a line, and is put aside once there is something to keep',
    text => {
      writeFileSync(waysPath(at(THIRD)), text);
      const { session, debrief } = resumed(THIRD);
      expect(debrief.name).toBe('debrief');
      expect(numbersIn(debrief)).toEqual([1, []]);
      expect(session.app.notice).toMatch(/^.*river-3-3\.ways\.json: .*; the other ways are not shown$/);
      expect(frame(session.app).map(plain).join('\n')).toContain('the other ways are not shown');
      press(session, `b ${'left '.repeat(8)}enter`);
      const aside = readdirSync(folder).filter(name => name.includes('aside'));
      expect(aside.map(name => readFileSync(at(name), 'utf8'))).toEqual([text]);
      expect(resumed(THIRD).taken.ways).toHaveLength(1);
    },
  );

  test('one way alone keeps no file, and the record is as it was', () => {
    const before = readFileSync(at(FIRST), 'utf8');
    resumed(FIRST).session.close();
    expect(readFileSync(at(FIRST), 'utf8')).toBe(before);
    folder = emptyFolder();
    const host = fileHost({ scenarios: [river], folder });
    press(
      openSession(host, { scenario: river, seed: '3', side: 'none', against: 'conceder' }, SIZE),
      'escape Space',
    ).close();
    expect(existsSync(waysPath(at(FIRST)))).toBe(false);
  });
});

test('ways come back from their text', () => {
  const from = fc.option(fc.record({ number: fc.integer({ min: 1, max: 9 }), day: fc.nat(200) }));
  const way = fc.record({ number: fc.integer({ min: 1, max: 40 }), from, file: fc.string() });
  const ways = fc.uniqueArray(way, { minLength: 1, maxLength: 6, selector: (each: KeptWay) => each.number });
  fc.assert(
    fc.property(ways, given => {
      const kept = { number: given[0]?.number ?? 1, ways: given };
      expect(parseWays(formatWays(kept))).toEqual(kept);
    }),
  );
});
