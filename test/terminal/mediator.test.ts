import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../src/campaign/campaign.ts';
import { mediatorsText, toldToMediator } from '../../src/campaign/mediation.ts';
import { dealValue } from '../../src/campaign/worth.ts';
import { phaseOf } from '../../src/statechart/position.ts';
import { replay } from '../../src/table/replay.ts';
import { topOf } from '../../src/terminal/app.ts';
import { appraise } from '../../src/terminal/appraisal.ts';
import type { Course } from '../../src/terminal/course.ts';
import type { ComposerScreen } from '../../src/terminal/screen.ts';
import { oneForOne } from '../../src/terminal/texts.ts';
import { riverWith } from '../fixtures/river.ts';
import { scenario } from '../library.ts';
import { memoryHost, pressUntil, river, type Stage, stage } from './stage.ts';

/* Two rivers, where the sides talk through the Highland Republic, with a person in its seat. */

function seated(host = memoryHost([scenario('two-rivers')]), seed = '2'): Stage {
  const [twoRivers] = host.scenarios;
  return stage({ scenario: twoRivers as never, seed, side: 'mediator', against: 'boulware' }, host).press(
    'Esc',
  );
}

/** On the first day on which both sides have made an offer and the mediator may speak. */
function betweenOffers(host = memoryHost([scenario('two-rivers')]), seed = '2'): Stage {
  return seated(host, seed).press('e e');
}

const courseOf = (at: Stage) => at.session.app.scene?.course as Course;
const campaignOf = (at: Stage) => courseOf(at).positions.at(-1)?.campaign as Campaign;
const composer = (at: Stage) => topOf(at.session.app) as ComposerScreen;

