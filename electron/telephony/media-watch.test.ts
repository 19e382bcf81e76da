import { beforeEach, expect, test, vi } from 'vitest';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { hopelessMs, MediaWatch, patientMs, repairMs, silentMs, suspectMs } from './media-watch.ts';

let clock: ManualClock;
let said: string[];
let online: boolean;
let watch: MediaWatch;

beforeEach(() => {
  clock = new ManualClock();
  said = [];
  online = true;
  watch = new MediaWatch({
    clock,
    onMedia: (media) => said.push(media),
    onRepair: (attempt) => said.push(`repair ${attempt}`),
    canRepair: () => online,
    seemsGone: () => online,
    onHopeless: () => said.push('hopeless'),
  });
});

/** Packets every 100 ms for a while. */
function flow(ms: number, from = 0): void {
  for (let passed = 0; passed < ms; passed += 100) {
    watch.onPackets(from + passed + 1);
    clock.advance(100);
  }
}

test('packets that keep coming are nothing to talk about', () => {
  flow(30_000);
  expect(said).toEqual([]);
});

test('while they keep coming main is woken once in four seconds, and silence is told in time all the same', () => {
  const schedule = vi.spyOn(clock, 'schedule');
  flow(40_000);
  expect(schedule.mock.calls.length).toBeLessThan(12);
  clock.advance(silentMs - 101);
  expect(said).toEqual([]);
  clock.advance(1);
  expect(said).toEqual(['restoring', 'repair 1']);
});

test('silence is told and repaired, less and less often, until packets come', () => {
  flow(1_000);
  clock.advance(silentMs);
  expect(said).toEqual(['restoring', 'repair 1']);
  clock.advance(repairMs);
  expect(said).toEqual(['restoring', 'repair 1', 'repair 2']);
  clock.advance(2 * repairMs - 500);
  expect(said).toHaveLength(3);
  clock.advance(500);
  expect(said.at(-1)).toBe('repair 3');
  watch.onPackets(5_000);
  expect(said.at(-1)).toBe('flowing');
  flow(500, 5_001);
  clock.advance(silentMs);
  expect(said.slice(-2)).toEqual(['restoring', 'repair 1']);
});

test('on hold nothing has to come', () => {
  watch.expect(false);
  clock.advance(600_000);
  expect(said).toEqual([]);
  watch.expect(true);
  clock.advance(silentMs - 500);
  expect(said).toEqual([]);
  clock.advance(1_000);
  expect(said[0]).toBe('restoring');
});

test('a path that ICE has lost is repaired at once, and the repair is left in peace', () => {
  flow(1_000);
  watch.onPathBroken();
  watch.onPathBroken();
  expect(said).toEqual(['restoring', 'repair 1']);
});

test('a lost slot waits for its own recovery', () => {
  flow(1_000);
  watch.onSlotLost();
  clock.advance(repairMs - 1_000);
  expect(said).toEqual(['restoring']);
});

test('a new slot that has received nothing yet is no sign of life', () => {
  flow(1_000);
  clock.advance(silentMs);
  watch.onPackets(0);
  expect(said).toEqual(['restoring', 'repair 1']);
  watch.onPackets(1);
  expect(said.at(-1)).toBe('flowing');
});

test('after a minute nobody waits any more', () => {
  clock.advance(hopelessMs + 1_000);
  expect(said.at(-1)).toBe('hopeless');
  expect(clock.pending).toBe(0);
});

test('without a server the hope is longer, and nothing is tried', () => {
  online = false;
  clock.advance(hopelessMs + 1_000);
  expect(said).toEqual(['restoring']);
  clock.advance(patientMs);
  expect(said).toEqual(['restoring', 'hopeless']);
});

test('after a change of the network silence counts sooner, and only for a while', () => {
  flow(1_000);
  watch.onNetwork();
  clock.advance(suspectMs + 500);
  expect(said).toEqual(['restoring', 'repair 1']);
  flow(12_000, 100_000);
  said.length = 0;
  clock.advance(suspectMs + 500);
  expect(said).toEqual([]);
});

test('a new network makes a new beginning of repairs that had become rare', () => {
  flow(1_000);
  clock.advance(silentMs + 10 * repairMs);
  said.length = 0;
  watch.onNetwork();
  clock.advance(500);
  expect(said).toEqual(['repair 1']);
});

test('what is heard counts for a few seconds, whether it has to come or not', () => {
  expect(watch.isHeard).toBe(false);
  flow(1_000);
  watch.expect(false);
  clock.advance(silentMs - 200);
  expect(watch.isHeard).toBe(true);
  clock.advance(200);
  expect(watch.isHeard).toBe(false);
  watch.onPackets(5_000);
  expect(watch.isHeard).toBe(true);
  expect(said).toEqual([]);
});
