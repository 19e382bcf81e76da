import { expect, test } from 'vitest';
import type { Clock } from '#shared/domain/clock.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import { MainState } from '../main/main-state.ts';
import { ClockKeeper } from './clock-keeper.ts';
import { SteadyClock } from './steady-clock.ts';

const hour = 3_600_000;
const live = [{ state: 'connected' }] as unknown as MainSnapshot['calls'];

test('a clock that is set during a call makes that call no longer and no shorter; afterwards it is right again', () => {
  const manual = new ManualClock();
  let set = 0;
  const system: Clock = { now: () => manual.now() + set, monotonic: () => manual.monotonic(), schedule: (ms, task) => manual.schedule(ms, task) };
  const steady = new SteadyClock(system);
  const state = new MainState(steady, (run) => run());
  const keeper = new ClockKeeper(state, steady);
  state.update({ calls: live });
  const answered = steady.now();
  manual.advance(60_000);
  set = -hour;
  keeper.look();
  manual.advance(60_000);
  expect(steady.now() - answered).toBe(120_000);
  expect(state.snapshot.clockOffsetMs).toBe(hour);
  state.update({ calls: [] });
  expect(state.snapshot.clockOffsetMs).toBe(0);
  expect(steady.now()).toBe(system.now());
});

test('a clock that is set between calls is followed', () => {
  const manual = new ManualClock();
  let set = 0;
  const system: Clock = { now: () => manual.now() + set, monotonic: () => manual.monotonic(), schedule: (ms, task) => manual.schedule(ms, task) };
  const steady = new SteadyClock(system);
  const state = new MainState(steady, (run) => run());
  const keeper = new ClockKeeper(state, steady);
  set = hour;
  keeper.look();
  expect(steady.now()).toBe(system.now());
  expect(state.snapshot.clockOffsetMs ?? 0).toBe(0);
});
