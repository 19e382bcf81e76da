import { z } from 'zod';
import { abbreviationsSchema } from './abbreviations.ts';
import { deviceChoiceSchema } from './devices.ts';

/** Sound on this device. */
export const soundSettingsSchema = z.strictObject({
  microphone: deviceChoiceSchema,
  speaker: deviceChoiceSchema,
  /** Where it rings. */
  ring: deviceChoiceSchema,
  /** It rings in the speaker of the calls too. */
  ringInHeadset: z.boolean(),
  /** 0..1. */
  ringVolume: z.number().min(0).max(1),
  echoCancellation: z.boolean(),
  noiseSuppression: z.boolean(),
  /** Off by default: it lets the level creep. */
  autoGainControl: z.boolean(),
  /** The microphone is turned down under the noise of keys while nobody speaks. */
  keyNoiseSuppression: z.boolean(),
});
export type SoundSettings = z.infer<typeof soundSettingsSchema>;

/** How a second call is treated. */
export const lineSettingsSchema = z.strictObject({
  /** `busy`: a second caller is told so (486), and the queue offers the call to somebody else. */
  whileTalking: z.enum(['offer', 'busy']),
  /** Where calls go while the operator is not ready. */
  forward: z.strictObject({ enabled: z.boolean(), target: z.string().max(256) }),
});
export type LineSettings = z.infer<typeof lineSettingsSchema>;

/** What the operator chooses on this device. */
export const settingsSchema = z.strictObject({
  /** `system` follows the operating system. */
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['nl', 'fr', 'en', 'de']),
  /** Zoom of the workspace. */
  textScale: z.number().min(0.8).max(2),
  /** The central API of the last sign-in. */
  centralUrl: z.string().max(2048),
  username: z.string().max(128),
  sound: soundSettingsSchema,
  telephone: lineSettingsSchema,
  /** Buttons and lights of a headset are used. */
  headset: z.boolean(),
  /** The operator's own, beside the centre's. */
  abbreviations: abbreviationsSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  theme: 'system',
  language: 'nl',
  textScale: 1,
  centralUrl: '',
  username: '',
  sound: {
    microphone: 'system',
    speaker: 'system',
    ring: 'system',
    ringInHeadset: true,
    ringVolume: 0.8,
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: false,
    keyNoiseSuppression: false,
  },
  telephone: { whileTalking: 'offer', forward: { enabled: false, target: '' } },
  headset: true,
  abbreviations: [],
};
