import { expect, test } from 'vitest';
import { wrap } from '../../src/terminal/line.ts';
import { guide } from '../../src/terminal/words.ts';
import { SCENARIO_IDS, scenario } from '../library.ts';
import { memoryHost, stage } from './stage.ts';

/** Follows the guide by doing what it says. */
const DOES: readonly (readonly [string, string])[] = [
  [guide.begin, 't Enter Enter'],
  [guide.answer, 'y'],
  [guide.list, 's Enter'],
  [guide.offer, 'o p Enter Enter'],
  [guide.first, 'o p Enter Enter'],
  [guide.counter, 'y Enter'],
  [guide.beyond, 'o p Enter Enter'],
  [guide.handOver, 'y Enter'],
];

const TEXTS = Object.values(guide).filter(text => typeof text === 'string');

test('first steps lead from the first day to an exchange by doing what they say', () => {
  const host = memoryHost(SCENARIO_IDS.map(scenario));
  const at = stage({}, host).press('f');
  expect(at.session.app.scene?.course.scenario.id).toBe('toll-bridge');
  at.press('Esc');
  const [said, steps] = [new Set<string>(), new Set<string>()];
  for (let times = 0; times < 80 && !said.has(guide.again); times++) {
    const screen = at.screen().replaceAll(/\s+/g, ' ');
    const now = TEXTS.find(text => screen.includes(text));
    for (const title of Object.values(guide.titles)) if (screen.includes(title)) steps.add(title);
    if (now === undefined) throw new Error(`no guide in:\n${at.screen()}`);
    said.add(now);
    at.press(DOES.find(([text]) => text === now)?.[1] ?? 'Space');
  }
  for (const text of [guide.begin, guide.list, guide.checking, guide.handOver, guide.again])
    expect(said).toContain(text);
  expect([guide.offer, guide.first].some(text => said.has(text))).toBe(true);
  expect([...steps]).toEqual(Object.values(guide.titles));
});

test('every text of the guide fits the rows that it has', () => {
  for (const text of TEXTS) expect(wrap(text, 78).length, text).toBeLessThanOrEqual(3);
});

test('a campaign that nobody asked to be guided through says nothing of it', () => {
  const at = stage({}, memoryHost(SCENARIO_IDS.map(scenario))).press('Enter Enter Enter Enter Esc');
  expect(at.top()).toBe('board');
  expect(at.screen()).not.toContain('First steps');
});
