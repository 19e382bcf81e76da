import { describe, expect, it } from 'vitest';
import { Backoff } from './backoff.ts';

const delays = (backoff: Backoff, count: number): number[] => Array.from({ length: count }, () => backoff.next());

describe('Backoff', () => {
  it('doubles up to its limit; half of each delay is chance', () => {
    expect(delays(new Backoff(() => 0, 10_000), 6)).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000]);
    expect(delays(new Backoff(() => 1, 10_000), 6)).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  });

  it('begins anew after a success', () => {
    const backoff = new Backoff(() => 1, 60_000);
    delays(backoff, 4);
    backoff.reset();
    expect(backoff.next()).toBe(1_000);
  });

  it('waits as long as the server asks, even beyond its limit', () => {
    expect(new Backoff(() => 0, 10_000).next(120_000)).toBe(120_000);
  });

  it('stays at its limit for ever', () => {
    const backoff = new Backoff(() => 0.5, 60_000);
    expect(delays(backoff, 5_000).at(-1)).toBe(45_000);
  });
});
