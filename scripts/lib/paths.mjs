import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Things made from node_modules and thrown away with it. */
export const localCache = join(projectRoot, 'node_modules', '.cache', 'balie');

/**
 * Things worth keeping when node_modules is deleted (one native compile takes a minute).
 * `BALIE_CACHE_DIR` moves it, for a machine whose home folder cannot be written.
 */
export function userCache() {
  if (process.env.BALIE_CACHE_DIR) return process.env.BALIE_CACHE_DIR;
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'balie', 'cache');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'balie');
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'balie');
}
