import { describe, expect, test } from 'vitest';
import { atTheRiver, memoryHost, playUntil, pressUntil, river, stage } from './stage.ts';

describe('the palette', () => {
  test('finds what can be done by a part of its name, and does it', () => {
    const at = atTheRiver().press(':');
    expect(at.screen()).toContain('> Propose talks');
    for (const key of 'lease') at.session.press(key);
    expect(at.screen()).toContain('> Release unasked');
    expect(at.screen()).not.toContain('Propose talks');
    at.press('Enter');
    expect(at.screen()).toContain('Release people unasked');
    at.press('Esc').session.press('ctrl-p');
    for (const key of 'read days') at.session.press(key);
    at.press('Enter');
    expect(at.screen()).toContain('[4 Days]');
  });

  test('says so where nothing is called so, and Esc leaves it', () => {
    const at = atTheRiver().press(': x y z');
    expect(at.screen()).toContain('Nothing here is called so');
    expect(at.press('Enter Esc').top()).toBe('board');
  });

  test('does nothing under the cover of two at one keyboard', () => {
    const at = stage({ scenario: river(), seed: '5', side: 'both' }).press(':');
    expect(at.top()).toBe('cover');
  });
});

describe('an offer that is put together', () => {
  test('is taken back change by change until it is sent', () => {
    const at = playUntil(atTheRiver({ seed: '4' }), 'Make an offer').press('o 4');
    at.press('p');
    expect(at.screen()).not.toContain('You give 4 : you get 0');
    at.press('u');
    expect(at.screen()).toContain('You give 4 : you get 0');
    at.press('u');
    expect(at.screen()).toContain('You give 0 : you get 0');
    expect(at.press('u').screen()).toContain('There is nothing to take back');
  });

  test("is held against the other side's last one", () => {
    const at = playUntil(atTheRiver(), 'Talks: an offer from Southgate');
    at.press('o t');
    expect(at.screen()).toContain('As in their last offer.');
    at.press('Left Left');
    expect(at.screen()).toContain('Against their last offer: -2 southern soldiers');
  });
});

describe('the end', () => {
  test('ways that were played from one beginning stand side by side', () => {
    const at = pressUntil(atTheRiver(), 'e', 'Debrief:');
    expect(at.screen()).not.toContain('The ways that were played');
    pressUntil(at.press('b End Left Left Left Left Left Left Enter'), 'e', 'Debrief:');
    at.press('PgDn');
    expect(at.session.app.stack.at(-1)).toMatchObject({
      name: 'debrief',
      others: [{ number: 1, from: null }],
    });
    const whole = stage({}, at.host);
    expect(whole.host.records).toHaveLength(2);
  });

  test('a debrief is written as text and as HTML, or it is said that it cannot be', () => {
    const written = new Map<string, string>();
    const host = {
      ...memoryHost(),
      export: (name: string, text: string) => {
        if (written.has(name)) return 'it exists';
        written.set(name, text);
        return { where: name };
      },
    };
    const at = pressUntil(atTheRiver({}, host), 'e', 'Debrief:').press('w');
    expect(at.screen()).toContain('Written: river-3-debrief.txt');
    expect(at.press('w').screen()).toContain('it exists');
    at.press('x');
    expect(written.get('river-3-debrief.txt')).toMatch(
      /^The river\n\nDEBRIEF at the end[\s\S]*WHO CAME HOME/,
    );
    expect(written.get('river-3-debrief.html')).toMatch(
      /^<!doctype html>[\s\S]*<h2>Under the law of war<\/h2>/,
    );
    const without = pressUntil(atTheRiver(), 'e', 'Debrief:').press('w');
    expect(without.screen()).toContain('Nothing can be written here');
  });
});
