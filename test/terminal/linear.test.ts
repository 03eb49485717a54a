import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlayOptions } from '../../src/terminal/host.ts';
import { openDialogue } from '../../src/terminal/linear/dialogue.ts';
import { openSession } from '../../src/terminal/session.ts';
import { scenario as library } from '../library.ts';
import { memoryHost, river } from './stage.ts';

/** Somebody who types numbers at a terminal without a screen. */
function talk(options: PlayOptions, host = memoryHost()) {
  const session = openSession(host, options, { columns: 100, rows: 40 });
  const dialogue = openDialogue(session, 'wanted');
  let said = dialogue.opening();
  const self = {
    session,
    host,
    said: () => said,
    /** What is said of itself, if anything is. */
    unasked: () => {
      const news = dialogue.unasked();
      said = news ?? said;
      return news;
    },
    type: (line: string) => {
      said = dialogue.answer(line);
      return self;
    },
    /** Chooses what the menu calls so; a test that finds no such thing fails. */
    choose: (label: string) => {
      const found = new RegExp(`^(\\d+)\\. ${label}`, 'm').exec(said);
      if (!found?.[1]) throw new Error(`no "${label}" in:\n${said}`);
      return self.type(found[1]);
    },
    offers: (label: string) => new RegExp(`^\\d+\\. ${label}`, 'm').test(said),
  };
  return self;
}

/** The menu that was said: each answer with its number. */
function numbersIn(said: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...said.matchAll(/^(\d+)\. (.*)$/gm)].map(([, number = '', label = '']) => [label, number]),
  );
}

/** What a willing player chooses, the first that is offered. */
const WILLING: readonly (readonly [string, ...string[]])[] = [
  ['Hand over', 'Bring everybody'],
  ['Accept', 'Accept it'],
  ['Agree to talk'],
  ['Submit a list', 'Full'],
  ['Propose talks', 'Directly', 'Quietly'],
  ['Make an offer', 'Begin with: Parity', 'Look at it', 'Send it'],
  ['Let days pass'],
];

