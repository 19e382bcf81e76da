import { z } from 'zod';
import { qualityReportSchema } from '../domain/call-quality.ts';
import { endCauseSchema, endedBySchema } from '../domain/call.ts';
import { errorCodes } from '../domain/errors.ts';
import { languageSchema } from '../domain/entities.ts';
import { trailNamesSchema, trailNamesWishSchema } from '../domain/identity/trail.ts';
import { idSchema, instantSchema } from '../domain/ids.ts';
import { cellSchema, deviceExportSchema } from '../domain/office.ts';
import { dataExportSchema } from '../domain/office-entities.ts';
import { callTallySchema } from '../domain/quality/tally.ts';
import { recordingPolicySchema } from '../domain/recording.ts';
import { letterHashSchema, letterTemplateSchema } from '../domain/letter-template.ts';
import { handOverNoteSchema, transferSchema } from '../domain/transfer.ts';
import { syncStatusSchema } from '../domain/sync-status.ts';
import { bytesSchema } from './bytes.ts';
import { defineContract, nothing } from './contract.ts';

const openInput = z.strictObject({
  path: z.string().min(1),
  /** 32 bytes, hex: the raw key (SQLCipher). */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  /** How national numbers are read until provisioning says otherwise. */
  country: z.string().length(2),
});

const copyInput = openInput.omit({ country: true });

/** Main to the store process: its life, its session, and what happens to calls. The workspace's port travels beside it, as a transfer. */
export const storeControlContract = defineContract({
  name: 'store-control',
  calls: {
    /** Opens (or creates) the database. Refused with a `store.*` code; the process stays up and can be asked again. */
    'store.open': {
      input: openInput,
      output: z.object({ interrupted: z.number().int() }),
    },
    /**
     * Makes a sound database out of a damaged one, and opens it: what is not at central is saved first, central sends the rest
     * again. The damaged file is kept.
     */
    'store.repair': {
      input: openInput,
      output: z.object({ mutations: z.number().int(), drafts: z.number().int(), /** Damage may have taken more. */ incomplete: z.boolean(), damaged: z.string() }),
    },
    /** What is on this device and not at central, and whose it is. */
    'store.unsent': { input: nothing, output: z.object({ mutations: z.number().int(), drafts: z.number().int(), owner: idSchema.nullable() }) },
    /**
     * The operator leaves this device: what is not at central is written to `keep` (null: it is given up), then the
     * database is closed and removed.
     */
    'store.wipe': { input: z.strictObject({ database: openInput, keep: copyInput.nullable() }), output: z.object({ mutations: z.number().int(), drafts: z.number().int() }) },
    /**
     * Closes the database and writes it anew, without the room that deleted rows left, and under `key` where that is another one. A
     * crash in the middle leaves the file under either key. The caller opens it again. Bytes before and after.
     */
    'store.renew': { input: z.strictObject({ database: openInput, key: openInput.shape.key }), output: z.object({ before: z.number().int(), after: z.number().int() }) },
    /** Takes in what `store.wipe` kept, and removes that file. */
    'store.takeIn': { input: copyInput, output: z.object({ mutations: z.number().int(), drafts: z.number().int() }) },
    /** Central as it can be reached now; a fresh access token replaces the former one. */
    'session.set': { input: z.strictObject({ centralUrl: z.url(), accessToken: z.string(), agentId: idSchema, deviceId: idSchema, country: z.string().length(2) }), output: nothing },
    'session.clear': { input: nothing, output: nothing },
    /** While the desk is locked the workspace is refused with `lock.locked`; what was typed is taken in all the same. */
    'desk.lock': { input: z.strictObject({ locked: z.boolean() }), output: nothing },

    /** A call appeared. Idempotent per callId. */
    'interaction.open': {
      input: z.strictObject({
        callId: idSchema,
        direction: z.enum(['inbound', 'outbound']),
        number: z.string().max(256).nullable(),
        called: z.string().max(256).nullable(),
        queueKey: z.string().max(128).nullable(),
        startedAt: instantSchema,
      }),
      /** `queue`: what the call's queue says about it; null where no queue is known. */
      output: z.object({ interactionId: idSchema, queue: z.object({ autoAnswer: z.boolean(), recording: recordingPolicySchema }).nullable() }),
    },
    'interaction.answered': { input: z.strictObject({ callId: idSchema, answeredAt: instantSchema }), output: nothing },
    /** The leg ended. A call that was never answered closes its interaction as missed or cancelled by itself. */
    'interaction.ended': { input: z.strictObject({ callId: idSchema, endedAt: instantSchema, cause: endCauseSchema, endedBy: endedBySchema }), output: nothing },

    /** The call was transferred: to whom, how, and what the operator wrote along. */
    'interaction.transferred': { input: z.strictObject({ callId: idSchema, kind: transferSchema.shape.kind, target: z.string().max(256), note: handOverNoteSchema, at: instantSchema }), output: nothing },
    /** How the call sounded, once, after its end. */
    'interaction.quality': { input: z.strictObject({ callId: idSchema, report: qualityReportSchema }), output: nothing },

    /** What was counted of the call so far: hold, silence, overlap. The last one told holds. */
    'interaction.counted': { input: z.strictObject({ callId: idSchema, tally: callTallySchema }), output: nothing },

    /** The call was recorded: the file is on this device. `recording` null: its file is gone, e.g. at the end of its retention. */
    'interaction.recorded': { input: z.strictObject({ callId: idSchema, recording: z.strictObject({ fileId: idSchema, seconds: z.number().int().min(0) }).nullable() }), output: nothing },

    /** Which of these calls were with somebody who was erased: their recordings may not be kept. */
    'recordings.erased': { input: z.strictObject({ callIds: z.array(idSchema).max(100_000) }), output: z.object({ callIds: z.array(idSchema) }) },

    /** One page of a list that leaves as a file, in the order of `exportColumns`; `next` is where the next one goes on. */
    'export.page': {
      input: z.strictObject({ request: deviceExportSchema, after: z.string().max(200).nullable(), language: languageSchema }),
      output: z.object({ rows: z.array(z.array(cellSchema)), next: z.string().nullable() }),
    },
    /** Writes down that a list leaves: on disk, and on its way to central, when it answers. */
    /** Who and what the ids in the trail of identity checks are, as the operator may see it now. */
    'identity.names': { input: trailNamesWishSchema, output: trailNamesSchema },
    'export.record': { input: dataExportSchema.pick({ list: true, format: true, rows: true, customerId: true, templateId: true, templateEdition: true }).partial({ templateId: true, templateEdition: true }), output: nothing },
    /** What letters and mails can be made from, of every queue that this device serves. */
    'letter.templates': { input: nothing, output: z.array(letterTemplateSchema) },
    /** A document of a template; null while it has not come from central. */
    'letter.file': { input: z.strictObject({ sha256: letterHashSchema }), output: z.object({ bytes: bytesSchema.nullable() }) },

    /** Finishes writing and closes the database; afterwards the process may be ended. */
    'store.close': { input: nothing, output: z.object({ pending: z.number().int() }) },
  },
  events: {
    /** Central refused the token: main refreshes it and calls `session.set`. */
    'token.needed': z.object({}),
    'sync.status': syncStatusSchema,
    /** Central erased somebody: `recordings.erased` may have something new. */
    'customer.erased': z.object({}),
    /** The database failed while open: disk full, read-only, corrupt. */
    failed: z.object({ code: z.enum(errorCodes) }),
  },
});
export type StoreControlContract = typeof storeControlContract;
