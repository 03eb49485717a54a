import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Debrief, DebriefedDeal } from '../../src/analysis/debrief.ts';
import { debriefAsShown, roundedParts, units, worth, worthOver } from '../../src/report/worth.ts';
import { worth as screenWorth } from '../../src/terminal/words.ts';

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

test('parts are rounded to what they truly add up to, none by as much as a tenth', () => {
  const value = fc.double({ min: -99, max: 99, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 9 }), values => {
      const whole = values.reduce((sum, each) => sum + each, 0);
      const parts = roundedParts(values, whole);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Math.round(whole * 10) + 0);
      for (const [at, part] of parts.entries()) {
        expect(Math.abs(part - (values[at] ?? 0) * 10)).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});

/** A debrief of agreements that were carried out, by what they were worth to both and what both had to have. */
function debriefOf(worths: readonly (readonly [number, number])[], released: number): Debrief {
  const deals = worths.map(([value, least]) => {
    const gains = [value - least, value - least];
    const agreed = { values: [value, value], reservations: [least, least], gains, realised: gains };
    return { ...agreed, outcome: 'completed', people: [1] } as unknown as DebriefedDeal;
  });
  const gained = worths.reduce((sum, [value, least]) => sum + value - least, released);
  return { deals, gained: [gained, gained], released: [released === 0 ? 0 : 1] } as unknown as Debrief;
}

test('what was gained is rounded once, and every row and the sum of rows agree with it', () => {
  const worthAndLeast = fc.tuple(
    fc.double({ min: -99, max: 99, noNaN: true }),
    fc.double({ min: 0, max: 9, noNaN: true }),
  );
  const released = fc.double({ min: 0, max: 9, noNaN: true });
  fc.assert(
    fc.property(fc.array(worthAndLeast, { maxLength: 6 }), released, (worths, by) => {
      const debrief = debriefOf(worths, by);
      const shown = debriefAsShown(debrief);
      expect(worth(shown.together[0])).toBe(worth(debrief.gained[0]));
      const gains = shown.deals.reduce((sum, each) => sum + Number(worth(each.shown[0].gain)), 0);
      expect(gains + (shown.releases?.[0] ?? 0)).toBeCloseTo(shown.together[0], 6);
      for (const [at, { shown: sides }] of shown.deals.entries()) {
        const { value, least, gain } = sides[0];
        expect(Number(worth(value)) - Number(worth(least))).toBeCloseTo(Number(worth(gain)), 6);
        expect(Math.abs(value - (worths[at]?.[0] ?? 0))).toBeLessThan(0.1 + 1e-9);
        expect(Math.abs(least - (worths[at]?.[1] ?? 0))).toBeLessThan(0.1 + 1e-9);
      }
    }),
  );
  // 13.728 less 0.45 is 13.278: as a whole it is 13.3, though 13.7 less 0.5 would be 13.2.
  expect(debriefAsShown(debriefOf([[13.728, 0.45]], 0)).deals[0]?.shown[0].gain).toBe(13.3);
});

test.each([
  [0.5, '0.5', '0.5'],
  [-0.04, '0.0', '0.0'],
  [-40, '-40.0', '-40'],
  [1256.62, '1,256.6', '1,257'],
  [-2533.8, '-2,533.8', '-2,534'],
])('%d is written one way everywhere', (value, tenths, inSentence) => {
  expect(worth(value)).toBe(tenths);
  expect(screenWorth(value)).toBe(tenths);
  expect(units(value)).toBe(inSentence);
});
