import { expect, test } from 'vitest';
import { TONES } from '../../src/terminal/line.ts';
import { lookOf } from '../../src/terminal/looks.ts';
import { THEMES } from '../../src/terminal/settings.ts';

const DEPTHS = [4, 8, 24];
const COLOURED = THEMES.filter(theme => theme !== 'monochrome');

test.each(COLOURED.flatMap(theme => DEPTHS.map(depth => [theme, depth] as const)))(
  'in the theme %s with %i bits of colour both sides and a warning look different',
  (theme, depth) => {
    const looks = (['own', 'theirs', 'warn'] as const).map(tone => lookOf(tone, theme, depth).colour);
    expect(new Set(looks).size).toBe(3);
    expect(looks).not.toContain(undefined);
  },
);

test('few colours are named, many are mixed, and weight stays what it is', () => {
  for (const theme of THEMES)
    for (const tone of TONES) {
      const [few, many] = [lookOf(tone, theme, 4), lookOf(tone, theme, 24)];
      expect(few.colour ?? 'red').toMatch(/^[a-z]+(Bright)?$/);
      expect(many.colour ?? '#000000').toMatch(/^#[0-9a-f]{6}$/);
      const { colour: _, ...weight } = many;
      expect(few).toMatchObject(weight);
    }
});

test('without colour nothing is coloured', () => {
  for (const tone of TONES)
    for (const depth of DEPTHS) expect(lookOf(tone, 'monochrome', depth).colour).toBeUndefined();
});
