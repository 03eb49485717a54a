import type { Background } from '../terminal/settings.ts';

/* What a terminal says of its colours in the environment. It is never asked: late answers would be taken for keys. */

type Env = Readonly<Record<string, string | undefined>>;

/** The numbers of the sixteen colours that are light: light grey, and the bright ones but dark grey. */
const LIGHT = new Set([7, 9, 10, 11, 12, 13, 14, 15]);

/**
 * What the terminal stands on, by COLORFGBG ("15;0": the numbers of the colours of its text and its
 * background, the last one counts); undefined where it does not say.
 */
export function backgroundOf({ COLORFGBG }: Env): Background | undefined {
  const last = COLORFGBG?.split(';').at(-1) ?? '';
  if (!/^\d{1,2}$/.test(last) || Number(last) > 15) return undefined;
  return LIGHT.has(Number(last)) ? 'light' : 'dark';
}

const NONE = 1;
const SIXTEEN = 4;
const MANY = 8;
const ALL = 24;

/**
 * Bits of colour, as many as whoever mixes the colours will use. Inside tmux or screen it is their own
 * TERM that counts, whatever the window outside can do.
 */
export function colourBits({ TERM = '', COLORTERM, NO_COLOR, FORCE_COLOR }: Env): number {
  if (NO_COLOR || FORCE_COLOR === '0' || /^(dumb|vt\d+)/.test(TERM)) return NONE;
  if (COLORTERM === 'truecolor' || /kitty|ghostty|wezterm/.test(TERM)) return ALL;
  return /-256(color)?$/.test(TERM) ? MANY : SIXTEEN;
}
