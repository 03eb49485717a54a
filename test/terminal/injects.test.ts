import { describe, expect, test } from 'vitest';
import { replay } from '../../src/table/replay.ts';
import type { Course } from '../../src/terminal/course.ts';
import { riverWith } from '../fixtures/river.ts';
import { atTheRiver, memoryHost, pressUntil, type Stage, stage } from './stage.ts';

const INJECTS = `
injects:
  letters:
    title: Letters cross the river
    text: The Abbey has carried letters both ways.
    effects:
      - pressure:
          north: { value: 0.2, reason: invented }
          south: { value: 0.1, reason: invented }
  feud:
    title: A bridge is blown up
    text: Nobody says who did it.
    date: 2020-03-30
    effects:
      - trust: { value: -0.25, reason: invented }
      - captured:
          south-soldiers: { value: 3, reason: invented }
      - halt: { value: 4, reason: invented }
  orders:
    title: A telegram
    text: The southern delegation has had a telegram.
    effects:
      - mediator: abbey
      - instruct:
          south:
            - text: Bring home ten soldiers.
              must: { south-soldiers: { value: 10, reason: invented } }

sources:`;

const eventful = () => riverWith(yaml => yaml.replace('\nsources:', INJECTS));
const host = () => memoryHost([eventful()]);

function watched(kept = host()): Stage {
  return stage(
    { scenario: kept.scenarios[0] as never, seed: '5', side: 'none', against: 'conceder' },
    kept,
  ).press('Esc');
}

const courseOf = (at: Stage) => at.session.app.scene?.course as Course;

describe('injects by hand', () => {
  test('are listed with what they do, and whether they have come', () => {
    const at = watched().press('e i');
    expect(at.screen()).toContain('Bring an inject: which?');
    expect(at.screen()).toContain('For both delegations. The Abbey has carried letters both ways.');
    expect(at.screen()).toContain(' > Letters cross the river');
    expect(at.screen().replaceAll(/\s+/g, ' ')).toContain(
      'What it does: Pressure on Northport rises by 20% of what it could still rise.',
    );
    at.press('Down');
    const about = at.screen().replaceAll(/\s+/g, ' ');
    for (const part of [
      'Trust falls by 25%.',
      'People are captured: 3 southern soldiers.',
      'A hand-over that is arranged waits for 4 days.',
      'On 30 Mar it comes by itself as well.',
    ])
      expect(about).toContain(part);
    at.press('Up Enter Down Enter i');
    expect(at.screen()).toContain('Letters cross the river (has come)');
    at.press('Enter');
    expect(at.screen().replaceAll(/\s+/g, ' ')).toContain('It has come before and would come once more.');
  });

  test('come after one is sure, and are in the record as such', () => {
    const kept = host();
    const at = watched(kept).press('e i Down Enter');
    const [before, held] = [
      courseOf(at).entries.length,
      courseOf(at).positions.at(-1)?.campaign.held[2] ?? 0,
    ];
    expect(at.screen()).toContain('Bring it now: A bridge is blown up?');
    at.press('Enter');
    expect(courseOf(at).entries).toHaveLength(before);
    at.press('Enter Down Enter');
    expect(courseOf(at).entries[before]).toMatchObject({
      byHand: true,
      event: { type: 'inject', inject: 'feud' },
    });
    expect(courseOf(at).positions.at(-1)?.campaign.held[2]).toBe(held + 3);
    expect(at.screen()).toContain('Brought by hand: A bridge is blown up');
    expect(at.screen()).toContain('3 people of Southland captured');
    pressUntil(at, 'e', 'Debrief: The river');
    const [record] = kept.records;
    const again = replay(eventful(), {
      header: record?.header as never,
      entries: record?.entries ?? [],
      ended: true,
    });
    expect(again.positions.at(-1)).toEqual(courseOf(at).positions.at(-1));
    at.press('End');
    expect(at.screen().replaceAll(/\s+/g, ' ')).toMatch(/--seat south=conceder --inject \d+=feud/);
  });

  test('a campaign with one can be taken up', () => {
    const kept = host();
    const at = watched(kept).press('e i Enter Down Enter e q');
    const again = stage({}, kept).press('Down Enter');
    expect(courseOf(again).entries).toEqual(courseOf(at).entries);
  });

  test('are there for who plays both sides, in the middle of a day too', () => {
    const at = stage({ scenario: eventful(), seed: '5', side: 'both' }, host()).press(
      'Enter Esc w Enter Esc i Down Down Enter',
    );
    expect(at.screen().replaceAll(/\s+/g, ' ')).toContain(
      'New orders for Southgate, which only its delegation reads.',
    );
    expect(at.screen()).not.toContain('ten soldiers');
    const mover = at.session.app.scene?.mover;
    at.press('Down Enter');
    expect(at.session.app.scene?.mover).toBe(mover);
    expect(courseOf(at).positions.at(-1)?.campaign.instructions[1]).toHaveLength(1);
  });

  test('say to who only watches what a capital orders', () => {
    expect(watched().press('e i Down Down').screen().replaceAll(/\s+/g, ' ')).toContain(
      'New orders for Southgate: Bring home ten soldiers.',
    );
  });

  test('are there for a mediator, who does not read what a capital orders', () => {
    const at = stage({ scenario: eventful(), seed: '5', side: 'mediator', against: 'conceder' }, host());
    at.press('Esc i Down Down');
    expect(at.screen().replaceAll(/\s+/g, ' ')).toContain(
      'New orders for Southgate, which only its delegation reads.',
    );
    expect(at.screen()).not.toContain('ten soldiers');
    at.press('Up');
    expect(at.screen()).not.toContain('30 Mar');
  });

  test('are not there for who plays one side, nor where there are none, nor after the end', () => {
    expect(atTheRiver({ scenario: eventful() }, host()).press('i').top()).toBe('board');
    const none = stage({
      scenario: memoryHost().scenarios[0] as never,
      seed: '5',
      side: 'none',
      against: 'parity',
    });
    expect(none.press('Esc i').top()).toBe('board');
    expect(none.screen()).not.toContain('i injects');
    const over = pressUntil(watched(), 'e', 'Debrief: The river').press('Esc i');
    expect(over.top()).toBe('board');
  });
});
