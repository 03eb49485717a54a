import { describe, expect, test } from 'vitest';
import type { Offer } from '../../src/campaign/campaign.ts';
import type { Position } from '../../src/statechart/position.ts';
import { replay } from '../../src/table/replay.ts';
import { appraise } from '../../src/terminal/appraisal.ts';
import { type Scene, whenMade } from '../../src/terminal/scene.ts';
import type { DebriefScreen } from '../../src/terminal/screen.ts';
import { scenario } from '../library.ts';
import { atTheRiver, memoryHost, playUntil, pressUntil, river, type Stage, stage } from './stage.ts';

describe('playing by keys alone', () => {
  test('from the first day to the debrief, with an exchange on the way', () => {
    const at = atTheRiver();
    at.press('e t');
    expect(at.screen()).toContain('> Directly');
    at.press('Down Enter');
    expect(at.screen()).toContain('Through the Abbey. Quietly, or in public?');
    at.press('Enter');
    expect(at.screen()).toMatch(/You proposed talks; an answer is awaited by \d+ Mar \(\d days\)/);
    expect(at.screen()).toContain('Through the Abbey');
    expect(at.screen()).toContain('Proposed quietly');
    pressUntil(at, 'e', 'list whom they hold').press('s Enter');
    expect(at.screen()).toContain('The lists are being checked');
    pressUntil(at, 'e', /Talks: .* on the table/);
    at.press('o p');
    expect(at.screen()).toContain('Parity: one for one');
    at.press('Enter');
    expect(at.screen()).toContain('Send this offer?');
    at.press('Enter');
    expect(at.screen()).toContain('You offer: ');
    playUntil(at, 'each side brings whom').press('y');
    expect(at.screen()).toContain('Hand over the people who are due?');
    at.press('Enter');
    expect(at.screen()).toContain('You hand over: ');
    playUntil(at, 'Debrief: The river');
    expect(at.screen()).toMatch(/To Northland: \d+ people/);
    expect(at.host.records[0]).toMatchObject({ ended: true, closed: true });
    at.press('Esc');
    expect(at.screen()).toContain('The campaign is over');
    expect(at.screen()).toMatch(/[━─]E/);
  });

  test('what is written is what was played', () => {
    const host = memoryHost();
    const at = atTheRiver({}, host).press('e t Enter Enter e s Enter e e q');
    const kept = host.records[0];
    const course = at.session.app.scene?.course;
    expect(kept?.entries).toEqual(course?.entries);
    const again = replay(river(), {
      header: kept?.header as never,
      entries: kept?.entries ?? [],
      ended: false,
    });
    expect(again.refused).toBeNull();
    expect(again.positions.at(-1)?.campaign).toEqual(course?.positions.at(-1)?.campaign);
  });

  test('every offer of the menu has a key of its own', () => {
    const at = atTheRiver();
    playUntil(at, 'Accept');
    const rows = at.screen().split('\n').slice(-4, -1).join(' ');
    const keys = [...rows.matchAll(/(?:^|\s|>)([a-z]) [A-Z]/g)].map(([, key]) => key);
    expect(keys).toEqual([...new Set(keys)]);
    expect(keys).toEqual(['y', 'o', 'n', 'c', 'w', 'u', 'p', 'z']);
  });

  test('walking out, withholding and the like ask first, and Esc does nothing', () => {
    const at = atTheRiver();
    pressUntil(at.press('t Enter Enter'), 'e', 'list whom they hold');
    const before = at.session.app.scene?.course.entries.length;
    at.press('z');
    expect(at.screen()).toContain(' > Back, nothing is done');
    at.press('Esc z Enter');
    expect(at.session.app.scene?.course.entries).toHaveLength(before ?? 0);
    at.press('z Down Enter');
    expect(at.screen()).toContain('Talks are suspended; you walked out; until');
  });

  test('a list published is said to be found under the law before it is made', () => {
    const at = atTheRiver().press('p Down');
    expect(at.screen()).toContain('GC III art. 13');
    expect(at.screen()).toContain('it will be noted');
    expect(at.session.app.scene?.position.campaign.findings).toEqual([]);
  });

  test.each([
    ['Threaten', 'Threaten those you hold', 'GC III art. 13; customary IHL rule 96', 0.55],
    ['Deny', 'Deny that some you hold', 'GC III art. 4, 5, 85', 0.75],
  ])(
    '%s: asked once more, with the article it breaks and what it does to trust',
    (_, name, article, kept) => {
      const at = atTheRiver();
      const { trust } = at.session.app.scene?.position.campaign ?? { trust: 0 };
      const entries = () => at.session.app.scene?.course.entries.length ?? 0;
      const before = entries();
      pressUntil(at.press('p'), 'Down', ` > ${name}`).press('Enter');
      expect(at.screen()).toContain(`(${article})`);
      expect(at.screen()).toContain(`Trust: ${trust.toFixed(2)} now, ${(trust * kept).toFixed(2)} after it.`);
      expect(at.screen()).toContain(' > Back, nothing is done');
      at.press('Enter');
      expect(entries()).toBe(before);
      at.press('Enter Down Enter');
      expect(at.session.app.scene?.position.campaign.findings).toHaveLength(1);
      expect(at.session.app.scene?.sight.trust).toBeLessThan(trust * kept + 0.02);
    },
  );

  test('what it leads to is said of walking out, withholding and declining, and comes so', () => {
    const at = pressUntil(atTheRiver().press('t Enter Enter'), 'e', 'list whom they hold').press('z');
    const said = /suspended until (\d+ \w+) \((\d+) days\)/.exec(at.screen())?.[1];
    at.press('Down Enter');
    expect(at.screen()).toContain(`Talks are suspended; you walked out; until ${said}`);
    const due = playUntil(atTheRiver(), 'each side brings whom').press('n');
    expect(due.screen()).toMatch(/Trust: 0\.\d+ now, 0\.\d+ after it\.\n Talks are then suspended until/);
  });

  test('days do not go by while people are due at the hand-over', () => {
    const at = atTheRiver();
    playUntil(at, 'each side brings whom');
    const day = at.session.app.scene?.sight.day;
    at.press('e');
    expect(at.screen()).toContain('due at the hand-over');
    at.press('Space g');
    at.session.tick();
    expect(at.session.app.auto).toBeNull();
    expect(at.session.app.scene?.sight.day).toBe(day);
  });

  test('space and w both ask before a day on which people are due goes by', () => {
    const at = playUntil(atTheRiver(), 'each side brings whom');
    const day = at.session.app.scene?.sight.day ?? 0;
    for (const key of ['Space', 'w']) {
      at.press(key);
      expect(at.screen()).toContain('The people you promised are due. Wait a day?');
      at.press('Enter');
      expect(at.session.app.scene?.sight.day).toBe(day);
    }
    at.press('Space Down Enter');
    expect(at.session.app.scene?.sight.day).toBe(day + 1);
    expect(at.screen()).toContain('Southgate brought those promised');
  });

  test('names struck off are said to stay behind', () => {
    const at = playUntil(atTheRiver(), 'Strike names').press('x');
    expect(at.screen()).toContain('Whose names do you strike off: they stay with you');
    at.press('5 Enter');
    expect(at.screen()).toContain('They stay behind: 5 southern soldiers');
    expect(at.screen()).not.toContain('Home to');
  });

  test('the largest capture of a day finds room, and how much news did not is said', () => {
    const kursk = scenario('kursk-2024');
    const host = memoryHost([kursk]);
    const at = stage({ scenario: kursk, seed: '1', side: 0, against: 'boulware' }, host).press('Esc');
    pressUntil(at, 'Space', 'Wed 14 Aug 2024');
    expect(at.screen()).toContain('102 people of');
    expect(at.screen()).toMatch(/What happened; \d+ more on page 4/);
  });

  test('days do not pass by one key while a list of the player is awaited, and pass one by one', () => {
    const at = playUntil(atTheRiver({ against: 'boulware' }), 'Submit a list');
    const day = at.session.app.scene?.sight.day ?? 0;
    expect(at.press('e').screen()).toContain('Your list is awaited');
    expect(at.session.app.scene?.sight.day).toBe(day);
    expect(at.press('g') && at.session.tick()).toBeUndefined();
    expect(at.session.app.scene?.sight.day).toBe(day);
    expect(at.session.interval()).toBeNull();
    at.press('Space');
    expect(at.session.app.scene?.sight.day).toBe(day + 1);
  });

  test('quiet weeks do not run out at one key', () => {
    const at = atTheRiver({ against: 'boulware' });
    pressUntil(at, 'e', 'without anything that waits for an answer');
    expect(at.session.app.scene?.sight.day).toBeLessThan(40);
  });
});

