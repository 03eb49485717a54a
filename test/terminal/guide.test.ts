import { expect, test } from 'vitest';
import { wrap } from '../../src/terminal/line.ts';
import { guide } from '../../src/terminal/words.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';
import { memoryHost, stage } from './stage.ts';

/** Follows the guide by doing what it says. */
const DOES: readonly (readonly [string, string])[] = [
  [guide.keys.begin, 't Enter Enter'],
  [guide.keys.answer, 'y'],
  [guide.keys.list, 's Enter'],
  [guide.keys.offer, 'o p Enter Enter'],
  [guide.keys.first, 'o p Enter Enter'],
  [guide.keys.counter, 'y Enter'],
  [guide.keys.beyond, 'o p Enter Enter'],
  [guide.keys.handOver, 'y Enter'],
  [guide.keys.theyCame, 'y Enter'],
  [guide.keys.theyWait, 'y Enter'],
];

const TEXTS: readonly string[] = Object.values(guide.keys);

test('first steps lead from the first day to an exchange by doing what they say', () => {
  const host = memoryHost(SCENARIO_IDS.map(scenario));
  const at = stage({}, host).press('f');
  expect(at.session.app.scene?.course.scenario.id).toBe('toll-bridge');
  at.press('Esc');
  const [said, steps] = [new Set<string>(), new Set<string>()];
  for (let times = 0; times < 80 && !said.has(guide.keys.again); times++) {
    const screen = at.screen().replaceAll(/\s+/g, ' ');
    const now = TEXTS.find(text => screen.includes(text));
    for (const title of Object.values(guide.titles)) if (screen.includes(title)) steps.add(title);
    if (now === undefined) throw new Error(`no guide in:\n${at.screen()}`);
    said.add(now);
    at.press(DOES.find(([text]) => text === now)?.[1] ?? 'Space');
  }
  for (const text of [
    guide.keys.begin,
    guide.keys.list,
    guide.keys.checking,
    guide.keys.handOver,
    guide.keys.again,
  ])
    expect(said).toContain(text);
  expect([guide.keys.offer, guide.keys.first].some(text => said.has(text))).toBe(true);
  expect([...steps]).toEqual(Object.values(guide.titles));
});

test('on the smallest screen each step is told as well, below a board in brief', () => {
  const at = stage({}, memoryHost(SCENARIO_IDS.map(scenario)), { columns: 60, rows: 20 }).press('f Esc');
  const flat = () => at.screen().replaceAll(/\s+/g, ' ');
  for (let times = 0; times < 80 && !flat().includes(guide.titles.after); times++) {
    const now = TEXTS.find(text => flat().includes(text.split(/(?<=\.) /)[0] ?? text));
    if (now === undefined) throw new Error(`no guide in:\n${at.screen()}`);
    expect(Object.values(guide.titles).some(title => flat().includes(title))).toBe(true);
    expect(at.screen()).toMatch(/─ Your move ─|─ The moves of /);
    if (now === guide.keys.first) expect(flat()).toContain('Nellhaven offers: 12 of theirs home, 5 of yours');
    if (now === guide.keys.offer || now === guide.keys.first) {
      at.press('o');
      expect(flat()).toContain(guide.titles.offers);
      expect(flat()).toContain('On the left whom you give, on the right whom you get.');
      at.press('Esc');
    }
    at.press(DOES.find(([text]) => text === now)?.[1] ?? 'Space');
  }
  expect(flat()).toContain(guide.titles.after);
});

test('they begin with a few lines and not with the whole brief, which is a key away', () => {
  const at = stage({}, memoryHost(SCENARIO_IDS.map(scenario))).press('f');
  const rows = at
    .screen()
    .split('\n')
    .filter(row => row.trim() !== '');
  expect(rows.length).toBeLessThan(18);
  expect(at.screen()).toContain('You decide for Oster, in Osterby. Bring home all of them');
  at.press('Down Enter');
  expect(at.screen()).toContain('Where you stand');
  expect(at.press('Enter').top()).toBe('board');
  expect(at.press('5').screen()).toContain('Where you stand');
});

test('an offer that is put together is guided as well, by what it is worth', () => {
  const at = stage({}, memoryHost(SCENARIO_IDS.map(scenario))).press('f Esc t Enter Enter');
  for (let times = 0; times < 20 && !at.screen().includes('Make an offer'); times++)
    at.press(at.screen().includes('Submit a list') ? 's Enter' : 'Space');
  const flat = () => at.screen().replaceAll(/\s+/g, ' ');
  at.press('o');
  expect(flat()).toContain(guide.keys.compose);
  at.press('p');
  expect(flat()).toContain(guide.keys.send);
  at.press('c 9');
  expect(flat()).toContain(guide.keys.under);
});

test('where numbers are typed no key is named', () => {
  expect(Object.keys(guide.spoken)).toEqual(Object.keys(guide.keys));
  for (const text of Object.values(guide.spoken)) expect(text).not.toMatch(/\b([b-z]|Enter|Space|Esc)\b/);
});

test('what first steps are told of beforehand names no number of people that the board would contradict', () => {
  const { summary, parties } = scenario('toll-bridge');
  const told = [
    summary,
    ...parties.flatMap(({ brief, instructions }) => [brief, ...instructions.map(i => i.text)]),
  ];
  for (const text of told)
    expect(text).not.toMatch(/\b(six|seven of|eight|nine|ten|eleven|twelve|a dozen)\b/);
});

test('every text of the guide fits the rows that it has', () => {
  for (const text of TEXTS) expect(wrap(text, 78).length, text).toBeLessThanOrEqual(3);
});

test('a campaign that nobody asked to be guided through says nothing of it', () => {
  const at = stage({}, memoryHost(SCENARIO_IDS.map(scenario))).press('Enter Enter Enter Enter Esc');
  expect(at.top()).toBe('board');
  expect(at.screen()).not.toContain('First steps');
});
