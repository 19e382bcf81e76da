import { z } from 'zod';
import { abbreviationsSchema } from '../domain/abbreviations.ts';
import { notReadyReasonSchema } from '../domain/agent-state.ts';
import { qualitySampleSchema, voiceActivitySchema } from '../domain/call-quality.ts';
import { audioRoleSchema } from '../domain/devices.ts';
import { idSchema } from '../domain/ids.ts';
import { readinessCheckSchema, readinessReportSchema } from '../domain/readiness.ts';
import { pauseReasonSchema } from '../domain/recording.ts';
import { handOverNoteSchema } from '../domain/transfer.ts';
import { languageSchema } from '../domain/language.ts';
import { letterTemplateSchema } from '../domain/letter-template.ts';
import { letterOrderSchema, letterPreviewSchema } from '../domain/letters.ts';
import { exportOrderSchema } from '../domain/office.ts';
import { printOrderSchema } from '../domain/print-sheet.ts';
import { signInWaysSchema } from '../contract/session.ts';
import { errorCodeSchema, mainSnapshotSchema } from '../domain/snapshot.ts';
import { settingsSchema } from '../domain/settings.ts';
import { defineContract, nothing } from './contract.ts';
import { figuresCalls } from './figures-calls.ts';
import { scriptCalls } from './script-calls.ts';
import { templateCalls } from './template-calls.ts';
import { trailCalls } from './trail-calls.ts';

const handing = z.enum(['clipboard', 'mail-program']);
/** Empty: the mail program asks. */
const mailAddress = z.union([z.email().max(320), z.literal('')]);

