import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { App } from '../../src/terminal/app.ts';
import { frame } from '../../src/terminal/draw.ts';
import { footer } from '../../src/terminal/footer.ts';
import { cells, filled, line, plain, type Size, SMALLEST } from '../../src/terminal/line.ts';
import { withinRows } from '../../src/terminal/pane.ts';
import { reduce } from '../../src/terminal/reduce.ts';
import { balanceRows } from '../../src/terminal/screens/balance.ts';
import { ask, CANCEL } from '../../src/terminal/screens/choice.ts';
import { columnOf } from '../../src/terminal/screens/course-rows.ts';
import { gainRows, stackLines } from '../../src/terminal/screens/gain-plane.ts';
import { heldInBrief } from '../../src/terminal/screens/pools.ts';
import { trackRow } from '../../src/terminal/screens/track.ts';
import { board, mediating } from '../../src/terminal/words.ts';
import { scenario as library, SCENARIO_IDS } from '../library.ts';
import { atTheRiver, memoryHost, playUntil, type Stage, stage } from './stage.ts';

/* How the table is drawn: nothing is cut without a sign of it, whatever the size of the screen. */

describe('the keys in the last row', () => {
  const keys = 'space day   e next event   q quit   ? help';

  test('are left out whole, the least important first, and the way to the rest stays', () => {
    expect(footer(keys, 60)).toBe('space day   e next event   q quit   ? help');
    expect(footer(keys, 40)).toBe('space day  e next event  q quit  ? help');
    expect(footer(keys, 34)).toBe('space day   e next event   ? help');
    expect(footer(keys, 20)).toBe('space day   ? help');
    expect(footer(keys, 8)).toBe('? help');
  });

  test('name the pages on every screen that is wide enough, since the board refers to them', () => {
    const { hint, bothHint, overHint, watchHint, watchInjectHint, readHint } = board;
    const rows = [hint, bothHint, board.withHints(hint), overHint, watchHint, watchInjectHint, readHint];
    for (const row of [...rows, mediating.hint, mediating.injectHint])
      expect(footer(row, SMALLEST.columns - 2)).toContain('2-5 pages');
  });

  test('find room or are left out', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(words, fc.integer({ min: 14, max: 90 }), (names, width) => {
        const row = footer([...names, '? help'].join('   '), width);
        expect(cells(row)).toBeLessThanOrEqual(width);
        for (const key of row.split(/ {2,}/)) expect([...names, '? help']).toContain(key);
        expect(row).toMatch(/\? help$/);
      }),
    );
  });
});

describe('the track of the phases', () => {
  const PHASES = ['initiation.standoff', 'initiation.overture', 'preparation.lists', 'rounds.answering'];

  test('marks the one that the talks are in, at every width', () => {
    for (const phase of [...PHASES, 'handOver.transfer', 'suspension'])
      for (const width of [60, 80, 120]) {
        const text = plain(trackRow(phase, width));
        expect(cells(text)).toBeLessThan(width);
        expect(text.match(/●/g)).toHaveLength(1);
      }
    expect(plain(trackRow('rounds.answering', 80))).toContain('● Offers');
    expect(plain(trackRow('suspension', 60))).toContain('● Suspended');
    expect(plain(trackRow('apart', 80))).not.toContain('●');
  });
});

