import { z } from 'zod';

/** What a colleague's telephone does, from the dialog event package (RFC 4235). `unknown`: the exchange does not tell. */
export const lineStateSchema = z.enum(['free', 'ringing', 'talking', 'unavailable', 'unknown']);
export type LineState = z.infer<typeof lineStateSchema>;

export const presenceSchema = z.object({ number: z.string().max(128), state: lineStateSchema });
export type Presence = z.infer<typeof presenceSchema>;

/** Messages waiting (RFC 3842); null where the exchange does not tell. */
export const voicemailSchema = z.object({ newMessages: z.number().int().min(0), oldMessages: z.number().int().min(0) }).nullable();
export type Voicemail = z.infer<typeof voicemailSchema>;
