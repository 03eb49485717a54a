import { beforeEach, describe, expect, test } from 'vitest';
import { draftOf } from '../../src/campaign/campaign.ts';
import { judge } from '../../src/campaign/law.ts';
import type { Position } from '../../src/statechart/position.ts';
import { topOf } from '../../src/terminal/app.ts';
import { findingsOf, findingsOnBoth } from '../../src/terminal/appraisal.ts';
import type { Course } from '../../src/terminal/course.ts';
import { cells, clipMiddle, plain } from '../../src/terminal/line.ts';
import type { ComposerScreen } from '../../src/terminal/screen.ts';
import { groupRows } from '../../src/terminal/screens/composer-groups.ts';
import { riverWith } from '../fixtures/river.ts';
import { scenario as library, SCENARIO_IDS } from '../library.ts';
import { atTheRiver, memoryHost, playUntil, type Stage, stage } from './stage.ts';

let at: Stage;

/** The offer composer, open at the river: groups in order are northern soldiers, northern wounded, southern ones. */
beforeEach(() => {
  at = playUntil(atTheRiver({ seed: '11' }), 'Make an offer').press('o');
});

const composer = (stage: Stage = at) => topOf(stage.session.app) as ComposerScreen;
const [NORTH, NORTH_WOUNDED, SOUTH, SOUTH_WOUNDED] = [0, 1, 2, 3] as const;

describe('counts', () => {
  test('arrows, brackets and digits change the chosen group', () => {
    expect(composer().order).toEqual([SOUTH, SOUTH_WOUNDED, NORTH, NORTH_WOUNDED]);
    at.press('Right Right l');
    expect(composer().counts[SOUTH]).toBe(3);
    at.press('Left h -');
    expect(composer().counts[SOUTH]).toBe(0);
    at.press(']');
    expect(composer().counts[SOUTH]).toBe(10);
    at.press('[ 1 7');
    expect(composer().counts[SOUTH]).toBe(17);
    at.press('Back');
    expect(composer().counts[SOUTH]).toBe(1);
    at.press('Tab 5');
    expect(composer().counts[NORTH]).toBe(5);
    at.press('Tab');
    expect(composer().order[composer().row]).toBe(SOUTH);
  });

  test('a number typed anew begins afresh on another group', () => {
    at.press('1 2 Down Up 3');
    expect(composer().counts[SOUTH]).toBe(3);
  });

  test('nothing goes beyond what is held, or what is carried', () => {
    const capacity = composer().capacity ?? 0;
    at.press('Down 9 9');
    expect(composer().counts[SOUTH_WOUNDED]).toBeLessThanOrEqual(5);
    expect(at.screen()).toContain('At most');
    at.press('Up 9 9 9');
    const [, , south = 0, wounded = 0] = composer().counts;
    expect(south + wounded).toBe(capacity);
  });
});

describe('on the smallest screen', () => {
  test.each(SCENARIO_IDS)('no name is cut and no two groups of a column look alike: %s', id => {
    for (const side of [0, 1] as const) {
      const size = { columns: 60, rows: 20 };
      const small = stage(
        { scenario: library(id), seed: '4', side, against: 'conceder' },
        memoryHost([library(id)]),
        size,
      );
      const board = playUntil(small.press('Esc'), 'Make an offer');
      expect(board.screen()).not.toMatch(/[\p{L}.]…/u);
      const open = topOf(board.press('o').session.app) as ComposerScreen;
      for (const columns of [80, 100])
        for (const row of groupRows(open, columns, 8).lines) expect(plain(row)).not.toContain('…');
      for (const height of [20, 8])
        for (const at of [0, 1]) {
          const names: string[] = [];
          for (const row of groupRows(open, size.columns, height).lines.slice(1)) {
            const cell = plain(row).split('│')[at] ?? '';
            const [, first] = /^ [ >] (\S.*?) +[\d,]+( +\/[\d,]+)? *$/.exec(cell) ?? [];
            expect(cell).not.toContain('…');
            // What does not fit goes on below.
            if (first !== undefined) names.push(first);
            else if (cell.trim() !== '') names.push(`${names.pop()} ${cell.trim()}`);
          }
          expect(names.length).toBeGreaterThan(0);
          expect(new Set(names).size).toBe(names.length);
        }
    }
  });

  test('names that begin alike are cut in their middle', () => {
    expect(clipMiddle('Soldiers captured in 2022', 14)).toBe('Soldier…n 2022');
    expect(clipMiddle('short', 14)).toBe('short');
    for (let width = 2; width < 20; width++)
      expect(cells(clipMiddle('Contract and mobilised', width))).toBeLessThanOrEqual(width);
  });
});

