import { z } from 'zod';
import { accuracyDaySchema } from '../domain/accuracy.ts';
import { historyEntrySchema } from '../domain/call-history.ts';
import { customerFileSchema, customerHitSchema, draftSchema, interactionFileSchema, scriptChoiceSchema } from '../domain/customer-file.ts';
import { addressSchema, contactPointSchema, customerSchema, directoryEntrySchema, interactionSchema } from '../domain/entities.ts';
import { idSchema, instantSchema } from '../domain/ids.ts';
import { scriptRunSchema } from '../domain/script/run.ts';
import { syncStatusSchema } from '../domain/sync-status.ts';
import { unsentListSchema } from '../domain/unsent-work.ts';
import { defineContract, nothing } from './contract.ts';
import { caseworkCalls } from './casework-calls.ts';
import { fileCalls } from './file-calls.ts';
import { identityCalls } from './identity-calls.ts';
import { qualityCalls } from './quality-calls.ts';
import { knowledgeCalls } from './knowledge-calls.ts';
import { letterDraftCalls } from './letter-draft-calls.ts';
import { scriptDraftCalls } from './script-draft-calls.ts';
import { orderCalls } from './store-orders.ts';

const synced = { id: true, version: true, updatedAt: true } as const;
const customerPatch = customerSchema.omit({ ...synced, customerNumber: true }).partial();
const contactPointPatch = contactPointSchema.omit({ ...synced, customerId: true });
const addressPatch = addressSchema.omit({ ...synced, customerId: true });

/** What the operator may change in one go; every part becomes a mutation of its own. */
export const customerChangeSchema = z.strictObject({
  customer: customerPatch.optional(),
  /** Without id: a new one. */
  contactPoints: z.array(contactPointPatch.extend({ id: idSchema.optional() })).max(50).optional(),
  addresses: z.array(addressPatch.extend({ id: idSchema.optional() })).max(50).optional(),
  removed: z.strictObject({ contactPoints: z.array(idSchema).max(50).default([]), addresses: z.array(idSchema).max(50).default([]) }).optional(),
});
export type CustomerChange = z.infer<typeof customerChangeSchema>;

/** `interactionId`: the conversation in which it was typed or, of a customer or an article that was looked up, the id of that. */
const draftInput = z.strictObject({ interactionId: idSchema, fields: draftSchema });
/** What of the journal is now in the row: forgotten with the write that puts it there. */
const typed = draftInput.optional();

