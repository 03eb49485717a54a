import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  between,
  cells,
  clip,
  clipLine,
  filled,
  line,
  padStart,
  plain,
  toned,
  widthOf,
  wrap,
} from '../../src/terminal/line.ts';
import { beside, rule, scrolled, scrolledTo, tail, tall } from '../../src/terminal/pane.ts';

const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 20 }));

describe('the width of text', () => {
  test('counts cells, not characters', () => {
    expect(cells('Türkiye')).toBe(7);
    expect(cells('Tu\u0308rkiye')).toBe(7);
    expect(cells('捕虜')).toBe(4);
    expect(cells('━█⣿')).toBe(3);
  });

  test('a cut text says that it is cut', () => {
    expect(clip('Soldiers captured later', 12)).toBe('Soldiers ca…');
    expect(clip('Akhmat', 6)).toBe('Akhmat');
    expect(clip('捕虜捕虜捕虜', 7)).toBe('捕虜捕…');
  });

  test('no text comes out wider than its room', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 60 }), (given, width) => {
        expect(cells(clip(given, width))).toBeLessThanOrEqual(Math.max(width, 0));
        expect(widthOf(filled(line(given), width))).toBe(width);
        expect(widthOf(clipLine(line(given, toned(given, 'warn')), width))).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('control characters never reach the screen', () => {
    expect(plain(line('a\u001b[2Jb\tc\u0007'))).toBe('a [2Jb c ');
    expect(plain(line('left\u202eright'))).toBe('left right');
  });
});

describe('wrapping', () => {
  test('breaks at blanks, and long words anywhere', () => {
    expect(wrap('people are counted as people', 11)).toEqual(['people are', 'counted as', 'people']);
    expect(wrap('abcdefghij kl', 4)).toEqual(['abcd', 'efgh', 'ij', 'kl']);
    expect(wrap('', 10)).toEqual(['']);
  });

  test('keeps every word and no row is too wide', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.integer({ min: 4, max: 40 }), (given, width) => {
        const rows = wrap(given, width);
        expect(rows.join('').replaceAll(' ', '')).toBe(given.replaceAll(/\s/g, ''));
        for (const row of rows) expect(cells(row)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('panes', () => {
  test('a rule is as wide as it is told, whatever its titles', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 20, max: 100 }), (title, right, width) => {
        expect(widthOf(rule(width, title))).toBe(width);
        expect(widthOf(rule(width, title, { at: 10, title: right, end: 'low' }))).toBe(width);
      }),
    );
  });

  test('two blocks stand beside each other', () => {
    const rows = beside([line('one'), line('two')], [line('three')], 5, 12, 2).map(plain);
    expect(rows).toEqual(['one  │three ', 'two  │      ']);
  });

  test('left and right text share a row', () => {
    expect(plain(between(line('left'), line('right'), 12))).toBe('left   right');
    expect(plain(between(line('much too long'), line('right'), 12))).toBe('much…  right');
  });

  test('a long list shows a part and says which', () => {
    const list = Array.from({ length: 9 }, (_, index) => line(`${index + 1}`));
    const shown = scrolled(list, 4, 4, (from, to, of) => `${from}-${to}/${of}`).map(plain);
    expect(shown).toEqual(['5', '6', '7', '5-7/9']);
    expect(scrolled(list, 99, 4, () => 'more').map(plain)).toEqual(['7', '8', '9', 'more']);
    expect(scrolled(list.slice(0, 2), 1, 4, () => 'more').map(plain)).toEqual(['1', '2', '', '']);
  });

  test('scrolling moves as little as it may', () => {
    expect(scrolledTo(0, 3, 5)).toBe(0);
    expect(scrolledTo(0, 5, 5)).toBe(1);
    expect(scrolledTo(4, 2, 5)).toBe(2);
    expect(tail([1, 2, 3], 2)).toEqual([2, 3]);
    expect(tail([1, 2, 3], 0)).toEqual([]);
    expect(tall([line('x')], 3)).toHaveLength(3);
  });

  test('numbers stand at the right', () => {
    expect(padStart('1,200', 7)).toBe('  1,200');
  });
});
