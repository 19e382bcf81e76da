import { z } from 'zod';
import { customerFileSchema, duplicateSchema, dueWorkSchema } from '../domain/customer-file.ts';
import { customerSchema } from '../domain/entities.ts';
import { caseSchema, consentSchema, noteSchema, promiseSchema } from '../domain/file-entities.ts';
import { idSchema, instantSchema } from '../domain/ids.ts';
import { timelineEntrySchema, timelineKindSchema, timelineKinds } from '../domain/timeline.ts';
import { nothing } from './contract.ts';

const ofCustomer = { customerId: idSchema, interactionId: idSchema.nullable().default(null) };
const byId = z.strictObject({ id: idSchema });
/** Mine, or whoever of the queue takes it. */
const mine = z.boolean();
const caseText = caseSchema.pick({ kind: true, subject: true, description: true, priority: true, dueAt: true }).shape;
const reason = z.string().trim().min(1).max(200);

/** What the workspace asks of a customer's file beside their data. */
export const fileCalls = {
  /** All that happened with a customer, most recent first, a page at a time. */
  'customer.timeline': {
    input: z.strictObject({
      customerId: idSchema,
      kinds: z.array(timelineKindSchema).min(1).default([...timelineKinds]),
      /** `next` of the page before. */
      before: z.string().max(200).nullable().default(null),
      limit: z.number().int().min(1).max(100).default(40),
    }),
    output: z.object({ entries: z.array(timelineEntrySchema), next: z.string().nullable() }),
  },
  /** Every value that the named fields had (`customer.familyName`), the latest first. */
  'customer.corrections': { input: z.strictObject({ customerId: idSchema, fields: z.array(z.string().max(80)).min(1).max(10) }), output: z.array(timelineEntrySchema) },
  'correction.undo': { input: z.strictObject({ customerId: idSchema, id: idSchema, field: z.string().max(64) }), output: customerFileSchema },

  /** What the people with this number said against being called. Empty: nothing. */
  'customer.refusals': {
    input: z.strictObject({ number: z.string().max(256) }),
    output: z.array(z.object({ customerId: idSchema, name: z.string(), consent: consentSchema })),
  },
  'consent.add': { input: z.strictObject({ ...ofCustomer, ...consentSchema.pick({ channel: true, purpose: true, state: true, source: true, how: true }).shape }), output: customerFileSchema },

  'note.add': { input: z.strictObject({ ...ofCustomer, ...noteSchema.pick({ text: true, pinned: true }).shape }), output: customerFileSchema },
  'note.change': { input: byId.extend(noteSchema.pick({ text: true, pinned: true }).partial().shape), output: customerFileSchema },
  'note.remove': { input: byId, output: customerFileSchema },

  /** A case and, in the same step, what was promised about it. */
  'case.open': {
    input: z.strictObject({ ...ofCustomer, ...caseText, queueId: idSchema.nullable().default(null), procedureId: caseSchema.shape.procedureId.default(null), collected: caseSchema.shape.collected.default({}), mine, promised: z.strictObject({ text: z.string().max(500), dueAt: instantSchema }).nullable().default(null) }),
    output: customerFileSchema,
  },
  'case.change': { input: byId.extend({ ...caseSchema.pick({ state: true, subject: true, description: true, priority: true, dueAt: true, result: true, collected: true }).partial().shape, mine: mine.optional(), readBack: z.boolean().optional() }), output: customerFileSchema },
  'promise.add': { input: z.strictObject({ ...ofCustomer, ...promiseSchema.pick({ text: true, dueAt: true, caseId: true }).shape, priority: promiseSchema.shape.priority.default('normal'), queueId: idSchema.nullable().default(null), mine }), output: customerFileSchema },
  'promise.change': { input: byId.extend({ ...promiseSchema.pick({ state: true, text: true, dueAt: true }).partial().shape, mine: mine.optional() }), output: customerFileSchema },
  /** Cases and promises by deadline: of this operator and those that are nobody's yet, or everybody's. */
  'work.due': { input: z.strictObject({ limit: z.number().int().min(1).max(500).default(50), whose: z.enum(['own', 'all']).default('own') }), output: z.array(dueWorkSchema) },

  'customer.duplicates': { input: byId, output: z.array(duplicateSchema) },
  'customer.merge': { input: z.strictObject({ survivorId: idSchema, mergedId: idSchema, taken: z.array(customerSchema.keyof()).max(20) }), output: customerFileSchema },
  'customer.undoMerge': { input: byId, output: customerFileSchema },

  /** All that central keeps of one person, as JSON. Central asks who may, and logs it. */
  'customer.export': { input: byId.extend({ reason }), output: z.object({ text: z.string() }) },
  /** Erases one person at central, from where it reaches every device. */
  'customer.erase': { input: byId.extend({ reason }), output: nothing },
} as const;
