import type { Call } from '#shared/domain/call.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import { noDevices, type AudioDevices, type HeadsetState } from '#shared/domain/devices.ts';
import { headsetFor } from '#shared/domain/headset/choice.ts';
import type { HeadsetCommand } from '#shared/domain/headset/commands.ts';
import { hear, isContested, newMind, nextDue, reconcile, ripen, wrote, type HeadsetMind, type HeadsetStep } from '#shared/domain/headset/dialogue.ts';
import { darkLights, lightsFor, type HeadsetDevice, type HeadsetLights } from '#shared/domain/headset/headset.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { EventPayload } from '#shared/ipc/contract.ts';
import type { AudioContract } from '#shared/ipc/audio-list.ts';
import type { AudioLink } from '../media/audio-link.ts';
import { carryOut, type HeadsetTelephone } from './carry-out.ts';

interface HeadsetDeskOptions {
  readonly link: AudioLink;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly telephone: HeadsetTelephone;
  readonly onState: (state: HeadsetState) => void;
}

const openWithinMs = 5_000;
/** Quitting does not wait longer for a device that takes no reports. */
const farewellMs = 500;

/**
 * Main's side of the headset: chooses the one that belongs to the microphone, tells it how the calls stand, and carries out
 * what is pressed. The calls are the truth; the device is only ever compared with them (docs/decisions/0013).
 */
export class HeadsetDesk {
  readonly #options: HeadsetDeskOptions;
  #plugged: readonly HeadsetDevice[] = [];
  #calls: readonly Call[] = [];
  #sound: AudioDevices = noDevices;
  #enabled = true;
  /** The one that is to be open, and whether it is. */
  #chosen: HeadsetDevice | null = null;
  #phase: 'closed' | 'opening' | 'open' = 'closed';
  #mind: HeadsetMind = newMind;
  /** The device as it stood when the audio window died: it stands so still, and says nothing of it. */
  #left: { readonly device: HeadsetDevice; readonly mind: HeadsetMind } | null = null;
  #due: Scheduled | null = null;
  #published: HeadsetState = { state: 'none' };

