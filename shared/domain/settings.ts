import { z } from 'zod';

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
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = { theme: 'system', language: 'nl', textScale: 1, centralUrl: '', username: '' };