test('what the law would find is seen as long as the question stands, whatever is chosen', () => {
  at.press('p [ Down 2 Enter');
  const found = /The law of war does not stop you here/;
  const first = at.screen();
  expect(first).toContain('Send this offer?');
  expect(first).toMatch(found);
  expect(at.press('Down').screen()).toContain(' > Back');
  expect(at.screen()).toMatch(found);
  expect(at.screen().match(/^ +! .*$/gm)).toEqual(first.match(/^ +! .*$/gm));
});

describe('templates', () => {
  test('parity is one for one, as many as can be carried', () => {
    at.press('p');
    const { counts, capacity } = composer();
    expect(counts[NORTH]).toBe(counts[SOUTH]);
    expect(counts[NORTH]).toBe(capacity);
    expect(counts[NORTH_WOUNDED]).toBe(0);
    expect(at.screen()).toContain('1.00 given for each asked');
  });

  test('the seriously wounded of both sides go home, and nobody is the price of anybody', () => {
    at.press('s');
    const { counts, most, scene } = composer();
    expect(counts[NORTH_WOUNDED]).toBe(most[NORTH_WOUNDED]);
    expect(counts[SOUTH_WOUNDED]).toBe(most[SOUTH_WOUNDED]);
    expect(counts[NORTH_WOUNDED]).toBeGreaterThan(0);
    expect([counts[NORTH], counts[SOUTH]]).toEqual([0, 0]);
    expect(findingsOnBoth(scene.position, { by: 0, deal: counts })).toEqual([]);
  });

  test('all for all names everybody who may be traded, as far as they can be carried', () => {
    at.press('a');
    const { counts, capacity } = composer();
    expect(counts).toEqual([capacity, 0, capacity, 0]);
    expect(at.screen()).toContain('nothing found in this offer');
  });

  test.each(SCENARIO_IDS)('no offer to begin with breaks orders or the law: %s', id => {
    const scenario = library(id);
    for (const side of [0, 1] as const) {
      const at = stage({ scenario, seed: '3', side, against: 'conceder' }, memoryHost([scenario])).press(
        'Esc',
      );
      playUntil(at, /Make an offer|Debrief:/, 400).press('o');
      // Two sides that never talk have nothing to put together.
      if (at.top() !== 'composer') continue;
      for (const key of 'psa') {
        at.press(`c ${key}`);
        const { counts: deal, scene } = composer(at);
        const { campaign } = scene.position;
        const kept = campaign.instructions[side].flatMap(({ never }) => never ?? []);
        expect(kept.filter(group => (deal[group] ?? 0) > 0)).toEqual([]);
        // With the wounded alone neither side does anything that is found; who accepts another offer is asked then.
        const found =
          key === 's'
            ? findingsOnBoth(scene.position, { by: side, deal })
            : findingsOf(scene.position, { type: 'offer', party: side, deal });
        expect(found.filter(({ rule }) => rule !== 'held-after-hostilities')).toEqual([]);
      }
    }
  });

  test('what the law says of owed people in a trade stands beside it', () => {
    at.press('p Down 2');
    expect(composer().counts[SOUTH_WOUNDED]).toBe(0);
    at.press('Up [ Down 2');
    expect(composer().counts[SOUTH_WOUNDED]).toBe(2);
    expect(at.screen()).toContain('! Seriously wounded and sick made part of a trade (GC III art. 109(1))');
  });

  test('their last offer, and a little more than it', () => {
    at.press('Esc');
    playUntil(at, 'Accept').press('o t');
    const theirs = composer().counts;
    expect(theirs).toEqual(composer().scene.sight.talks.offers.findLast(({ by }) => by !== 0)?.deal);
    const worth = (screen: string) => Number(/Worth to you\s+([+-][\d.]+)/.exec(screen)?.[1]);
    const before = worth(at.screen());
    at.press('n');
    expect(worth(at.screen())).toBeGreaterThan(before);
    const once = worth(at.screen());
    at.press('n');
    expect(worth(at.screen())).toBeGreaterThanOrEqual(once);
  });

  test('without an offer of theirs there is none to take', () => {
    if (composer().scene.sight.talks.offers.length > 0) return;
    at.press('t');
    expect(at.screen()).toContain('They have made no offer in these talks');
  });

  test('c clears', () => {
    at.press('p c');
    expect(composer().counts.every(count => count === 0)).toBe(true);
  });
});

