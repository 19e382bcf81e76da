import { z } from 'zod';
import { addressSchema, callLegSchema, contactPointSchema, customerSchema, handOverSchema, interactionSchema, outcomeSchema, queueSchema, scriptRowSchema } from './entities.ts';
import { carriedViewSchema } from './carried-script.ts';
import { caseStepSchema, questionSchema } from './casework/entities.ts';
import { duplicateReasons } from './duplicates.ts';
import { caseSchema, consentSchema, mergeSchema, noteSchema, prioritySchema, promiseSchema } from './file-entities.ts';
import { gateViewSchema } from './identity/gate.ts';
import { maskedPartSchema } from './identity/parts.ts';
import { idSchema, instantSchema } from './ids.ts';
import { languageSchema } from './language.ts';

/** A customer with all that the file shows. */
export const customerFileSchema = z.object({
  /** Parts that are not shown until the caller has shown who they are; `•••` stands in their place, or nothing. */
  masked: z.array(maskedPartSchema),
  customer: customerSchema,
  contactPoints: z.array(contactPointSchema),
  addresses: z.array(addressSchema),
  /** Most recent first, at most fifty. */
  interactions: z.array(interactionSchema),
  /** What holds now: the newest of each channel and purpose. */
  consents: z.array(consentSchema),
  /** Pinned ones first, then the most recent. */
  notes: z.array(noteSchema),
  /** Not closed, the first deadline first. */
  cases: z.array(caseSchema),
  /** Marks at the steps of these cases, as they were made. */
  caseSteps: z.array(caseStepSchema),
  promises: z.array(promiseSchema),
  /** Files that became this one, and can still be taken apart. */
  merges: z.array(mergeSchema.extend({ mergedName: z.string() })),
});
export type CustomerFile = z.infer<typeof customerFileSchema>;

/** One line in a list of found customers, with why it was found. */
export const customerHitSchema = z.object({
  id: idSchema,
  customerNumber: z.string().nullable(),
  name: z.string(),
  street: z.string(),
  town: z.string(),
  matched: z.enum(['phone', 'email', 'customer-number', 'name', 'town']),
  /** Of the last conversation that this device knows of. Absent where it was not asked for. */
  lastContactAt: instantSchema.nullable().optional(),
  /** The file is in the archive. Absent: it is not. */
  archived: z.boolean().optional(),
});
export type CustomerHit = z.infer<typeof customerHitSchema>;

/** A customer who may be calling, with what makes that likely. */
export const callerSchema = customerHitSchema.extend({
  /** What the number is to them. */
  numberKind: z.enum(['phone', 'mobile']),
  preferred: z.boolean(),
  segment: customerSchema.shape.segment,
  /** Their last conversation, and the last one from this very number. */
  lastContactAt: instantSchema.nullable(),
  lastFromNumberAt: instantSchema.nullable(),
  openCases: z.number().int().min(0),
  /** The first promise that is still open. */
  promiseDueAt: instantSchema.nullable(),
});
export type Caller = z.infer<typeof callerSchema>;

/** A file that may be of the same customer. */
export const duplicateSchema = z.object({ hit: customerHitSchema, score: z.number().int(), reasons: z.array(z.enum(duplicateReasons)) });
export type Duplicate = z.infer<typeof duplicateSchema>;

/** Work with a deadline: a case or a promise, of whom. */
export const dueWorkSchema = z.object({
  kind: z.enum(['case', 'promise']),
  id: idSchema,
  customerId: idSchema,
  customerName: z.string(),
  text: z.string(),
  caseNumber: z.string().nullable(),
  dueAt: instantSchema,
  priority: prioritySchema,
  /** Whose it is; null: nobody's yet. */
  ownerId: idSchema.nullable(),
  ownerName: z.string().nullable(),
  isMine: z.boolean(),
});
export type DueWork = z.infer<typeof dueWorkSchema>;

/** A field as typed but not yet final: what the journal keeps per interaction. */
export const draftFieldSchema = z.string().regex(
  new RegExp(
    `^(${[
      'note|sentence|outcomeId|handOver|readBack\\.(?:text|at)|question|promise(?:\\.(?:due|priority|caseId|mine))?',
      'question\\.[0-9a-f-]{36}',
      'customer\\.[A-Za-z.0-9-]{1,80}',
      'form\\.(?:contact|address|note|consent|followUp|order|article|person|refusal|reservation|leave)\\.[A-Za-z0-9-]{1,40}\\.[A-Za-z]{1,24}',
      'form\\.followUp\\.new\\.collected\\.[0-9a-f-]{36}\\.[A-Za-z0-9-]{1,64}',
      'script\\.[A-Za-z0-9-]{1,64}',
    ].join('|')})$`,
  ),
);
export const draftSchema = z.record(draftFieldSchema, z.string().max(20_000));
export type Draft = z.infer<typeof draftSchema>;

/** A script that a conversation can have. */
export const scriptChoiceSchema = z.object({
  id: idSchema,
  title: z.string(),
  language: languageSchema,
  /** Names of the queues that use it. */
  queues: z.array(z.string()),
});
export type ScriptChoice = z.infer<typeof scriptChoiceSchema>;

/** All that the workspace shows for one interaction. */
export const interactionFileSchema = z.object({
  interaction: interactionSchema,
  legs: z.array(callLegSchema),
  queue: queueSchema.nullable(),
  script: scriptRowSchema.nullable(),
  /** Counter-arguments that the queue's calls might have when this one began; null: as many as its script says. */
  objectionBudget: queueSchema.shape.objectionBudget,
  /** Outcomes of the queue, in order; all outcomes where there is no queue. */
  outcomes: z.array(outcomeSchema),
  /** The linked customer's file. */
  customer: customerFileSchema.nullable(),
  /** Customers who have the caller's number, when none is linked or several fit. */
  candidates: z.array(callerSchema),
  /** What the colleague who transferred this call wrote along, as it came through central; `by` is their name, `script` what became of theirs (null: nothing to say). */
  handOver: handOverSchema.extend({ by: z.string().nullable(), script: carriedViewSchema.nullable() }).nullable(),
  /** The identity gate of this conversation with the linked customer; null where nothing is asked. */
  gate: gateViewSchema.nullable(),
  /** What was asked in this conversation, in the order in which it was noted. */
  questions: z.array(questionSchema),
  draft: draftSchema,
  /** When the last keystroke batch reached the journal. */
  draftSavedAt: instantSchema.nullable(),
});
export type InteractionFile = z.infer<typeof interactionFileSchema>;
