import { readFields, writeJson } from './kept-json.ts';
import { keptFault as words } from './words.ts';

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
export const formatSettings = (settings: Settings): string => writeJson(settings);

/** Settings as they were kept, or what is wrong with them. Unknown names are passed over. */
export function parseSettings(text: string): Settings | string {
  return readFields(text, USUAL_SETTINGS, ({ theme, reducedMotion, screenReader }) => {
    const known = THEMES.find(name => name === theme);
    if (known === undefined) return words.oneOf('theme', THEMES.join(', '));
    if (typeof reducedMotion !== 'boolean') return words.yesOrNo('reducedMotion');
    if (typeof screenReader !== 'boolean') return words.yesOrNo('screenReader');
    return { theme: known, reducedMotion, screenReader };
  });
}
