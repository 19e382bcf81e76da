import { describe, expect, it } from 'vitest';
import { headsetModels } from '../../tests/fixtures/headsets/descriptors.ts';
import { HeadsetBench } from '../../tests/fixtures/headsets/headset-bench.ts';
import type { HeadsetHabits, SimulatedHidDevice } from '../../tests/fixtures/headsets/simulated-headset.ts';

/** mulberry32: the same numbers for the same seed, so that a failure can be played again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface World {
  readonly bench: HeadsetBench;
  readonly device: SimulatedHidDevice;
  readonly pick: <T>(from: readonly T[]) => T | undefined;
  presses: number;
}

type Act = (world: World) => unknown;

function press(input: 'mute' | 'flash' | 'redial' | 'reject'): Act {
  return (world) => {
    if (!world.device.headset.has(input)) return;
    world.presses += 1;
    world.device.headset.press(input);
  };
}

const acts: readonly Act[] = [
  ({ bench }) => (bench.telephone.calls.length < 2 ? bench.telephone.rings() : undefined),
  ({ bench, pick }) => bench.telephone.ends(pick(bench.telephone.calls)?.id ?? ''),
  ({ bench, pick }) => {
    const asked = bench.telephone.asked.length;
    const answered = bench.telephone.answer(pick(bench.telephone.calls)?.id ?? '');
    // By the mouse: not the headset's doing.
    bench.telephone.asked.length = asked;
    return answered;
  },
  ({ bench, pick }) => {
    const call = pick(bench.telephone.calls);
    const asked = bench.telephone.asked.length;
    if (call?.state === 'connected') bench.telephone.setMuted(call.id, !call.muted);
    bench.telephone.asked.length = asked;
  },
  (world) => {
    world.presses += 1;
    world.device.headset.pressHook();
  },
  press('mute'),
  press('flash'),
  press('reject'),
  press('redial'),
  async ({ bench, device }) => {
    bench.ports.unplug(device);
    await bench.pass(100);
    bench.ports.plug(device);
  },
];

const habits: readonly HeadsetHabits[] = [{}, { confirmsAfterMs: 30 }, { confirmsAfterMs: 700 }, { confirmsAfterMs: 30, pulses: true }, { revertsAfterMs: 2_000 }, { springs: true }];
const rounds = 6;
const steps = 30;

describe.each(headsetModels)('%s, whatever the order of presses, confirmations and calls', (model) => {
  it('ends in agreement with the calls, without a loop', async () => {
    for (const [kind, habit] of habits.entries()) {
      for (let round = 0; round < rounds; round += 1) {
        const seed = kind * 1_000 + round;
        const random = randomFrom(seed);
        const bench = new HeadsetBench();
        const device = await bench.plug(model, habit);
        const world: World = { bench, device, presses: 0, pick: (from) => from[Math.floor(random() * from.length)] };
        for (let step = 0; step < steps; step += 1) {
          await world.pick(acts)?.(world);
          await bench.pass(Math.floor(random() * 40) * 10);
        }
        await bench.pass(4_000);
        const told = `seed ${seed}, ${JSON.stringify(habit)}`;
        const { shows, should } = bench.expected(device);
        expect(shows, told).toEqual(should);
        // A hook that was lifted while there was no call is left as it is, for it may be another program's; the operator is told.
        const lifted = device.headset.hook && !should['off-hook'];
        if (habit.confirmsAfterMs !== undefined) expect(device.headset.hook, told).toBe(lifted || should['off-hook']);
        if (habit.confirmsAfterMs !== undefined) expect(bench.state, told).toMatchObject(lifted ? { state: 'contested' } : {});
        expect(bench.telephone.asked.length, `${told}: more was done than pressed`).toBeLessThanOrEqual(world.presses);
        const { written } = device.headset;
        await bench.pass(3_000);
        expect(device.headset.written, `${told}: it is still being written to`).toBe(written);
        expect(bench.telephone.calls.length, told).toBeLessThanOrEqual(2);
      }
    }
  });
});