describe('going on by itself', () => {
  test('waits for the player, changes its pace, and stops at any other key', () => {
    const at = atTheRiver({ against: 'boulware' }).press('g');
    expect(at.session.interval()).toBe(500);
    at.press('+');
    expect(at.session.interval()).toBe(250);
    at.press('- -');
    expect(at.session.interval()).toBe(1000);
    const day = at.session.app.scene?.sight.day ?? 0;
    at.session.tick();
    expect(at.session.app.scene?.sight.day).toBe(day + 1);
    at.press('t');
    expect(at.session.interval()).toBeNull();
    expect(at.top()).toBe('board');
  });

  test('stops when something concerns the player', () => {
    const at = atTheRiver().press('g');
    for (let times = 0; times < 10 && at.session.app.auto !== null; times++) at.session.tick();
    expect(at.screen()).toContain('A patrol is surrounded at the ford');
    expect(at.screen()).toContain('Stopped: something happened that concerns you');
  });

  test('two negotiators are watched to the debrief, with true numbers', () => {
    const at = stage({ scenario: river(), seed: '5', side: 'none', against: 'conceder' }).press('Esc');
    expect(at.screen()).toContain('(true numbers)');
    at.press('g');
    for (let times = 0; times < 60; times++) at.session.tick();
    expect(at.screen()).toContain('Debrief: The river');
    expect(at.session.app.auto).toBeNull();
  });
});

