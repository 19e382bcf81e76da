import { beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '#shared/domain/clock.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { addressesOf, type Addresses } from './addresses.ts';
import { NetworkWatch, type NetworkChange } from './network-watch.ts';
import { SteadyClock } from './steady-clock.ts';

const wifi = { name: 'wlan0', address: '192.0.2.10' };
const cable = { name: 'eth0', address: '198.51.100.7' };

let clock: ManualClock;
/** How far the wall clock was set. */
let set: number;
let addresses: Addresses;
let seen: (NetworkChange | string)[];

beforeEach(() => {
  clock = new ManualClock();
  set = 0;
  addresses = addressesOf([wifi]);
  seen = [];
});

const machine: Clock = { now: () => clock.now() + set, monotonic: () => clock.monotonic(), schedule: (ms, task) => clock.schedule(ms, task) };

function watch(): NetworkWatch {
  const started = new NetworkWatch({
    clock: machine,
    addresses: () => addresses,
    onChange: (change) => seen.push(change),
    onStoodStill: (ms) => seen.push(`stood still ${ms}`),
    onClockJump: (ms) => seen.push(`jumped ${ms}`),
  });
  started.start();
  return started;
}

describe('addresses', () => {
  test('a change is told within a third of a second, once', () => {
    watch();
    clock.advance(5_000);
    addresses = addressesOf([cable]);
    clock.advance(300);
    expect(seen).toEqual([{ gone: ['wlan0 192.0.2.10'], come: ['eth0 198.51.100.7'], now: addresses }]);
    clock.advance(5_000);
    expect(seen).toHaveLength(1);
    expect(addresses.has('198.51.100.7')).toBe(true);
    expect(addresses.has('192.0.2.10')).toBe(false);
  });

  test('the same address on another interface is another network', () => {
    watch();
    addresses = addressesOf([{ ...wifi, name: 'eth0' }]);
    clock.advance(300);
    expect(seen).toHaveLength(1);
  });

  test('nothing is looked at any more when it is stopped', () => {
    const started = watch();
    started.stop();
    addresses = addressesOf([]);
    clock.advance(1_000);
    expect(seen).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});

test.each([3_600_000, -3_600_000])('a clock that was set by %i ms is told, once', (ms) => {
  watch();
  clock.advance(900);
  set = ms;
  clock.advance(3_000);
  expect(seen).toEqual([`jumped ${ms}`]);
});

test('a clock that is adjusted a little is not worth a word', () => {
  watch();
  set = 500;
  clock.advance(3_000);
  expect(seen).toEqual([]);
});

test('a process that stood still is told', () => {
  let late = 0;
  const stopped: Clock = { ...machine, monotonic: () => clock.monotonic() + late, now: () => clock.now() + late };
  const started = new NetworkWatch({ clock: stopped, addresses: () => addresses, onChange: () => undefined, onStoodStill: (ms) => seen.push(`stood still ${ms}`), onClockJump: (ms) => seen.push(`jumped ${ms}`) });
  started.start();
  late = 60_000;
  clock.advance(900);
  expect(seen).toEqual(['stood still 60300']);
});

describe('the steady clock', () => {
  test('does not jump with the wall clock until it is told to follow', () => {
    const steady = new SteadyClock(machine);
    const before = steady.now();
    set = -3_600_000;
    clock.advance(1_000);
    expect(steady.now() - before).toBe(1_000);
    expect(steady.offsetMs).toBe(3_600_000);
    steady.follow();
    expect(steady.offsetMs).toBe(0);
  });
});
