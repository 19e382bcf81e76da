import { z } from 'zod';
import { qualityReportSchema } from './call-quality.ts';
import { carriedScriptSchema } from './carried-script.ts';
import { endCauseSchema, endedBySchema } from './call.ts';
import { caseStepSchema, numberRangeSchema, questionSchema } from './casework/entities.ts';
import { procedureSchema } from './casework/procedure.ts';
import { caseSchema, consentSchema, correctionSchema, mergeSchema, noteSchema, promiseSchema } from './file-entities.ts';
import { e164Schema, idSchema, instantSchema } from './ids.ts';
import { carriedIdentitySchema, identityCheckSchema } from './identity/entities.ts';
import { identityPolicySchema } from './identity/policy.ts';
import { articleFeedbackSchema, articleSchema } from './knowledge/article.ts';
import { languageSchema, localisedSchema, registerSchema } from './language.ts';
import { letterTemplateSchema } from './letter-template.ts';
import { offerAnswerSchema, offerSchema } from './offers/offer.ts';
import { dataExportSchema } from './office-entities.ts';
import { capacitySlotSchema, productSchema, salesPolicySchema, salesTermsSchema, stockSchema } from './ordering/catalogue.ts';
import { orderSchema, reservationSchema, stockHoldSchema } from './ordering/order.ts';
import { qualityAgreementSchema } from './quality/agreement.ts';
import { conversationQualitySchema } from './quality/entities.ts';
import { recordingPolicySchema } from './recording.ts';
import { objectionBudgetSchema } from './script/objection-budget.ts';
import { scriptRunSchema } from './script/run.ts';
import { scriptSchema } from './script/script.ts';
import { synced } from './synced.ts';
import { handOverNoteSchema, transferSchema } from './transfer.ts';
import { afterCallSchema } from './wrapup/after-call.ts';
import { outcomeSentencesSchema } from './wrapup/outcome-sentence.ts';

export { languageSchema, localisedSchema, type Language, type Localised } from './language.ts';

const shortText = z.string().max(200);

export const customerSchema = z.strictObject({
  ...synced,
  kind: z.enum(['person', 'organisation']),
  /** The number the customer knows, e.g. `BE-204518`; null until central has given one. */
  customerNumber: z.string().max(32).nullable(),
  salutation: z.enum(['mr', 'mrs', 'none']),
  givenName: shortText,
  familyName: shortText,
  organisationName: shortText.nullable(),
  /** Belgian form `BE0123456749` (modulus 97). */
  vatNumber: z.string().max(20).nullable(),
  birthDate: z.iso.date().nullable(),
  language: languageSchema,
  segment: z.enum(['new', 'regular', 'loyal']),
  archived: z.boolean(),
});
export type Customer = z.infer<typeof customerSchema>;

export const contactPointSchema = z.strictObject({
  ...synced,
  customerId: idSchema,
  kind: z.enum(['phone', 'mobile', 'email']),
  /** E.164 for phone and mobile, an address for email. */
  value: z.string().max(320),
  preferred: z.boolean(),
});
export type ContactPoint = z.infer<typeof contactPointSchema>;

export const addressSchema = z.strictObject({
  ...synced,
  customerId: idSchema,
  kind: z.enum(['home', 'delivery', 'billing']),
  street: shortText,
  houseNumber: z.string().max(20),
  box: z.string().max(20).nullable(),
  postcode: z.string().max(12),
  town: shortText,
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2),
});
export type Address = z.infer<typeof addressSchema>;