describe('two at one keyboard', () => {
  const sat = (seed = '5') => stage({ scenario: river(), seed, side: 'both' });

  test('each side is seen in its turn, by name, under a cover until the other has looked away', () => {
    const at = sat();
    expect(at.top()).toBe('cover');
    expect(at.screen()).toContain('Once Southgate has looked away, Northport presses Enter.');
    at.press('Enter');
    expect(at.screen()).toContain('Bring the northern soldiers home');
    at.press('Esc');
    expect(at.screen()).toContain('(as Northport sees it)');
    at.press('t Enter Enter');
    expect(at.top()).toBe('cover');
    at.press('y Esc d b e g Space');
    expect(at.top()).toBe('cover');
    at.press('Enter Esc');
    expect(at.screen()).toContain('(as Southgate sees it)');
    expect(at.screen()).toContain('Northport proposed talks');
    at.press('y');
    expect(at.screen()).toContain('Southgate agrees to talk');
  });

  test('the cover says nothing but whose turn it is, whatever has been decided', () => {
    const words = (keys: string) => sat().press('Enter Esc').press(keys).screen();
    const cover = words('w');
    expect(cover).toContain('Southgate to move');
    expect(words('p Enter')).toBe(cover);
    expect(words('t Enter Enter')).toBe(cover);
    expect(words('u 3 Enter Enter')).toBe(cover);
  });

  test('each reads its brief once, and looks back with no eyes but its own', () => {
    const at = sat().press('Enter Esc w Enter');
    expect(at.screen()).toContain('[5 Briefs]');
    at.press('Esc');
    const seen = new Set<string>();
    for (let days = 0; days < 6; days++) {
      at.press('w');
      if (at.top() === 'cover') at.press('Enter');
      expect(at.top()).toBe('board');
      const own = /\(as (\w+) sees it\)/.exec(at.screen())?.[0] ?? '';
      seen.add(own);
      at.press('b Left Left Right');
      expect(at.top()).toBe('reader');
      expect(at.screen()).toContain(own);
      at.press('Esc');
    }
    expect(seen.size).toBe(2);
    at.press('b Enter');
    expect(at.top()).toBe('cover');
  });
});

describe('leaving', () => {
  test('q leaves, and says how to go on', () => {
    const at = atTheRiver().press('e q');
    expect(at.session.farewell).toEqual({
      how: 'left',
      lines: ['Saved to day 3: record-1.jsonl', 'Go on with: parley play --resume record-1.jsonl'],
    });
    expect(at.host.records[0]?.closed).toBe(true);
  });

  test('a campaign that was played to its end opens again in its debrief, with all that can be done there', () => {
    const at = playUntil(atTheRiver(), 'Debrief:').press('q');
    const [kept] = at.host.records;
    if (!kept) throw new Error('nothing was kept');
    expect(at.session.farewell?.lines).toContain(
      'Open its debrief with: parley play --resume record-1.jsonl',
    );
    const { header, entries, scenario, where } = kept;
    const untouched = () => expect.unreachable();
    const pen = { where, write: untouched, end: () => null, close: () => {} };
    const resume = { scenario, record: { header, entries, ended: true }, pen };
    const again = stage({ resume }, at.host);
    const debriefIn = ({ session }: Stage) => session.app.stack.at(-1) as DebriefScreen;
    expect(debriefIn(again).debrief).toEqual(debriefIn(at).debrief);
    expect(debriefIn(again).coaching?.decisions).toHaveLength(
      debriefIn(at).coaching?.decisions.length ?? Number.NaN,
    );
    again.host.think();
    expect(again.press('t').top()).toBe('turning');
    again.press('Esc Esc b Left Enter');
    expect(again.host.records[1]?.entries.length).toBeLessThan(entries.length);
    expect(again.host.records[1]?.entries).toEqual(entries.slice(0, again.host.records[1]?.entries.length));
    expect(again.screen()).toMatch(/Playing on from day \d+ in record-2.jsonl/);
  });

  test('Ctrl-C leaves from everywhere', () => {
    for (const keys of ['', 'o', '2', '?', 'p', 'b', 't Enter']) {
      const at = atTheRiver().press(`${keys} Ctrl-C`);
      expect(at.session.farewell?.how, keys).toBe('interrupted');
      expect(at.host.records[0]?.closed, keys).toBe(true);
    }
  });

  test('Esc on the board asks, and can lead to the start', () => {
    const at = atTheRiver().press('e Esc');
    expect(at.screen()).toContain(' > Go on playing');
    at.press('Down Enter');
    expect(at.screen()).toContain('Go on with one that was not finished');
    expect(at.host.records[0]?.closed).toBe(true);
  });

  test.each([
    [{ side: 0, against: 'conceder' }, 'Stay here'],
    [{ side: 'none', against: 'conceder' }, 'Stay here'],
  ] as const)('once it is over there is nothing to go on with, with %j', (options, stay) => {
    const over = playUntil(atTheRiver(options), 'Debrief:').press('Esc Esc');
    const asked = over.screen().split('\n').slice(-7).join('\n');
    expect(asked).toMatch(new RegExp(` > ${stay}\\n   To the start\\n   Quit\\n`));
    expect(asked).not.toMatch(/[Ss]ave|Go on/);
  });

  test('somebody who watches is not asked to play on, nor told that a campaign without a record is saved', () => {
    const at = atTheRiver({ side: 'none', against: 'conceder' });
    expect(at.press('Esc').screen()).toContain(' > Go on watching');
    at.host.trouble = 'cannot write record-1.jsonl: no space left on the device';
    expect(at.press('Esc e Esc').screen()).toMatch(/To the start; it is not saved\n.*Quit; it is not saved/);
  });

  test('a record that can no longer be written says so, and play goes on', () => {
    const at = atTheRiver();
    at.host.trouble = 'cannot write record-1.jsonl: no space left on the device';
    at.press('e');
    expect(at.screen()).toContain('! Not saved: cannot write record-1.jsonl: no space left on the device');
    at.press('t Enter Enter');
    expect(at.screen()).toContain('You proposed talks');
  });
});

