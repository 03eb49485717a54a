import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bar, chart, sampled, sparkline, timeLine } from '../../src/terminal/gauge.ts';

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
  });

  test('a time line marks today over all else', () => {
    expect(timeLine(5, 10, [{ day: 10, sign: 'o' }], 11)).toBe('━━━━━┃────o');
    expect(timeLine(0, 10, [{ day: 0, sign: 'E' }], 11)).toBe('┃──────────');
    expect(timeLine(10, 10, [{ day: 3, sign: 'E' }], 11)).toBe('━━━E━━━━━━┃');
  });

  test('pictures have the width they are given', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(share), share, fc.integer({ min: 1, max: 60 }), (values, low, width) => {
        expect([...bar({ low, high: 1 }, width)]).toHaveLength(width);
        expect([...sparkline(values, width)]).toHaveLength(Math.min(width, values.length));
        for (const row of chart(values, values.length + 1, width, 3)) expect([...row]).toHaveLength(width);
        expect([...timeLine(3, 9, [], width)]).toHaveLength(width);
      }),
    );
  });
});
