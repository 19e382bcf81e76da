import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { IdleWork } from './idle-work.ts';

function bench(slices: number) {
  const clock = new ManualClock();
  let done = 0;
  let rests = 0;
  return { clock, idle: new IdleWork({ clock, restMs: 10_000, slice: () => ++done < slices, onRest: () => rests++ }), done: () => done, rests: () => rests };
}

describe('IdleWork', () => {
  it('waits until nothing has come for a second, and then works to the end', () => {
    const { clock, idle, done } = bench(3);
    idle.postpone();
    clock.advance(900);
    idle.postpone();
    clock.advance(900);
    expect(done()).toBe(0);
    clock.advance(10_000);
    expect(done()).toBe(3);
  });

  it('lets what comes go first', () => {
    const { clock, idle, done } = bench(100);
    idle.postpone();
    clock.advance(1_000);
    idle.postpone();
    clock.advance(500);
    expect(done()).toBe(1);
  });

  it('says once that it is done, when nothing has come since for ten seconds', () => {
    const { clock, idle, rests } = bench(3);
    idle.postpone();
    clock.advance(9_000);
    idle.postpone();
    clock.advance(10_900);
    expect(rests()).toBe(0);
    clock.advance(60_000);
    expect(rests()).toBe(1);
  });
});