describe('offers on the plane', () => {
  const names = ['gain of East', 'gain of West'] as const;
  const size: Size = { columns: 40, rows: 9 };
  const point = (
    sign: string,
    gains: readonly [number, number],
    unique = false,
    home: readonly [number, number] = [0, 0],
  ) => ({ sign, gains, unique, home, tone: 'plain', name: `${sign} by name` }) as const;

  test('that fall on one place are told by name', () => {
    const points = [point('x', [3, 4]), point('o', [3, 4]), point('x', [-9, 8])];
    const drawn = gainRows(points, names, size).map(plain).join('\n');
    expect(drawn).toContain('*');
    expect(drawn).not.toContain('o\n');
    expect(stackLines(points, names, size).map(plain)).toEqual(['* on one place: x by name; o by name']);
  });

  test('are seen by the sign that only one of them has', () => {
    const points = [point('x', [3, 4]), point('1', [3, 4], true)];
    expect(gainRows(points, names, size).map(plain).join('\n')).toContain('1');
    expect(stackLines(points, names, size).map(plain)).toEqual(['1 on one place: x by name; 1 by name']);
  });

  test('that hardly differ stand together where those who come home are worth much more than the difference', () => {
    const across = (home: readonly [number, number]) => {
      const points = [point('x', [-0.1, 8], false, home), point('o', [0.1, 8], false, home)];
      const row = gainRows(points, names, { columns: 60, rows: 9 })
        .map(plain)
        .find(each => /[xo]/.test(each.replace(/^.*gain.*$/, '')));
      return (row?.indexOf('o') ?? 0) - (row?.indexOf('x') ?? 0);
    };
    expect(across([0, 0])).toBeGreaterThan(8);
    expect(across([10, 20])).toBeLessThanOrEqual(2);
  });

  test('reach as far as those who come home are worth, and say so at the axes', () => {
    const points = [point('x', [0.1, 25], false, [10, 30])];
    const [foot = ''] = gainRows(points, names, { columns: 60, rows: 12 }).map(plain).slice(-1);
    const numbers = (foot.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
    expect(Math.max(...numbers) - Math.min(...numbers)).toBeGreaterThanOrEqual(9.9);
    expect(numbers).toContain(0);
  });
});

test('days stand in the same columns in every row of the course', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 5, max: 200 }), (days, width) => {
      const columns = Array.from({ length: days + 1 }, (_, day) => columnOf({ days, width }, day));
      expect(columns[0]).toBe(0);
      expect(columns.at(-1)).toBe(Math.floor((days * width) / (days + 1)));
      expect(columns.every((column, day) => column >= (columns[day - 1] ?? 0))).toBe(true);
    }),
  );
});

test('what finds no room ends in an ellipsis', () => {
  const rows = [line('one'), line('two'), line('three')];
  expect(withinRows(rows, 3)).toEqual(rows);
  expect(withinRows(rows, 2).map(plain)).toEqual(['one', 'two …']);
  expect(withinRows(rows, 0)).toEqual([]);
});

test('the ellipsis of a row that is full is seen, in place of its last letter', () => {
  const [row] = withinRows([line('twelve cells'), line('more')], 1);
  expect(plain(filled(row ?? [], 12))).toBe('twelve cel… ');
  expect(plain(filled(row ?? [], 13))).toBe('twelve cells…');
  expect(plain(filled(row ?? [], 20))).toBe('twelve cells …      ');
});

test('of how many people are held no number is cut, however narrow the row', () => {
  for (const id of SCENARIO_IDS) {
    const campaign = library(id);
    for (const side of [0, 1, 'both', 'none'] as const) {
      const seats = side === 'both' ? {} : { against: 'parity' };
      const at = stage({ scenario: campaign, seed: '7', side, ...seats }, memoryHost([campaign]));
      const { scene } = at.session.app;
      if (!scene) throw new Error('no campaign');
      for (const width of [58, 78]) {
        const told = heldInBrief(scene, width);
        expect(cells(told)).toBeLessThanOrEqual(width);
        expect(told).toMatch(/\d\S* {2,}\S.* [\d,-]+$/);
      }
      const [home = ''] = balanceRows(scene, 42, 5).slice(-1).map(plain);
      expect(home).toMatch(/Home( so far)?: .+ \d+, .+ \d+$/);
      expect(cells(home)).toBeLessThan(42);
    }
  }
});

const SIZES: readonly Size[] = [
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 160, rows: 50 },
];

function atTheBorder(size: Size): Stage {
  const scenario = library('kursk-2024');
  return stage({ scenario, seed: '7', side: 1, against: 'boulware' }, memoryHost([scenario]), size).press(
    'Esc',
  );
}

test.each(SIZES)('a question is asked below the board at $columns by $rows', size => {
  const at = playUntil(atTheBorder(size).press('t'), 'Make an offer');
  for (const keys of ['o p Enter', 'Enter e y', 'Esc z', 'Esc p']) {
    const screen = at.press(keys).screen();
    expect(at.top()).toBe('choice');
    // On the smallest screen what is asked about may need all of it.
    if (size.rows === 20 && screen.startsWith('─ ')) continue;
    expect(screen).toContain(`day ${at.session.app.scene?.sight.day} of 147`);
    expect(screen).toMatch(/Pressure/);
    expect(screen).toMatch(/You hold/);
  }
});

test.each(SIZES)('the last row names whole keys and the way to all of them at $columns by $rows', size => {
  const at = playUntil(atTheBorder(size), 'Make an offer');
  for (const keys of ['', '2', 'Esc N', 'Esc S', 'Esc b', 'Esc z', 'Esc o']) {
    const last = at.press(keys).screen().split('\n').at(-1) ?? '';
    expect(last).toMatch(/\? help$/);
    expect(last).not.toContain('…');
  }
});

