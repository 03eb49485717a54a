import * as nodeModule from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/*
 * Node keeps what it has compiled of a program, and starts it sooner the next time. Where it would do so by
 * itself, a folder for all users of the machine, any of them could leave code that the others run.
 */

/** Where a program keeps what it can make again, by the habit of each system; null for somebody without a home. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const home = homeOr(env['HOME'] ?? '');
  if (home === '') return null;
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'parley-cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'parley');
  const given = env['XDG_CACHE_HOME'];
  return join(given && isAbsolute(given) ? given : join(home, '.cache'), 'parley');
}

/** Of an account that is in no list of accounts, as in some containers, there is none to ask for. */
function homeOr(otherwise: string): string {
  try {
    return homedir();
  } catch {
    return otherwise;
  }
}

/** All that is loaded from now on; NODE_COMPILE_CACHE names another folder, NODE_DISABLE_COMPILE_CACHE=1 keeps none. */
export function keepCompiledCode(env: Readonly<Record<string, string | undefined>>): void {
  const folder = cacheFolder(env);
  // Where it cannot be written nothing is kept, and nothing else changes.
  if (folder !== null) nodeModule.enableCompileCache(folder);
}
