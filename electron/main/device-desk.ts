import { isDeepStrictEqual } from 'node:util';
import { noDevices, type AudioDevices, type AudioRole } from '#shared/domain/devices.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { SoundSettings } from '#shared/domain/settings.ts';
import type { SoundDevice, SoundPlan } from '#shared/ipc/audio-list.ts';
import type { AudioLink } from '../media/audio-link.ts';
import { decideDevices, type SystemDefaults } from '../media/device-policy.ts';

interface DeviceDeskOptions {
  readonly audio: AudioLink;
  readonly sound: () => SoundSettings;
  readonly logger: Logger;
  readonly onDevices: (devices: AudioDevices) => void;
  /** RMS 0..1 while the microphone is watched. */
  readonly onLevel: (level: number) => void;
}

/** Who looks at the level of the microphone. */
type Watcher = 'page' | 'readiness';

/**
 * Owns the choice of sound devices: what is there comes from the audio window, what is wanted from the settings, and
 * what follows is told to the window and shown. Runs again whenever either changes, so a call follows a headset that is
 * pulled out, and goes back when it returns.
 */
export class DeviceDesk {
  readonly #options: DeviceDeskOptions;
  #present: readonly SoundDevice[] = [];
  #system: SystemDefaults = { microphone: null, speaker: null };
  #isTold = false;
  #devices: AudioDevices = noDevices;
  #plan: SoundPlan | null = null;
  readonly #watchers = new Set<Watcher>();

  constructor(options: DeviceDeskOptions) {
    this.#options = options;
    const { audio, onLevel } = options;
    audio.on('devices', ({ devices }) => {
      this.#present = devices;
      this.#decide(true);
    });
    audio.on('sound.level', ({ level }) => onLevel(level));
    audio.onUp(() => {
      if (this.#plan !== null) this.#use(this.#plan);
      this.#look();
      if (this.#watchers.size > 0) this.#watch(true).catch((error: unknown) => options.logger.warn({ err: error }, 'the microphone is not watched any more'));
    });
  }

  /** The operator chose. */
  settingsChanged(): void {
    if (this.#plan !== null) this.#decide(false);
  }

  /** The system said that devices, or its defaults, have changed. `told`: it will say so again. */
  systemChanged(system: SystemDefaults, told: boolean): void {
    this.#system = system;
    this.#isTold = told;
    if (this.#plan !== null) this.#decide(false);
    this.#look();
  }

  /** Resolves when it has been played. @throws {BalieError} `device.not-found`, `media.window-down`. */
  async testSound(role: Exclude<AudioRole, 'microphone'>): Promise<void> {
    await this.#options.audio.call('sound.test', { role });
  }

  /** Open for as long as somebody watches. @throws {BalieError} `media.microphone-denied`, `media.microphone-missing`, `media.failed`. */
  async watchMicrophone(watcher: Watcher, on: boolean): Promise<void> {
    const before = this.#watchers.size;
    if (on) this.#watchers.add(watcher);
    else this.#watchers.delete(watcher);
    if (before === 0 ? !on : this.#watchers.size > 0) return;
    try {
      await this.#watch(on);
    } catch (error) {
      this.#watchers.delete(watcher);
      throw error;
    }
  }

  #look(): void {
    this.#options.audio.call('sound.look', { told: this.#isTold }).catch(() => undefined);
  }

  #watch(on: boolean): Promise<void> {
    return this.#options.audio.call('sound.watch', { on });
  }

  #decide(always: boolean): void {
    const { devices, plan } = decideDevices(this.#present, this.#system, this.#options.sound());
    if (!isDeepStrictEqual(devices, this.#devices)) {
      this.#log(devices);
      this.#devices = devices;
      this.#options.onDevices(devices);
    }
    // A device that came back under its id has to be opened again, though the plan has not changed.
    if (!always && isDeepStrictEqual(plan, this.#plan)) return;
    this.#plan = plan;
    this.#use(plan);
  }

  #use(plan: SoundPlan): void {
    // Refused only when the window is down; then onUp says it again.
    this.#options.audio.call('sound.use', plan).catch(() => undefined);
  }

  /** Not by name: a device may be called after its owner. */
  #log({ available, microphone, speaker, ring }: AudioDevices): void {
    const fields = { devices: available.length, microphone: microphone.state, speaker: speaker.state, ring: ring.state };
    this.#options.logger.info(fields, 'sound devices changed');
  }
}
