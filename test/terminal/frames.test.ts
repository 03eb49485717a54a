import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenario as library } from '../library.ts';
import { atTheRiver, memoryHost, playUntil, river, stage } from './stage.ts';

/* Frames as they are seen at 80 by 24: those that no figure of the model can change, word for word. */

const framed = (screen: string) => `\n${screen}\n`;

test('the first screen', () => {
  expect(framed(stage().screen())).toMatchInlineSnapshot(`
    "
    ─ Parley ───────────────────────────────────────────────────────────────────────
     A simulator of prisoner-exchange negotiations. Two parties hold each other's
     people. Day by day they may propose talks, check lists, make offers and bring
     people home, or not. Every count is people. It explains and teaches; it does
     not predict, and it takes no side.
     New here? f takes the first steps: a small campaign, told step by step.

     A new campaign
     > The river   40 days from 1 Mar 2020; 1 source

      Two neighbours hold some dozens of each other's soldiers after fighting at a
      river.

      Between     Northland (Northport) and Southland (Southgate)
      Held        by Northland: Southern soldiers, Seriously wounded southerners
                  by Southland: Northern soldiers, Seriously wounded northerners
      Through     the Abbey
      Sources     The Gazette: Report from the river




     Enter next  f first steps  q leave  arrows or j k choose  S settings  ? help
    "
  `);
});

test('ready to begin', () => {
  expect(framed(stage({ scenario: river(), side: 1, against: 'parity' }).screen())).toMatchInlineSnapshot(`
    "
    ─ Parley ───────────────────────────────────────────────────────────────────────
     A simulator of prisoner-exchange negotiations. Two parties hold each other's
     people. Day by day they may propose talks, check lists, make offers and bring
     people home, or not. Every count is people. It explains and teaches; it does
     not predict, and it takes no side.

     Ready to begin

       Scenario   The river
                  Sun 1 Mar 2020 to Fri 10 Apr 2020, 40 days
       Seats      Southland: you
                  Northland: parity
       Seed       42_

       The same seed, seats and moves give the same campaign again, on every
       machine.
       Type to change the seed; Enter begins





     Enter begins   Esc back   letters, digits and Backspace change the seed
    "
  `);
});

test('the brief', () => {
  const at = stage({ scenario: river(), seed: '3', side: 0, against: 'conceder' });
  expect(framed(at.screen())).toMatchInlineSnapshot(`
    "
      1 Board  2 People  3 Talks  4 Days [5 Briefs]
     The river
     Two neighbours hold some dozens of each other's soldiers after fighting at a
     river.
     Northport decides for Northland, Southgate for Southland: where somebody acts,
     those are the names.

     Confidential brief: Northland
     Bring the northern soldiers home.

     The river

     Two neighbours fought at a river. Northern and southern soldiers were taken;
     some were seriously wounded.








     Enter or Esc to the board   1-5 pages   ? help
    "
  `);
});

test('a question', () => {
  expect(framed(atTheRiver().press('t Down').screen())).toMatchInlineSnapshot(`
    "
     The river  you: Northland, against conceder                             seed 3
     day 0 of 40  Sun 1 Mar 2020  ┃──────────────────────o─────────────────────────
     ● Silence ─ ○ Asked ─ ○ Lists ─ ○ Checks ─ ○ Offers ─ ○ Agreed ─ ○ Hand-over
     No talks. Either side may propose them
    ─ You hold ────────────────────────  days ┬─ Yours, held by Southland ───  days
     Southern soldiers               50    36 │ Northern soldiers       40-80    36
     owed Wounded south               5     - │ owed Wounded north          8     -
    ─ The balance: even since 1 Mar ─────── ▄ ┬─ The talks ─────────────────────────
     Pressure on you       ██░░░░ 0.37        │ No talks now.
     Pressure on Southgate ██▒░░░ 0.25-0.50   │
     Trust                 ██░░░░ 0.40        │
     Your leverage         ███░░░ 0.45 even   │
     Home so far: Northland 0, Southland 0    │

    ─ Propose talks: how? ──────────────────────────────────────────────────────────
       Directly
     > Through the Abbey
       Back, nothing is done

      Takes 50% off what it costs each capital to be seen to deal. The other side
      is sure to accept it. Puts a text of its own on the table after some days of
      rounds. Monks on the island in the river.
     Enter do it   Esc back, nothing is done   arrows or j k choose   ? help
    "
  `);
});

test('a question that the law has something to say to', () => {
  expect(framed(atTheRiver().press('p Down').screen())).toMatchInlineSnapshot(`
    "
     The river  you: Northland, against conceder                             seed 3
     day 0 of 40  Sun 1 Mar 2020  ┃──────────────────────o─────────────────────────
     ● Silence ─ ○ Asked ─ ○ Lists ─ ○ Checks ─ ○ Offers ─ ○ Agreed ─ ○ Hand-over
     No talks. Either side may propose them
    ─ You hold ────────────────────────  days ┬─ Yours, held by Southland ───  days
     Southern soldiers               50    36 │ Northern soldiers       40-80    36
     owed Wounded south               5     - │ owed Wounded north          8     -
    ─ The balance: even since 1 Mar ────────────────────────────────────────────────
     Pressure 0.37 : 0.25-0.50   leverage 0.45 even   trust 0.40
    ─ What happened ────────────────────────────────────────────────────────────────
     Nothing yet.
    ─ Speak in public: what? ───────────────────────────────────────────────────────
       Appeal for your people
     > Publish names of those you hold
       Deny that some you hold are prisoners of war
       Threaten those you hold
       Keep back the letters of those you hold
       Back, nothing is done

      Their families learn who lives, and press their government. It costs trust.
      ! Prisoners shown to the public (GC III art. 13)
      The law of war does not stop you here; it will be noted.
     Enter do it   Esc back, nothing is done   arrows or j k choose   ? help
    "
  `);
});

