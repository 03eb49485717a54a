import { readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { formatSettings, parseSettings, type Settings, USUAL_SETTINGS } from '../terminal/settings.ts';
import { codeOf, reasonOf } from './errno.ts';
import { freeName } from './record-file.ts';
import { writeWhole } from './text-file.ts';

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

export interface SettingsFile {
  readonly settings: Settings;
  /** One line that says why the file could not be read, so that settings are as usual; null where it could. */
  readonly fault: string | null;
  /** Keeps settings; returns a line where that failed. A file that was not understood is put aside first. */
  keep(settings: Settings): string | null;
}

export function settingsFile(folder: string): SettingsFile {
  const path = join(folder, 'settings.json');
  const read = readSettings(path);
  let broken = typeof read === 'string';
  return {
    settings: typeof read === 'string' ? USUAL_SETTINGS : read,
    fault: typeof read === 'string' ? `${path}: ${read}; the settings are as usual` : null,
    keep(settings) {
      try {
        if (broken) renameSync(path, freeName(`${path}.broken`));
        broken = false;
        writeWhole(path, formatSettings(settings));
        return null;
      } catch (error) {
        return `cannot keep the settings in ${path}: ${reasonOf(error)}`;
      }
    },
  };
}

function readSettings(path: string): Settings | string {
  try {
    return parseSettings(readFileSync(path, 'utf8'));
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error)) ? USUAL_SETTINGS : reasonOf(error);
  }
}
