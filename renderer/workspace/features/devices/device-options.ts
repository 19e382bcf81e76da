import type { AudioDevice, AudioDevices, AudioRole, DeviceChoice } from '#shared/domain/devices.ts';

interface DeviceOption {
  /** `system`, or the device's identity. */
  readonly value: string;
  readonly label: string;
  readonly isPresent: boolean;
}

/** What `system` means now: the device that the operating system has chosen; null where it has none. */
export function systemDevice({ available }: AudioDevices, role: AudioRole): AudioDevice | null {
  return available.find((device) => device.kind === kindOf(role) && device.isSystemDefault) ?? null;
}

/** The devices for a role, the one that was chosen and is not there among them. */
export function deviceOptions(devices: AudioDevices, role: AudioRole, choice: DeviceChoice): DeviceOption[] {
  const present = devices.available.filter((device) => device.kind === kindOf(role)).map(({ identity, label }) => ({ value: identity, label, isPresent: true }));
  if (choice === 'system' || present.some(({ value }) => value === choice.identity)) return present;
  return [...present, { value: choice.identity, label: choice.label, isPresent: false }];
}

export function valueOf(choice: DeviceChoice): string {
  return choice === 'system' ? choice : choice.identity;
}

/** The choice behind an option's value; the label is kept, so that the device can be named when it is gone. */
export function choiceOf(value: string, options: readonly DeviceOption[]): DeviceChoice {
  const option = options.find((candidate) => candidate.value === value);
  return option === undefined ? 'system' : { identity: option.value, label: option.label };
}

function kindOf(role: AudioRole): AudioDevice['kind'] {
  return role === 'microphone' ? 'microphone' : 'speaker';
}
