import { isDeepStrictEqual } from 'node:util';
import {
  addressSchema,
  callLegSchema,
  contactPointSchema,
  customerSchema,
  handOverSchema,
  interactionSchema,
  type EntityName,
  type WritableEntity,
} from '#shared/domain/entities.ts';
import { caseStepSchema, numberRangeSchema, questionSchema } from '#shared/domain/casework/entities.ts';
import { caseSchema, consentSchema, mergeSchema, noteSchema, promiseSchema } from '#shared/domain/file-entities.ts';
import { identityCheckSchema } from '#shared/domain/identity/entities.ts';
import { conversationQualitySchema } from '#shared/domain/quality/entities.ts';
import { articleFeedbackSchema } from '#shared/domain/knowledge/article.ts';
import { offerAnswerSchema } from '#shared/domain/offers/offer.ts';
import { dataExportSchema } from '#shared/domain/office-entities.ts';
import { z } from 'zod';
import { tableOf } from '../database/entity-tables.ts';
import type { Row } from '../database/rows.ts';
import { centralOrderFields, orderCreateSchemas, orderUpdateSchemas } from '../ordering/patches.ts';
import { Rejection } from './rejection.ts';
import { inStoredForm, valueFaults } from './value-rules.ts';

/** What the log writes itself. */
const kept = { id: true, version: true, updatedAt: true } as const;

type PatchSchema = z.ZodType<Record<string, unknown>>;

const leg = callLegSchema.shape;
const { caseNumber, procedureId, collected, readBackAt } = caseSchema.shape;

/**
 * A whole row to create it, any part of it to change it; unknown fields are refused by both. Fields that
 * came later than the first release may be absent: a device that is not updated yet, or its outbox,
 * does not know them.
 */
const createSchemas: Record<WritableEntity, PatchSchema> = {
  // The customer's number is central's to give: a device may only say that it has none.
  customer: customerSchema.omit({ ...kept, customerNumber: true }),
  contactPoint: contactPointSchema.omit(kept),
  address: addressSchema.omit(kept),
  interaction: interactionSchema.omit(kept),
  callLeg: callLegSchema.omit(kept).extend({ transferredTo: leg.transferredTo.default(null), quality: leg.quality.default(null), recording: leg.recording.default(null) }),
  handOver: handOverSchema.omit(kept).extend({ identity: handOverSchema.shape.identity.default(null), script: handOverSchema.shape.script.default(null) }),
  consent: consentSchema.omit(kept),
  note: noteSchema.omit(kept),
  // A number is of a range that the device has, or central's to give.
  case: caseSchema.omit(kept).extend({ caseNumber: caseNumber.optional(), procedureId: procedureId.default(null), collected: collected.default({}), readBackAt: readBackAt.default(null) }),
  promise: promiseSchema.omit(kept).extend({ priority: promiseSchema.shape.priority.default('normal') }),
  // The rest of a merge is what central did.
  merge: mergeSchema.pick({ survivorId: true, mergedId: true, taken: true }),
  dataExport: dataExportSchema.omit(kept).extend({ templateId: dataExportSchema.shape.templateId.default(null), templateEdition: dataExportSchema.shape.templateEdition.default(null) }),
  identityCheck: identityCheckSchema.omit(kept),
  conversationQuality: conversationQualitySchema.omit(kept),
  articleFeedback: articleFeedbackSchema.omit(kept),
  caseStep: caseStepSchema.omit(kept),
  question: questionSchema.omit(kept),
  // The numbers are central's to give: a device may only say that it has none.
  numberRange: numberRangeSchema.omit({ ...kept, first: true, last: true }),
  offerAnswer: offerAnswerSchema.omit(kept),
  ...orderCreateSchemas,
};
const updateSchemas: Record<WritableEntity, PatchSchema> = {
  customer: customerSchema.omit({ ...kept, customerNumber: true }).partial(),
  contactPoint: contactPointSchema.omit(kept).partial(),
  address: addressSchema.omit(kept).partial(),
  interaction: interactionSchema.omit(kept).partial(),
  callLeg: callLegSchema.omit(kept).partial(),
  handOver: handOverSchema.omit(kept).partial(),
  // What was said stays said; the next row says otherwise.
  consent: z.strictObject({}),
  note: noteSchema.omit(kept).partial(),
  case: caseSchema.omit({ ...kept, caseNumber: true }).partial(),
  promise: promiseSchema.omit(kept).partial(),
  merge: mergeSchema.pick({ undoneAt: true }).partial(),
  // What left stays written down as it was.
  dataExport: z.strictObject({}),
  // What happened at the gate happened.
  identityCheck: z.strictObject({}),
  // What was counted is not counted anew.
  conversationQuality: z.strictObject({}),
  // Who thinks otherwise says so again.
  articleFeedback: z.strictObject({}),
  caseStep: z.strictObject({}),
  // What was asked, where and when stays as it was noted; who asked it may be found out later.
  question: questionSchema.pick({ customerId: true, text: true, state: true, answer: true, caseId: true }).partial(),
  numberRange: z.strictObject({}),
  offerAnswer: z.strictObject({}),
  ...orderUpdateSchemas,
};

