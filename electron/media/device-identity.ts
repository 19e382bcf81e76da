import type { AudioDevice, DeviceChoice } from '#shared/domain/devices.ts';
import type { SoundDevice } from '#shared/ipc/audio-list.ts';

/** A device that is really there, with the name under which it is remembered. */
export interface KnownDevice extends Omit<AudioDevice, 'isSystemDefault'> {
  /** Chromium's id, for this device at this socket. */
  readonly deviceId: string;
}

/** Chromium lists these before the real devices; they are choices of the system, not devices. */
const pseudoIds: ReadonlySet<string> = new Set(['default', 'communications']);

export function isPseudo({ deviceId }: SoundDevice): boolean {
  return pseudoIds.has(deviceId);
}

/**
 * What two devices of one model have in common. Windows puts a number before the name of one that it meets at another
 * socket: "2- Jabra Evolve2 40".
 */
export function modelOf(label: string): string {
  return label
    .replace(/(^|\()\s*\d+-\s+/g, '$1')
    .trim()
    .toLowerCase();
}

/** Vendor and product, where Chromium puts them at the end of the label: "Headset (0b0e:0e41)". */
export function usbOf(label: string): AudioDevice['usb'] {
  const found = /\(([0-9a-f]{4}):([0-9a-f]{4})\)\s*$/i.exec(label);
  return found === null ? null : { vendorId: Number.parseInt(found[1] ?? '', 16), productId: Number.parseInt(found[2] ?? '', 16) };
}

/**
 * Gives each real device its identity. That is Chromium's id: a digest of what the system calls the device (with its
 * serial number where it has one), salted once for this installation; the same after a replug and after a restart, and
 * different for two headsets of one model. Only a device that comes back at another socket, without a serial number, has
 * a new one: if one of its model was chosen and is not there, this is that one, and goes by the identity it had.
 */
export function identify(devices: readonly SoundDevice[], choices: readonly DeviceChoice[]): readonly KnownDevice[] {
  const real = devices.filter((device) => !isPseudo(device));
  const present = new Set(real.map(({ deviceId }) => deviceId));
  const former = new Map<string, string>();
  for (const choice of choices) {
    if (choice === 'system' || present.has(choice.identity) || [...former.values()].includes(choice.identity)) continue;
    const taken = new Set(choices.flatMap((other) => (other === 'system' ? [] : [other.identity])));
    const back = real.find(({ deviceId, label }) => modelOf(label) === modelOf(choice.label) && !taken.has(deviceId) && !former.has(deviceId));
    if (back !== undefined) former.set(back.deviceId, choice.identity);
  }
  return real.map(({ kind, deviceId, label }) => ({ identity: former.get(deviceId) ?? deviceId, kind, label, usb: usbOf(label), deviceId }));
}