describe('pages', () => {
  test('people, talks, days and briefs open by number and by Tab, and Esc closes them', () => {
    const at = atTheRiver().press('e 2');
    expect(at.screen()).toContain('Northern soldiers taken at the river.');
    at.press('Tab');
    expect(at.screen()).toContain('Proposals of talks');
    at.press('4');
    expect(at.screen()).toContain(
      '4 Mar   A patrol is surrounded at the ford: 12 people of Southland captured',
    );
    at.press('5');
    expect(at.screen()).toContain('[5 Briefs]');
    at.press('Esc');
    expect(at.top()).toBe('board');
  });

  test('a player reads its own brief only', () => {
    const scenario = river();
    const briefs = (side: 0 | 1 | 'none') => {
      const host = memoryHost();
      const at = stage({ scenario, seed: '1', side, against: 'parity' }, host, { columns: 100, rows: 80 });
      return at.press('5').screen();
    };
    const [north, south] = scenario.parties.map(party => party.brief.trim().split('\n')[0] ?? '?');
    const words = (text = '') => text.replace(/^#+\s*/, '').slice(0, 30);
    expect(briefs(0)).toContain(words(north));
    expect(briefs(0)).not.toContain(words(south));
    expect(briefs(1)).toContain(words(south));
    expect(briefs(1)).not.toContain(words(north));
    expect(briefs('none')).toContain(words(south));
  });

  test('? shows the keys everywhere', () => {
    for (const keys of ['', '2', 'b', 'p', 'Esc']) {
      const at = atTheRiver().press(`e ${keys} ?`);
      expect(at.screen(), keys).toContain('─ Keys ─');
      expect(at.press('?').screen(), keys).not.toContain('─ Keys ─');
    }
  });
});

describe('what the talks are said to be worth', () => {
  test('an offer keeps the value of the day on which it was made', () => {
    const at = playUntil(atTheRiver({ seed: '4' }), 'Make an offer').press('o p Enter Enter');
    const scene = () => at.session.app.scene as Scene;
    const made = scene().sight.talks.offers[0] as Offer;
    const value = (position: Position) => appraise(position, 0, made).values[0].best;
    const then = value(whenMade(scene(), made));
    expect(whenMade(scene(), made).campaign.day).toBe(made.day);
    at.press('Space');
    expect(scene().sight.talks.offers[0]).toBe(made);
    expect(value(scene().position)).not.toBe(then);
    expect(value(whenMade(scene(), made))).toBe(then);
  });

  test('names that are struck off are told by group', () => {
    const at = playUntil(atTheRiver({ seed: '4' }), 'Strike names').press('s Enter');
    pressUntil(at, 'e', 'Strike names');
    at.press('x 3 Enter Enter');
    expect(at.screen()).toContain('You strike off the list: 3 southern soldiers');
    at.press('3');
    expect(at.screen()).toContain('Struck off by Northport: 3 southern soldiers');
  });
});