/** Screens that lie over the board, and how to come to them. */
const OVER_BOARD = [
  '',
  'o p',
  'o p Enter',
  'N a x',
  ': o',
  '? Down Down',
  'S Down',
  '2 Down',
  '4',
  'b',
  'p Down',
  'a',
];

test.each(OVER_BOARD)('resized at random, "%s" ends with the frame of a fresh one', keys => {
  const final: Size = { columns: 93, rows: 31 };
  const worn = playUntil(atTheBorder({ columns: 80, rows: 24 }), 'Make an offer').press(keys);
  const sizes = fc.record({
    columns: fc.integer({ min: 1, max: 200 }),
    rows: fc.integer({ min: 1, max: 60 }),
  });
  for (const size of fc.sample(sizes, { seed: 7, numRuns: 20 })) {
    worn.session.resize(size);
    const rows = worn.screen().split('\n');
    expect(rows.length).toBeLessThanOrEqual(Math.max(1, size.rows));
    for (const row of rows) expect(cells(row)).toBeLessThanOrEqual(size.columns);
  }
  worn.session.resize(final);
  const fresh = playUntil(atTheBorder(final), 'Make an offer').press(keys);
  expect(worn.screen()).toBe(fresh.screen());
});

test('a question shows all that it asks about, and the day, on the smallest screen', () => {
  const at = playUntil(atTheBorder({ columns: 60, rows: 20 }).press('t'), 'Make an offer').press('o p Enter');
  const flat = at.screen().replace(/\s+/g, ' ');
  for (const said of ['Home to ', 'Worth to ', 'least ', 'orders: ', 'law of war', ' > Send it'])
    expect(flat).toContain(said);
  expect(flat).toContain(`day ${at.session.app.scene?.sight.day} of 147`);
  expect(flat).not.toContain('…');
});

test('what binds is asked with all that it binds to on the smallest screen', () => {
  const size = { columns: 60, rows: 20 };
  for (const id of ['kursk-2024', 'toll-bridge']) {
    const campaign = library(id);
    const table = { scenario: campaign, seed: '7', side: 0, against: 'conceder' } as const;
    const at = playUntil(stage(table, memoryHost([campaign]), size).press('Esc'), 'Accept').press('y');
    for (const { name } of campaign.parties) expect(at.screen()).toContain(`Home to ${name}: `);
    expect(at.screen()).toContain('The law of war: ');
    expect(at.screen()).not.toContain('…');
  }
  const first = stage({}, memoryHost([library('toll-bridge')]), size).press('f');
  expect(first.screen()).toContain('Three steps');
  expect(first.screen()).not.toContain('…');
});

test('what is asked about and is longer than the screen is scrolled, and the answers stay', () => {
  const rows = Array.from({ length: 40 }, (_, at) => line(`row ${at + 1} of it`));
  const at = atTheBorder({ columns: 60, rows: 20 });
  const { app } = at.session;
  const long: App = { ...app, stack: [...app.stack, ask('Sure?', [CANCEL], () => rows)] };
  const shown = (state: App) => frame(state).map(plain).join('\n');
  const pages = ['pagedown', 'pagedown', 'pagedown', 'pageup', 'pageup', 'pageup'];
  const seen = [long];
  for (const key of pages) seen.push(reduce(seen.at(-1) ?? long, key).app);
  for (const state of seen) expect(shown(state)).toMatch(/ of 40: PgDn and PgUp scroll\s+> Back/);
  for (let row = 1; row <= 40; row++)
    expect(seen.some(state => shown(state).includes(`row ${row} of it`))).toBe(true);
  expect(shown(seen.at(-1) ?? long)).toBe(shown(long));
});

test('an offer is put together with several groups of either side in sight on the smallest screen', () => {
  const at = playUntil(atTheBorder({ columns: 60, rows: 20 }).press('t'), 'Make an offer').press('o p');
  const groups = at
    .screen()
    .split('\n')
    .filter(row => /^ [ >] \S.* [\d,]+ *│.* [\d,]+$/.test(row));
  expect(groups.length).toBeGreaterThanOrEqual(4);
});

test.each(SIZES)('the phase is told whole in its row at $columns by $rows', size => {
  const at = atTheBorder(size).press('t Enter Enter');
  for (let days = 0; days < 12; days++) {
    const rows = at.press('Space').screen().split('\n').slice(0, 4);
    for (const row of rows) expect(row).not.toContain('…');
    if (at.screen().includes('Submit a list')) at.press('s Enter');
  }
});

