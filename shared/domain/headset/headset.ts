import { z } from 'zod';
import type { Call, CallIn } from '../call.ts';

/** What an operator can press, from the telephony page of the HID usage tables; `reject` is the programmable button or Drop. */
export const headsetControlSchema = z.enum(['hook', 'mute', 'flash', 'redial', 'reject']);
export type HeadsetControl = z.infer<typeof headsetControlSchema>;

/**
 * `switch`: the report says where the control stands (absolute). `spring`: the same, of a control that its descriptor says goes
 * back by itself; some devices say so of a hook that stays. `button`: it says only that it was pressed.
 */
export const controlKindSchema = z.enum(['switch', 'spring', 'button']);
export type ControlKind = z.infer<typeof controlKindSchema>;

export const headsetLights = ['ring', 'off-hook', 'mute', 'hold', 'microphone', 'ringer'] as const;
export const headsetLightSchema = z.enum(headsetLights);
export type HeadsetLight = z.infer<typeof headsetLightSchema>;

/** The whole output of a headset: it is always written as a whole. */
export const headsetLightsSchema = z.record(headsetLightSchema, z.boolean());
export type HeadsetLights = Readonly<z.infer<typeof headsetLightsSchema>>;

/** A telephone headset that is plugged in, as its report descriptor describes it. */
export const headsetDeviceSchema = z.object({
  /** Given by the audio window; another one after a replug. */
  id: z.string().min(1).max(64),
  name: z.string().max(256),
  vendorId: z.number().int(),
  productId: z.number().int(),
  controls: z.array(z.object({ control: headsetControlSchema, kind: controlKindSchema })),
  lights: z.array(headsetLightSchema),
});
export type HeadsetDevice = z.infer<typeof headsetDeviceSchema>;

export const darkLights: HeadsetLights = { ring: false, 'off-hook': false, mute: false, hold: false, microphone: false, ringer: false };

/** @returns whether the operator and the other party are meant to hear each other; a hold that is being negotiated counts as the hold it will be. */
export function isTalking(call: Call): call is CallIn<'connected'> {
  return call.state === 'connected' && (call.hold === 'off' || call.hold === 'resuming');
}

export function isHeld(call: Call): call is CallIn<'connected'> {
  return call.state === 'connected' && !isTalking(call);
}

/** @returns whether the call keeps the headset's line open. */
export function isOffHook(call: Call): boolean {
  return call.state === 'answering' || call.state === 'dialling' || call.state === 'alerting' || isTalking(call);
}

/** What a headset has to show for these calls: all there is to know, whatever it showed before. */
export function lightsFor(calls: readonly Call[]): HeadsetLights {
  const talking = calls.filter(isTalking);
  const ringing = calls.some(({ state }) => state === 'ringing');
  const offHook = calls.some(isOffHook);
  const muted = talking.length > 0 && talking.every((call) => call.muted);
  return {
    ring: ringing,
    'off-hook': offHook,
    mute: muted,
    hold: calls.some(isHeld),
    microphone: talking.length > 0 && !muted,
    // A headset that rings aloud in the ear of somebody who is talking is no service.
    ringer: ringing && !offHook,
  };
}

export function sameLights(a: HeadsetLights, b: HeadsetLights): boolean {
  return headsetLights.every((light) => a[light] === b[light]);
}