describe('the app in lines', () => {
  test('is played from the first question to the debrief by numbers', () => {
    const at = talk({});
    expect(at.said()).toContain('Screen-reader mode');
    at.choose('The river').choose('Northland').choose('conceder').choose('Begin').choose('To the board');
    expect(at.said()).toMatch(
      /You hold:\n {2}Southern soldiers: \d+, half of them held for \d+ days or more, the longest for \d+\n/,
    );
    for (let times = 0; times < 200 && !at.said().includes('Debrief: The river'); times++) {
      const [first, ...rest] = WILLING.find(([label]) => at.offers(label)) ?? ['nothing to do'];
      at.choose(first);
      for (const label of rest) at.choose(label);
    }
    expect(at.said()).toContain('Debrief: The river');
    expect(at.said()).toMatch(/In short:\s+Home: .* to Northland, .* to Southland\.\s+Still held: /);
    expect(at.said()).toMatch(/To Northland: \d+ people\.\nNorthern soldiers: \d+ exchanged/);
    expect(at.said()).toMatch(/Northport: value \+?-?[\d.]+, least [\d.]+, gain/);
    at.choose('Leave');
    expect(at.session.farewell?.how).toBe('left');
    expect(at.host.records[0]?.ended).toBe(true);
  });

  test('counts, message and seed are typed, and nothing else is taken for them', () => {
    const at = talk({ scenario: river(), side: 0, against: 'conceder' });
    at.choose('Another seed').type('spring');
    expect(at.said()).toContain('Seed spring.');
    at.choose('Begin').choose('To the board');
    for (let times = 0; times < 40 && !at.offers('Make an offer'); times++) {
      const [first, ...rest] = WILLING.find(([label]) => at.offers(label)) ?? ['nothing to do'];
      at.choose(first);
      for (const label of rest) at.choose(label);
    }
    at.choose('Make an offer');
    expect(at.said()).toMatch(/^An offer: at most \d+ people a side\.$/m);
    expect(at.offers('Begin with: Their last offer')).toBe(
      at.session.app.scene?.position.campaign.talks.offers.some(({ by }) => by === 1),
    );
    at.choose('Southern soldiers').type('7');
    expect(at.said()).toMatch(/Southern soldiers, home to Southland: 7 named/);
    at.choose('Southern soldiers').type('many');
    expect(at.said()).toMatch(/Southern soldiers, home to Southland: 7 named/);
    at.choose('Message').type('For the harvest.');
    at.choose('Look at it');
    expect(at.said()).toContain('Message: For the harvest.');
    expect(at.said()).toMatch(
      /\nWorth to you: [+-][\d.]+\.\nThe least you should accept: [\d.]+, this is [\d.]+ (more|less)\.\n/,
    );
    at.choose('Send it');
    expect(at.said()).toContain('"For the harvest."');
  });

  test('has the coach, its turning points and another try at them, by numbers', () => {
    const host = memoryHost();
    const at = talk({ scenario: river(), seed: '3', side: 0, against: 'conceder' }, host).choose(
      'To the board',
    );
    at.choose('Ask the coach for a hint');
    expect(at.said()).toContain('The coach is thinking');
    expect(at.unasked()).toBeNull();
    host.think();
    expect(at.unasked()).toContain('The coach would ');
    expect(at.unasked()).toBeNull();
    at.choose('To the board');
    for (let times = 0; times < 200 && !at.said().includes('Debrief: The river'); times++) {
      const [first, ...rest] = WILLING.find(([label]) => at.offers(label)) ?? ['nothing to do'];
      at.choose(first);
      for (const label of rest) at.choose(label);
    }
    at.choose('Stop the coach');
    expect(at.said()).toContain('The coach has stopped at 0 of');
    expect(at.said()).not.toContain('Who came home');
    at.choose('Let the coach go on');
    const { 'Stop the coach': _, ...typed } = numbersIn(at.said());
    host.think();
    expect(at.unasked()).toMatch(
      /The coach has judged all \d+ moves that had a real alternative\. (Waiting in silence is looked at once in 14 days\. )?Score \d+( \(\d+ to \d+\))? of 100/,
    );
    // A number that was being typed still means what it meant, and what is new has one of its own.
    expect(at.said()).not.toMatch(/^\d+\. /m);
    expect(at.said()).toMatch(/It marks \d moves: 1 tells of them, 2 goes through them one by one/);
    at.type('1');
    expect(at.said()).toContain('Hints taken: Northport 1 (1 Mar).');
    expect(numbersIn(at.said())).toMatchObject(typed);
    at.choose('Go through the turning points');
    expect(at.said()).toMatch(/Turning point A, 1 of \d/);
    at.choose('Try another move').choose('Accept').choose('Accept it');
    expect(at.said()).toContain('Not as good');
    at.choose('Try another move').choose('Refuse').choose('Refuse it');
    host.think();
    expect(at.unasked()).toMatch(/As good as the best|Better than the coach's own/);
    at.choose('Hear the answer');
    expect(at.said()).toContain('Advised: ');
    at.choose('Hear one other course');
    expect(at.said()).toContain('One other course:');
    at.choose('Back').choose('Back').choose('The next turning point').choose('Back to the debrief');
    at.choose('Say the whole debrief again');
    expect(at.said()).toContain('To Northland: ');
    at.choose('Leave');
    expect(at.session.farewell?.how).toBe('left');
  });

  test('what is not in the menu is said to be so, and changes nothing', () => {
    const at = talk({ scenario: river(), seed: '3', side: 0, against: 'conceder' });
    const before = at.session.app;
    for (const line of ['0', '99', 'quit', '-1', '1.5']) {
      expect(at.type(line).said()).toContain(`"${line}" is not in the menu. Type 1 to 5:`);
    }
    expect(at.session.app).toBe(before);
    expect(at.type('?').said()).toContain('Type the number of what you want to do');
  });

  test('after the first time only what is new is said; the whole board can be asked for', () => {
    const at = talk({ scenario: river(), seed: '3', side: 0, against: 'conceder' }).choose('To the board');
    expect(at.said()).toContain('You hold:');
    at.choose('Wait');
    expect(at.said()).not.toContain('You hold:');
    expect(at.choose('Say the whole board').said()).toContain('You hold:');
  });

  test('what can be done on any day keeps its number from day to day', () => {
    const at = talk({ scenario: river(), seed: '3', side: 0, against: 'conceder' }).choose('To the board');
    const standing = ['Let days pass', 'Your notebook', 'Go back to an earlier day', 'Leave'];
    const heard = () => Object.entries(numbersIn(at.said()));
    const numbers = () => standing.map(label => heard().find(([said]) => said.startsWith(label))?.[1]);
    const first = numbers();
    expect(first.every(number => Number(number) > 50)).toBe(true);
    let moves = 0;
    for (let times = 0; times < 60 && !at.said().includes('Debrief: The river'); times++) {
      const [label, ...rest] = WILLING.find(([each]) => at.offers(each)) ?? ['nothing to do'];
      if (label === 'Let days pass') {
        expect(numbers()).toEqual(first);
        moves = Math.max(moves, heard().filter(([, number]) => Number(number) < 51).length);
      }
      at.choose(label);
      for (const each of rest) at.choose(each);
    }
    expect(moves).toBeGreaterThan(1);
  });

  test('two at one keyboard are told to turn away', () => {
    const at = talk({ scenario: river(), seed: '3', side: 'both' });
    expect(at.said()).toContain('Go on once Southgate neither hears nor sees it.');
    expect(at.said()).not.toContain('You hold');
    at.choose('Go on');
    expect(at.said()).toContain('Bring the northern soldiers home');
  });

  test('whatever numbers are typed, it answers with a menu, and leaves nothing unsaid', () => {
    const twoRivers = library('two-rivers');
    const starts: readonly PlayOptions[] = [
      {},
      { scenario: twoRivers, seed: '2', side: 'mediator', against: 'boulware' },
      { scenario: river(), seed: '4', side: 'none', against: 'random' },
      { scenario: river(), seed: '5', side: 'both' },
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.array(fc.nat(40), { minLength: 20, maxLength: 80 }),
        (options, picks) => {
          const at = talk(options, memoryHost([options.scenario ?? river()]));
          for (const pick of picks) {
            const numbers = [...at.said().matchAll(/^(\d+)\. /gm)].map(([, number = '']) => number);
            expect(numbers).toEqual(numbers.toSorted((a, b) => Number(a) - Number(b)));
            // Whoever is asked for a number or a text gives a number.
            at.type(numbers[pick % Math.max(1, numbers.length)] ?? String(pick));
            if (at.session.farewell) break;
            expect(at.said()).toMatch(/:$/);
            expect(at.said()).not.toMatch(/undefined|NaN|\[object/);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});