const centralFields: Readonly<Partial<Record<WritableEntity, readonly string[]>>> = {
  customer: ['customerNumber'],
  case: ['caseNumber'],
  numberRange: ['first', 'last'],
  merge: ['former', 'moved', 'at', 'agentId', 'undoUntil'],
  ...centralOrderFields,
};

/** What a device may say of a central field when it makes a row: that central has yet to fill it in. */
const unfilled: Readonly<Partial<Record<WritableEntity, Readonly<Record<string, unknown>>>>> = {
  customer: { customerNumber: null },
  case: { caseNumber: null },
  numberRange: { first: null, last: null },
};
/** Central fields that a device may give all the same when it makes a row: then central looks whether it is the device's to give. */
const givenAtFirst: Readonly<Partial<Record<WritableEntity, readonly string[]>>> = { case: ['caseNumber'] };

/** Instants in the one form in which they are stored, so that equal times are equal values. */
function normalised(entity: EntityName, patch: Record<string, unknown>): Record<string, unknown> {
  const result = { ...patch };
  for (const { field, type } of tableOf(entity).fields) {
    const value = result[field];
    if (type === 'timestamptz' && typeof value === 'string') result[field] = new Date(value).toISOString();
  }
  return result;
}

function refuseCentralFields(entity: WritableEntity, patch: Record<string, unknown>, creates: boolean): void {
  const given = creates ? (givenAtFirst[entity] ?? []) : [];
  const forbidden = ['id', 'version', 'updatedAt', ...(centralFields[entity] ?? [])].filter((field) => Object.hasOwn(patch, field) && !given.includes(field));
  if (forbidden.length > 0) throw new Rejection('field-forbidden', `Only the centre writes ${forbidden.join(', ')}.`);
}

/**
 * @returns the patch with its values checked and in their stored form.
 * @throws Rejection `field-forbidden` or `invalid`; the reason names fields, never values.
 */
export function parsePatch(entity: WritableEntity, patch: Record<string, unknown>, creates: boolean): Record<string, unknown> {
  const given = { ...patch };
  for (const [field, value] of Object.entries(creates ? (unfilled[entity] ?? {}) : {})) if (given[field] === value) delete given[field];
  refuseCentralFields(entity, given, creates);
  const parsed = (creates ? createSchemas : updateSchemas)[entity].safeParse(given);
  if (parsed.success) {
    const faults = valueFaults(entity, parsed.data);
    if (faults.length > 0) throw new Rejection('invalid', faults.join('; '));
    return normalised(entity, inStoredForm(entity, parsed.data));
  }
  const places = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'patch'}: ${issue.code === 'unrecognized_keys' ? `unknown field ${issue.keys.join(', ')}` : issue.message}`);
  throw new Rejection('invalid', places.slice(0, 10).join('; ').slice(0, 1000));
}

/** @returns the part of the patch that differs from the row. */
export function differences(row: Row, patch: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(patch).filter(([field, value]) => !isDeepStrictEqual(row[field], value)));
}