describe('before it is sent', () => {
  test('an empty offer is not', () => {
    at.press('Enter');
    expect(at.screen()).toContain('Nobody is named yet');
  });

  test('it is shown once more, and Esc leads back to the counts', () => {
    at.press('p Enter');
    expect(at.screen()).toContain('Send this offer?');
    expect(at.screen()).toMatch(/Home to Northland: \d+ northern soldiers/);
    const entries = at.session.app.scene?.course.entries.length;
    at.press('Esc');
    expect(at.top()).toBe('composer');
    expect(composer().counts[NORTH]).toBeGreaterThan(0);
    expect(at.session.app.scene?.course.entries).toHaveLength(entries ?? 0);
  });

  test('a message goes with it', () => {
    at.press('p m H i q ? Enter');
    expect(composer().message).toBe('Hiq?');
    at.press('m x Esc');
    expect(composer().message).toBe('Hiq?');
    at.press('Enter Enter');
    const offer = at.session.app.scene?.course.entries.findLast(({ event }) => event.type === 'offer');
    expect(offer?.event).toMatchObject({ type: 'offer', party: expect.any(Number) });
    const own = at.session.app.scene?.course.entries.findLast(
      ({ event }) => event.type === 'offer' && event.party === 0,
    );
    expect(own?.event).toMatchObject({ message: 'Hiq?' });
  });

  test('a message longer than the rules allow stops growing', () => {
    at.press(`m ${'x '.repeat(400)}Enter`);
    expect(composer().message).toHaveLength(280);
  });

  test('what the capital ordered stands beside it, and what was made of that in the debrief', () => {
    const scenario = library('two-rivers');
    const at = stage({ scenario, seed: '3', side: 0, against: 'conceder' }, memoryHost([scenario])).press(
      'Esc',
    );
    playUntil(at, 'Make an offer').press('o p');
    expect(at.screen()).toContain('Your orders: conscripts: ');
    at.press('Down Down 0');
    expect(at.screen().replace(/\s+/g, ' ')).toMatch(/engineers: none to be given (?!,)/);
    at.press('Up [ Down 5');
    expect(at.screen().replace(/\s+/g, ' ')).toContain('engineers: none to be given, 5 named!');
    at.press('Enter');
    expect(at.screen().replace(/\s+/g, ' ')).toContain('5 named! This goes against your orders.');
    at.press('Esc Esc');
    playUntil(at, 'Debrief:', 400);
    at.session.resize({ columns: 100, rows: 200 });
    expect(at.screen().replace(/\s+/g, ' ')).toMatch(
      /Arenmouth: Bring home at least 40 [^.]*\. (Done|Not done)\./,
    );
  });

  test('what the law finds afterwards is what was said before', () => {
    at.press('p [ Down 2');
    const { scene, counts } = composer();
    const said = findingsOf(scene.position, { type: 'offer', party: 0, deal: counts });
    const before = scene.position.campaign.findings.length;
    at.press('Enter Enter');
    const course = at.session.app.scene?.course;
    const index =
      course?.entries.findLastIndex(({ event }) => event.type === 'offer' && event.party === 0) ?? 0;
    const after = course?.positions[index + 1]?.campaign.findings.slice(before) ?? [];
    expect(after.map(({ rule, by, saw }) => ({ rule, by, saw }))).toEqual(
      said.map(({ rule, by, saw }) => ({ rule, by, saw })),
    );
    expect(said.length).toBeGreaterThan(0);
  });
});