describe('a person who mediates', () => {
  test('is chosen at the start, and reads what a mediator is told', () => {
    const at = stage({ scenario: river(), seed: '3', against: 'conceder' });
    expect(at.screen()).toContain('Whoever mediates');
    at.press('Down Down Down Enter');
    expect(at.screen()).toContain('The seat of whoever mediates');
    expect(at.screen()).not.toContain('Bring the northern soldiers home');
    at.press('Esc');
    expect(at.screen()).toContain('you mediate; Northport: conceder, Southgate: conceder');
  });

  test('cannot be chosen where nobody proposes terms', () => {
    const host = memoryHost([
      { ...river(), mediators: river().mediators.map(each => ({ ...each, role: 'intermediary' as const })) },
    ]);
    const at = stage({}, host).press('Enter');
    expect(at.screen()).toContain('Nobody');
    expect(at.screen()).not.toContain('Whoever mediates');
  });

  test('waits, and is told so, as long as no mediator is at the table', () => {
    const at = seated();
    expect(at.screen()).toContain(
      'No mediator is at the table. e goes on until you may speak, two weeks at most.',
    );
    at.press('o w');
    expect(at.top()).toBe('board');
    expect(at.session.app.scene?.sight.day).toBe(0);
  });

  test('comes to the day on which it may speak, and lets days pass', () => {
    const at = seated().press('e');
    expect(at.screen()).toContain('You mediate: you may speak');
    expect(at.session.app.scene?.speaks).toBe(true);
    const day = at.session.app.scene?.sight.day ?? 0;
    at.press('w');
    expect(at.session.app.scene?.sight.day).toBe(day + 1);
    at.press('Space');
    expect(at.session.app.scene?.sight.day).toBe(day + 2);
    expect(courseOf(at).entries.some(({ byHand }) => byHand)).toBe(false);
  });

  test('goes through two weeks with nothing to do at one key, and no more', () => {
    const freeze = scenario('freeze-2023');
    const options = { scenario: freeze, seed: '5', side: 'mediator', against: 'conceder' } as const;
    const at = stage(options, memoryHost([freeze])).press('Esc e');
    const { speaks, sight } = at.session.app.scene ?? {};
    expect(speaks).toBe(false);
    expect(sight?.day).toBe(14);
    expect(at.screen()).toContain('14 days went by');
    // As often as it takes one comes to where there is something to do, or to the end.
    pressUntil(at, 'e', /you may speak|Debrief:/);
  });

  test('going on by itself stops on such a day', () => {
    const at = seated().press('g');
    for (let times = 0; times < 30 && at.session.app.auto !== null; times++) at.session.tick();
    expect(at.screen()).toContain('Stopped: you may put a text on the table');
    expect(at.session.app.scene?.speaks).toBe(true);
  });

  test('puts a text on the table, and is shown what both answer', () => {
    const at = seated(undefined, '5').press('e e');
    const [before, rule] = [courseOf(at).entries.length, mediatorsText(campaignOf(at))];
    at.press('o s Enter');
    expect(at.screen()).toContain('Put this text on the table?');
    expect(courseOf(at).entries).toHaveLength(before);
    at.press('Enter');
    expect(courseOf(at).entries[before]).toMatchObject({
      byHand: true,
      event: { type: 'mediatorProposes', deal: rule },
    });
    expect(at.screen()).toContain('Your text: Arenmouth accepts; Belmhead accepts');
    expect(at.screen()).toContain('There is an agreement; it is being carried out.');
  });

  test('is told when a new offer takes the place of its text', () => {
    const at = betweenOffers(undefined, '12').press('o s Enter Enter');
    expect(at.screen()).toContain('Your text: Arenmouth accepts; Belmhead answers with an offer of its own');
    expect(at.screen()).toContain('The new offer takes the place of the text of the Highland Republic');
    expect(at.screen()).toContain('Talks: an offer from Belmhead is on the table');
  });

  test('a text that one side refuses leaves the other no longer asked', () => {
    const at = betweenOffers().press('o Tab 9 9 Enter Enter');
    const answered = courseOf(at).positions.findIndex(({ value }) => phaseOf(value) === 'rounds.singleText');
    expect(answered).toBeGreaterThan(0);
    const said = at.screen().split('\n').at(-1) ?? '';
    expect(said).toMatch(/^ Your text: /);
    expect(said).not.toMatch(/Arenmouth accepts; Belmhead accepts/);
    expect(said).toMatch(/Arenmouth (refuses|answers with an offer|has not answered|was no longer asked)/);
  });

  test('plays to the debrief, in a record that replays and can be taken up', () => {
    const host = memoryHost([scenario('two-rivers')]);
    const at = betweenOffers(host).press('o s Enter Enter q');
    const [kept] = host.records;
    expect(kept?.header.mediator).toBe('person');
    const again = stage({}, host);
    expect(again.screen()).toContain('mediator: you');
    again.press('Down Enter');
    expect(courseOf(again).entries).toEqual(courseOf(at).entries);
    expect(again.session.app.scene?.sight).toEqual(at.session.app.scene?.sight);
    pressUntil(again, 'e', 'Debrief: Two Rivers');
    const record = { header: kept?.header as never, entries: kept?.entries ?? [], ended: true };
    expect(replay(scenario('two-rivers'), record).positions.at(-1)).toEqual(courseOf(again).positions.at(-1));
    expect(kept).toMatchObject({ ended: true, closed: true });
    again.press('End');
    expect(again.screen()).toContain('parley play two-rivers --seed 2 --as mediator --against boulware');
  });

  test('goes back to the morning of an earlier text and tries another', () => {
    const at = betweenOffers();
    const day = at.session.app.scene?.sight.day;
    at.press('o s Enter Enter b');
    expect(at.screen()).toContain(`Looking back at day ${day}`);
    at.press('Enter');
    expect(at.session.app.scene?.sight.day).toBe(day);
    expect(at.session.app.scene?.speaks).toBe(true);
    expect(courseOf(at).entries.some(({ byHand }) => byHand)).toBe(false);
    expect(courseOf(at).header.mediator).toBe('person');
  });
});

