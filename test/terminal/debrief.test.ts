import { expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { type Account, toldOnce } from '../../src/terminal/account.ts';
import { keepsake } from '../../src/terminal/keepsake.ts';
import { plain } from '../../src/terminal/line.ts';
import { openDialogue } from '../../src/terminal/linear/dialogue.ts';
import type { DebriefScreen } from '../../src/terminal/screen.ts';
import { debriefLines } from '../../src/terminal/screens/debrief-page.ts';
import { scenario as library } from '../library.ts';
import { atTheRiver, memoryHost, playUntil, pressUntil, stage } from './stage.ts';

/* What a debrief says on the screen, in lines, and in what is kept of it. */

/** Four agreements, and people released beside them. */
const at = playUntil(atTheRiver({}, memoryHost(), { columns: 120, rows: 300 }), 'Debrief:');
const kept = keepsake(at.session.app.stack.at(-1) as DebriefScreen, 'text');
const spoken = openDialogue(at.session, 'wanted').opening();

/** The numbers of each agreement of a side, as they stand in a text: value, least, gain. */
function rowsOf(text: string, capital: string): number[][] {
  const rows = text.split('\n').filter(row => new RegExp(`\\b${capital}\\b.*\\d\\.\\d\\.?$`).test(row));
  return rows
    .map(row => [...row.matchAll(/[+-]?\d+\.\d/g)].map(([number]) => Number(number)))
    .filter(numbers => numbers.length === 4);
}

test.each([
  ['on the screen', at.screen()],
  ['in lines', spoken],
  ['as it is kept', kept],
])('the numbers of agreements add up as they are shown %s', (_, text) => {
  const plain = text.replace(/,\n +/g, ', ');
  for (const capital of ['Northport', 'Southgate']) {
    const rows = rowsOf(text, capital);
    expect(rows).toHaveLength(4);
    for (const [value = 0, least = 0, gain = 0] of rows) expect(value - least).toBeCloseTo(gain, 6);
    const gains = rows.reduce((sum, [, , gain = 0]) => sum + gain, 0);
    const [, more = 0, how] = new RegExp(`${capital}: (\\d+\\.\\d) (more|less) than`).exec(plain) ?? [];
    const [, whole = 0] = new RegExp(`in worth units:.*?${capital} (-?\\d+\\.\\d)`).exec(plain) ?? [];
    const [, released = 0] = new RegExp(`by releases.*?${capital} ([+-]?\\d+\\.\\d)`, 'i').exec(plain) ?? [];
    expect(Number(released)).not.toBe(0);
    const together =
      how === undefined ? Number(whole) - Number(released) : Number(more) * (how === 'less' ? -1 : 1);
    expect(together).toBeCloseTo(gains, 6);
  }
});

test('what stands in columns on the screen does so in the HTML, with the same numbers', () => {
  const html = keepsake(at.session.app.stack.at(-1) as DebriefScreen, 'html');
  expect(html).toMatch(/<h2>Who came home<\/h2>\n<table>\n<thead>.*still held<\/th><\/tr><\/thead>/);
  expect(html).toMatch(
    /<h2>In short<\/h2>\n<ul>\n<li><strong>Home<\/strong> \d+ to Northland, \d+ to Southland/,
  );
  for (const capital of ['Northport', 'Southgate']) {
    const rows = html.split('\n').filter(row => row.startsWith(`<tr><th scope="row">${capital}</th>`));
    const numbers = rows.map(row =>
      [...row.matchAll(/<td>([+-]?\d+\.\d)<\/td>/g)].map(([, each]) => Number(each)),
    );
    expect(numbers).toEqual(rowsOf(at.screen(), capital));
  }
});

test('the course and the plane stand in the HTML as pictures of what the screen shows', () => {
  const html = keepsake(at.session.app.stack.at(-1) as DebriefScreen, 'html');
  const titles = [...html.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, title]) => title);
  expect(titles.slice(1, 6)).toEqual([
    'Who came home',
    'The course',
    'The game, and its turning points',
    'What each agreement was worth',
    'Offers on the value plane',
  ]);
  for (const title of ['The course', 'Offers on the value plane']) {
    const [, picture = ''] = html.split(`<h2>${title}</h2>\n<figure>\n`);
    expect(picture).toMatch(new RegExp(`^<svg [^>]*>\n<title>${title}</title>`));
    const drawn = [...(picture.split('</figure>')[0] ?? '').matchAll(/<text [^>]*>([^<]*)<\/text>/g)];
    const text = drawn.map(([, each = '']) => each.trim()).filter(each => each !== '');
    expect(text.length).toBeGreaterThan(10);
    expect(text).toContain(title === 'The course' ? '1 ahead│' : 'gain of Southgate');
  }
});