describe('what falls on the other side', () => {
  const flat = () => at.screen().replace(/\s+/g, ' ');
  const wounded = '! Seriously wounded and sick made part of a trade (GC III art. 109(1)): it falls on ';

  test('a price asked for its owed people is told before it is sent, and found once it is taken', () => {
    at.press('p Tab [ Down 2');
    expect(composer().counts[NORTH_WOUNDED]).toBe(2);
    expect(flat()).toContain(`${wounded}Southgate for accepting it`);
    expect(flat()).not.toContain('nothing found');
    expect(flat()).not.toContain('People who are owed can be sent home unasked');
    const { scene, counts } = composer();
    const told = findingsOnBoth(scene.position, { by: 0, deal: counts });
    at.press('Enter');
    expect(flat()).toContain('Send this offer?');
    expect(flat()).toContain(`${wounded}Southgate for accepting it`);
    at.press('Enter');
    const course = at.session.app.scene?.course as Course;
    const { entries, positions } = course;
    const sent = entries.findLastIndex(({ event }) => event.type === 'offer' && event.party === 0);
    const { campaign } = positions[sent + 1] as Position;
    expect(campaign.findings).toEqual(scene.position.campaign.findings);
    const accepted = draftOf(campaign);
    judge(accepted, { type: 'accept', party: 1 });
    expect(told).not.toEqual([]);
    expect(accepted.findings).toEqual(
      expect.arrayContaining(told.map(({ rule, by, saw }) => expect.objectContaining({ rule, by, saw }))),
    );
  });

  test('both sides are named with the same words', () => {
    at.press('p [ Tab [ Down 2 Up Tab Down 2');
    expect(composer().counts.every(people => people > 0)).toBe(true);
    const { scene, counts } = composer();
    // Wounded for wounded is no trade; here soldiers are given and asked for beside them.
    const onlyTheirs = counts.map((people, group) => (group === SOUTH_WOUNDED ? 0 : people));
    const offer = (by: 0 | 1, deal: readonly number[]) =>
      findingsOnBoth(scene.position, { by, deal }).map(finding => finding.by);
    expect(new Set(offer(0, counts))).toEqual(new Set([0, 1]));
    expect(new Set(offer(0, onlyTheirs))).toEqual(new Set([1]));
    expect(new Set(offer(1, onlyTheirs))).toEqual(new Set([1]));
    expect(flat()).toContain(
      `${wounded}${scene.course.scenario.parties[0].capital} for offering it, on Southgate for accepting it`,
    );
  });
});

describe('releasing', () => {
  test('sends people home, owed ones too, with nothing asked', () => {
    at.press('Esc u');
    expect(at.screen()).toContain('Release people unasked');
    expect(at.screen()).not.toContain('Northern soldiers');
    at.press('Down a Enter');
    expect(at.screen()).toContain('Release them?');
    const held = at.session.app.scene?.position.campaign.held[SOUTH_WOUNDED];
    at.press('Enter');
    const [release] = at.session.app.scene?.position.campaign.releases ?? [];
    expect(release?.people[SOUTH_WOUNDED]).toBe(held);
    expect(at.screen()).toMatch(/You release \d+ people unasked, home to Southland/);
  });
});

describe('terms', () => {
  const host = () =>
    memoryHost([
      riverWith(yaml =>
        yaml
          .replaceAll(/^( {4}capital: .*)$/gm, '$1\n    parole: true')
          .replace(/^( {4}role: mediator)$/m, '$1\n    hosts: true'),
      ),
    ]);

  /** At the table of an Abbey that takes people in, where both laws allow parole. */
  function hosted(): Stage {
    const stage = atTheRiver({ seed: '11' }, host()).press('t Down Enter Enter');
    return playUntil(stage, 'Make an offer').press('o');
  }

  test('are offered only where they are possible', () => {
    expect(at.screen()).not.toContain('neutral country');
    at.press('9 i r');
    expect(composer().interned.every(people => people === 0)).toBe(true);
    expect(composer().parole).toBe(false);
  });

  test('how many of a group go to a neutral country is chosen', () => {
    at = hosted().press('p Tab');
    const named = composer().counts[NORTH] ?? 0;
    at.press('i');
    expect(composer().interned[NORTH]).toBe(named);
    at.press('Left Left [');
    expect(composer().interned[NORTH]).toBe(named - 12);
    at.press('Right');
    expect(composer()).toMatchObject({
      field: 'neutral',
      counts: expect.objectContaining({ [NORTH]: named }),
    });
    expect(at.screen()).toContain('how many of them to a neutral country');
    at.press('9 9');
    expect(composer().interned[NORTH]).toBe(named);
    expect(at.screen()).toContain(`At most ${named} here`);
    at.press('Back Back 5');
    expect(composer().interned[NORTH]).toBe(5);
    at.press('i Left');
    expect(composer().counts[NORTH]).toBe(named - 1);
    expect(composer().interned[NORTH]).toBe(5);
    at.press('3');
    expect(composer().interned[NORTH]).toBe(3);
    at.press('i 0 i Down Up');
    expect(composer()).toMatchObject({ field: 'people', interned: [0, 0, 0, 0] });
  });

  test('some go to a neutral country, on parole, and it is worth less', () => {
    at = hosted();
    expect(at.screen()).toContain('neutral country');
    at.press('p');
    const worth = () => Number(/Worth to you\s+([+-][\d.]+)/.exec(at.screen())?.[1]);
    const plain = worth();
    at.press('Tab i');
    expect(composer().interned[NORTH]).toBe(composer().counts[NORTH]);
    expect(worth()).toBeLessThan(plain);
    at.press('4');
    expect(composer().interned[NORTH]).toBe(4);
    at.press('r Enter');
    expect(at.screen()).toContain('To a neutral country until the end: 4 northern soldiers');
    expect(at.screen()).toContain('On parole');
    at.press('Enter');
    const own = at.session.app.scene?.course.entries.findLast(
      ({ event }) => event.type === 'offer' && event.party === 0,
    );
    expect(own?.event).toMatchObject({ interned: [4, 0, 0, 0], parole: true });
    expect(at.screen().replaceAll(/\s+/g, ' ')).toContain('4 of them to a neutral country, on parole');
  });
});

