import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';
import { temporaryFolder, testKey } from './temporary-folder.ts';

/** A user may mount in a namespace of their own; where the system forbids it, tests that need it are reported as skipped. */
const unshare = ['--mount', '--map-root-user'];
export const mayMount = process.platform === 'linux' && spawnSync('unshare', [...unshare, 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

/** Runs a program with a file system of its own, of a size, on the folder that it is told, and a key. @returns what it printed, as JSON */
export function runOnOwnMount<Report>(program: URL, size: string): Report {
  const script = `mount -t tmpfs -o size=${size} none "$1" && exec "$2" "$3" "$1" "$4"`;
  const run = spawnSync('unshare', [...unshare, 'sh', '-c', script, 'sh', temporaryFolder(), process.execPath, program.pathname, testKey], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout) as Report;
}
