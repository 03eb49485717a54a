import { describe, expect, test } from 'vitest';
import { debrief } from '../../src/analysis/debrief.ts';
import { lastPosition } from '../../src/terminal/course.ts';
import { keepsake } from '../../src/terminal/keepsake.ts';
import { openDialogue } from '../../src/terminal/linear/dialogue.ts';
import type { DebriefScreen, ReaderScreen, WaysScreen } from '../../src/terminal/screen.ts';
import { sumRows } from '../../src/terminal/screens/way-words.ts';
import { homeSoFar } from '../../src/terminal/sight.ts';
import { partingOf, type Way } from '../../src/terminal/way.ts';
import { compareWays, sumOf } from '../../src/terminal/ways-compared.ts';
import { Album, SIZES } from './album.ts';
import { atTheRiver, memoryHost, playUntil, pressUntil, SMALL, type Stage } from './stage.ts';

/* Going back to an earlier day, playing on from there, and what came of it beside what had been played. */

const LEFT_TWENTY = Array.from({ length: 20 }, () => 'Left').join(' ');

/** A campaign that was played willingly, and then another way from its twentieth last day on, waiting. */
function branched(size = SMALL): Stage {
  const at = playUntil(atTheRiver({}, memoryHost(), size), 'Debrief:');
  return pressUntil(at.press(`b End ${LEFT_TWENTY} Enter`), 'Space', 'Debrief:');
}

function topAs<T>(at: Stage): T {
  return at.session.app.stack.at(-1) as T;
}

const waysOf = (at: Stage) => topAs<WaysScreen>(at);

test.each([...SIZES, { columns: 60, rows: 20 }])('two ways at $columns by $rows', async size => {
  const album = new Album(size);
  const at = branched(size);
  album.see('two ways', at.press('o'));
  for (let page = 2; /of \d+: arrows/.test(at.screen()) && page < 8; page++) {
    const before = at.screen();
    if (at.press('PgDn').screen() === before) break;
    album.see(`two ways, page ${page}`, at);
  }
  const file = `../golden/frames/ways-${size.columns}x${size.rows}.txt`;
  await expect(album.text).toMatchFileSnapshot(file);
});

test.each([60, 80, 120])('stand in the debrief, a row or two each, at %i columns', columns => {
  const at = pressUntil(branched({ columns, rows: 40 }), 'Down', '(this one)');
  const gap = columns === 60 ? '\\n ' : '';
  expect(at.screen()).toMatch(
    new RegExp(`way 1, the first${gap} +42 : 69 +1,118 : 1,898 +\\+1.9 : \\+84.9\\n`),
  );
  expect(at.screen()).toMatch(
    /way 2 \(this one\),[^\n]*\s+as way 1 until 21 Mar|way 2 \(this one\), as way 1 until 21 Mar/,
  );
});