describe('bringing fewer than promised', () => {
  test('is asked once more as what it is, and told per group in the debrief', () => {
    at.press('Esc');
    playUntil(at, 'Hand over').press('y Down Enter');
    expect(at.screen()).toContain('Bring fewer than promised');
    const due = composer().counts;
    const group = composer().order[0] ?? -1;
    at.press('Left Left Left Enter');
    expect(at.screen()).toContain('Bring only these?');
    expect(at.screen()).not.toContain('Strike');
    at.press('Enter');
    const course = at.session.app.scene?.course;
    const brought = course?.entries.findLast(({ event }) => event.type === 'handOver' && event.party === 0);
    expect(brought?.event).toMatchObject({
      people: due.map((people, index) => people - (index === group ? 3 : 0)),
    });
    playUntil(at, 'Debrief: The river');
    at.session.resize({ columns: 100, rows: 120 });
    expect(at.screen()).toContain('Northport brought fewer than promised: 3 southern soldiers');
    expect(at.screen()).not.toContain('Southland brought fewer');
  });
});

test('the help that is asked for here begins with the keys of an offer', () => {
  const help = at.press('?').screen();
  expect(help.split('\n')[1]).toBe(' In an offer');
  expect(at.press('Esc').screen()).not.toContain('In an offer');
  expect(at.press('Esc ?').screen().split('\n')[1]).toBe(' On the board');
});

describe('in little room', () => {
  const NARROW = { columns: 60, rows: 20 };
  const composing = (id: string, side: 0 | 1, seed = '3', size = NARROW) => {
    const scenario = library(id);
    const play = { scenario, seed, side, against: 'boulware' };
    return playUntil(stage(play, memoryHost([scenario]), size).press('Esc'), 'Make an offer').press('o');
  };
  const told = (stage: Stage) => stage.screen().replace(/\s+/g, ' ');

  test('a warning is told whole, whatever else finds no room', () => {
    const against = composing('kursk-2024', 1).press('2 0');
    expect(told(against)).toContain(
      'Against your orders (Azovstal defenders: none to be given, 20 named!). Nobody stops you; the debrief tells.',
    );
    const owed = composing('kursk-2024', 1).press('2 0 Down Down Down Down 5 Down 9 Tab 9');
    expect(told(owed)).toContain('Against your orders');
    expect(told(owed)).toMatch(/! (Seriously wounded|Civilians|The law of war).*[.)eg] Message/);
    expect(owed.screen()).not.toContain('…');
    expect(
      owed
        .screen()
        .split('\n')
        .some(row => row.includes(' > ')),
    ).toBe(true);
  });

  test('a group goes by one name at a width, whatever the numbers beside it', () => {
    for (const size of [NARROW, { columns: 80, rows: 24 }, { columns: 120, rows: 40 }]) {
      const screen = composer(composing('kursk-2024', 0, '3', size));
      const fewer = { ...screen, most: screen.most.map(people => Math.min(people, 9)) };
      const inFull = [screen, fewer].map(each =>
        groupRows(each, size.columns, 40).lines.some(row => plain(row).includes('Defenders of Azovstal')),
      );
      expect(inFull).toEqual(size.columns === 120 ? [true, true] : [false, false]);
    }
  });

  test('where less than their last offer can be asked for, it says how much less, and why', () => {
    const scenario = library('azovstal-2022');
    const play = { scenario, seed: '62701', side: 0, against: 'boulware' } as const;
    const at = stage(play, memoryHost([scenario]), { columns: 100, rows: 40 }).press('Esc');
    const why = '-5 foreigners in Ukrainian service (no more are thought to be held)';
    for (let times = 0; times < 60 && !at.screen().includes('y Accept'); times++)
      at.press(
        /Propose talks/.test(at.screen()) ? 't Enter Enter' : /Submit/.test(at.screen()) ? 's Enter' : 'e',
      );
    at.press('o t');
    expect(told(at)).toContain(`Their last offer, ${why}`);
    expect(told(at)).toContain(`Against their last offer: ${why}`);
  });
});
