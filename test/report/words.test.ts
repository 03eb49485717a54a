import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columns } from '../../src/report/columns.ts';
import { formatDate, formatDay, formatDays } from '../../src/report/date.ts';
import {
  countedGroup,
  countedPeople,
  groupInText,
  listed,
  peopleText,
  withGroupNames,
} from '../../src/report/people.ts';
import { lengthOf, wrap, wrapMarkdown } from '../../src/report/wrap.ts';
import { river, riverWith } from '../fixtures/river.ts';
import { scenario } from '../library.ts';

describe('dates', () => {
  test.each([
    [0, '1 March 2020', 'Day 0, Sun 1 March 2020'],
    [31, '1 April 2020', 'Day 31, Wed 1 April 2020'],
    [306, '1 January 2021', 'Day 306, Fri 1 January 2021'],
  ])('day %i', (day, date, whole) => {
    expect(formatDate(river, day)).toBe(date);
    expect(formatDay(river, day)).toBe(whole);
  });

  test.each([
    [3, 3, 'Day 3, Wed 4 March 2020'],
    [3, 5, 'Days 3 to 5, 4 to 6 March 2020'],
    [29, 32, 'Days 29 to 32, 30 March to 2 April 2020'],
    [300, 310, 'Days 300 to 310, 26 December 2020 to 5 January 2021'],
  ])('days %i to %i', (from, to, text) => {
    expect(formatDays(river, from, to)).toBe(text);
  });
});

describe('people', () => {
  test.each([
    [[0, 0, 0, 0], 'nobody'],
    [[1, 0, 0, 0], '1 northern soldier'],
    [[2, 1, 0, 0], '2 northern soldiers and 1 seriously wounded northerner'],
    [[1200, 1, 3, 0], '1,200 northern soldiers, 1 seriously wounded northerner and 3 southern soldiers'],
  ])('%j', (counts, text) => {
    expect(peopleText(river, counts)).toBe(text);
  });

  test('a group that begins with a name keeps its capital', () => {
    const kursk = scenario('kursk-2024');
    const inText = (id: string) =>
      groupInText(
        kursk,
        kursk.groups.findIndex(group => group.id === id),
      );
    expect(inText('akhmat')).toMatch(/^Akhmat/);
    expect(inText('conscripts')).toMatch(/^conscripts/);
  });

  test('one of a group whose name has no plural in it is still one of them', () => {
    const staff = riverWith(yaml => yaml.replace('name: Northern soldiers', 'name: Hospital staff'));
    expect(countedGroup(staff, 0, 1)).toBe('1 of the Hospital staff');
    expect(countedGroup(staff, 0, 5)).toBe('5 Hospital staff');
  });

  test.each([
    ['Prisoners who refuse', '1 of the prisoners who refuse', '3 prisoners who refuse'],
    ['Five commanders', '1 of the five commanders', '3 of the five commanders'],
  ])('%s', (name, one, three) => {
    const changed = riverWith(yaml =>
      yaml
        .replace('name: Northern soldiers', `name: ${name}`)
        .replace('about: Northern soldiers', 'about: The prisoners'),
    );
    expect([countedGroup(changed, 0, 1), countedGroup(changed, 0, 3)]).toEqual([one, three]);
  });

  test('a person is told by name', () => {
    const person = riverWith(yaml =>
      yaml
        .replace('name: Northern soldiers', 'name: James Powers')
        .replace('held: { low: 40, best: 60, high: 80,', 'held: { value: 1,'),
    );
    expect(peopleText(person, [1, 0, 4, 0])).toBe('James Powers and 4 southern soldiers');
  });

  test('irregular plurals', () => {
    const men = riverWith(yaml => yaml.replace('name: Northern soldiers', 'name: Wounded men'));
    expect(countedGroup(men, 0, 1)).toBe('1 wounded man');
  });

  test('groups by identifier become names', () => {
    expect(withGroupNames(river, '12 south-wounded in an offer that asks for 40 people')).toBe(
      '12 seriously wounded southerners in an offer that asks for 40 people',
    );
    expect(withGroupNames(river, '12 names of south-wounded struck off')).toBe(
      '12 names of seriously wounded southerners struck off',
    );
    expect(withGroupNames(river, '1 names of south-wounded struck off')).toBe(
      '1 name of seriously wounded southerners struck off',
    );
  });

  test('lists and counts', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect([countedPeople(1), countedPeople(0), countedPeople(1234)]).toEqual([
      '1 person',
      '0 people',
      '1,234 people',
    ]);
  });
});

describe('lines', () => {
  const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'b', 'ü', '-') });
  const words = fc.array(word, { maxLength: 60 });

  test('no line is longer than asked for, and no word is lost', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 20, max: 100 }),
        fc.integer({ min: 0, max: 6 }),
        (text, width, hanging) => {
          const lines = wrap(text.join(' '), { width, indent: 2, hanging }).split('\n');
          for (const line of lines) expect(lengthOf(line)).toBeLessThanOrEqual(width);
          expect(lines.join(' ').split(/\s+/).filter(Boolean)).toEqual(text);
        },
      ),
    );
  });

  test('a word longer than the line has a line to itself', () => {
    expect(wrap(`see ${'x'.repeat(30)} there`, { width: 10 })).toBe(`see\n${'x'.repeat(30)}\nthere`);
  });

  test('markdown keeps headings, paragraphs and items apart', () => {
    const text = '# Title\nA line\nthat goes on.\n\n- one\n- two that is longer than the rest\n\nLast.';
    expect(wrapMarkdown(text, 24)).toBe(
      'Title\n\nA line that goes on.\n\n- one\n- two that is longer\n  than the rest\n\nLast.',
    );
  });

  test('columns: the first to the left, the others to the right', () => {
    expect(
      columns(
        [
          ['name', 'a'],
          ['x', '1,000'],
        ],
        1,
      ),
    ).toBe(' name      a\n x     1,000');
  });
});
