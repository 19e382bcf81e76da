import type { SoundDevice } from '#shared/ipc/audio-list.ts';

/** Where the system does not say that devices have changed (Linux without udev and without `pactl`), a look finds out: 10 ms of waiting, and work for three processes. */
const inUseMs = 400;
const idleMs = 2_000;
/**
 * Chromium keeps the stream of a device that is not used any more for five seconds, and takes it up again for the same
 * device. On Linux that stream was moved to another device when its own was pulled out, and stays there: a speaker that
 * comes back sooner counts as away until then, or the call would seem to return to it and be heard elsewhere.
 */
const staleStreamMs = 6_000;
const streamsGoStale = navigator.userAgent.includes('Linux');

/**
 * Knows which sound devices there are. The system's own word (`devicechange`) is heard, and the list is looked at now
 * and then as well: a look is also what makes Chromium notice that a microphone in use has gone.
 */
export class DeviceWatch {
  /** Main hears of changes, and asks for a look at each: a call needs no more of them than its absence does. */
  isTold = false;
  readonly #isInUse: () => boolean;
  readonly #onDevices: (devices: readonly SoundDevice[]) => void;
  #known = '';
  #speakers: ReadonlySet<string> = new Set();
  readonly #awaySince = new Map<string, number>();
  #looking: Promise<void> | null = null;

  constructor(options: { readonly isInUse: () => boolean; readonly onDevices: (devices: readonly SoundDevice[]) => void }) {
    this.#isInUse = options.isInUse;
    this.#onDevices = options.onDevices;
  }

  start(): void {
    navigator.mediaDevices.addEventListener('devicechange', () => void this.look());
    void this.look();
    this.#lookLater();
  }

  /** Looks now; who asks while somebody looks waits for a look of their own, for the former may have been too early. */
  look(): Promise<void> {
    const looking = (this.#looking ?? Promise.resolve()).then(() => this.#look());
    this.#looking = looking;
    return looking;
  }

  #lookLater(): void {
    // Nobody tells when the stream of a speaker that came back is stale no more.
    const often = this.#isInUse() && (!this.isTold || this.#awaySince.size > 0);
    setTimeout(() => void this.look().then(() => this.#lookLater()), often ? inUseMs : idleMs);
  }

  async #look(): Promise<void> {
    const found = await navigator.mediaDevices.enumerateDevices();
    const devices = found.flatMap(({ kind, deviceId, groupId, label }): SoundDevice[] =>
      kind === 'videoinput' || deviceId === '' ? [] : [{ kind: kind === 'audioinput' ? 'microphone' : 'speaker', deviceId, groupId, label: label.slice(0, 256) }],
    );
    const usable = streamsGoStale ? this.#withoutStale(devices) : devices;
    const text = JSON.stringify(usable);
    if (text === this.#known) return;
    this.#known = text;
    this.#onDevices(usable);
  }

  #withoutStale(devices: readonly SoundDevice[]): readonly SoundDevice[] {
    const now = performance.now();
    const speakers = new Set(devices.flatMap(({ kind, deviceId }) => (kind === 'speaker' ? [deviceId] : [])));
    for (const speaker of this.#speakers) if (!speakers.has(speaker)) this.#awaySince.set(speaker, now);
    for (const [speaker, since] of this.#awaySince) if (now - since > staleStreamMs) this.#awaySince.delete(speaker);
    this.#speakers = speakers;
    return devices.filter(({ kind, deviceId }) => kind === 'microphone' || !this.#awaySince.has(deviceId));
  }
}
