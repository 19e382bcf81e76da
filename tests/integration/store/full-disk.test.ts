import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, testKey } from './support/temporary-folder.ts';

const child = new URL('./support/full-disk-child.ts', import.meta.url).pathname;

/** A user may mount in a namespace of their own; where the system forbids it, these tests are reported as skipped. */
const unshare = ['--mount', '--map-root-user'];
const mayMount = process.platform === 'linux' && spawnSync('unshare', [...unshare, 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

interface Report {
  readonly refused: { readonly code: string; readonly answered: number };
  readonly whileFull: string;
  readonly afterwards: string;
  readonly reopened: string;
}

describe.skipIf(!mayMount)('a full disk', () => {
  it.each(['2m', '3m', '5m'])('of %s: typed refusal, nothing answered is lost, and work goes on when there is room', (size) => {
    const folder = temporaryFolder();
    const script = `mount -t tmpfs -o size=${size} none "$1" && exec "$2" "$3" "$1" "$4"`;
    const run = spawnSync('unshare', [...unshare, 'sh', '-c', script, 'sh', folder, process.execPath, child, testKey], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    const report = JSON.parse(run.stdout) as Report;
    expect(report.refused.code).toBe('store.disk-full');
    expect(report.whileFull).toBe(String(report.refused.answered));
    expect(report).toMatchObject({ afterwards: 'again', reopened: 'again' });
  });
});
