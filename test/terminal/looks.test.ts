import { expect, test } from 'vitest';
import { backgroundOf, colourBits } from '../../src/cli/terminal-colours.ts';
import { DIM } from '../../src/report/screen-svg.ts';
import { TONES } from '../../src/terminal/line.ts';
import { GROUNDS, LOOKS, lookOf, OF_MANY, themeOn } from '../../src/terminal/looks.ts';
import { THEMES, type Theme } from '../../src/terminal/settings.ts';

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

/** Relative luminance and contrast as WCAG 2.2 defines them, of colours as "#rrggbb". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/g) ?? [])
    .map(hex => Number.parseInt(hex, 16) / 255)
    .map(value => (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, two: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** What a colour comes to that covers its ground in part. */
function over(colour: string, ground: string, part: number): string {
  const channels = (of: string) => (of.match(/[0-9a-f]{2}/g) ?? []).map(hex => Number.parseInt(hex, 16));
  const below = channels(ground);
  const mixed = channels(colour).map((value, at) => Math.round(value * part + (below[at] ?? 0) * (1 - part)));
  return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Backgrounds of terminals as they come: black, xterm, GNOME, VS Code, Solarized. */
const DARK_ONES = ['#000000', '#101418', '#1e1e1e', '#300a24', '#002b36'];
const LIGHT_ONES = ['#ffffff', '#f5f5f5', '#fdf6e3', '#eeeeee'];
const STEPS = ['00', '5f', '87', 'af', 'd7', 'ff'];

/** A colour of xterm's cube of six by six by six, which begins with number 16. */
function ofCube(number: number): string {
  const at = number - 16;
  return `#${[Math.floor(at / 36), Math.floor(at / 6) % 6, at % 6].map(step => STEPS[step]).join('')}`;
}

const coloursOf = (theme: Theme) => [
  ...TONES.flatMap(tone => LOOKS[theme][tone].colour ?? []),
  ...Object.values(OF_MANY[theme]).map(ofCube),
];

test('every text can be read where the theme fixes both colours', () => {
  for (const background of ['dark', 'light'] as const)
    for (const theme of THEMES) {
      const shown = themeOn(theme, background);
      const ground = GROUNDS[shown];
      const texts = [...coloursOf(shown), ground.text, over(ground.text, ground.background, DIM)];
      for (const text of texts) expect(contrast(text, ground.background)).toBeGreaterThanOrEqual(4.5);
    }
});

test('the colours for a background can be read on those that there are, and the usual ones on any', () => {
  for (const ground of DARK_ONES)
    for (const colour of coloursOf('dark')) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
  for (const ground of LIGHT_ONES)
    for (const colour of coloursOf('light')) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
  for (const ground of [...DARK_ONES, ...LIGHT_ONES])
    for (const colour of coloursOf('standard')) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
  for (const ground of ['#000000', '#ffffff'])
    for (const colour of coloursOf('standard')) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3.6);
});

test('a terminal that says what it stands on has the colours for it, unless somebody chose others', () => {
  expect(backgroundOf({ COLORFGBG: '0;15' })).toBe('light');
  expect(backgroundOf({ COLORFGBG: '15;default;0' })).toBe('dark');
  expect(backgroundOf({ COLORFGBG: '12;8' })).toBe('dark');
  for (const COLORFGBG of ['', 'default', '15;default', '1;77'])
    expect(backgroundOf({ COLORFGBG })).toBeUndefined();
  expect(backgroundOf({})).toBeUndefined();
  expect(themeOn('standard', 'light')).toBe('light');
  expect(themeOn('standard', undefined)).toBe('standard');
  expect(themeOn('dark', 'light')).toBe('dark');
  expect(themeOn('monochrome', 'light')).toBe('monochrome');
});

test('colours are as many as the terminal itself says, also inside another', () => {
  expect(colourBits({ TERM: 'xterm' })).toBe(4);
  expect(colourBits({ TERM: 'xterm', TMUX: '/tmp/tmux' })).toBe(4);
  expect(colourBits({ TERM: 'tmux-256color', TMUX: '/tmp/tmux' })).toBe(8);
  expect(colourBits({ TERM: 'xterm-256color', COLORTERM: 'truecolor' })).toBe(24);
  for (const none of [{ TERM: 'vt100' }, { TERM: 'dumb' }, { TERM: 'xterm-256color', NO_COLOR: '1' }])
    expect(colourBits(none)).toBe(1);
});

test('a terminal without colours has none, whatever the theme', () => {
  for (const theme of THEMES) for (const tone of TONES) expect(lookOf(tone, theme, 1).colour).toBeUndefined();
});