describe('two ways', () => {
  test('name no keys that would choose among more than two', () => {
    const last = branched().press('o').screen().split('\n').at(-1);
    expect(last).toContain('up down scroll');
    expect(last).not.toContain('left right');
  });

  test('part where the first thing was decided otherwise, and not before', () => {
    const { compared } = waysOf(branched().press('o'));
    const [one, two] = compared.ways.map(({ course }) => course.entries) as [
      Way['course']['entries'],
      Way['course']['entries'],
    ];
    const { entry, day } = compared.parting ?? { entry: -1, day: -1 };
    expect(one.slice(0, entry).map(({ event }) => event)).toEqual(
      two.slice(0, entry).map(({ event }) => event),
    );
    expect(one[entry]?.event).not.toEqual(two[entry]?.event);
    const branchedOn = compared.ways[1].from?.day ?? Number.POSITIVE_INFINITY;
    expect(day).toBeGreaterThanOrEqual(branchedOn);
    for (const { day: first } of compared.firsts)
      if (first !== null) expect(first).toBeGreaterThanOrEqual(day);
  });

  test('have the numbers of their own debriefs', () => {
    const { compared } = waysOf(branched().press('o'));
    for (const [at, { course }] of compared.ways.entries()) {
      const { parameters, positions } = course;
      const { captivityEnded, gained, findings, held } = debrief({ parameters, positions, refused: null });
      const sum = compared.sums[at === 0 ? 0 : 1];
      expect(sum).toMatchObject({ captivityEnded, gained });
      expect(sum.home).toEqual(homeSoFar(lastPosition(course).campaign));
      expect(sum.findings[0] + sum.findings[1]).toBe(findings.length);
      expect(sum.held[0] + sum.held[1]).toBe(held.reduce((all, people) => all + people, 0));
    }
    // They were played in another way, so that something came out otherwise.
    expect(compared.sums[0].home).not.toEqual(compared.sums[1].home);
    expect(compared.otherwise[0].length + compared.otherwise[1].length).toBeGreaterThan(0);
  });

  test('differ by what the numbers that are shown are apart', () => {
    const { compared } = waysOf(branched().press('o'));
    const [one, two] = compared.sums;
    const sums = [
      { ...one, gained: [12.76, 1] as const },
      { ...two, gained: [0.34, 1.04] as const },
    ] as const;
    const gained = sumRows({ ...compared, sums }, 0).filter(row => row.label === 'Worth units gained');
    expect(gained.flatMap(({ values, difference }) => (values ? [[...values, difference]] : []))).toEqual([
      ['+12.8', '+0.3', '-12.5'],
      ['+1.0', '+1.0', '='],
    ]);
  });

  test('say the same whichever stands first', () => {
    const { compared } = waysOf(branched().press('o'));
    const [one, two] = compared.ways;
    const turned = compareWays([two, one], 0);
    expect(turned.parting).toEqual(compared.parting);
    expect(turned.sums).toEqual([compared.sums[1], compared.sums[0]]);
    expect(turned.otherwise).toEqual([compared.otherwise[1], compared.otherwise[0]]);
    expect(turned.firsts.map(({ what, day }) => [what, day])).toEqual(
      compared.firsts.map(({ what, day }) => [what, day]),
    );
  });

  test('that are the same say so', () => {
    const { compared } = waysOf(branched().press('o'));
    const [one] = compared.ways;
    const same = compareWays([one, one], 0);
    expect(same).toMatchObject({ parting: null, until: null, otherwise: [[], []] });
    expect(same.firsts.every(({ day }) => day === null)).toBe(true);
    expect(partingOf(one.course.entries, one.course.entries)).toBe(one.course.entries.length);
  });
});

test('a way that was left before its end is reckoned, like the other, to its last day', () => {
  const at = playUntil(atTheRiver(), 'Hand over').press('b Left Left Left Left Left Left Enter');
  pressUntil(at, 'Space', 'Debrief:').press('o');
  const { compared } = waysOf(at);
  expect(compared.until).not.toBeNull();
  for (const { course } of compared.ways) {
    const { campaign, done } = lastPosition(course);
    expect(done).toBe(false);
    expect(campaign.day).toBe(compared.until);
  }
  expect(at.screen()).toMatch(/way 1, the first, left on \d+ \w+/);
  expect(at.screen()).toContain('One of them was left before its end: both are reckoned to');
});

test('a way that was only gone back over is none of its own', () => {
  const at = playUntil(atTheRiver(), 'Debrief:').press('b End Left Left Left Left Left Enter');
  // Before anything is decided otherwise, somebody goes further back.
  at.press('b Left Left Left Left Left Left Enter');
  pressUntil(at, 'Space', 'Debrief:');
  const { others, way } = topAs<DebriefScreen>(at);
  expect(others.map(({ number }) => number)).toEqual([1]);
  expect(way).toMatchObject({ number: 3, from: { number: 2 } });
});

test('of several any two are held against each other, never one against itself', () => {
  const at = branched();
  pressUntil(at.press('b End Left Left Left Left Left Left Left Left Left Enter'), 'Space', 'Debrief:').press(
    'o',
  );
  const numbers = () => waysOf(at).compared.ways.map(({ number }) => number);
  expect(numbers()).toEqual([2, 3]);
  expect(at.screen()).toMatch(/way 3 \(this one\), as way 2 until /);
  at.press('Left');
  expect(numbers()).toEqual([1, 3]);
  at.press('Left');
  expect(numbers()).toEqual([2, 3]);
  at.press('Right');
  expect(numbers()).toEqual([2, 1]);
  at.press('Esc');
  expect(at.top()).toBe('debrief');
});

