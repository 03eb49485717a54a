import { expect, test } from 'vitest';
import { riverWith } from '../fixtures/river.ts';
import { atTheRiver, memoryHost, pressUntil, type Stage, stage } from './stage.ts';

const day = (at: Stage) => at.session.app.scene?.sight.day ?? -1;
const flat = (at: Stage) => at.screen().replace(/\s+/g, ' ');
const findings = (at: Stage) => at.session.app.scene?.position.campaign.findings ?? [];

test('whoever holds wounded people is told a week before that is looked at, and time stops for it', () => {
  const at = pressUntil(atTheRiver(), 'w', /Stopped: the law|on 31 Mar, it will be found/);
  expect(day(at)).toBe(23);
  expect(flat(at)).toContain('! In 7 days, on 31 Mar, it will be found: 5 seriously wounded southerners');
  expect(flat(at)).toContain('still held on day 30 (GC III art. 109(1), 112). They can be released unasked.');
  expect(at.screen().split('\n').length).toBeLessThanOrEqual(24);
  expect(findings(at)).toEqual([]);
  const stopped = atTheRiver();
  while (day(stopped) < 23) {
    const before = day(stopped);
    stopped.press('e');
    expect(day(stopped)).toBeGreaterThan(before);
  }
  expect(day(stopped)).toBe(23);
  expect(stopped.screen()).toContain('Stopped: the law of war will find people still held');
});

test('what is told comes so, and whoever releases them has nothing to be told', () => {
  const kept = pressUntil(atTheRiver(), 'w', 'In 1 day, on 31 Mar');
  kept.press('w');
  expect(findings(kept).filter(({ by }) => by === 0)).toMatchObject([{ rule: 'owed-held-back', day: 30 }]);
  expect(kept.screen()).not.toContain('it will be found');
  const released = pressUntil(atTheRiver(), 'w', 'it will be found').press('u Down 9 9 Enter Enter');
  pressUntil(released, 'w', 'day 31 of 40');
  expect(findings(released).filter(({ by }) => by === 0)).toEqual([]);
});

test('nobody is told of what only the other side knows, or where the law of war does not bind', () => {
  const watched = pressUntil(
    stage({ scenario: riverWith(yaml => yaml), seed: '3', side: 'none', against: 'conceder' }).press('Esc'),
    'Space',
    'day 25',
  );
  expect(watched.screen()).not.toContain('it will be found');
  const without = riverWith(yaml => `law-of-war: false\n${yaml}`);
  const at = pressUntil(atTheRiver({}, memoryHost([without])), 'w', 'day 25');
  expect(at.screen()).not.toContain('it will be found');
});
