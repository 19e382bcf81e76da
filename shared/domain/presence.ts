import { z } from 'zod';

/**
 * What a colleague is doing: what their telephone does (the dialog event package, RFC 4235), and while it does nothing, what they say
 * of themselves (the presence event package, RFC 3856). `unavailable`: signed out, or out of reach. `unknown`: the exchange does not tell.
 */
export const lineStateSchema = z.enum(['free', 'ringing', 'talking', 'do-not-disturb', 'break', 'not-ready', 'unavailable', 'unknown']);
export type LineState = z.infer<typeof lineStateSchema>;

/** What somebody says of themselves beside their calls. */
export type Availability = 'available' | Extract<LineState, 'do-not-disturb' | 'break' | 'not-ready' | 'unavailable'>;
/** What an operator who is signed in can say. */
export type OwnAvailability = Exclude<Availability, 'unavailable'>;

export const presenceSchema = z.object({ number: z.string().max(128), state: lineStateSchema });
export type Presence = z.infer<typeof presenceSchema>;

/** Messages waiting (RFC 3842); null where the exchange does not tell. */
export const voicemailSchema = z.object({ newMessages: z.number().int().min(0), oldMessages: z.number().int().min(0) }).nullable();
export type Voicemail = z.infer<typeof voicemailSchema>;
