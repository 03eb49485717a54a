import { describe, expect, test } from 'vitest';
import { SMALLEST } from '../../src/terminal/line.ts';
import { scenario } from '../library.ts';
import { memoryHost, playUntil, stage } from './stage.ts';

const atKursk = () => {
  const kursk = scenario('kursk-2024');
  const options = { scenario: kursk, seed: '7', side: 0, against: 'conceder' } as const;
  return stage(options, memoryHost([kursk]), SMALLEST).press('Esc');
};

describe('on the smallest screen', () => {
  test('a question shows as many answers as there are rows for', () => {
    const at = atKursk().press('t');
    expect(at.screen()).toMatch(/> Directly\n.*United Arab Emirates\n.*Holy See\n.*Red Cross\n.*Back/);
    at.press('Down Down Down');
    expect(at.screen()).toContain('> Through the International Committee of the Red Cross');
    expect(at.screen()).toContain('Emirates');
  });

  test('what a group is called is not broken within a word', () => {
    const at = atKursk().press('2');
    expect(at.screen()).toContain('Soldiers of the 488th Regiment\n');
    expect(at.screen()).toContain('Contract and mobilised soldiers\n');
  });
});

test('a question leaves the rows above it where they are, however long what an answer means is', () => {
  const rivers = scenario('two-rivers');
  const at = stage({ scenario: rivers, seed: '3', side: 'both' }, memoryHost([rivers])).press('Enter Esc');
  const rows = (height: number) => at.screen().split('\n').slice(0, height);
  const [board, held] = [rows(24), rows(24).findIndex(row => row.startsWith('─ The balance'))];
  expect(held).toBeGreaterThan(8);
  const still = board.slice(0, held);
  at.press('t');
  for (let row = 0; row < 4; row++) {
    expect(rows(held)).toEqual(still);
    expect(at.screen()).toContain(' Pressure 0.36 : 0.25-0.50   leverage 0.49 even   trust 0.32\n');
    at.press('Down');
  }
  at.press('Up Up Up Enter');
  expect(at.screen()).toContain('Quietly, or in public?');
  expect(rows(held)).toEqual(still);
});

test('to refuse an offer is asked first, and the first answer is the way back', () => {
  const at = playUntil(
    stage({ scenario: scenario('toll-bridge'), seed: 'first-steps', side: 0, against: 'conceder' }).press(
      'Esc',
    ),
    'n Refuse',
  );
  const entries = () => at.session.app.scene?.course.entries.length;
  const before = entries();
  expect(at.press('n').screen()).toContain('Refuse this offer?');
  expect(at.screen()).toContain('> Back, nothing is done');
  expect(at.press('Enter').top()).toBe('board');
  expect(entries()).toBe(before);
  at.press('n Down Enter');
  expect(at.screen()).toContain('You refuse the offer');
});
