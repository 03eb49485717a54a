import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { formatSettings, parseSettings, type Settings, USUAL_SETTINGS } from '../terminal/settings.ts';
import { type KeptFile, keptFile } from './kept-file.ts';

/* Settings on disk, where programs keep what their user likes. */

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a program keeps its settings, by the habit of each system. */
export function configFolder(env: Environment, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'parley');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'parley');
  const given = env['XDG_CONFIG_HOME'];
  // The XDG base directory specification asks to ignore a relative path.
  return join(given && isAbsolute(given) ? given : join(homedir(), '.config'), 'parley');
}

/** What somebody likes the app to be like; as usual where nothing was kept. */
export type SettingsFile = KeptFile<Settings> & { readonly kept: Settings };

export function settingsFile(folder: string): SettingsFile {
  const path = join(folder, 'settings.json');
  const file = keptFile({
    path,
    aside: 'broken',
    format: formatSettings,
    parse: parseSettings,
    otherwise: 'the settings are as usual',
    cannotKeep: `cannot keep the settings in ${path}`,
  });
  return { ...file, kept: file.kept ?? USUAL_SETTINGS };
}
