import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localCache, projectRoot } from './lib/paths.mjs';
import { SetupError } from './lib/setup-error.mjs';

/** The folder in which a registry-only Electron is unpacked (see bootstrap/electron-fallback.mjs). */
export const fallbackFolder = join(localCache, 'electron-33.2.1');
const electronPackage = join(projectRoot, 'node_modules', 'electron');

function fromFolder(folder, executable, source) {
  const versionFile = join(folder, 'version');
  const path = join(folder, executable);
  if (!existsSync(path) || !existsSync(versionFile)) return undefined;
  return { executable: path, folder, version: readFileSync(versionFile, 'utf8').trim().replace(/^v/, ''), source };
}

/** The name of the executable inside an Electron folder. */
export function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * The Electron on this machine, or undefined when there is none yet. Only looks: `import 'electron'` from Node would start a
 * download. The order is the one of the `electron` package itself: an override, then the official one, then the fallback.
 * @returns {{ executable: string, folder: string, version: string, source: 'override' | 'official' | 'fallback' } | undefined}
 */
export function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return fromFolder(override, executableName(), 'override');
  return (
    fromFolder(join(electronPackage, 'dist'), executableName(), 'official') ??
    fromFolder(fallbackFolder, executableName(), 'fallback')
  );
}

/** Path of the Electron executable; refuses with advice when there is none. */
export function electronExecutable() {
  const found = findElectron();
  if (found) return found.executable;
  throw new SetupError('Electron is not on this machine yet.', 'Run: npm run bootstrap');
}

/** True when Chromium's sandbox cannot be used: it refuses to run as root. */
export function mustDropSandbox() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const found = findElectron();
  if (found) console.log(process.argv.includes('--folder') ? dirname(found.executable) : found.executable);
  else {
    console.error('Electron is not on this machine yet. Run: npm run bootstrap');
    process.exitCode = 1;
  }
}