const callId = z.strictObject({ callId: idSchema });
/** A number in any notation, or a SIP user. */
const target = z.string().min(1).max(256);
/** RFC 4733: the digits an operator can send. */
const digits = z.string().regex(/^[0-9*#A-D,]{1,128}$/);

/** Workspace to main. Every call action is refused with `call.not-found` or `call.illegal` when the call is not in a state for it. */
export const mainContract = defineContract({
  name: 'main',
  calls: {
    'snapshot.get': { input: nothing, output: mainSnapshotSchema },

    'session.signIn': { input: z.strictObject({ centralUrl: z.url({ protocol: /^https?$/ }), username: z.string().min(1).max(128), password: z.string().min(1).max(512) }), output: nothing },
    /** Which ways of signing in the centre has. */
    'session.ways': { input: z.strictObject({ centralUrl: z.url({ protocol: /^https?$/ }) }), output: signInWaysSchema },
    /** In the system's browser, through the centre's provider; answers when the operator is back. */
    'session.signInWithProvider': { input: z.strictObject({ centralUrl: z.url({ protocol: /^https?$/ }) }), output: nothing },
    'session.abandonSignIn': { input: nothing, output: nothing },
    /**
     * Signs out and removes the local database. What is not at central: with `ask` the answer says how much there is, and
     * nothing happens; with `keep` it stays on this device, encrypted, until this operator signs in again.
     */
    'session.signOut': {
      input: z.strictObject({ unsent: z.enum(['ask', 'keep', 'discard']) }),
      output: z.object({ unsent: z.object({ mutations: z.number().int(), drafts: z.number().int() }).nullable() }),
    },

    /** Locks the desk. Refused with `lock.in-call` during a call, with `lock.no-way` where nothing could open it again. */
    'lock.now': { input: nothing, output: nothing },
    /**
     * Opens it by the operator's password: at central, or as it was at their last sign-in while central cannot be reached. Refused with
     * `lock.wrong`, `lock.too-many-tries`, `lock.needs-centre`, or what central says.
     */
    'lock.open': { input: z.strictObject({ password: z.string().min(1).max(512) }), output: nothing },
    /** Opens it in the system's browser, through the centre's provider; answers when the operator is back. */
    'lock.openWithProvider': { input: nothing, output: nothing },

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
    /** Answers with the new call's id. An emergency number is refused with `call.emergency` until it is `confirmed`. */
    'call.dial': { input: z.strictObject({ target, confirmed: z.boolean().default(false) }), output: z.object({ callId: idSchema }) },
    /** This call becomes the one in conversation; another one is held first. */
    'call.switchTo': { input: callId, output: nothing },
    /** Sends a ringing call elsewhere (302). Refused with `transfer.target-invalid` for what cannot be dialled. */
    'call.deflect': { input: z.strictObject({ callId: idSchema, target }), output: nothing },
    /** Calls back the last missed call. */
    'call.callBackMissed': { input: nothing, output: z.object({ callId: idSchema }) },
    /** Takes over a call that rings at a colleague's. Refused with `pick-up.refused` when it no longer rings. */
    'call.pickUp': { input: z.strictObject({ number: z.string().min(1).max(128) }), output: z.object({ callId: idSchema }) },
    'call.voicemail': { input: nothing, output: z.object({ callId: idSchema }) },

    /** Sends the caller to the target without consultation. Progress and failure are in the call's `transfer`. */
    'transfer.blind': { input: z.strictObject({ callId: idSchema, target, note: handOverNoteSchema }), output: nothing },
    /** Holds the caller and calls a colleague about them. Answers with the id of the consultation. */
    'transfer.consult': { input: z.strictObject({ callId: idSchema, target }), output: z.object({ callId: idSchema }) },
    /** Brings caller and colleague together, and leaves. The colleague may still be ringing: they are then called by the exchange. */
    'transfer.complete': { input: z.strictObject({ callId: idSchema, note: handOverNoteSchema }), output: nothing },
    /** Ends the consultation (or takes back a transfer that has not succeeded yet) and returns to the caller. Never transfers. */
    'transfer.cancel': { input: callId, output: nothing },
    /** The operator has seen that a transfer failed. */
    'transfer.dismiss': { input: callId, output: nothing },

    /** Joins two calls, with the operator, into a conference of three. */
    'conference.join': { input: z.strictObject({ callId: idSchema, withCallId: idSchema }), output: nothing },
    /** Ends one call of the conference; the other one goes on. */
    'conference.drop': { input: callId, output: nothing },
    /** Splits the conference: the given call stays in conversation, the other is held. */
    'conference.split': { input: callId, output: nothing },
    /** The operator leaves and lets the others talk (an attended transfer). */
    'conference.leave': { input: z.strictObject({ note: handOverNoteSchema }), output: nothing },

    'line.setDoNotDisturb': { input: z.strictObject({ on: z.boolean() }), output: nothing },
    'dialRequest.dismiss': { input: z.strictObject({ id: idSchema }), output: nothing },
    /** The telephones whose state the workspace shows. Replaces what was watched before. */
    'presence.watch': { input: z.strictObject({ numbers: z.array(z.string().min(1).max(128)).max(200) }), output: nothing },

    'recording.start': { input: callId, output: nothing },
    'recording.stop': { input: callId, output: nothing },
    'recording.pause': { input: z.strictObject({ callId: idSchema, reason: pauseReasonSchema }), output: nothing },
    'recording.resume': { input: z.strictObject({ callId: idSchema, reason: pauseReasonSchema }), output: nothing },

    /** Plays a short sound where calls (`speaker`) or the ring tone (`ring`) would be heard. */
    'devices.testSound': { input: z.strictObject({ role: audioRoleSchema.exclude(['microphone']) }), output: nothing },
    /** Opens the microphone for its level only; nothing is sent anywhere. */
    'devices.watchMicrophone': { input: z.strictObject({ on: z.boolean() }), output: nothing },

    'readiness.start': { input: nothing, output: nothing },
    /** What the operator heard. */
    'readiness.answer': { input: z.strictObject({ check: readinessCheckSchema, heard: z.boolean() }), output: nothing },
    'readiness.cancel': { input: nothing, output: nothing },

    /** Opens the database again, after the operator has made room on the disk or mended rights. Refused with the `store.*` code that still stands. */
    'store.retry': { input: nothing, output: nothing },
    /** Puts a database that cannot be opened aside (it is kept) and begins with an empty one, which central fills. */
    'store.setAside': { input: nothing, output: z.object({ path: z.string() }) },

    /** Saves what is not at the centre out of a damaged database, and lets the centre send the rest again. Refused with the `store.*` code that stands in the way. */
    'store.repair': { input: nothing, output: z.object({ mutations: z.number().int(), drafts: z.number().int(), incomplete: z.boolean() }) },
    /** Gives back the disk room that deleted rows left; the file of the caller is away meanwhile, so not during a call. Bytes before and after. */
    'store.compact': { input: nothing, output: z.object({ before: z.number().int(), after: z.number().int() }) },

    'settings.get': { input: nothing, output: settingsSchema },
    'settings.set': { input: settingsSchema.partial(), output: settingsSchema },
    /**
     * Writes a list as a spreadsheet where the operator chooses. Main asks the operator for the place and writes there: no path
     * crosses. Answers with the number of lines; null when they cancelled. Refused with `office.not-allowed` where the centre does
     * not let this operator export that list.
     */
    'office.export': { input: exportOrderSchema, output: z.object({ rows: z.number().int().nullable() }) },

    /** Spelling is checked in these languages from here on, from shipped dictionaries; those of other languages are let go. */
    'spelling.use': { input: z.strictObject({ languages: z.array(languageSchema).max(4) }), output: nothing },
    /** The centre's, for every operator. */
    'office.abbreviations': { input: nothing, output: abbreviationsSchema },

    /** Puts a sheet on the operator's printer, or in a PDF where they choose; false when they cancelled. */
    'office.print': { input: printOrderSchema, output: z.object({ done: z.boolean() }) },
    /** What can be made for a customer in a conversation of this queue, or outside of one (null): the centre's templates. */
    'letter.list': { input: z.strictObject({ queueId: idSchema.nullable() }), output: z.array(letterTemplateSchema) },
    /**
     * A letter as it will be. Refused, with the template's name in `details.template`, with `letter.template-missing`, `letter.template-changed`,
     * `letter.not-here`, `letter.template-invalid` (`details.fault`) or `letter.field-unknown` (`details.field`).
     */
    'letter.preview': { input: letterOrderSchema, output: letterPreviewSchema },
    /** Writes the letter where the operator chooses; false when they cancelled. */
    'letter.save': { input: letterOrderSchema, output: z.object({ saved: z.boolean() }) },
    /** Puts the words of a mail on the clipboard, or in the mail program's own window: it is sent there, by the operator. */
    'letter.mail': { input: z.strictObject({ order: letterOrderSchema, how: handing, to: mailAddress }), output: nothing },
    /** The same with a text that is no letter, such as a sentence of an article. */
    'letter.hand': { input: z.strictObject({ how: handing, to: mailAddress, subject: z.string().max(400), text: z.string().max(20_000) }), output: nothing },

    ...scriptCalls,

    ...templateCalls,

    ...figuresCalls,

    ...trailCalls,

    /** Writes what central keeps of one person where the operator says; false when they say nowhere. */
    'personalData.save': { input: z.strictObject({ name: z.string().max(64), text: z.string().max(64 * 1024 * 1024) }), output: z.object({ saved: z.boolean() }) },
    /** Writes the log folder as one file where the operator chooses; null when they cancelled. */
    'log.export': { input: nothing, output: z.object({ path: z.string().nullable() }) },
    /** A defect seen in the workspace, for the log. No personal data. */
    'log.defect': { input: z.strictObject({ message: z.string().max(2000), stack: z.string().max(10_000) }), output: nothing },
  },
  events: {
    snapshot: mainSnapshotSchema,
    /** RMS 0..1 of both sides, while a call is connected: at most some four times a second, and only when a bar would move. */
    levels: z.object({ callId: idSchema, microphone: z.number(), speaker: z.number() }),
    /** Once a second while a call is connected and the window can be seen. */
    quality: z.object({ callId: idSchema, sample: qualitySampleSchema }),
    /** Whenever somebody starts or stops speaking. */
    voice: z.object({ callId: idSchema, activity: voiceActivitySchema }),
    /** RMS 0..1 while `devices.watchMicrophone` is on. */
    microphoneLevel: z.object({ level: z.number().min(0).max(1) }),
    readiness: readinessReportSchema,
    /** The operator clicked the notification of a ringing call, or a menu entry. */
    /** Something that was asked for outside of the window, in the panel or the menu, was refused. */
    refused: z.object({ code: errorCodeSchema }),
    reveal: z.object({ what: z.enum(['call', 'settings', 'readiness']) }),
  },
});
export type MainContract = typeof mainContract;
