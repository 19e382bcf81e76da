import type { HeadsetControl, HeadsetLights } from '#shared/domain/headset/headset.ts';
import { layoutOf } from './report-layout.ts';
import { ReportReader, type ControlChange } from './report-reader.ts';
import { reportsFor } from './report-writer.ts';
import type { HidDevice, HidInputReport } from './web-hid.ts';

interface Opening {
  /** Switches that are known to be on. */
  readonly standing: readonly HeadsetControl[];
  readonly onChange: (change: ControlChange) => void;
  readonly now: () => number;
}

/** A headset that is open: its reports as what changed, its lights as reports. */
export class OpenHeadset {
  readonly #device: HidDevice;
  readonly #layout;
  readonly #listener: (report: HidInputReport) => void;
  /** Reports leave in the order in which they were asked for. */
  #writing: Promise<void> = Promise.resolve();

  private constructor(device: HidDevice, { standing, onChange, now }: Opening) {
    this.#device = device;
    this.#layout = layoutOf(device.collections);
    const reader = new ReportReader(this.#layout.inputs, standing, now);
    this.#listener = (report) => reader.read(report).forEach(onChange);
    device.addEventListener('inputreport', this.#listener);
  }

  /** @throws {DOMException} of `HIDDevice.open`: another program holds it for itself, or the system refuses (on Linux, the rights of its `hidraw` file). */
  static async open(device: HidDevice, opening: Opening): Promise<OpenHeadset> {
    if (!device.opened) await device.open();
    return new OpenHeadset(device, opening);
  }

  /** Writes the whole output. @throws {DOMException} when the device does not take it. */
  show(lights: HeadsetLights): Promise<void> {
    const writing = this.#writing.then(async () => {
      for (const { reportId, data } of reportsFor(this.#layout.outputs, lights)) await this.#device.sendReport(reportId, data);
    });
    this.#writing = writing.catch(() => undefined);
    return writing;
  }

  async close(): Promise<void> {
    this.#device.removeEventListener('inputreport', this.#listener);
    await this.#writing;
    // One that was pulled out is closed already.
    await this.#device.close().catch(() => undefined);
  }
}
