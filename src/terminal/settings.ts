import { settingsFault as words } from './words.ts';

/*
 * What somebody likes the app to be like, on every campaign. Whatever is not said, or not understood,
 * is as usual.
 */

/** How tones look; none of them relies on colour alone. */
export const THEMES = ['standard', 'dark', 'light', 'monochrome'] as const;
export type Theme = (typeof THEMES)[number];

/** What text stands on. */
export type Background = 'dark' | 'light';

export interface Settings {
  readonly theme: Theme;
  /** Days do not go by of themselves: the campaign goes on in steps. */
  readonly reducedMotion: boolean;
  /** Running text and numbered menus instead of a screen, from the next start on. */
  readonly screenReader: boolean;
}

export const USUAL_SETTINGS: Settings = { theme: 'standard', reducedMotion: false, screenReader: false };

/** Settings as they are kept: JSON, one a line. */
export function formatSettings(settings: Settings): string {
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** Settings as they were kept, or what is wrong with them. Unknown names are passed over. */
export function parseSettings(text: string): Settings | string {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return words.notJson;
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return words.noObject;
  const { theme, reducedMotion, screenReader } = { ...USUAL_SETTINGS, ...given } as Record<string, unknown>;
  const known = THEMES.find(name => name === theme);
  if (known === undefined) return words.expected('theme', THEMES.join(', '));
  if (typeof reducedMotion !== 'boolean') return words.expected('reducedMotion', words.yesOrNo);
  if (typeof screenReader !== 'boolean') return words.expected('screenReader', words.yesOrNo);
  return { theme: known, reducedMotion, screenReader };
}