test('bars of pressure, trust and leverage mean the same: as full as the number beside them', () => {
  for (const size of SIZES) {
    const at = playUntil(atTheBorder(size).press('t'), 'Make an offer');
    const bars = at.screen().matchAll(/([█▒░]{4,}) (\d\.\d\d)(?!-)/g);
    for (const [, bar = '', value] of bars) {
      const full = [...bar].filter(cell => cell === '█').length;
      expect(Math.abs(full / bar.length - Number(value))).toBeLessThanOrEqual(0.5 / bar.length + 0.01);
    }
  }
});

test('what was agreed is on the plane of the debrief once, by its number', () => {
  const at = playUntil(atTheRiver(), 'Debrief:');
  at.session.resize({ columns: 120, rows: 240 });
  const screen = at.screen();
  const agreed = at.session.app.scene?.position.campaign.exchanges.length ?? 0;
  expect(agreed).toBeGreaterThan(1);
  const plane = screen.split('Offers on the value plane')[1]?.split('The lines are')[0] ?? '';
  for (let number = 1; number <= agreed; number++) expect(plane).toMatch(new RegExp(`│.*${number}`));
  expect(screen).not.toMatch(/(\d) on one place: [^;]*; \1 agreed/);
});

test.each(SIZES)(
  'the pools are named whole, by capitals where names do not fit, at $columns by $rows',
  size => {
    const scenario = library('little-switch-1953');
    for (const side of [0, 1, 'none', 'mediator'] as const) {
      const given = { scenario, seed: '2', side, against: 'boulware' } as const;
      const rows = stage(given, memoryHost([scenario]), size)
        .press('Esc')
        .screen()
        .split('\n');
      const title = rows.find(row => /^─.*┬─/.test(row)) ?? '';
      expect(title).not.toBe('');
      expect(title).not.toContain('…');
    }
  },
);

test.each(['80x24', '100x30', '120x40', '160x50'])('a mediator at the table is named on it at %s', size => {
  const [columns = 0, rows = 0] = size.split('x').map(Number);
  const twoRivers = library('two-rivers');
  const host = memoryHost([twoRivers]);
  const at = stage({ scenario: twoRivers, seed: '2', side: 'none', against: 'boulware' }, host, {
    columns,
    rows,
  });
  const phases = new Set<string>();
  for (at.press('Esc Space'); at.top() === 'board'; at.press('Space')) {
    const { talks, phase } = at.session.app.scene?.sight ?? {};
    if (talks?.mediator == null) continue;
    phases.add(phase ?? '');
    // The talks are on the right of a rule, beside the balance.
    expect(at.screen()).toMatch(/[┬│].*(through|via|Mediator:) (the )?Highland Republic/);
  }
  expect([...phases].map(phase => phase.split('.')[0])).toEqual(
    expect.arrayContaining(['preparation', 'rounds', 'handOver']),
  );
});

test.each(['120x40', '160x50'])('nothing above a question moves while it is asked, at %s', size => {
  const [columns = 0, rows = 0] = size.split('x').map(Number);
  const asked = ['kursk-2024', 'two-rivers', 'glienicke-1962'].flatMap(id => {
    const at = atTheRiver({}, memoryHost([library(id)]), { columns, rows });
    return ['t', 't Enter', 'p', 'Esc', 'w e w e u Enter'].flatMap(keys => {
      const before = at.screen().split('\n');
      const question = at.press(keys).screen().split('\n');
      const isAsked = at.top() === 'choice';
      while (at.top() !== 'board') at.press('Esc');
      return isAsked ? [{ before, question }] : [];
    });
  });
  expect(asked.length).toBeGreaterThan(8);
  for (const { before, question } of asked) {
    const lately = before.findIndex(row => row.startsWith('─ What happened'));
    const from = question.findLastIndex(row => row.startsWith('─ '));
    const still = Math.min(lately, from);
    expect(question.slice(0, still)).toEqual(before.slice(0, still));
    expect(still).toBeGreaterThan(rows / 2);
  }
});

test.each(['100x40', '120x40', '160x50'])(
  'no name beside the course is cut at %s: capitals stand for it',
  size => {
    const [columns = 0, rows = 0] = size.split('x').map(Number);
    const at = atTheRiver({}, memoryHost([library('glienicke-1962')]), { columns, rows });
    const named = at
      .screen()
      .match(/^ *\S.*│/gm)
      ?.map(row => row.slice(0, row.indexOf('│')).trim());
    expect(named).toContain(size === '160x50' ? 'United States' : 'Washington');
    expect(named?.filter(name => name.includes('…'))).toEqual([]);
  },
);