test('with room for two columns, what is told stands beside what is drawn and counted, and all of it is there', () => {
  const wide = playUntil(atTheRiver({}, memoryHost(), { columns: 160, rows: 300 }), 'Debrief:').screen();
  const rows = wide.split('\n');
  expect(rows[1]).toMatch(/^ In short +│ The game, and its turning points$/);
  const columns = [0, 80].map(from => rows.map(row => row.slice(from, from + 79).trim()));
  const titles = at.screen().match(/^ [A-Z].*$/gm) ?? [];
  expect(titles.length).toBeGreaterThan(8);
  for (const title of titles) expect(columns.flat()).toContain(title.trim());
});

test('the two columns of a wide debrief are about as long as each other', () => {
  const wide = playUntil(atTheRiver({}, memoryHost(), { columns: 160, rows: 50 }), 'Debrief:');
  const rows = debriefLines(wide.session.app.stack.at(-1) as DebriefScreen, 160).map(plain);
  const lengths = [0, 80].map(
    from => rows.findLastIndex(row => row.slice(from, from + 79).trim() !== '') + 1,
  );
  const [left = 0, right = 0] = lengths;
  // The coach has not yet said what it will say on the right.
  expect(Math.max(left, right)).toBeLessThan(2 * Math.min(left, right));
  expect(Math.abs(left - right)).toBeLessThan(40);
});

test('who watches reads of capitals wherever somebody acts, and of no capital of its own', () => {
  const watching = (scenario: Scenario) =>
    stage({ scenario, seed: '3', side: 'none', against: 'conceder' }, memoryHost([scenario]), {
      columns: 120,
      rows: 200,
    });
  const brief = watching(library('kursk-2024')).screen();
  expect(brief).toContain('What Kyiv asks of its delegation');
  expect(brief).not.toContain('What your capital');
  const days = pressUntil(watching(library('toll-bridge')).press('Esc'), 'Space', 'Debrief:')
    .press('Esc 4')
    .screen();
  expect(days).toMatch(/Osterby offers: \d+ home to Nell\w*, (nobody|\d+) to Oster/);
  expect(days).toMatch(/Osterby hands over: .* home to Nell/);
  expect(days).not.toMatch(/(Oster|Nell) (offers|hands|brings|proposes|releases)/);
});

test('what a side does again and again is told once, with how often and until when', () => {
  const account = (day: number, by: Account['by'], text: string) =>
    ({ day, entry: day, by, text, concerns: true }) as const;
  const date = (day: number) => `day ${day}`;
  const told = toldOnce(
    [
      account(1, 0, 'Kyiv asks'),
      account(2, 1, 'Moscow declines'),
      account(3, 0, 'Kyiv asks'),
      account(4, null, 'It rains'),
      account(5, 1, 'Moscow declines'),
      account(6, 0, 'Kyiv asks'),
      account(7, 1, 'Moscow agrees'),
      account(8, 0, 'Kyiv asks'),
      account(9, null, 'It rains'),
    ],
    date,
  );
  expect(told.map(({ text }) => text)).toEqual([
    'Kyiv asks; 4 times the same, the last on day 8',
    'Moscow declines',
    'It rains',
    'Moscow declines',
    'Moscow agrees',
    'It rains',
  ]);
});

test('a debrief is for one side in all its parts: for the one whose eyes are on, and v changes the whole of it', () => {
  const board = playUntil(atTheRiver({}, memoryHost(), { columns: 120, rows: 300 }), 'Debrief:');
  const isFor = (capital: string, name: string, other: string) => {
    const screen = board.screen();
    expect(screen).toContain(`, for ${capital} `);
    expect(screen).toContain(`Leverage of ${capital}, as it saw it`);
    expect(screen).toContain(`Moves of ${capital}.`);
    expect(screen.indexOf(`To ${name}: `)).toBeLessThan(screen.indexOf(`To ${other}: `));
    expect(screen.search(new RegExp(`^ 1 ${capital} `, 'm'))).toBeGreaterThan(0);
  };
  isFor('Northport', 'Northland', 'Southland');
  board.press('Esc');
  while (!board.screen().includes('(as Southgate sees it)')) board.press('v');
  board.press('d');
  isFor('Southgate', 'Southland', 'Northland');
  board.press('v');
  isFor('Northport', 'Northland', 'Southland');
  board.press('v Esc');
  expect(board.screen()).toContain('(as Southgate sees it)');
});