  constructor(options: HeadsetDeskOptions) {
    this.#options = options;
    const { link } = options;
    link.on('headset.devices', ({ devices }) => this.#onPlugged(devices));
    link.on('headset.input', (input) => this.#onInput(input));
    // A new window lists its devices before it counts as up.
    link.onUp(() => this.#openChosen());
    link.onDown(() => this.#onWindowDown());
  }

  /** Follows the calls and the choice of devices. */
  observe(calls: readonly Call[], sound: AudioDevices): void {
    const moved = calls !== this.#calls;
    this.#calls = calls;
    if (sound !== this.#sound) {
      this.#sound = sound;
      this.#choose();
    }
    if (!moved) return;
    // It could not be opened before; what held it may have let go.
    this.#openChosen();
    this.#reconcile();
  }

  /** Buttons and lights are used, or the headset is left to other programs. */
  setEnabled(enabled: boolean): void {
    if (enabled === this.#enabled) return;
    this.#enabled = enabled;
    this.#choose();
  }

  /** All lights out, and the device given back. */
  async stop(): Promise<void> {
    this.#enabled = false;
    const leaving = this.#leave();
    this.#chosen = null;
    this.#publish();
    await leaving;
  }

  #onPlugged(devices: readonly HeadsetDevice[]): void {
    // A list without headsets is that of a device pulled out: it comes back as new.
    if (devices.length === 0) this.#left = null;
    this.#plugged = devices;
    this.#choose();
  }

  /** A new window lists its devices again, under other ids. Until then the headset counts as it was. */
  #onWindowDown(): void {
    this.#due?.cancel();
    if (this.#chosen !== null && this.#phase === 'open') this.#left = { device: this.#chosen, mind: this.#mind };
    this.#plugged = [];
    this.#chosen = null;
    this.#phase = 'closed';
  }

  #choose(): void {
    const next = this.#enabled ? headsetFor(this.#plugged, this.#sound, this.#chosen) : null;
    if (next?.id !== this.#chosen?.id) {
      void this.#leave();
      this.#chosen = next;
      this.#openChosen();
    }
    this.#publish();
  }

  #openChosen(): void {
    if (this.#chosen !== null && this.#phase === 'closed' && this.#options.link.isUp) void this.#open(this.#chosen);
  }

  async #open(device: HeadsetDevice): Promise<void> {
    this.#phase = 'opening';
    const { hook, mute } = this.#leftOf(device);
    const standing = [...(hook ? (['hook'] as const) : []), ...(mute ? (['mute'] as const) : [])];
    try {
      await this.#options.link.call('headset.use', { id: device.id, standing }, { timeoutMs: openWithinMs });
    } catch (error) {
      if (this.#chosen !== device) return;
      this.#phase = 'closed';
      this.#options.logger.warn({ err: error, vendorId: device.vendorId, productId: device.productId }, 'a headset could not be opened');
      this.#publish();
      return;
    }
    if (this.#chosen !== device) return;
    this.#phase = 'open';
    this.#left = null;
    this.#mind = { ...newMind, hook, mute };
    this.#options.logger.info({ vendorId: device.vendorId, productId: device.productId, controls: device.controls.length, lights: device.lights.length }, 'a headset is in use');
    this.#reconcile();
    this.#publish();
  }

  #leftOf({ vendorId, productId }: HeadsetDevice): HeadsetMind {
    const left = this.#left;
    return left !== null && left.device.vendorId === vendorId && left.device.productId === productId ? left.mind : newMind;
  }

  /** Leaves the device as it would be without Balie. */
  async #leave(): Promise<void> {
    const device = this.#chosen;
    const wasOpen = this.#phase === 'open';
    this.#due?.cancel();
    this.#phase = 'closed';
    if (device === null) return;
    const { link } = this.#options;
    const dark = wasOpen ? link.call('headset.show', { id: device.id, lights: darkLights }, { timeoutMs: farewellMs }) : Promise.resolve();
    // A device that was pulled out, or a window that has gone, needs no farewell.
    await Promise.allSettled([dark, link.call('headset.use', { id: null }, { timeoutMs: farewellMs })]);
  }

  #onInput({ id, control, on }: EventPayload<AudioContract, 'headset.input'>): void {
    const device = this.#chosen;
    if (device === null || this.#phase !== 'open' || id !== device.id) return;
    this.#take(hear(this.#mind, device, this.#calls, { control, on }, this.#now()));
  }

  #take({ mind, command, answerDevice }: HeadsetStep): void {
    this.#mind = mind;
    if (command !== null) void this.#perform(command);
    else if (answerDevice) this.#write(lightsFor(this.#calls));
    this.#schedule();
    this.#publish();
  }

  async #perform(command: HeadsetCommand): Promise<void> {
    const { telephone, logger } = this.#options;
    const before = this.#mind.shown;
    logger.info({ command: command.type }, 'the headset was pressed');
    try {
      await carryOut(command, telephone);
    } catch (error) {
      logger.info({ err: error, command: command.type }, 'what the headset asked for was refused');
    }
    // Nothing changed, so nothing was written; the device still waits for its answer.
    if (this.#mind.shown === before) this.#write(lightsFor(this.#calls));
  }

  #reconcile(): void {
    if (this.#phase !== 'open') return;
    const lights = reconcile(this.#mind, this.#calls);
    if (lights !== null) this.#write(lights);
    this.#schedule();
    this.#publish();
  }

  #write(lights: HeadsetLights): void {
    const device = this.#chosen;
    if (device === null || this.#phase !== 'open') return;
    this.#mind = wrote(this.#mind, device, lights, this.#now());
    this.#options.link.call('headset.show', { id: device.id, lights }).catch((error: unknown) => this.#options.logger.debug({ err: error }, 'a headset did not take its lights'));
  }

  #schedule(): void {
    this.#due?.cancel();
    const { clock } = this.#options;
    const due = nextDue(this.#mind, this.#now());
    this.#due = due === null ? null : clock.schedule(due - this.#now(), () => this.#take(ripen(this.#mind, this.#calls, this.#now())));
  }

  #publish(): void {
    const next = this.#describe();
    if (JSON.stringify(next) === JSON.stringify(this.#published)) return;
    this.#published = next;
    this.#options.onState(next);
  }

  #describe(): HeadsetState {
    const device = this.#chosen ?? this.#plugged[0];
    if (!this.#enabled || device === undefined) return { state: 'none' };
    const { name, vendorId, productId, controls, lights } = device;
    const inUse = this.#chosen !== null && this.#phase !== 'closed';
    const state = inUse && isContested(this.#mind, this.#now()) ? 'contested' : 'ready';
    return { state, name, vendorId, productId, buttons: controls.map(({ control }) => control), lights: [...lights], inUse };
  }

  #now(): number {
    return this.#options.clock.monotonic();
  }
}
