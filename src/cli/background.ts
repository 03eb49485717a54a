import type { Background } from '../terminal/settings.ts';

/** The numbers of the sixteen colours that are light: light grey, and the bright ones but dark grey. */
const LIGHT = new Set([7, 9, 10, 11, 12, 13, 14, 15]);

/**
 * What the terminal stands on, by COLORFGBG ("15;0": the numbers of the colours of its text and its
 * background, the last one counts); undefined where it does not say. The terminal is not asked: an
 * answer that comes late would be taken for keys.
 */
export function backgroundOf({ COLORFGBG }: NodeJS.ProcessEnv): Background | undefined {
  const last = COLORFGBG?.split(';').at(-1) ?? '';
  if (!/^\d{1,2}$/.test(last) || Number(last) > 15) return undefined;
  return LIGHT.has(Number(last)) ? 'light' : 'dark';
}
