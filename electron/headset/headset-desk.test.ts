import { describe, expect, it } from 'vitest';
import { headsetModels } from '../../tests/fixtures/headsets/descriptors.ts';
import { HeadsetBench } from '../../tests/fixtures/headsets/headset-bench.ts';
import { dark, inCall, lit } from '../../tests/fixtures/headsets/looks.ts';

describe.each(headsetModels)('a call on the buttons of %s', (model) => {
  it('rings, is answered, muted and ended, with the lights of each', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug(model, { confirmsAfterMs: 30 });
    const has = (light: string) => bench.state.state !== 'none' && bench.state.lights.some((one) => one === light);
    const only = (...lights: string[]) => lights.filter(has).sort();
    bench.telephone.rings();
    await bench.pass(500);
    expect(lit(device)).toEqual(only('ring', 'ringer'));
    device.headset.pressHook();
    await bench.pass(1_000);
    expect(bench.telephone.asked).toEqual(['answer']);
    expect(lit(device)).toEqual(only('off-hook', 'microphone'));
    device.headset.press('mute');
    await bench.pass(1_000);
    expect(lit(device)).toEqual(only('off-hook', 'mute'));
    device.headset.press('mute');
    await bench.pass(1_000);
    expect(lit(device)).toEqual(only('off-hook', 'microphone'));
    device.headset.pressHook();
    await bench.pass(1_000);
    expect(bench.telephone.asked).toEqual(['answer', 'mute', 'unmute', 'hang-up']);
    expect(device.headset.lights).toEqual(dark);
  });

  it('takes up where it was after a replug in the middle of a muted call', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug(model, { confirmsAfterMs: 30 });
    const id = await inCall(bench);
    bench.telephone.setMuted(id, true);
    await bench.pass(500);
    bench.ports.unplug(device);
    await bench.pass(500);
    expect(bench.state).toEqual({ state: 'none' });
    bench.ports.plug(device);
    await bench.pass(200);
    const { shows, should } = bench.expected(device);
    expect(shows).toEqual(should);
    expect(device.headset.lights['off-hook']).toBe(true);
    await bench.pass(3_000);
    expect(bench.telephone.isUp(id)).toBe(true);
  });
});

describe('a headset with a button for it', () => {
  it('rejects, once: its second event is the release', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('jabraEvolveLink', { confirmsAfterMs: 30 });
    bench.telephone.rings();
    bench.telephone.rings();
    await bench.pass(200);
    device.headset.press('reject');
    await bench.pass(2_000);
    expect(bench.telephone.asked).toEqual(['decline']);
    expect(bench.telephone.calls).toHaveLength(1);
    expect(lit(device)).toEqual(['ring', 'ringer']);
  });

  it('does not reject what is not ringing', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('eposImpactD1');
    const id = await inCall(bench);
    device.headset.press('reject');
    await bench.pass(1_000);
    expect(bench.telephone.isUp(id)).toBe(true);
  });

  it('holds and resumes by flash', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('yealinkWh66', { confirmsAfterMs: 30 });
    const id = await inCall(bench);
    device.headset.press('flash');
    await bench.pass(1_000);
    expect(lit(device)).toEqual(['hold']);
    expect(bench.telephone.isUp(id)).toBe(true);
    device.headset.press('flash');
    await bench.pass(1_000);
    expect(lit(device)).toEqual(['microphone', 'off-hook']);
    expect(bench.telephone.asked).toEqual(['hold', 'resume']);
  });

  it('answers a second call by flash, and swaps the two', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('polyVoyagerBase', { confirmsAfterMs: 30 });
    const first = await inCall(bench);
    const second = bench.telephone.rings();
    await bench.pass(500);
    expect(lit(device)).toEqual(['off-hook', 'ring']);
    device.headset.press('flash');
    await bench.pass(1_000);
    expect(lit(device)).toEqual(['hold', 'off-hook']);
    expect(bench.telephone.calls).toMatchObject([{ id: first, hold: 'on' }, { id: second, hold: 'off' }]);
    device.headset.press('flash');
    await bench.pass(1_000);
    expect(bench.telephone.calls).toMatchObject([{ id: first, hold: 'off' }, { id: second, hold: 'on' }]);
  });

  it('calls back by redial, but never during a call', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('jabraBiz2400');
    device.headset.press('redial');
    await bench.pass(200);
    expect(bench.telephone.asked).toEqual(['call-back']);
    await inCall(bench);
    device.headset.press('redial');
    await bench.pass(1_000);
    expect(bench.telephone.asked).toEqual([]);
  });
});

describe('a headset without a reject button', () => {
  it('rejects by going off-hook and on-hook at once', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('plain', { confirmsAfterMs: 30 });
    bench.telephone.rings();
    await bench.pass(500);
    device.headset.rejectByHook();
    await bench.pass(1_000);
    expect(bench.telephone.asked).toEqual(['decline']);
    expect(device.headset.lights).toEqual(dark);
  });

  it('answers a tenth of a second later than others, and only what still rings', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('plain', { confirmsAfterMs: 30 });
    const given = bench.telephone.rings();
    await bench.pass(500);
    device.headset.pressHook();
    await bench.pass(50);
    expect(bench.telephone.asked).toEqual([]);
    bench.telephone.ends(given);
    await bench.pass(500);
    expect(bench.telephone.asked).toEqual([]);
    expect(device.headset.hook).toBe(false);
    const id = bench.telephone.rings();
    await bench.pass(500);
    device.headset.pressHook();
    await bench.pass(110);
    expect(bench.telephone.isUp(id)).toBe(true);
  });
});

