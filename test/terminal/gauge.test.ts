import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bar, blocks, chart, type Mark, sampled, sparkline, timeLine } from '../../src/terminal/gauge.ts';

const drawn = (day: number, marks: readonly Mark[], width = 11) =>
  Object.values(timeLine(day, 10, marks, width)).join('');

describe('gauges', () => {
  test('a bar is full, empty, or dotted where nothing more is known', () => {
    expect(bar({ low: 0.5, high: 0.5 }, 8)).toBe('████░░░░');
    expect(bar({ low: 0.25, high: 0.5 }, 8)).toBe('██▒▒░░░░');
    expect(bar({ low: 0, high: 0 }, 4)).toBe('░░░░');
    expect(bar({ low: 1, high: 1 }, 4)).toBe('████');
  });

  test('a sparkline has a character a value, or averages them', () => {
    expect(sparkline([0, 0.5, 1], 10)).toBe('▁▅█');
    expect(sparkline([0, 0, 1, 1], 2)).toBe('▁█');
    expect(sampled([0, 1, 0, 1], 2)).toEqual([0.5, 0.5]);
  });

  test('a chart goes from the first step to the last, low below and high above', () => {
    const rows = chart([0, 1], 2, 4, 2);
    expect(rows).toEqual(['   ⠈', '⡀   ']);
    expect(chart([0.5], 10, 3, 1)).toEqual(['⠄  ']);
    // A leap between neighbours is drawn all the way.
    expect(chart([0, 1], 2, 1, 1)).toEqual(['⡸']);
  });

  test('columns of blocks are as tall as their amounts, and nothing is nothing', () => {
    expect(blocks([0, 1, 4, 8], 8)).toBe(' ▁▄█');
    expect(blocks([0.01, 0], 100)).toBe('▁ ');
  });

  test('a time line marks today over all else', () => {
    expect(drawn(5, [{ day: 10, sign: 'o' }])).toBe('━━━━━┃────o');
    expect(drawn(0, [{ day: 0, sign: 'E' }])).toBe('┃──────────');
    expect(drawn(10, [{ day: 3, sign: 'E' }])).toBe('━━━E━━━━━━┃');
  });

  test('pictures have the width they are given', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(share), share, fc.integer({ min: 1, max: 60 }), (values, low, width) => {
        expect([...bar({ low, high: 1 }, width)]).toHaveLength(width);
        expect([...sparkline(values, width)]).toHaveLength(Math.min(width, values.length));
        for (const row of chart(values, values.length + 1, width, 3)) expect([...row]).toHaveLength(width);
        expect([...drawn(3, [], width)]).toHaveLength(width);
      }),
    );
  });
});
