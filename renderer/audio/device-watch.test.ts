import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeviceWatch } from './device-watch.ts';

let devices: { readonly kind: string; readonly deviceId: string; readonly groupId: string; readonly label: string }[];
let enumerateDevices: ReturnType<typeof vi.fn>;
let inCall: boolean;
let watch: DeviceWatch;

const speaker = { kind: 'audiooutput', deviceId: 'a', groupId: 'a', label: 'Headset' };

beforeEach(async () => {
  vi.useFakeTimers();
  devices = [speaker];
  enumerateDevices = vi.fn(async () => devices);
  vi.stubGlobal('navigator', { userAgent: 'X11; Linux', mediaDevices: { addEventListener: () => undefined, enumerateDevices } });
  vi.resetModules();
  const { DeviceWatch } = await import('./device-watch.ts');
  inCall = true;
  watch = new DeviceWatch({ isInUse: () => inCall, onDevices: () => undefined });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** @returns how often the list was asked for in four seconds, from the next look on. */
async function looksIn4s(): Promise<number> {
  await vi.advanceTimersByTimeAsync(2_000);
  enumerateDevices.mockClear();
  await vi.advanceTimersByTimeAsync(4_000);
  return enumerateDevices.mock.calls.length;
}

test('a call looks for a device that has gone every 0.4 s where nobody tells, and no more than otherwise where main is told', async () => {
  watch.start();
  expect(await looksIn4s()).toBe(10);
  watch.isTold = true;
  expect(await looksIn4s()).toBe(2);
  watch.isTold = false;
  inCall = false;
  expect(await looksIn4s()).toBe(2);
});

test('a speaker that was pulled out is looked for often until it can be used again', async () => {
  watch.isTold = true;
  watch.start();
  await vi.advanceTimersByTimeAsync(100);
  devices = [];
  await watch.look();
  expect(await looksIn4s()).toBe(10);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await looksIn4s()).toBe(2);
});
