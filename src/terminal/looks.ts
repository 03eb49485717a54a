import type { Ground, Look } from '../report/text-screen.ts';
import type { Tone } from './line.ts';
import type { Background, Theme } from './settings.ts';

type Looks = Readonly<Record<Tone, Look>>;

const WITHOUT_COLOUR: Looks = {
  plain: {},
  strong: { bold: true },
  dim: { dim: true },
  own: {},
  theirs: {},
  warn: { bold: true },
  key: { bold: true },
  chosen: { inverse: true },
  title: { bold: true, underlined: true },
};

/**
 * How each tone looks. Colour is never alone: signs and words say the same. Blue, orange and
 * vermilion are told apart whatever one's colour vision (Okabe and Ito, Color Universal Design, 2008),
 * here darker or lighter for the background they stand on.
 */
export const LOOKS: Readonly<Record<Theme, Looks>> = {
  // Halfway between black and white: to be read on either, where nobody says which it is.
  standard: coloured('#2a80c0', '#a86a00', '#d04a10', '#00855f'),
  dark: coloured('#56b4e9', '#e69f00', '#ff7f3f', '#2fc99b'),
  light: coloured('#0060a0', '#8f5600', '#b03a00', '#00664a'),
  monochrome: WITHOUT_COLOUR,
};

function coloured(own: string, theirs: string, warn: string, key: string): Looks {
  return {
    ...WITHOUT_COLOUR,
    own: { colour: own },
    theirs: { colour: theirs },
    warn: { colour: warn, bold: true },
    key: { colour: key, bold: true },
  };
}

/**
 * The colours of a terminal that has sixteen, by name: the nearest to those above would show the other
 * side and a warning in the same red. Keys are told by their weight alone, so that no green stands beside it.
 */
export const OF_SIXTEEN: Readonly<Record<Theme, Partial<Record<Tone, string>>>> = {
  // Of the sixteen these can be read on black and on white; plain blue and cyan only on one of them.
  standard: { own: 'blueBright', theirs: 'magenta', warn: 'red' },
  dark: { own: 'cyanBright', theirs: 'yellowBright', warn: 'redBright' },
  light: { own: 'blue', theirs: 'magenta', warn: 'red' },
  monochrome: {},
};

/**
 * The colours of a terminal that has 256, by their numbers in xterm's cube: what comes out where the
 * colours above are mixed from it is lighter than they are.
 */
export const OF_MANY: Readonly<Record<Theme, Partial<Record<Tone, number>>>> = {
  standard: { own: 32, theirs: 130, warn: 167, key: 29 },
  dark: { own: 75, theirs: 214, warn: 209, key: 79 },
  light: { own: 25, theirs: 94, warn: 124, key: 23 },
  monochrome: {},
};

/** Bits of colour that a terminal has at least: that mixes any, that has 256, that has any at all. */
const ALL_COLOURS = 24;
const MANY_COLOURS = 8;
const COLOURS = 3;

/** How a tone looks where a terminal has so many bits of colour: the name of a colour where there are few, or its number. */
export function lookOf(tone: Tone, theme: Theme, depth: number): Look {
  const look = LOOKS[theme][tone];
  if (depth >= ALL_COLOURS || look.colour === undefined) return look;
  const { colour: _, ...rest } = look;
  const colour = depth >= MANY_COLOURS ? numbered(theme, tone) : OF_SIXTEEN[theme][tone];
  return colour === undefined || depth < COLOURS ? rest : { ...rest, colour };
}

function numbered(theme: Theme, tone: Tone): string | undefined {
  const number = OF_MANY[theme][tone];
  return number === undefined ? undefined : `ansi256(${number})`;
}

/** The theme that is shown: colours for any background give way to those for the one that is known. */
export function themeOn(theme: Theme, background: Background | undefined): Theme {
  return theme === 'standard' && background !== undefined ? background : theme;
}

const DARK: Ground = { text: '#d8d8d8', background: '#101418' };
const LIGHT: Ground = { text: '#1c1c1c', background: '#ffffff' };

/** What a picture stands on; a terminal has its own. */
export const GROUNDS: Readonly<Record<Theme, Ground>> = {
  standard: DARK,
  dark: DARK,
  light: LIGHT,
  monochrome: LIGHT,
};
