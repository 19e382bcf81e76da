import { describe, expect, it } from 'vitest';
import { HeadsetBench } from '../../tests/fixtures/headsets/headset-bench.ts';
import { dark, inCall, lit } from '../../tests/fixtures/headsets/looks.ts';

describe('which headset', () => {
  it('the one of the microphone, when there are several; the others are left alone', async () => {
    const bench = new HeadsetBench();
    const jabra = await bench.plug('jabraEvolveLink');
    bench.useMicrophone('Poly (047f:02ec)', { vendorId: 0x047f, productId: 0x02ec });
    const poly = await bench.plug('polyVoyagerBase');
    await inCall(bench);
    expect(lit(poly)).toEqual(['off-hook']);
    expect(jabra.headset.lights).toEqual(dark);
    expect(bench.state).toMatchObject({ vendorId: 0x047f, inUse: true });
    bench.useMicrophone('Jabra (0b0e:0307)', { vendorId: 0x0b0e, productId: 0x0307 });
    await bench.pass(500);
    expect(poly.headset.lights).toEqual(dark);
    expect(lit(jabra)).toEqual(['microphone', 'off-hook']);
    jabra.headset.press('mute');
    await bench.pass(500);
    expect(bench.telephone.asked).toEqual(['mute']);
  });

  it('by name where the system tells no USB ids', async () => {
    const bench = new HeadsetBench();
    await bench.plug('jabraEvolveLink');
    await bench.plug('polyVoyagerBase');
    expect(bench.state).toMatchObject({ inUse: true, vendorId: 0x0b0e });
    bench.useMicrophone('Poly Voyager Base CD Mono', null);
    await bench.pass(200);
    expect(bench.state).toMatchObject({ inUse: true, vendorId: 0x047f });
  });

  it('none, when the microphone is known to be another device', async () => {
    const bench = new HeadsetBench();
    bench.useMicrophone('Webcam (046d:0825)', { vendorId: 0x046d, productId: 0x0825 });
    const device = await bench.plug('jabraEvolveLink');
    expect(bench.state).toMatchObject({ state: 'ready', inUse: false });
    bench.telephone.rings();
    await bench.pass(200);
    expect(device.opened).toBe(false);
    expect(device.headset.lights).toEqual(dark);
  });

  it('the same one after the audio window was restarted in the middle of a call', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('jabraEvolveLink', { confirmsAfterMs: 30 });
    const id = await inCall(bench);
    await bench.restartWindow();
    expect(bench.expected(device).shows).toEqual(bench.expected(device).should);
    device.headset.pressHook();
    await bench.pass(500);
    expect(bench.telephone.isUp(id)).toBe(false);
  });
});

describe('another program on the same device', () => {
  it('that drops the line when mute is pressed does not end the call (softphone-vendor-headsets issue 89)', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('jabraEvolveLink');
    device.headset.hook = true;
    const id = await inCall(bench);
    for (let round = 0; round < 2; round += 1) {
      device.headset.press('mute');
      device.headset.meddle(false);
      await bench.pass(5_000);
      device.headset.hook = true;
    }
    expect(bench.telephone.isUp(id)).toBe(true);
    expect(bench.state).toMatchObject({ state: 'contested' });
    expect(bench.expected(device).shows).toEqual(bench.expected(device).should);
    await bench.pass(31_000);
    expect(bench.state).toMatchObject({ state: 'ready' });
  });

  it('that takes the line while Balie has no call is told to the operator, and not disturbed', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('polyVoyagerBase');
    const { written } = device.headset;
    device.headset.meddle(true);
    await bench.pass(4_000);
    expect(bench.state).toMatchObject({ state: 'contested' });
    expect(device.headset.written).toBe(written);
    device.headset.meddle(false);
    await bench.pass(100);
    expect(bench.state).toMatchObject({ state: 'ready' });
  });

  it('that keeps fighting is not answered blow by blow', async () => {
    const bench = new HeadsetBench();
    const device = await bench.plug('jabraEvolveLink', { confirmsAfterMs: 30 });
    await inCall(bench);
    const { written } = device.headset;
    const stop = bench.clock.monotonic() + 20_000;
    const fight = (): void => {
      if (device.headset.lights['off-hook'] && device.headset.written > written) device.headset.meddle(false);
      if (bench.clock.monotonic() < stop) bench.clock.schedule(100, fight);
    };
    device.headset.press('mute');
    fight();
    await bench.pass(30_000);
    expect(bench.telephone.calls).toHaveLength(1);
    expect(device.headset.written - written).toBeLessThan(20);
    expect(bench.expected(device).shows).toEqual(bench.expected(device).should);
  });
});
