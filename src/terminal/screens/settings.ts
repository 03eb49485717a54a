import { type App, pop, type Reply, replaceTop } from '../app.ts';
import { asArrow, type Key, rowAfter } from '../key.ts';
import { EMPTY, type Line, line, padEnd, type Size, toned, wrapped } from '../line.ts';
import { rule } from '../pane.ts';
import type { SettingsScreen } from '../screen.ts';
import { type Settings, THEMES } from '../settings.ts';
import { settings as words } from '../words.ts';

/* What the app is to be like; a change holds at once and is kept. */

export const SETTINGS = [
  'theme',
  'reducedMotion',
  'screenReader',
] as const satisfies readonly (keyof Settings)[];

export function pressSettings(app: App, screen: SettingsScreen, key: Key): Reply {
  if (key === 'escape' || key === 'q' || key === 'S') return { app: pop(app) };
  const name = SETTINGS[screen.row] ?? 'theme';
  const step =
    key === 'enter' || key === ' ' || asArrow(key) === 'right' ? 1 : asArrow(key) === 'left' ? -1 : 0;
  if (step === 0) {
    const row = rowAfter(key, screen.row, SETTINGS.length);
    return { app: replaceTop(app, { ...screen, row }) };
  }
  const settings = turned(app.settings, name, step);
  return { app: { ...app, settings }, order: { do: 'keepSettings', settings } };
}

/** The setting with its next value, or the one before. */
function turned(settings: Settings, name: keyof Settings, step: number): Settings {
  if (name !== 'theme') return { ...settings, [name]: !settings[name] };
  const at = (THEMES.indexOf(settings.theme) + step + THEMES.length) % THEMES.length;
  return { ...settings, theme: THEMES[at] ?? 'standard' };
}

export function settingInWords(settings: Settings, name: keyof Settings): string {
  const value = settings[name];
  return typeof value === 'boolean' ? words.onOff[value ? 'on' : 'off'] : words.themes[value];
}

export function settingsRows(app: App, { row }: SettingsScreen, { columns }: Size): Line[] {
  const list = SETTINGS.map((name, at) =>
    line(
      toned(at === row ? ' > ' : '   ', 'key'),
      padEnd(words.names[name], LABEL),
      toned(` ${settingInWords(app.settings, name)} `, at === row ? 'chosen' : 'strong'),
      ' ',
    ),
  );
  const name = SETTINGS[row] ?? 'theme';
  const samples = (['own', 'theirs', 'warn', 'key', 'dim'] as const).map(tone =>
    toned(`${words.samples[tone]}  `, tone),
  );
  return [
    rule(columns, words.title),
    ...list,
    EMPTY,
    ...wrapped(words.about[name], columns - 4).map(text => line('  ', ...text)),
    EMPTY,
    line('  ', ...samples),
  ];
}

const LABEL = 18;