test('with one way there is nothing to compare, and it says how there would be', () => {
  const at = playUntil(atTheRiver(), 'Debrief:');
  expect(at.screen()).not.toContain('o ways');
  expect(at.press('o').screen()).toContain('There is one way so far.');
  const two = branched().press('o Left');
  expect(two.screen()).toContain('There are only these two ways');
});

test('a campaign that is over is gone back to where something was decided, and its last day says that it is that', () => {
  const at = playUntil(atTheRiver(), 'Debrief:').press('b');
  const day = () => topAs<ReaderScreen>(at).scene.position.campaign.day;
  const decided = topAs<ReaderScreen>(at).scene.course.entries.findLast(
    ({ event }) => 'party' in event && event.party === 0 && event.type !== 'wait',
  );
  expect(day()).toBe(decided?.day);
  expect(at.screen()).toContain('Enter plays on from');
  at.press('End');
  expect(at.screen()).toMatch(/Only \w+ 10 Apr 2020 is left to play here: left and Home go to/);
});

test('a way on which nothing was decided otherwise says so', () => {
  const at = playUntil(atTheRiver(), 'Debrief:').press('b End Enter');
  pressUntil(at, 'Space', 'Debrief:');
  pressUntil(at, 'Down', 'came as way 1 did: nothing was decided otherwise');
  expect(openDialogue(at.session, 'wanted').opening()).toContain('Way 2 came as way 1 did');
  expect(pressUntil(branched(), 'PgDn', 'A model, not a forecast').screen()).not.toContain('did: nothing');
});

test('the ways of one campaign are none of the next', () => {
  const at = branched();
  at.session.press('escape');
  at.session.press('escape');
  pressUntil(at, 'Down', '> To the start').press('Enter');
  expect(at.top()).toBe('start');
  pressUntil(at, 'Enter', '5 Briefs').press('Esc');
  pressUntil(at, 'Space', 'Debrief:');
  expect(topAs<DebriefScreen>(at)).toMatchObject({ others: [], way: { number: 1, from: null } });
});

describe('kept and spoken', () => {
  test('a debrief that is written tells of the ways, where there are several', () => {
    const at = branched();
    const screen = topAs<DebriefScreen>(at);
    const text = keepsake(screen, 'text');
    expect(text).toMatch(/Two ways, side by side:\n +Compared: way 1, the first; way 2, as/);
    const home = sumOf(screen.others[0]?.course ?? screen.scene.course).home[0];
    expect(text).toContain(`People home, Northland: ${home} and `);
    const section = text.slice(text.indexOf('Two ways'), text.indexOf('The game, and its'));
    expect(section.split('\n').length).toBeGreaterThan(20);
    for (const row of section.split('\n')) expect(row.length).toBeLessThanOrEqual(80);
    const html = keepsake(screen, 'html');
    expect(html).toContain('<h2>Two ways, side by side</h2>');
    expect(html).toMatch(/<th scope="col">way 1<\/th>/);
    expect(html).toMatch(/<h2>Talks that brought no agreement<\/h2>/);
    expect(html.indexOf('Two ways')).toBeLessThan(html.indexOf('The same campaign again'));
    const alone = topAs<DebriefScreen>(playUntil(atTheRiver(), 'Debrief:'));
    expect(keepsake(alone, 'text') + keepsake(alone, 'html')).not.toContain('Two ways');
  });

  test('they are told in lines, and chosen by number', () => {
    const at = branched();
    const dialogue = openDialogue(at.session, 'wanted');
    const opening = dialogue.opening();
    expect(opening).toMatch(/The ways that were played:\nway 1, the first\. To Northland: /);
    expect(opening).toContain('12. Compare the ways that were played');
    const told = dialogue.answer('12');
    expect(told).toMatch(/^They part on \d+ \w+, day \d+\.$/m);
    expect(told).toMatch(/^way 1: Northport .*\.$/m);
    expect(told).toMatch(/^People home, Northland: \d+ and \d+, difference [+-]\d+\.$/m);
    expect(told).toMatch(/^What happened on one and not on the other, way 1:$/m);
    expect(told).not.toMatch(/[│┈⠤]/);
    expect(dialogue.answer('1')).toContain('Compare the ways that were played');
  });
});
