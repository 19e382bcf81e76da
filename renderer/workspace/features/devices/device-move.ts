import type { AudioDevices, RoleState } from '#shared/domain/devices.ts';

/** What happened to the sound of a call when a device came or went. */
export type DeviceMove =
  | { readonly kind: 'lost'; readonly lost: string; readonly speaker: string | null; readonly microphone: string | null }
  | { readonly kind: 'back'; readonly name: string }
  | { readonly kind: 'moved'; readonly speaker: string | null; readonly microphone: string | null };

const roles = ['speaker', 'microphone'] as const;

/** @returns null when what is heard and spoken through did not change. */
export function deviceMove(before: AudioDevices, after: AudioDevices): DeviceMove | null {
  const changed = roles.filter((role) => before[role].inUse?.identity !== after[role].inUse?.identity);
  if (changed.length === 0) return null;
  const now = { speaker: after.speaker.inUse?.label ?? null, microphone: after.microphone.inUse?.label ?? null };
  const gone = changed.map((role) => before[role].inUse).find((device) => device !== null && !after.available.some(({ identity }) => identity === device.identity));
  if (gone !== undefined && gone !== null) return { kind: 'lost', lost: gone.label, ...now };
  const returned = changed.map((role) => after[role]).find((role, index) => isBack(before[changed[index] ?? 'speaker'], role));
  if (returned?.inUse) return { kind: 'back', name: returned.inUse.label };
  return { kind: 'moved', ...now };
}

function isBack(before: RoleState, after: RoleState): boolean {
  return before.state !== 'chosen' && after.state === 'chosen';
}