test('the keys', () => {
  const at = stage({}, memoryHost(), { columns: 80, rows: 50 }).press('?');
  expect(framed(at.screen())).toMatchInlineSnapshot(`
    "
    ─ Keys ─────────────────────────────────────────────────────────────────────────
     Everywhere
       arrows, h j k l       move, choose, change a count
       Enter                 do what is chosen
       Esc                   back; nothing is done
       ?                     this page
       Ctrl-P, :             everything that can be done here, by name
       S                     settings: colours, motion, screen reader
       P                     a picture of the screen, as SVG
       Ctrl-Z                stop for a while; fg in the shell comes back
       q, Ctrl-C             leave; what was played is saved

     On the board
       letters in the menu   the moves that are possible now
       space                 wait a day, as w does; it asks while people are due
       e                     wait until something happens that concerns you, two
                             weeks at most
       g                     go on by itself; + and - change the speed, any key
                             stops
       b                     rewind: see earlier days, and play on another way
       1 to 5                board, people, talks, day by day, briefs
       v                     whose eyes you look through, where you only watch
       i                     bring an inject by hand, unless you play one side
       d                     debrief, once the campaign is over
       s                     to the start, once it is over; also in the debrief
       N                     your notebook: private notes by day, also from other
                             screens

     In an offer
       left right, digits    change the count; [ and ] by ten; Backspace deletes
       Tab                   to the other side of the offer
       p s a t n c           offers to begin with; each is explained when chosen
       i                     how many of the group go to a neutral country; i again
                             goes back
       r                     on parole; i and r only where they are possible
       u                     take back the last change of a count
       m                     a message to go with it
       Enter                 look at it once more; only then is it sent

     As the mediator
       o                     a text of your own, on days on which you may speak
       space, w              let the day pass
       e                     on until you may speak, two weeks at most
       s n p c               texts to begin with

     With the coach
       a                     on the board: a hint, from what you know; the debrief
       1 to 46 of 81: arrows, PgUp and PgDn scroll
     Esc or ? back
    "
  `);
});

test('too small a terminal', () => {
  const at = stage({}, memoryHost(), { columns: 59, rows: 24 });
  expect(at.screen()).toBe('Enlarge it: Parley needs 60 x 20, this is 59 x 24. q\nleaves.');
  at.session.resize({ columns: 60, rows: 20 });
  expect(at.screen()).toContain('A simulator of prisoner-exchange');
});

test('on a screen too small to see nothing is played but leaving', () => {
  const at = atTheRiver({ seed: '11' });
  const before = at.screen();
  at.session.resize({ columns: 36, rows: 10 });
  at.press('space space t Enter Down e ?');
  expect(at.screen()).toContain('Enlarge it');
  at.session.resize({ columns: 80, rows: 24 });
  expect(at.screen()).toBe(before);
});

/** Where the parts of the board stand: the rows that are rules. */
const rules = (screen: string) =>
  screen
    .split('\n')
    .flatMap((row, index) =>
      row.startsWith('─ ') ? [`${index} ${row.split(' ')[1]} ${row.split(' ')[2]}`] : [],
    );

test('the board keeps its parts in their places, whatever the phase', () => {
  const at = atTheRiver({ seed: '11' });
  const first = rules(at.screen());
  expect(first).toEqual(['4 You hold', '7 The balance:', '13 What happened', '19 Your move']);
  for (const text of ['list whom they hold', 'Make an offer', 'Hand over']) {
    expect(rules(playUntil(at, text).screen())).toEqual(first);
  }
});

test('more room shows more', () => {
  const rowsAt = (columns: number, rows: number) =>
    atTheRiver({ seed: '11' }, memoryHost(), { columns, rows })
      .press('e Space')
      .screen()
      .split('\n')
      .filter(Boolean);
  expect(rowsAt(120, 40).join()).toContain('The course: your leverage by day');
  expect(rowsAt(80, 24).join()).not.toContain('The course: your leverage by day');
  for (const [columns, rows] of [
    [60, 20],
    [80, 24],
    [120, 40],
    [200, 60],
  ] as const) {
    const at = atTheRiver({ seed: '11' }, memoryHost(), { columns, rows }).press('e');
    expect(at.screen().split('\n')).toHaveLength(rows - 1);
    expect(at.screen()).toContain('Propose talks');
    expect(at.screen()).toContain('A patrol is surrounded');
  }
});

test('the debrief says who came home, what it was worth, what the law finds and how to play it again', () => {
  const at = playUntil(
    atTheRiver({ seed: '11' }, memoryHost(), { columns: 100, rows: 190 }),
    'Debrief: The river',
  );
  const text = at.screen();
  for (const part of [
    'Who came home',
    'person-days of captivity ended',
    'What each agreement was worth',
    'least: reservation',
    'Under the law of war',
    'GC III art. 109(1), 112',
    'When it happened',
    'Seed 11',
    'parley play river --seed 11 --as north --against conceder',
    'parley replay record-1.jsonl',
  ]) {
    expect(text).toContain(part);
  }
});

test('the board that the README shows', () => {
  const setup = { scenario: library('kursk-2024'), seed: '7', side: 0, against: 'boulware' } as const;
  const board = stage(setup, memoryHost()).press('Esc Space Space Space Space Space').screen();
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(board.trimEnd());
});
