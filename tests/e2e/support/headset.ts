import type { Page } from '@playwright/test';
import { until } from '../../lab/wait.ts';
import { headsetDescriptors, type HeadsetModel } from '../../fixtures/headsets/descriptors.ts';
import { SimulatedHeadset } from '../../fixtures/headsets/simulated-headset.ts';
import type { Balie } from './balie.ts';

/** What the page's end of the simulated device needs; the firmware runs in the test. */
interface PageWindow {
  writtenToHeadset(reportId: number, bytes: readonly number[]): Promise<void>;
  simulatedHeadset: EventTarget;
}

/** The headset, and when the host wrote to it last (milliseconds of `performance.now()`). */
export type PluggedHeadset = SimulatedHeadset & { writtenAt: number };

/** In this time after a light was written, what moves is the device's own doing for Balie (`settleMs` of headset-dialogue.ts): no finger is that fast. */
const fingerMs = 350;

/** Waits until exactly these lights are on, the device has confirmed them with its hook, and a press is a press again. */
export async function shows(headset: PluggedHeadset, ...lights: string[]): Promise<void> {
  const lit = () => Object.entries(headset.lights).flatMap(([light, on]) => (on ? [light] : [])).sort().join(' ');
  await until(`the headset shows "${lights.sort().join(' ')}"`, () => lit() === lights.join(' ') && headset.hook === headset.lights['off-hook'] && performance.now() - headset.writtenAt > fingerMs).catch((error: unknown) => {
    throw new Error(`the headset shows "${lit()}", not "${lights.join(' ')}"`, { cause: error });
  });
}

/**
 * Plugs a simulated headset into the audio window: `navigator.hid` says `connect`, as it does for a real one, with a device
 * whose reports go to and come from a firmware in this process.
 */
export async function plugHeadset(balie: Balie, model: HeadsetModel): Promise<PluggedHeadset> {
  const page = await until('the audio window', () => balie.app.windows().find((window) => window.url().startsWith('balie://audio/')), { withinMs: 10_000 });
  const headset = Object.assign(new SimulatedHeadset(model, { confirmsAfterMs: 30 }, {
    schedule: (delayMs, task) => void setTimeout(task, delayMs),
    // A report of a device whose window has gone reaches nobody.
    report: ({ reportId, data }) => void report(page, reportId, data).catch(() => undefined),
  }), { writtenAt: 0 });
  await page.exposeFunction('writtenToHeadset', (reportId: number, bytes: readonly number[]) => {
    headset.writtenAt = performance.now();
    headset.receive(reportId, Uint8Array.from(bytes));
  });
  const { name, vendorId, productId } = headsetDescriptors[model];
  await page.evaluate(
    (info) => {
      const own = window as unknown as PageWindow;
      const device = Object.assign(new EventTarget(), info, {
        opened: false,
        open: async () => void (device.opened = true),
        close: async () => void (device.opened = false),
        sendReport: (reportId: number, data: Uint8Array) => own.writtenToHeadset(reportId, [...data]),
      });
      own.simulatedHeadset = device;
      (navigator as unknown as { hid: EventTarget }).hid.dispatchEvent(Object.assign(new Event('connect'), { device }));
    },
    { productName: name, vendorId, productId, collections: headset.collections },
  );
  return headset;
}

function report(page: Page, reportId: number, data: DataView): Promise<void> {
  const bytes = Array.from({ length: data.byteLength }, (_, index) => data.getUint8(index));
  return page.evaluate(
    (sent) => {
      const data = new DataView(Uint8Array.from(sent.bytes).buffer);
      (window as unknown as PageWindow).simulatedHeadset.dispatchEvent(Object.assign(new Event('inputreport'), { reportId: sent.reportId, data }));
    },
    { reportId, bytes },
  );
}
