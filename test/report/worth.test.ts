import fc from 'fast-check';
import { expect, test } from 'vitest';
import { worth, worthOver } from '../../src/report/worth.ts';

test('what is over a least is what the two as shown are apart', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -99, max: 99, noNaN: true }),
      fc.double({ min: 0, max: 9, noNaN: true }),
      (value, least) => {
        const shown = Number(worth(value)) - Number(worth(least));
        expect(Number(worth(worthOver(value, least)))).toBeCloseTo(shown, 6);
      },
    ),
  );
  expect(worthOver(0.84, 0.76)).toBe(0);
});