describe("a text of the mediator's", () => {
  test('names people of both sides, within the lists and what can be carried', () => {
    const at = betweenOffers().press('o');
    const { most, capacity } = toldToMediator(campaignOf(at)).limits;
    expect(composer(at)).toMatchObject({ most, capacity, purpose: 'text' });
    at.press('9 9 9');
    expect(composer(at).counts[composer(at).order[0] ?? -1]).toBe(most[composer(at).order[0] ?? -1]);
    at.press('Tab 4 i r m');
    expect(composer(at).interned.every(people => people === 0)).toBe(true);
    expect(composer(at).draft).toBeNull();
    const { groups } = courseOf(at).parameters;
    const homes = composer(at).counts.flatMap((people, index) => (people > 0 ? [groups[index]?.home] : []));
    expect(homes).toEqual(expect.arrayContaining([0, 1]));
  });

  test('can begin halfway between the last offers of both sides', () => {
    const at = betweenOffers().press('o n');
    const { offers } = campaignOf(at).talks;
    const last = ([0, 1] as const).map(party => offers.findLast(({ by }) => by === party)?.deal ?? []);
    for (const [index, people] of composer(at).counts.entries()) {
      const mean = ((last[0]?.[index] ?? 0) + (last[1]?.[index] ?? 0)) / 2;
      expect(Math.abs(people - mean)).toBeLessThanOrEqual(0.5);
    }
    expect(composer(at).counts.some(people => people > 0)).toBe(true);
  });

  test('has no halfway before both have made an offer', () => {
    const at = seated().press('e o n');
    expect(at.screen()).toContain('Both sides have to have made an offer first');
    expect(composer(at).counts.every(people => people === 0)).toBe(true);
  });

  test('can begin one for one, without those who are owed', () => {
    const at = betweenOffers().press('o p');
    const { groups } = courseOf(at).parameters;
    const home = [0, 0];
    for (const { index, home: party, owed } of groups) {
      home[party] = (home[party] ?? 0) + (composer(at).counts[index] ?? 0);
      if (owed) expect(composer(at).counts[index]).toBe(0);
    }
    expect(home[0]).toBe(home[1]);
    expect(home[0]).toBeGreaterThan(0);
    expect(composer(at).counts).toEqual(oneForOne(campaignOf(at)));
    at.press('c Enter');
    expect(at.screen()).toContain('Nobody is named yet');
  });

  test('is valued as the mediator was told, for both sides', () => {
    const at = betweenOffers();
    const position = courseOf(at).positions.at(-1) as Course['positions'][number];
    const { valuations, reservations } = toldToMediator(position.campaign);
    for (const { deal } of position.campaign.talks.offers) {
      const seen = appraise(position, 'mediator', { deal });
      for (const party of [0, 1] as const) {
        expect(seen.values[party].best).toBeCloseTo(dealValue(valuations[party], deal), 9);
        expect(seen.reservations[party].best).toBeCloseTo(reservations[party], 9);
        expect(seen.values[party].low).toBeLessThan(seen.values[party].high);
      }
    }
    expect(position.campaign.talks.offers).toHaveLength(2);
    expect(at.screen()).toMatch(/Arenmouth +\d+ : \d+ +\+\d+\/\+\d+/);
  });
});

test.each([60, 80, 100])('the numbers beside offers are named at %i columns', columns => {
  const host = memoryHost([scenario('two-rivers')]);
  const [twoRivers] = host.scenarios;
  const given = { scenario: twoRivers as never, seed: '2', side: 'mediator', against: 'boulware' } as const;
  const at = stage(given, host, { columns, rows: 24 }).press('Esc e e');
  expect(at.screen()).toMatch(/\d+ : \d+/);
  const right = at
    .screen()
    .split('\n')
    .map(row => row.split('│')[1] ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');
  expect(right.includes('gains thought')).toBe(/\+\d+\/\+\d+/.test(right));
  if (columns >= 80) expect(right).toContain('gains thought');
});

describe('talks without a mediator', () => {
  test('are not told to somebody who mediates', () => {
    // Neither side accepts the Abbey, so they talk alone.
    const alone = riverWith(yaml => yaml.replaceAll(/(north|south): \{ value: 1, /g, '$1: { value: 0, '));
    const host = memoryHost([alone]);
    const at = stage({ scenario: alone, seed: '1', side: 'mediator', against: 'conceder' }, host).press(
      'Esc',
    );
    const talked = () => courseOf(at).entries.some(({ event }) => event.type === 'offer');
    for (let days = 0; days < 40 && !talked(); days++) at.press('Space');
    expect(talked()).toBe(true);
    expect(campaignOf(at).talks.mediator).toBeNull();
    expect(at.screen()).toContain('You are not at the table.');
    for (const page of ['', '3', 'Tab']) {
      expect(at.press(page).screen()).not.toMatch(/offers: |proposed talks|submits|Talks: /);
    }
  });
});
