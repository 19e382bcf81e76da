import { z } from 'zod';
import { abbreviationSchema } from '../domain/abbreviations.ts';
import { agentSchema } from '../domain/entities.ts';
import { languageSchema } from '../domain/language.ts';
import { exportListSchema, officeByRoleSchema, officePolicySchema } from '../domain/office.ts';
import { roleSchema } from '../domain/role.ts';
import { codecSchema, provisioningSchema, sessionSchema, telephonePolicySchema } from './session.ts';

/*
 * Answers as somebody reads them who may be older than who wrote them. A name that this version does not know is left out, or
 * means what is most careful: a choice that a newer central knows must keep nobody from telephoning. What an administrator
 * writes is held to the strict schemas, so that a slip of the pen is refused.
 */

/** @returns a list of those that `each` knows, in their order. */
export function knownOf<T extends z.ZodType>(each: T): z.ZodPipe<z.ZodArray<z.ZodUnknown>, z.ZodTransform<z.output<T>[], unknown[]>> {
  return z.array(z.unknown()).transform((all) =>
    all.flatMap((one) => {
      const read = each.safeParse(one);
      return read.success ? [read.data] : [];
    }),
  );
}

/** The agent's row without what a newer central adds to it. */
export const incomingAgentSchema = agentSchema.strip().extend({ languages: knownOf(languageSchema) });
/** A role that is not known may what the least may. */
export const incomingRoleSchema = roleSchema.catch('operator');

/** What answers a sign-in, an enrolment and a refresh. */
export const incomingSessionSchema = sessionSchema.extend({ agent: incomingAgentSchema, role: incomingRoleSchema });

const { autoAnswer, pickUp, recording } = telephonePolicySchema.shape;
const sip = provisioningSchema.shape.sip;
const bestKnown = knownOf(codecSchema).transform((all) => (all.length > 0 ? all : codecSchema.options));

/** The telephone's policy as an answer, or the database of central, has it. */
export const incomingTelephonePolicySchema = telephonePolicySchema.extend({
  pickUp: pickUp.catch('off'),
  recording: recording.catch('never'),
  autoAnswer: autoAnswer
    .unwrap()
    .extend({ headers: knownOf(autoAnswer.unwrap().shape.headers.unwrap().element).default([]) })
    .prefault({}),
});

/** The telephone account's part that is alike for everybody. */
export const incomingSipSchema = sip.extend({ dtmf: sip.shape.dtmf.catch('rfc4733'), codecs: bestKnown.default(codecSchema.options) });

const ofOffice = {
  organisation: officePolicySchema.shape.organisation,
  abbreviations: knownOf(abbreviationSchema.strip()).default([]),
};

/** What the centre allows with data outside Balie, as an answer has it. */
const incomingOfficeSchema = z.object({ ...ofOffice, exports: knownOf(exportListSchema).default(officePolicySchema.shape.exports.parse(undefined)) });

const byRole = officeByRoleSchema.unwrap().shape.exports.unwrap().shape;
/** The same by role, as the database of a central has it that a newer one may have written. */
export const storedOfficeSchema = z
  .object({
    ...ofOffice,
    exports: z
      .object({
        operator: knownOf(exportListSchema).default(byRole.operator.parse(undefined)),
        'team-lead': knownOf(exportListSchema).default(byRole['team-lead'].parse(undefined)),
        administrator: knownOf(exportListSchema).default(byRole.administrator.parse(undefined)),
      })
      .prefault({}),
  })
  .prefault({});

/** GET /v1/provisioning */
export const incomingProvisioningSchema = provisioningSchema.extend({
  sip: incomingSipSchema,
  policy: incomingTelephonePolicySchema.prefault({}),
  office: incomingOfficeSchema.prefault({}),
});