export const queueSchema = z.strictObject({
  ...synced,
  /** What the SIP header names. */
  key: z.string().max(128),
  name: z.string().max(128),
  organisation: z.string().max(128),
  /** Called numbers that lead to this queue, E.164. */
  numbers: z.array(e164Schema),
  language: languageSchema,
  register: registerSchema,
  scriptId: idSchema.nullable(),
  outcomeIds: z.array(idSchema),
  /** The quality agreement, in seconds. */
  pickUpTargetSeconds: z.number().int().positive(),
  durationTargetSeconds: z.number().int().positive(),
  /** Its calls answer themselves, after a cue in the headset. */
  autoAnswer: z.boolean(),
  recording: recordingPolicySchema,
  /** What is asked before a customer's file is shown; null: it is open. */
  identity: identityPolicySchema.nullable(),
  /** What else was agreed about quality; null: nothing. */
  agreement: qualityAgreementSchema.nullable(),
  /** What is filled in after a call; null: nothing. */
  afterCall: afterCallSchema.nullable(),
  /** How many counter-arguments its calls may have; null: as many as their script says. */
  objectionBudget: objectionBudgetSchema.nullable(),
});
export type Queue = z.infer<typeof queueSchema>;

export const outcomeSchema = z.strictObject({
  ...synced,
  code: z.string().max(64),
  label: localisedSchema,
  requiresSentence: z.boolean(),
  /** How it is said, by purpose and language; null: its label and what was captured are put in a row. */
  sentences: outcomeSentencesSchema.nullable(),
  order: z.number().int(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const scriptRowSchema = z.strictObject({ ...synced, key: z.string().max(128), language: languageSchema, definition: scriptSchema });
export type ScriptRow = z.infer<typeof scriptRowSchema>;

export const agentSchema = z.strictObject({
  ...synced,
  username: z.string().max(128),
  name: z.string().max(128),
  /** The internal number colleagues dial. */
  extension: z.string().max(32).nullable(),
  team: z.string().max(128).nullable(),
  languages: z.array(languageSchema),
});
export type Agent = z.infer<typeof agentSchema>;

export const directoryEntrySchema = z.strictObject({
  ...synced,
  name: z.string().max(128),
  department: z.string().max(128).nullable(),
  number: z.string().max(128),
  competences: z.array(z.string().max(64)),
});
export type DirectoryEntry = z.infer<typeof directoryEntrySchema>;

export const interactionStateSchema = z.enum(['open', 'wrap-up', 'closed']);

/** How a contact came about. Balie itself makes conversations; what comes by the other channels the centre's own systems write. */
export const channelSchema = z.enum(['voice', 'email', 'chat', 'letter']);

export const interactionSchema = z.strictObject({
  ...synced,
  channel: channelSchema,
  direction: z.enum(['inbound', 'outbound']),
  state: interactionStateSchema,
  agentId: idSchema.nullable(),
  queueId: idSchema.nullable(),
  customerId: idSchema.nullable(),
  /** The other party's number as shown during the call, E.164 where it could be read as one; of a mail, its address. */
  number: z.string().max(256).nullable(),
  startedAt: instantSchema,
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
  outcomeId: idSchema.nullable(),
  /** The result in one sentence. */
  sentence: z.string().max(1000),
  note: z.string().max(10_000),
  scriptRun: scriptRunSchema.nullable(),
  /** What the script's fields captured, by field key. */
  captured: z.record(z.string().max(64), z.string().max(4000)),
  /** The application stopped while the call was up. */
  interrupted: z.boolean(),
});
export type Interaction = z.infer<typeof interactionSchema>;

export const callLegSchema = z.strictObject({
  ...synced,
  interactionId: idSchema,
  /** The call table's id of the call. */
  callId: idSchema,
  direction: z.enum(['inbound', 'outbound']),
  startedAt: instantSchema,
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  cause: endCauseSchema.nullable(),
  endedBy: endedBySchema.nullable(),
  /** Where the call went when it was transferred, as the operator gave it. */
  transferredTo: z.string().max(256).nullable(),
  /** How it sounded; null while nothing was measured. */
  quality: qualityReportSchema.nullable(),
  /** The recording on the device that made the call; null where there is none (any more). */
  recording: z.strictObject({ fileId: idSchema, seconds: z.number().int().min(0) }).nullable(),
});
export type CallLeg = z.infer<typeof callLegSchema>;

/**
 * What an operator told the colleague to whom a call was transferred. A row of its own, because it must
 * be there while the colleague says hello, long before the interaction itself is closed and sent.
 */
export const handOverSchema = z.strictObject({
  ...synced,
  /** The transferred call and its interaction, at the operator who transferred. */
  interactionId: idSchema,
  callId: idSchema,
  /** Who transferred. */
  agentId: idSchema.nullable(),
  customerId: idSchema.nullable(),
  queueId: idSchema.nullable(),
  /** The caller's number, as in the interaction: how the colleague's call is recognised. */
  number: z.string().max(256).nullable(),
  kind: transferSchema.shape.kind,
  /** To whom, as the operator gave it. */
  target: z.string().max(256),
  note: handOverNoteSchema,
  at: instantSchema,
  /** How far the caller had been checked; null where there was no gate. */
  identity: carriedIdentitySchema.nullable(),
  /** How far its script was; null where there was none. */
  script: carriedScriptSchema.nullable(),
});
export type HandOver = z.infer<typeof handOverSchema>;

/** Every synced entity with its schema: the one list that the contract, the store and the central API share. */
export const entitySchemas = {
  customer: customerSchema,
  contactPoint: contactPointSchema,
  address: addressSchema,
  queue: queueSchema,
  outcome: outcomeSchema,
  script: scriptRowSchema,
  agent: agentSchema,
  directoryEntry: directoryEntrySchema,
  interaction: interactionSchema,
  callLeg: callLegSchema,
  handOver: handOverSchema,
  consent: consentSchema,
  note: noteSchema,
  case: caseSchema,
  promise: promiseSchema,
  correction: correctionSchema,
  merge: mergeSchema,
  dataExport: dataExportSchema,
  product: productSchema,
  stock: stockSchema,
  salesTerms: salesTermsSchema,
  salesPolicy: salesPolicySchema,
  capacitySlot: capacitySlotSchema,
  order: orderSchema,
  stockHold: stockHoldSchema,
  reservation: reservationSchema,
  identityCheck: identityCheckSchema,
  conversationQuality: conversationQualitySchema,
  article: articleSchema,
  articleFeedback: articleFeedbackSchema,
  procedure: procedureSchema,
  caseStep: caseStepSchema,
  question: questionSchema,
  numberRange: numberRangeSchema,
  offer: offerSchema,
  offerAnswer: offerAnswerSchema,
  letterTemplate: letterTemplateSchema,
} as const;
export type EntityName = keyof typeof entitySchemas;
export type EntityRow<N extends EntityName> = z.infer<(typeof entitySchemas)[N]>;
export const entityNames = Object.keys(entitySchemas) as EntityName[];
export const entityNameSchema = z.enum(entityNames as [EntityName, ...EntityName[]]);

/** Entities that an operator's device may change. The rest comes from the centre only. */
export const writableEntities = ['customer', 'contactPoint', 'address', 'interaction', 'callLeg', 'handOver', 'consent', 'note', 'case', 'promise', 'merge', 'dataExport', 'order', 'stockHold', 'reservation', 'identityCheck', 'conversationQuality', 'articleFeedback', 'caseStep', 'question', 'numberRange', 'offerAnswer'] as const satisfies readonly EntityName[];
export const writableEntitySchema = z.enum(writableEntities);
export type WritableEntity = z.infer<typeof writableEntitySchema>;

/** Entities of which an operator may remove a row. Everything else only ever changes, or is erased with its customer. */
export const removableEntities: readonly WritableEntity[] = ['contactPoint', 'address', 'note'];

/** What a device keeps for itself with central's help, and nobody works on: that it waits to be sent is not told to the operator. */
export const deviceEntities = ['numberRange'] as const satisfies readonly WritableEntity[];
