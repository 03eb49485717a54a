import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, test, vi } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { startCompiled } from '../../src/statechart/compiled.ts';
import { digestOf, ENGINE } from '../../src/table/record.ts';
import { formatRecord, parseRecord, parseRecordHeader } from '../../src/table/record-text.ts';
import { cutAfter, replay } from '../../src/table/replay.ts';
import { openTable, resumeTable, type Sitting } from '../../src/table/table.ts';
import { negotiator, SCENARIO_IDS, scenario } from '../library.ts';

const sittings: Sitting[] = SCENARIO_IDS.flatMap(id =>
  ['boulware', 'random'].map(name => ({
    scenario: scenario(id),
    seed: 'records',
    seats: [negotiator('parity'), negotiator(name)] as const,
  })),
);

function played(sitting: Sitting) {
  const table = openTable(sitting);
  while (table.step());
  return { table, record: { header: table.header, entries: table.entries, ended: true } };
}

test('the engine version of records is the version of the package', () => {
  expect(ENGINE).toBe(packageJson.version);
});

describe.each(sittings)('a record of $scenario.id with $seats.1.name', sitting => {
  const { table, record } = played(sitting);
  const text = formatRecord(sitting.scenario, record);

  test('says the same after writing and reading', () => {
    expect(parseRecord(sitting.scenario, 'r', text)).toEqual({ ok: true, value: { record } });
  });

  test('is the same, byte for byte, when the campaign is played again', () => {
    expect(formatRecord(sitting.scenario, played(sitting).record)).toBe(text);
  });

  test('is the same when the compiled runner plays it', () => {
    const compiled = openTable(sitting, () => {}, startCompiled);
    while (compiled.step());
    expect(formatRecord(sitting.scenario, { ...record, entries: compiled.entries })).toBe(text);
  });

  test('replays to the same state without a random number', () => {
    const forbidden = () => {
      throw new Error('a random number was asked for');
    };
    const streams = vi.spyOn(seedrandom, 'alea').mockImplementation(forbidden as never);
    const math = vi.spyOn(Math, 'random').mockImplementation(forbidden);
    try {
      expect(() => openTable(sitting)).toThrow('a random number was asked for');
      const read = parseRecord(sitting.scenario, 'r', text);
      if (!read.ok) throw new Error('unreadable');
      const again = replay(sitting.scenario, read.value.record);
      expect(again.refused).toBeNull();
      expect(again.positions.at(-1)).toEqual(table.position);
    } finally {
      streams.mockRestore();
      math.mockRestore();
    }
  });

  test('can be taken up anywhere, and then goes on as it did', () => {
    fc.assert(
      fc.property(fc.nat(record.entries.length), length => {
        const resumed = resumeTable(sitting, record.entries.slice(0, length));
        if (typeof resumed === 'string') throw new Error(resumed);
        while (resumed.step());
        expect(resumed.entries).toEqual(record.entries);
      }),
      { numRuns: 8, seed: 1 },
    );
  }, 60_000);

  test('taken up after a day, goes on with what was not recorded yet only', () => {
    const cut = cutAfter(record, 20);
    expect(cut.ended).toBe(false);
    const news: unknown[] = [];
    const resumed = resumeTable(sitting, cut.entries, entry => news.push(entry));
    if (typeof resumed === 'string') throw new Error(resumed);
    while (resumed.step());
    expect(news).toEqual(record.entries.slice(cut.entries.length));
  });

  test('shows any line that was changed, lost or moved', () => {
    const lines = text.trimEnd().split('\n');
    fc.assert(
      fc.property(
        fc.nat(lines.length - 1),
        fc.constantFrom('change', 'lose', 'swap'),
        fc.nat(9),
        (index, how, digit) => {
          const spoiled = [...lines];
          const line = lines[index] ?? '';
          if (how === 'change')
            spoiled[index] = line.replace(/\d/, found =>
              found === String(digit) ? String((digit + 1) % 10) : String(digit),
            );
          if (how === 'lose') spoiled.splice(index, 1);
          if (how === 'swap') spoiled.splice(index, 2, lines[index + 1] ?? '', line);
          // To lose the last line is to be cut off, which is no fault of the lines before.
          fc.pre(spoiled.join('\n') !== lines.join('\n') && !(how === 'lose' && index === lines.length - 1));
          const read = parseRecord(sitting.scenario, 'r', `${spoiled.join('\n')}\n`);
          expect(read.ok).toBe(false);
          if (!read.ok) expect(read.problems[0]?.line).toBeGreaterThanOrEqual(1);
        },
      ),
      { numRuns: 60, seed: 2 },
    );
  }, 60_000);

  test('cut off in the middle of a line, keeps every whole one', () => {
    const middle = text.indexOf('\n', text.length / 2);
    const cut = text.slice(0, middle + 10);
    const read = parseRecord(sitting.scenario, 'r', cut);
    if (!read.ok) throw new Error('unreadable');
    const whole = cut.split('\n').length - 2;
    expect(read.value.record.entries).toEqual(record.entries.slice(0, whole));
    expect(read.value.record.ended).toBe(false);
    expect(read.value.cutOff?.line).toBe(whole + 2);
  });
});