describe('the hook', () => {
  it('ends the call one hears; a second one goes on ringing, one on hold stays', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('jabraEvolveLink', { confirmsAfterMs: 30 });
    const first = await inCall(bench);
    const second = bench.telephone.rings();
    await bench.pass(500);
    device.headset.press('flash');
    await bench.pass(1_000);
    device.headset.pressHook();
    await bench.pass(1_000);
    expect(bench.telephone.calls).toMatchObject([{ id: first, hold: 'on' }]);
    expect(lit(device)).toEqual(['hold']);
    device.headset.pressHook();
    await bench.pass(1_000);
    expect(bench.telephone.calls).toMatchObject([{ id: first, hold: 'off' }]);
    expect(bench.telephone.isUp(second)).toBe(false);
  });

  it.each([30, 800])('that confirms, %d ms later, that a call ended on the screen does not end the next one', async (confirmsAfterMs) => {
    const bench = new HeadsetBench();
    const device = await bench.plug('jabraEvolveLink', { confirmsAfterMs });
    const first = await inCall(bench);
    const second = bench.telephone.rings();
    bench.telephone.ends(first);
    await bench.telephone.answer(second);
    await bench.pass(3_000);
    expect(bench.telephone.isUp(second)).toBe(true);
    expect(device.headset.hook).toBe(true);
  });

  it('answers again after the other side hung up (softphone-vendor-headsets issue 136)', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('yealinkWh66', { confirmsAfterMs: 30 });
    for (let round = 0; round < 3; round += 1) {
      const id = bench.telephone.rings();
      await bench.pass(500);
      device.headset.pressHook();
      await bench.pass(1_000);
      expect(bench.telephone.isUp(id)).toBe(true);
      bench.telephone.ends(id);
      await bench.pass(1_000);
      expect(device.headset.lights).toEqual(dark);
      expect(device.headset.hook).toBe(false);
    }
  });

  it('that springs back answers and ends all the same', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('generic', { springs: true });
    const id = bench.telephone.rings();
    await bench.pass(500);
    device.headset.pressHook();
    await bench.pass(3_000);
    expect(bench.telephone.isUp(id)).toBe(true);
    expect(lit(device)).toEqual(['off-hook']);
    device.headset.pressHook();
    await bench.pass(1_000);
    expect(bench.telephone.calls).toEqual([]);
    expect(device.headset.lights).toEqual(dark);
  });

  it('pressed while nothing rings is left alone: another program may be using the device', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('jabraEvolveLink', { revertsAfterMs: 2_000 });
    const { written } = device.headset;
    device.headset.pressHook();
    await bench.pass(2_900);
    expect(device.headset.hook).toBe(false);
    expect(device.headset.written).toBe(written);
    expect(bench.state).toMatchObject({ state: 'ready' });
  });

  it.each([true, false])('that goes back unless it is answered stays, whether the telephone obeys or not', async (refuses) => {
    const bench = new HeadsetBench();
    const device = await bench.plug('jabraEvolveLink', { revertsAfterMs: 400 });
    const id = bench.telephone.rings();
    await bench.pass(500);
    bench.telephone.refuses = refuses;
    device.headset.pressHook();
    await bench.pass(3_000);
    expect(bench.telephone.asked).toEqual(['answer']);
    expect(bench.telephone.isUp(id)).toBe(!refuses);
    expect(bench.expected(device).shows).toEqual(bench.expected(device).should);
  });
});

it('a change that no light shows is not written to the device', async () => {
  const bench = new HeadsetBench();
  const device = await bench.plug('jabraEvolveLink', { confirmsAfterMs: 30 });
  await inCall(bench);
  const { written } = device.headset;
  bench.telephone.changes({ quality: 'poor' });
  await bench.pass(500);
  expect(device.headset.written).toBe(written);
});

describe('whatever ends a call', () => {
  const endings: readonly (readonly [string, (bench: HeadsetBench, id: string) => unknown])[] = [
    ['the other side', (bench, id) => bench.telephone.ends(id)],
    ['the operator on the screen', (bench, id) => bench.telephone.hangUp(id)],
    ['the end of the shift: Balie quits', (bench) => bench.desk.stop()],
    ['the setting: headset off', (bench) => bench.desk.setEnabled(false)],
  ];
  it.each(endings)('%s: all lights go out', async (_, end) => {
    const bench = new HeadsetBench();
    const device = await bench.plug('polyBlackwire5220', { confirmsAfterMs: 30 });
    const id = await inCall(bench);
    bench.telephone.setMuted(id, true);
    await bench.pass(500);
    expect(lit(device)).toEqual(['mute', 'off-hook']);
    await end(bench, id);
    await bench.pass(500);
    expect(device.headset.lights).toEqual(dark);
  });

  it('a call that is cancelled while it rings leaves no light', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('sennheiserSc660');
    const id = bench.telephone.rings();
    await bench.pass(200);
    expect(lit(device)).toEqual(['ring']);
    bench.telephone.ends(id);
    await bench.pass(200);
    expect(device.headset.lights).toEqual(dark);
  });
});
