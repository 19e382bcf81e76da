import { describe, expect, it } from 'vitest';
import { mayMount, runOnOwnMount } from './support/own-mount.ts';

interface FullReport {
  readonly refused: { readonly code: string; readonly answered: number };
  readonly whileFull: string;
  readonly afterwards: string;
  readonly reopened: string;
}

describe.skipIf(!mayMount)('a full disk', () => {
  it.each(['2m', '3m', '5m'])('of %s: typed refusal, nothing answered is lost, and work goes on when there is room', (size) => {
    const report = runOnOwnMount<FullReport>(new URL('./support/full-disk-child.ts', import.meta.url), size);
    expect(report.refused.code).toBe('store.disk-full');
    expect(report.whileFull).toBe(String(report.refused.answered));
    expect(report).toMatchObject({ afterwards: 'again', reopened: 'again' });
  });
});

// While a file is open for writing Linux makes no file system read-only, unless by a fault of the disk: so it happens between two sessions.
describe.skipIf(!mayMount)('a file system that has become read-only', () => {
  it('is refused as such, what was answered is all there when it can be written again, and work goes on', () => {
    expect(runOnOwnMount(new URL('./support/read-only-child.ts', import.meta.url), '30m')).toEqual({
      opened: ['store.read-only', 'store.read-only'],
      whileReadOnly: 'store.not-ready',
      kept: '20',
      reopened: 'again',
    });
  });
});
