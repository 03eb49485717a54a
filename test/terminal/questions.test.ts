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
