import { z } from 'zod';

/** What sound is for: each has a device of its own. */
export const audioRoleSchema = z.enum(['microphone', 'speaker', 'ring']);
export type AudioRole = z.infer<typeof audioRoleSchema>;

/**
 * A device chosen by what it is, not by its place in a list; `system` follows the operating system.
 * The label is kept so that a device that is not there can be named.
 */
export const deviceChoiceSchema = z.union([z.literal('system'), z.strictObject({ identity: z.string().min(1).max(256), label: z.string().max(256) })]);
export type DeviceChoice = z.infer<typeof deviceChoiceSchema>;

export const audioDeviceSchema = z.object({
  /** The same for the same device after a replug and after a restart. */
  identity: z.string().min(1).max(256),
  kind: z.enum(['microphone', 'speaker']),
  label: z.string().max(256),
  /** From the label, where the system puts it there: what ties a microphone to a headset. */
  usb: z.object({ vendorId: z.number().int(), productId: z.number().int() }).nullable(),
  /** The one that `system` means at this moment. */
  isSystemDefault: z.boolean(),
});
export type AudioDevice = z.infer<typeof audioDeviceSchema>;

const roleStateSchema = z.object({
  choice: deviceChoiceSchema,
  /** The device that is really used; null when there is none at all. */
  inUse: z.object({ identity: z.string(), label: z.string() }).nullable(),
  /** `fallback`: the chosen one is not there and another one is used until it returns. */
  state: z.enum(['chosen', 'fallback', 'none']),
});
export type RoleState = z.infer<typeof roleStateSchema>;

export const audioDevicesSchema = z.object({
  available: z.array(audioDeviceSchema),
  microphone: roleStateSchema,
  speaker: roleStateSchema,
  ring: roleStateSchema,
});
export type AudioDevices = z.infer<typeof audioDevicesSchema>;

const nobody: RoleState = { choice: 'system', inUse: null, state: 'none' };
export const noDevices: AudioDevices = { available: [], microphone: nobody, speaker: nobody, ring: nobody };

/** A telephone headset (HID usage page 0x0B) and what it can do. */
export const headsetStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({
    state: z.enum(['ready', 'contested']),
    /** `contested`: another program writes to the same device, so lights and buttons may be out of step. */
    name: z.string().max(256),
    vendorId: z.number().int(),
    productId: z.number().int(),
    buttons: z.array(z.enum(['hook', 'mute', 'flash', 'redial', 'reject'])),
    lights: z.array(z.enum(['ring', 'off-hook', 'mute', 'hold', 'microphone', 'ringer'])),
    /** Its microphone is the one in use. */
    inUse: z.boolean(),
  }),
]);
export type HeadsetState = z.infer<typeof headsetStateSchema>;