describe('a record forged with sound checks', () => {
  const sitting = sittings.find(({ scenario }) => scenario.id === 'two-rivers') as Sitting;
  const { record } = played(sitting);
  const lines = formatRecord(sitting.scenario, record)
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  const GARBAGE = [null, '', 'x', -1, 0.5, 1e308, [], {}, [1e308], true, '__proto__'];

  /** The lines written again with checks that fit. */
  function chainedAgain(bodies: Record<string, unknown>[]): string {
    let check = '';
    return bodies
      .map(({ check: _, ...body }) => {
        check = digestOf(check + JSON.stringify(body)).slice(0, 8);
        return `${JSON.stringify({ ...body, check })}\n`;
      })
      .join('');
  }

  test('is read, or refused, and never breaks the reading or the replay', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.nat(lines.length - 1),
        fc.nat(11),
        fc.constantFrom(...GARBAGE),
        (index, field, value) => {
          const forged = structuredClone(lines) as Record<string, unknown>[];
          const body = forged[index] as Record<string, unknown>;
          const keys = Object.keys(body).filter(key => key !== 'check');
          body[keys[field % keys.length] as string] = value;
          const read = parseRecord(sitting.scenario, 'r', chainedAgain(forged));
          if (!read.ok) refused++;
          else replay(sitting.scenario, read.value.record);
        },
      ),
      { numRuns: 400, seed: 9 },
    );
    expect(refused).toBeGreaterThan(200);
  }, 120_000);

  test.each([
    ['no seats', { seats: {} }, 'seats: expected one for each of aren and belm'],
    [
      'a stranger in a seat',
      { seats: { aren: 'nobody', belm: 'person' } },
      'seats: aren: unknown negotiator "nobody"',
    ],
  ])('%s', (_, change, message) => {
    const read = parseRecord(
      sitting.scenario,
      'r',
      chainedAgain([{ ...lines[0], ...change }, ...lines.slice(1)]),
    );
    expect(read.ok ? '' : read.problems[0]?.message).toContain(message);
  });
});

describe('what is not a record is refused with its place', () => {
  test.each([
    ['', 'the file is empty'],
    ['{"a":1}\n', 'not a record'],
    ['hello\n', 'not a record'],
    ['[1]\n', 'not a record'],
    ['{"parley":"record","format":99}\n', 'record format 99; this version reads format 2'],
    ['{"parley":"record","format":2}\n', 'the header is incomplete'],
  ])('%j', (text, message) => {
    const read = parseRecordHeader('file.jsonl', text);
    if (read.ok) throw new Error('accepted');
    expect(read.problems[0]?.message).toContain(message);
    expect(read.problems[0]?.line).toBe(1);
  });

  test('a record that does not follow from its seed is not taken up', () => {
    const sitting = sittings.find(({ scenario }) => scenario.id === 'kursk-2024') as Sitting;
    const { record } = played(sitting);
    const altered = record.entries.map((entry, index) =>
      index === 2 ? { ...entry, event: { type: 'pressReport', about: 0, strength: 0.9 } as const } : entry,
    );
    expect(resumeTable(sitting, altered)).toMatch(/entry 3: recorded pressReport, the seed brings/);
  });
});
