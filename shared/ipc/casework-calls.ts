import { z } from 'zod';
import { questionSchema } from '../domain/casework/entities.ts';
import { procedureSchema } from '../domain/casework/procedure.ts';
import { customerFileSchema } from '../domain/customer-file.ts';
import { caseSchema } from '../domain/file-entities.ts';
import { idSchema } from '../domain/ids.ts';
import { offerAnswerSchema, offerSchema } from '../domain/offers/offer.ts';
import { scriptKeySchema } from '../domain/script/key.ts';
import { nothing } from './contract.ts';

const byId = z.strictObject({ id: idSchema });
const questions = z.array(questionSchema);

/** With the product that is offered. */
const offered = offerSchema.extend({ productId: idSchema });

/** What the workspace asks about how cases are treated, what was asked in a conversation, and what may be offered. */
export const caseworkCalls = {
  /** Every procedure of the centre, also those by which no case is opened any more. */
  'procedure.list': { input: nothing, output: z.array(procedureSchema) },
  'case.step': { input: z.strictObject({ caseId: idSchema, step: scriptKeySchema, done: z.boolean() }), output: customerFileSchema },
  /** Sees to it that this device has case numbers of its own to give. */
  'case.numbers': { input: nothing, output: nothing },

  /** Each answers all questions of the conversation. */
  'question.note': { input: z.strictObject({ interactionId: idSchema, text: questionSchema.shape.text }), output: questions },
  'question.settle': { input: byId.extend({ state: z.enum(['open', 'answered', 'dropped']), answer: questionSchema.shape.answer.default('') }), output: questions },
  /** Refused with `store.refused` (`customerId`) while nobody is linked: a case is somebody's. */
  'question.assign': { input: byId.extend({ ...caseSchema.pick({ dueAt: true, priority: true, procedureId: true }).shape, mine: z.boolean() }), output: questions },

  'work.handOver': { input: byId.extend({ kind: z.enum(['case', 'promise']), ownerId: idSchema.nullable() }), output: customerFileSchema },
  /** Who can answer for work, by name. */
  'work.colleagues': { input: nothing, output: z.array(z.object({ id: idSchema, name: z.string() })) },

  /** What may be offered to a customer, and what is needed to choose. Empty while they have not shown who they are. */
  'offer.list': {
    input: z.strictObject({ customerId: idSchema, interactionId: idSchema }),
    output: z.object({
      offers: z.array(offered),
      answers: z.array(offerAnswerSchema),
      /** Article numbers of what was ordered, now and before. */
      ordered: z.array(z.string()),
      /** An order was placed in this conversation. */
      orderPlaced: z.boolean(),
    }),
  },
  /** What the centre offers now of what it sells, to whomever: for trying a script. */
  'offer.current': { input: nothing, output: z.array(offered) },
  'offer.answer': { input: z.strictObject({ customerId: idSchema, interactionId: idSchema, offerId: idSchema, answer: offerAnswerSchema.shape.answer }), output: nothing },
} as const;
