import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPlane, marksByPlace, type Plane } from '../../src/report/plane.ts';

const example: Plane = {
  marks: [
    { sign: 'N', values: [6, 6] },
    { sign: 'x', values: [10, 0] },
  ],
  trail: [
    [0, 10],
    [3, 8],
    [6, 6],
    [8, 3],
    [10, 0],
  ],
  least: [1, 2],
  names: ['value to East', 'value to West'],
};

describe('the plane', () => {
  test('is drawn with plain characters', () => {
    expect(drawPlane(example, { width: 40, height: 12 })).toEqual([
      '     value to West',
      ' 6.4 | |                N',
      '     | |',
      '     | |',
      '     | |',
      '     | |                       .',
      ' 2.0 |-+--------------------------------',
      '     | |',
      '     | |',
      '-0.4 | |                              x',
      '     +----------------------------------',
      '      1.0       value to East         11',
    ]);
  });

  test('tells which marks fall on one place', () => {
    const marks = [...example.marks, { sign: 'K', values: [6.01, 6] as const }];
    expect(marksByPlace({ ...example, marks }, { width: 40, height: 12 })).toEqual([[0, 2], [1]]);
  });

  const value = fc.double({ min: -1e4, max: 1e4, noNaN: true });
  const place = fc.tuple(value, value);
  const planes = fc.record({
    marks: fc.array(fc.record({ sign: fc.constantFrom('N', 'K', '@'), values: place }), { maxLength: 6 }),
    trail: fc.array(place, { maxLength: 30 }),
    least: place,
    names: fc.constant(['value to a party of a long name', 'value to West'] as const),
  });

  test('is of the size that was asked for, and holds every mark or another on its place', () => {
    fc.assert(
      fc.property(
        planes,
        fc.integer({ min: 40, max: 100 }),
        fc.integer({ min: 8, max: 30 }),
        (plane, width, height) => {
          const lines = drawPlane(plane, { width, height });
          expect(lines).toHaveLength(height);
          for (const line of lines) expect([...line].length).toBeLessThanOrEqual(width);
          const drawing = lines.slice(1, -2).join('\n');
          const first = plane.marks[0];
          if (first) expect(drawing).toContain(first.sign);
          // The crossing of the lines is inside; a mark or a point may stand on it.
          const covered = /[+NK@.]/;
          expect(drawing).toMatch(covered);
        },
      ),
    );
  });
});
