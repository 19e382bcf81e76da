import { z } from 'zod';
import { notReadyReasonSchema } from '../domain/agent-state.ts';
import { idSchema } from '../domain/ids.ts';
import { mainSnapshotSchema } from '../domain/snapshot.ts';
import { settingsSchema } from '../domain/settings.ts';
import { defineContract, nothing } from './contract.ts';

const callId = z.strictObject({ callId: idSchema });
/** RFC 4733: the digits an operator can send. */
const digits = z.string().regex(/^[0-9*#A-D,]{1,64}$/);

/** Workspace to main. Every call action is refused with `call.not-found` or `call.illegal` when the call is not in a state for it. */
export const mainContract = defineContract({
  name: 'main',
  calls: {
    'snapshot.get': { input: nothing, output: mainSnapshotSchema },

    'session.signIn': { input: z.strictObject({ centralUrl: z.url({ protocol: /^https?$/ }), username: z.string().min(1).max(128), password: z.string().min(1).max(512) }), output: nothing },
    'session.signOut': { input: nothing, output: nothing },

    'agent.setAvailable': { input: nothing, output: nothing },
    'agent.setNotReady': { input: z.strictObject({ reason: notReadyReasonSchema }), output: nothing },
    /** The interaction of this call is closed: the agent leaves wrap-up. */
    'agent.wrappedUp': { input: callId, output: nothing },

    'call.answer': { input: callId, output: nothing },
    'call.decline': { input: callId, output: nothing },
    'call.hangUp': { input: callId, output: nothing },
    'call.setMuted': { input: z.strictObject({ callId: idSchema, muted: z.boolean() }), output: nothing },
    'call.setHeld': { input: z.strictObject({ callId: idSchema, held: z.boolean() }), output: nothing },
    'call.sendDigits': { input: z.strictObject({ callId: idSchema, digits }), output: nothing },
    /** A number in any notation, or a SIP user. Answers with the new call's id. */
    'call.dial': { input: z.strictObject({ target: z.string().min(1).max(256) }), output: z.object({ callId: idSchema }) },

    /** Opens the database again, after the operator has made room on the disk or mended rights. Refused with the `store.*` code that still stands. */
    'store.retry': { input: nothing, output: nothing },
    /** Puts a database that cannot be opened aside (it is kept) and begins with an empty one, which central fills. */
    'store.setAside': { input: nothing, output: z.object({ path: z.string() }) },

    'settings.get': { input: nothing, output: settingsSchema },
    'settings.set': { input: settingsSchema.partial(), output: settingsSchema },
    /** Writes the log folder as one file where the operator chooses; null when they cancelled. */
    'log.export': { input: nothing, output: z.object({ path: z.string().nullable() }) },
    /** A defect seen in the workspace, for the log. No personal data. */
    'log.defect': { input: z.strictObject({ message: z.string().max(2000), stack: z.string().max(10_000) }), output: nothing },
  },
  events: {
    snapshot: mainSnapshotSchema,
    /** RMS 0..1 of both sides, while a call is connected: at most some four times a second, and only when a bar would move. */
    levels: z.object({ callId: idSchema, microphone: z.number(), speaker: z.number() }),
    /** The operator clicked the notification of a ringing call, or a menu entry. */
    reveal: z.object({ what: z.enum(['call', 'settings']) }),
  },
});
export type MainContract = typeof mainContract;
