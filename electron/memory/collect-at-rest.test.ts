import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { CollectAtRest, thisProcess } from './collect-at-rest.ts';

describe('collecting at rest', () => {
  let clock: ManualClock;
  let cpuMs: number;
  let held: number;
  let collected: number;

  beforeEach(() => {
    clock = new ManualClock();
    [cpuMs, held, collected] = [0, 20e6, 0];
    const collect = (): void => {
      collected++;
      held = 12e6;
      cpuMs += 30;
    };
    new CollectAtRest(clock, { cpuMs: () => cpuMs, heldBytes: () => held, collect });
  });

  /** Three seconds, of which the process worked so many milliseconds. */
  function pass(workedMs: number): void {
    cpuMs += workedMs;
    clock.advance(3_000);
  }

  it('collects once a process has hardly worked', () => {
    pass(100);
    expect(collected).toBe(1);
  });

  it('never while it works', () => {
    for (let look = 0; look < 5; look++) pass(200);
    expect(collected).toBe(0);
  });

  it('not again before there is something to collect', () => {
    pass(0);
    pass(0);
    held += 3e6;
    pass(0);
    expect(collected).toBe(1);
    held += 2e6;
    pass(0);
    expect(collected).toBe(2);
  });

  it('does not take its own work for the work of the process', () => {
    pass(0);
    held += 5e6;
    pass(140);
    expect(collected).toBe(2);
  });
});

describe('the memory of this process', () => {
  it('gives garbage back', () => {
    const memory = thisProcess();
    memory.collect();
    const before = memory.heldBytes();
    const kept: number[][] = Array.from({ length: 1_000 }, (_, index) => Array.from({ length: 1_000 }, () => index + 0.5));
    const full = memory.heldBytes();
    expect(full - before).toBeGreaterThan(5e6);
    kept.length = 0;
    memory.collect();
    expect(memory.heldBytes() - before).toBeLessThan((full - before) / 2);
  });

  it('counts the time that it works', () => {
    const memory = thisProcess();
    const before = memory.cpuMs();
    let sum = 0;
    while (memory.cpuMs() - before < 20) sum += Math.sqrt(sum + 1);
    expect(sum).toBeGreaterThan(0);
  });
});
