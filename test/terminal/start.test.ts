import { describe, expect, test } from 'vitest';
import { NEGOTIATORS } from '../../src/negotiators/index.ts';
import { scenario as library, SCENARIO_IDS } from '../library.ts';
import { atTheRiver, memoryHost, river, stage } from './stage.ts';

describe('the start', () => {
  test('asks for campaign, side, opponent and seed, and begins', () => {
    const at = stage();
    expect(at.screen()).toContain('A simulator of prisoner-exchange negotiations');
    expect(at.screen()).toContain(' > The river');
    at.press('Enter');
    expect(at.screen()).toContain('Whom do you speak for?');
    at.press('j Enter');
    expect(at.screen()).toContain('Who decides for Northland?');
    expect(at.screen()).toContain(' > boulware');
    at.press('Down Enter');
    expect(at.screen()).toContain('Seed       42_');
    expect(at.screen()).toContain('Southland: you');
    expect(at.screen()).toContain('Northland: conceder');
    at.press('Enter');
    expect(at.top()).toBe('page');
    expect(at.screen()).toContain('[5 Briefs]');
    at.press('Enter');
    expect(at.screen()).toContain('The river  you: Southland, against conceder');
    expect(at.screen()).toContain('seed 42');
  });

  test('Esc leads back through every question, and keeps what was chosen', () => {
    const at = stage().press('Enter j j Enter Esc');
    expect(at.screen()).toContain(' > Both');
    at.press('Esc');
    expect(at.screen()).toContain('A new campaign');
    at.press('Esc');
    expect(at.screen()).toContain('A new campaign');
  });

  test('a campaign named on the command line takes no way out away: f and Esc do what they do elsewhere', () => {
    const scenario = river();
    for (const said of [{ scenario }, { scenario, side: 0 }] as const) {
      const at = stage(said);
      expect(at.screen()).toMatch(/Esc back.*f first steps/);
      expect(at.press('Esc').screen()).toContain('A new campaign');
      expect(at.screen()).toContain(' > The river');
      const steps = stage(said).press('f');
      expect(steps.session.app.guided).toBe(true);
    }
    const ready = stage({ scenario, side: 0, against: 'parity' }).press('Esc');
    expect(ready.screen()).toContain('A new campaign');
    expect(ready.press('Enter').screen()).toContain('Ready to begin');
  });

  test('first steps are taken in what comes with the program, however short a scenario of your own is', () => {
    const [bridge, rivers] = [library('toll-bridge'), library('two-rivers')];
    const own = { ...rivers, id: 'own', days: 5 };
    const host = { ...memoryHost([own, bridge, rivers]), library: [rivers, bridge] };
    const at = stage({ scenario: own }, host).press('f');
    expect(at.session.app.scene?.course.scenario.id).toBe('toll-bridge');
  });

  test('a key that does nothing says so, once, and one that moves does not', () => {
    const at = stage({ scenario: river() });
    expect(at.press('x').screen()).toContain('"x" does nothing here; ? shows the keys');
    expect(at.press('Up').screen()).not.toContain('does nothing here');
    const asked = atTheRiver().press('Esc z');
    expect(asked.top()).toBe('choice');
    expect(asked.screen()).toContain('"z" does nothing here');
  });

  test('says who decides for whom where the side is chosen', () => {
    const at = stage({ scenario: library('kursk-2024') });
    expect(at.screen()).toContain(' > Ukraine (Kyiv)');
    expect(at.screen()).toContain('   Russia (Moscow)');
    expect(at.screen()).toContain('You decide for Kyiv, a negotiator for Moscow');
    expect(at.screen()).toContain('Kyiv decides for Ukraine, Moscow for Russia');
  });

  test('tells whole of the chosen answer what is cut beside it, and cuts nothing else', () => {
    const host = memoryHost(SCENARIO_IDS.map(library));
    const at = stage({}, host, { columns: 60, rows: 20 });
    for (const { summary } of host.scenarios) {
      const rows = at.screen().split('\n');
      const list = rows.slice(
        0,
        rows.findIndex(row => row.includes('more: arrows go on')),
      );
      expect(list.filter(row => /^ [ >] /.test(row)).length).toBeGreaterThanOrEqual(3);
      expect(
        rows
          .slice(list.length + 1)
          .join(' ')
          .replace(/\s+/g, ' '),
      ).toContain(summary.slice(-40));
      at.press('Down');
    }
    for (const row of at.press('Home').screen().split('\n'))
      if (!/sou?r?c?e?s?…$/.test(row)) expect(row).not.toContain('…');
  });

  test('has more to say of a campaign where there is more room', () => {
    const host = memoryHost([library('kursk-2024')]);
    const rows = (rows: number) => stage({}, host, { columns: 120, rows }).screen();
    expect(rows(40)).toContain('  Between     Ukraine (Kyiv) and Russia (Moscow)');
    expect(rows(40)).toContain('by Ukraine: Conscripts, ');
    expect(rows(40)).toMatch(/and \d+ more/);
    expect(rows(20)).not.toContain('Sources ');
  });

  test('shows the opponent that is chosen, however many there are', () => {
    const at = stage({ scenario: river(), side: 1 });
    for (const { name } of NEGOTIATORS) {
      expect(at.screen()).toContain(` > ${name}`);
      expect(at.screen().split('\n').length).toBeLessThanOrEqual(24);
      at.press('Down');
    }
  });

  test('does not ask what the command line said', () => {
    const scenario = river();
    const said = { scenario, seed: '7', side: 1, against: 'parity' } as const;
    expect(stage(said).screen()).toContain('[5 Briefs]');
    expect(stage({ ...said, seed: undefined } as never).screen()).toContain('Ready to begin');
    expect(stage({ scenario, side: 1, seed: '7' }).screen()).toContain('Who decides for Northland?');
    expect(stage({ scenario }).screen()).toContain('Whom do you speak for?');
  });

  test('a seed can be typed', () => {
    const at = stage({ scenario: river(), side: 0, against: 'parity' });
    at.press('Back Back 2 0 2 4 q ? Enter');
    expect(at.session.app.scene?.course.header.seed).toBe('2024q');
    const empty = stage({ scenario: river(), side: 0, against: 'parity' }).press('Back Back Enter');
    expect(empty.screen()).toContain('Ready to begin');
  });

  test('who watches names a negotiator for each side', () => {
    const at = stage({ scenario: river() }).press('End Enter');
    expect(at.screen()).toContain('Who decides for Northland?');
    at.press('Enter');
    expect(at.screen()).toContain('Who decides for Southland?');
    expect(at.screen()).toContain(' > conceder');
    at.press('Enter Enter Esc');
    expect(at.screen()).toContain('Northport: boulware, Southgate: conceder  (true numbers)');
  });

  test('offers what was not finished, and goes on with it where it stopped', () => {
    const host = memoryHost();
    const before = stage({ scenario: river(), seed: '3', side: 0, against: 'conceder' }, host);
    before.press('Esc e e q');
    const entries = host.records[0]?.entries.length ?? 0;
    expect(entries).toBeGreaterThan(5);
    expect(host.records[0]?.closed).toBe(true);
    const at = stage({}, host);
    expect(at.screen()).toContain('Go on with one that was not finished');
    expect(at.screen()).toContain('The river, day');
    const day = before.session.app.scene?.sight.day;
    at.press('Down Enter');
    expect(at.session.app.scene?.sight.day).toBe(day);
    expect(at.session.app.scene?.sight).toEqual(before.session.app.scene?.sight);
    expect(host.records).toHaveLength(1);
    expect(host.records[0]?.entries).toHaveLength(entries);
  });

  test('says where no record can be made, and plays without one if told to', () => {
    const host = memoryHost();
    host.trouble = 'cannot write /nowhere/x.jsonl: no such folder';
    const at = stage({ scenario: river(), seed: '3', side: 0, against: 'conceder' }, host);
    expect(at.screen()).toContain('cannot write /nowhere/x.jsonl: no such folder');
    at.press('Down Enter Esc');
    expect(at.screen()).toContain('you: Northland, against conceder');
    at.press('e q');
    expect(at.session.farewell?.lines.join()).toContain('not saved');
  });
});
