import type { RtpSecond } from '#shared/ipc/audio-list.ts';
import { Meter, type Reading } from './meter.ts';
import type { VoiceLevels } from './voice-name.ts';

/** Four times a second still follows speech. On the second, where the clocks of the workspace tick as well: one frame for both. */
const meterMs = 250;
/** A reading of the statistics takes two milliseconds of this process. Packets have to be counted twice a second: main misses them after 0.9 s. */
const readEvery = 2;
/** The listening graph tells levels more often than this, when it runs. */
const staleMs = 600;

interface SlotMeterListener {
  meter(reading: Reading): void;
  quality(second: Omit<RtpSecond, 'slot'>): void;
}

/**
 * What a slot tells regularly. Levels are those of the graph that listens for voices; until it runs, or where it cannot, those of
 * the statistics, which are then read each time.
 */
export class SlotMeter {
  readonly #meter: Meter;
  readonly #listener: SlotMeterListener;
  readonly #isOpen: () => boolean;
  #levels: (VoiceLevels & { readonly at: number }) | null = null;
  #packetsReceived = 0;
  #ticks = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isClosed = false;

  /** @param isOpen whether what the microphone hears is sent. */
  constructor(connection: RTCPeerConnection, isOpen: () => boolean, listener: SlotMeterListener) {
    this.#meter = new Meter(connection);
    this.#isOpen = isOpen;
    this.#listener = listener;
  }

  start(): void {
    if (this.#timer === null && !this.#isClosed) this.#wait();
  }

  /** What the graph hears, some four times a second. */
  hear(levels: VoiceLevels): void {
    this.#levels = { ...levels, at: performance.now() };
  }

  close(): void {
    this.#isClosed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #wait(): void {
    this.#timer = setTimeout(() => {
      this.#wait();
      void this.#tell();
    }, meterMs - (Date.now() % meterMs));
  }

  async #tell(): Promise<void> {
    const heard = this.#levels !== null && performance.now() - this.#levels.at < staleMs ? this.#levels : null;
    if (heard !== null && this.#ticks++ % readEvery !== 0) {
      this.#emit(heard.operator, heard.customer);
      return;
    }
    const read = await this.#meter.read().catch(() => null);
    // Closed while it was read.
    if (read === null || this.#isClosed) return;
    const { second, microphone, speaker, packetsReceived } = read;
    this.#packetsReceived = packetsReceived;
    if (second !== null) this.#listener.quality(second);
    this.#emit(heard?.operator ?? microphone, heard?.customer ?? speaker);
  }

  #emit(microphone: number, speaker: number): void {
    this.#listener.meter({ microphone: this.#isOpen() ? microphone : 0, speaker, packetsReceived: this.#packetsReceived });
  }
}
