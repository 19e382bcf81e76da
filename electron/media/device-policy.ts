import type { AudioDevice, AudioDevices, AudioRole, DeviceChoice, RoleState } from '#shared/domain/devices.ts';
import type { SoundSettings } from '#shared/domain/settings.ts';
import type { SoundDevice, SoundPlan } from '#shared/ipc/audio-list.ts';
import { identify, isPseudo, modelOf, type KnownDevice } from './device-identity.ts';

/** What the operating system calls its default devices, where Chromium does not tell; null: not known. */
export interface SystemDefaults {
  readonly microphone: string | null;
  readonly speaker: string | null;
}

export interface DeviceState {
  readonly devices: AudioDevices;
  readonly plan: SoundPlan;
}

type Kind = SoundDevice['kind'];

/**
 * Decides which device each role uses, out of what is there and what was chosen. The chosen one while it is there; then
 * the system's default; then any. `system` is resolved to the real device behind it, so that it can be named.
 */
export function decideDevices(present: readonly SoundDevice[], system: SystemDefaults, sound: SoundSettings): DeviceState {
  const choices: Readonly<Record<Kind, readonly DeviceChoice[]>> = { microphone: [sound.microphone], speaker: [sound.speaker, sound.ring] };
  const roles = (['microphone', 'speaker'] as const).map((kind) => {
    const listed = present.filter((device) => device.kind === kind);
    const known = identify(listed, choices[kind]);
    return { kind, known, standard: findDefault(listed, known, system[kind]) };
  });
  const of = (kind: Kind, choice: DeviceChoice) => {
    const { known = [], standard = null } = roles.find((role) => role.kind === kind) ?? {};
    return useOf(choice, known, standard, present.find((device) => device.kind === kind && isPseudo(device)) ?? null);
  };
  const used: Readonly<Record<AudioRole, Used>> = { microphone: of('microphone', sound.microphone), speaker: of('speaker', sound.speaker), ring: of('speaker', sound.ring) };
  const available = roles.flatMap(({ known, standard }) => known.map(({ deviceId, ...device }): AudioDevice => ({ ...device, isSystemDefault: deviceId === standard?.deviceId })));
  const { echoCancellation, noiseSuppression, autoGainControl, keyNoiseSuppression, ringInHeadset, ringVolume } = sound;
  return {
    devices: { available, microphone: used.microphone.state, speaker: used.speaker.state, ring: used.ring.state },
    plan: {
      microphone: { deviceId: used.microphone.deviceId, echoCancellation, noiseSuppression, autoGainControl, keyNoiseSuppression },
      speaker: used.speaker.deviceId,
      ring: used.ring.deviceId,
      ringInHeadset,
      ringVolume,
    },
  };
}

interface Used {
  readonly state: RoleState;
  /** Null: left to the system. */
  readonly deviceId: string | null;
}

function useOf(choice: DeviceChoice, known: readonly KnownDevice[], standard: KnownDevice | null, pseudo: SoundDevice | null): Used {
  const chosen = choice === 'system' ? standard : known.find(({ identity }) => identity === choice.identity);
  const device = chosen ?? standard ?? (choice === 'system' && pseudo !== null ? null : (known[0] ?? null));
  if (device !== null) {
    const state = choice === 'system' || device === chosen ? 'chosen' : 'fallback';
    return { state: { choice, inUse: { identity: device.identity, label: device.label }, state }, deviceId: device.deviceId };
  }
  // The system has a default and nobody says which: it is used, and named by what Chromium calls it.
  if (pseudo !== null && known.length > 0) return { state: { choice, inUse: { identity: pseudo.deviceId, label: pseudo.label }, state: 'chosen' }, deviceId: null };
  return { state: { choice, inUse: null, state: 'none' }, deviceId: null };
}

/**
 * The real device behind Chromium's `default`. On Windows and macOS the pseudo device shares its group with the real one
 * and carries its name ("Default - Headset"); on Linux it carries neither, and the sound server has to be asked.
 */
function findDefault(listed: readonly SoundDevice[], known: readonly KnownDevice[], systemName: string | null): KnownDevice | null {
  if (known.length < 2) return known[0] ?? null;
  const pseudo = listed.find(({ deviceId }) => deviceId === 'default');
  const groups = new Map(listed.map(({ deviceId, groupId }) => [deviceId, groupId]));
  const named = known.filter(({ label }) => pseudo?.label.endsWith(` - ${label}`) === true);
  const grouped = (named.length > 0 ? named : known).filter(({ deviceId }) => pseudo !== undefined && groups.get(deviceId) === pseudo.groupId);
  const bySystem = known.filter(({ label }) => systemName !== null && (label === systemName || modelOf(label).startsWith(`${modelOf(systemName)} (`)));
  return grouped[0] ?? named[0] ?? bySystem[0] ?? null;
}
