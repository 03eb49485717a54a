import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where a program keeps what it needs between two runs, by the habit of each system. */
export function stateFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'parley');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'parley');
  const given = env['XDG_STATE_HOME'];
  // The XDG base directory specification asks to ignore a relative path.
  return join(given && isAbsolute(given) ? given : join(homedir(), '.local', 'state'), 'parley');
}