test('after v the course of events, the plane, the lines and what is kept speak to the side that the heading names', () => {
  const board = playUntil(atTheRiver({}, memoryHost(), { columns: 120, rows: 300 }), 'Debrief:');
  const htmlText = () =>
    keepsake(board.session.app.stack.at(-1) as DebriefScreen, 'html').replace(/<[^>]*>/g, '');
  const isFor = (capital: string, name: string, rival: string) => {
    const lines = openDialogue(board.session, 'wanted').opening();
    for (const told of [board.screen(), lines, htmlText()]) {
      expect(told).toMatch(new RegExp(`^.*Debrief: .*, for ${capital}\\b`, 'm'));
      const [, happened = ''] = told.split('When it happened');
      // What one side does stands in its name, and what "you" do is the doing of the side it is for.
      expect(happened).toMatch(/\b[Yy]ou /);
      expect(happened).toContain(`${rival} hands over`);
      expect(happened).not.toMatch(
        new RegExp(`\\b(${capital}|${name}) (proposes|agrees|offers|accepts|hands)`),
      );
    }
    for (const told of [board.screen(), htmlText()]) {
      expect(told.replace(/\s+/g, ' ')).toContain(`to the right for ${capital}, upwards for ${rival}`);
    }
    const text = keepsake(board.session.app.stack.at(-1) as DebriefScreen, 'text');
    expect(text).toMatch(new RegExp(`^DEBRIEF at the end, .*, for ${capital}$`, 'm'));
    const [, agreements = ''] = text.split('\nAGREEMENTS\n');
    expect(agreements.indexOf(`${capital} gives`)).toBeLessThan(agreements.indexOf(`${rival} gives`));
  };
  isFor('Northport', 'Northland', 'Southgate');
  board.press('v');
  isFor('Southgate', 'Southland', 'Northport');
});

test('a campaign that is over has a way to the start, by key and by name, from its board and its debrief', () => {
  const toTheStart = (keys: string) => {
    const over = playUntil(atTheRiver(), 'Debrief:').press(keys);
    expect(over.top()).toBe('start');
    expect(over.screen()).toContain('A new campaign');
  };
  for (const keys of ['s', 'Esc s', ': s t a r t Enter', 'Esc : s t a r t Enter', 'Esc Esc Down Enter']) {
    toTheStart(keys);
  }
  expect(spoken).toMatch(/\n13\. To the start/);
});

test('what is not saved is not left by the key alone, and a debrief that is read has no start to go to', () => {
  const host = memoryHost();
  const unsaved = atTheRiver({}, host);
  host.trouble = 'no space left';
  playUntil(unsaved, 'Debrief:').press('s');
  expect(unsaved.screen()).toContain('To the start; it is not saved');
  const { scenario, header, entries } = at.session.app.scene?.course ?? {};
  if (!scenario || !header || !entries) throw new Error('nothing was played');
  const read = stage({ replay: { scenario, record: { header, entries, ended: true } } }).press('End d');
  expect(read.top()).toBe('debrief');
  expect(read.screen()).not.toContain('s start');
  expect(read.press('s').top()).toBe('debrief');
});

test.each([60, 70, 80])(
  'at %i columns the tables of a debrief are whole: also who is still held, and what was left',
  columns => {
    const narrow = playUntil(atTheRiver({}, memoryHost(), { columns, rows: 400 }), 'Debrief:').screen();
    const part = (title: string, next: string) =>
      narrow.slice(narrow.indexOf(`\n ${title}`), narrow.indexOf(`\n ${next}`)).replace(/\s+/g, ' ');
    const home = part('Who came home', 'The course');
    const deals = part('What each agreement was worth', 'Offers on the value plane');
    expect(home).toContain('still held');
    for (const capital of ['Northport', 'Southgate']) expect(deals).toContain(capital);
    expect(deals).toMatch(/left/);
    expect(narrow).toMatch(/^ 1 Northport/m);
    expect(narrow).toMatch(/^ {3}Southgate.* \+?\d/m);
    expect(home + deals).not.toContain('...');
  },
);
