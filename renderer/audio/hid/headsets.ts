import { BalieError } from '#shared/domain/errors.ts';
import type { HeadsetControl, HeadsetDevice, HeadsetLights } from '#shared/domain/headset/headset.ts';
import type { ControlChange } from './report-reader.ts';
import { OpenHeadset } from './open-headset.ts';
import { controlsOf, isHeadset, layoutOf, lightsOf } from './report-layout.ts';
import type { HidDevice, HidSource } from './web-hid.ts';

interface HeadsetListener {
  readonly onDevices: (devices: HeadsetDevice[]) => void;
  readonly onChange: (id: string, change: ControlChange) => void;
}

interface InUse {
  readonly id: string;
  readonly headset: OpenHeadset;
}

/** The telephone headsets that are plugged in, and the one that is open: the one main chose. */
export class Headsets {
  readonly #source: HidSource;
  readonly #listener: HeadsetListener;
  readonly #now: () => number;
  readonly #known = new Map<HidDevice, string>();
  #inUse: InUse | null = null;
  #turn: Promise<void> = Promise.resolve();
  #last = 0;

  /** @param now - milliseconds that only ever grow. */
  constructor(source: HidSource, listener: HeadsetListener, now: () => number = () => performance.now()) {
    this.#source = source;
    this.#listener = listener;
    this.#now = now;
  }

  /** Tells what is there now, and from now on whenever that changes. */
  async watch(): Promise<void> {
    this.#source.addEventListener('connect', ({ device }) => this.#add([device]));
    this.#source.addEventListener('disconnect', ({ device }) => this.#remove(device));
    this.#add(await this.#source.getDevices());
  }

  /** Opens this one, whose `standing` switches are known to be on, and gives the former back. @throws {BalieError} `media.failed`. */
  use(id: string | null, standing: readonly HeadsetControl[] = []): Promise<void> {
    const turn = this.#turn.then(() => this.#use(id, standing));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** @throws {BalieError} `media.failed` when the device does not take it. */
  async show(id: string, lights: HeadsetLights): Promise<void> {
    if (this.#inUse?.id !== id) return;
    await this.#inUse.headset.show(lights).catch(failed);
  }

  async #use(id: string | null, standing: readonly HeadsetControl[]): Promise<void> {
    if (this.#inUse?.id === id) return;
    const former = this.#inUse;
    this.#inUse = null;
    await former?.headset.close();
    const device = [...this.#known].find(([, known]) => known === id)?.[0];
    if (id === null) return;
    if (device === undefined) throw new BalieError('media.failed', 'this headset is not plugged in');
    const onChange = (change: ControlChange) => this.#listener.onChange(id, change);
    this.#inUse = { id, headset: await OpenHeadset.open(device, { standing, onChange, now: this.#now }).catch(failed) };
  }

  #add(devices: readonly HidDevice[]): void {
    for (const device of devices) {
      if (isHeadset(device.collections) && !this.#known.has(device)) this.#known.set(device, String((this.#last += 1)));
    }
    this.#tell();
  }

  #remove(device: HidDevice): void {
    const id = this.#known.get(device);
    if (id === undefined) return;
    this.#known.delete(device);
    if (this.#inUse?.id === id) void this.use(null);
    this.#tell();
  }

  #tell(): void {
    this.#listener.onDevices([...this.#known].map(([device, id]) => describe(device, id)));
  }
}

function describe(device: HidDevice, id: string): HeadsetDevice {
  const layout = layoutOf(device.collections);
  return { id, name: device.productName.slice(0, 256), vendorId: device.vendorId, productId: device.productId, controls: controlsOf(layout), lights: lightsOf(layout) };
}

function failed(error: unknown): never {
  throw new BalieError('media.failed', error instanceof DOMException ? `${error.name}: ${error.message.slice(0, 200)}` : String(error), { cause: error });
}