/** Workspace to the store process, over a port of its own. */
export const storeContract = defineContract({
  name: 'store',
  calls: {
    /** The interaction of a call, created when the call appeared; null while the store has not seen it yet. */
    'interaction.byCall': { input: z.strictObject({ callId: idSchema }), output: interactionFileSchema.nullable() },
    'interaction.get': { input: z.strictObject({ id: idSchema }), output: interactionFileSchema },
    /** Interactions of this device that are not closed, oldest first: what a crash or a second call left behind. */
    'interaction.unfinished': { input: nothing, output: z.array(interactionSchema) },
    'interaction.linkCustomer': { input: z.strictObject({ id: idSchema, customerId: idSchema.nullable() }), output: interactionFileSchema },
    'interaction.setScriptRun': { input: z.strictObject({ id: idSchema, run: scriptRunSchema, captured: z.record(z.string().max(64), z.string().max(4000)) }), output: nothing },
    /** What can be chosen in this conversation, scripts in the customer's language first. */
    'interaction.scripts': { input: z.strictObject({ id: idSchema }), output: z.array(scriptChoiceSchema) },
    /** Another script begins at its first step; what was captured stays. Refused with `store.refused` where it is not among those that can be chosen. */
    'interaction.chooseScript': { input: z.strictObject({ id: idSchema, scriptId: idSchema }), output: interactionFileSchema },
    /** Closes the interaction with its outcome; row, journal and outbox commit together. Refused with `store.refused` when the outcome asks for a sentence and there is none. */
    'interaction.close': {
      input: z.strictObject({
        id: idSchema,
        outcomeId: idSchema,
        sentence: z.string().max(1000),
        note: z.string().max(10_000),
        captured: z.record(z.string().max(64), z.string().max(4000)),
        /** When the sentence was read back to the customer; null: it was not. */
        readBackAt: instantSchema.nullable().default(null),
      }),
      output: interactionSchema,
    },

    /** Journals a batch of keystrokes: on disk (synchronous FULL) when it answers. An empty value is kept as such: it was cleared. */
    'draft.write': { input: draftInput, output: z.object({ savedAt: instantSchema }) },
    /** What was typed in the file of a customer who was looked up, outside of a conversation, or about an article. */
    'draft.read': { input: z.strictObject({ ownerId: idSchema }), output: z.object({ draft: draftSchema, savedAt: instantSchema.nullable() }) },
    /** Gives fields up where they still say what is given here. */
    'draft.forget': { input: draftInput, output: nothing },

    'customer.get': { input: z.strictObject({ id: idSchema }), output: customerFileSchema },
    /** Words in any order, a phone in any notation, an e-mail address or a customer number. */
    'customer.search': { input: z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(60).default(20) }), output: z.array(customerHitSchema) },
    'customer.create': { input: z.strictObject({ customer: customerPatch, contactPoints: z.array(contactPointPatch).max(20), addresses: z.array(addressPatch).max(20), typed }), output: customerFileSchema },
    'customer.change': { input: z.strictObject({ id: idSchema, change: customerChangeSchema, typed }), output: customerFileSchema },

    ...fileCalls,

    ...caseworkCalls,

    ...identityCalls,

    /** Calls of this operator, most recent first; `text` is a name, a number in any notation, or part of one. */
    'history.list': {
      input: z.strictObject({
        text: z.string().max(200).default(''),
        kind: z.enum(['all', 'missed', 'inbound', 'outbound']).default('all'),
        /** `next` of the page before. */
        before: z.string().max(200).nullable().default(null),
        limit: z.number().int().min(1).max(100).default(50),
      }),
      output: z.object({ entries: z.array(historyEntrySchema), next: z.string().nullable() }),
    },
    /** Colleagues and departments by name, number or competence. */
    'directory.search': { input: z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(200).default(50) }), output: z.array(directoryEntrySchema) },

    ...qualityCalls,

    ...orderCalls,

    ...knowledgeCalls,
    ...scriptDraftCalls,
    ...letterDraftCalls,

    /** Counts of what this operator entered and corrected in verified fields: by day, for nobody else, on this device only. */
    'accuracy.add': { input: accuracyDaySchema, output: nothing },
    /** The last thirty days on which something was entered, most recent first. */
    'accuracy.read': { input: nothing, output: z.array(accuracyDaySchema) },

    'sync.status': { input: nothing, output: syncStatusSchema },
    'sync.now': { input: nothing, output: nothing },

    /** Work that central refused, that conflicts, or on which central fails; and what was decided about such work. */
    'unsent.list': { input: nothing, output: unsentListSchema },
    /** Ends a conflict: a choice for each field in dispute. The value that loses is kept in the history. */
    'unsent.resolve': { input: z.strictObject({ id: idSchema, choices: z.record(z.string().max(64), z.enum(['mine', 'theirs'])) }), output: nothing },
    /** Sends again what was refused, with the fields that the operator changed. */
    'unsent.retry': { input: z.strictObject({ id: idSchema, changes: z.record(z.string().max(64), z.string().max(10_000)) }), output: nothing },
    /** Gives up a piece of work and what depends on it. The file says again what it said before. */
    'unsent.discard': { input: z.strictObject({ id: idSchema }), output: z.object({ discarded: z.number().int() }) },
  },
  events: {
    'interaction.opened': z.object({ id: idSchema, callId: idSchema }),
    'interaction.changed': z.object({ id: idSchema }),
    'customer.changed': z.object({ id: idSchema }),
    /** So many customers or conversations changed at once that they are not named: whatever is shown is asked for again. */
    'customers.changed': z.object({}),
    /** What may be seen of customers is not what it was: whatever shows one is asked again. */
    'access.changed': z.object({}),
    /** Cases or promises: the list of what is due. */
    'work.changed': z.object({}),
    /** Queues, outcomes, scripts or directory entries came in. */
    'reference.changed': z.object({}),
    /** Products, stock, holds, terms or slots came in. */
    'catalogue.changed': z.object({}),
    /** Articles came in. */
    'knowledge.changed': z.object({}),
    /** Templates of letters, or their documents. */
    'letters.changed': z.object({}),
    'sync.status': syncStatusSchema,
  },
});
export type StoreContract = typeof storeContract;
