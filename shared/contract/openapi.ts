import { z } from 'zod';
import { entitySchemas } from '../domain/entities.ts';
import { agentStateSchema } from '../domain/agent-state.ts';
import { orderProblemSchema } from '../domain/ordering/review.ts';
import { scriptRunSchema } from '../domain/script/run.ts';
import { scriptSchema } from '../domain/script/script.ts';
import { personalDataSchema } from './personal-data.ts';
import { problemSchema } from './problem.ts';
import { agentStateReportSchema, deviceSchema, enrolSchema, provisioningSchema, refreshSchema, sessionSchema, signInSchema } from './session.ts';
import { changeSchema, changesSchema, mutationResultSchema, mutationResultsSchema, mutationSchema, mutationsSchema, snapshotLineSchema } from './sync.ts';

/**
 * The names that the contract's schemas have in the OpenAPI document (components/schemas). A schema
 * that is not named here is written out where it is used.
 */
export const contractNames = z.registry<{ id: string }>();

const named: Readonly<Record<string, z.ZodType>> = {
  Address: entitySchemas.address,
  Agent: entitySchemas.agent,
  AgentState: agentStateSchema,
  AgentStateReport: agentStateReportSchema,
  Article: entitySchemas.article,
  ArticleFeedback: entitySchemas.articleFeedback,
  CallLeg: entitySchemas.callLeg,
  CapacitySlot: entitySchemas.capacitySlot,
  Case: entitySchemas.case,
  CaseStep: entitySchemas.caseStep,
  Change: changeSchema,
  Changes: changesSchema,
  Consent: entitySchemas.consent,
  ConversationQuality: entitySchemas.conversationQuality,
  ContactPoint: entitySchemas.contactPoint,
  Correction: entitySchemas.correction,
  Customer: entitySchemas.customer,
  Device: deviceSchema,
  DirectoryEntry: entitySchemas.directoryEntry,
  Enrol: enrolSchema,
  HandOver: entitySchemas.handOver,
  DataExport: entitySchemas.dataExport,
  IdentityCheck: entitySchemas.identityCheck,
  Interaction: entitySchemas.interaction,
  LetterTemplate: entitySchemas.letterTemplate,
  Merge: entitySchemas.merge,
  Mutation: mutationSchema,
  MutationResult: mutationResultSchema,
  MutationResults: mutationResultsSchema,
  Mutations: mutationsSchema,
  Note: entitySchemas.note,
  NumberRange: entitySchemas.numberRange,
  Offer: entitySchemas.offer,
  OfferAnswer: entitySchemas.offerAnswer,
  Order: entitySchemas.order,
  OrderProblem: orderProblemSchema,
  Outcome: entitySchemas.outcome,
  PersonalData: personalDataSchema,
  Problem: problemSchema,
  Procedure: entitySchemas.procedure,
  Product: entitySchemas.product,
  Promise: entitySchemas.promise,
  Provisioning: provisioningSchema,
  Question: entitySchemas.question,
  Queue: entitySchemas.queue,
  Refresh: refreshSchema,
  Reservation: entitySchemas.reservation,
  SalesPolicy: entitySchemas.salesPolicy,
  SalesTerms: entitySchemas.salesTerms,
  Script: scriptSchema,
  ScriptRow: entitySchemas.script,
  ScriptRun: scriptRunSchema,
  Session: sessionSchema,
  SignIn: signInSchema,
  SnapshotLine: snapshotLineSchema,
  Stock: entitySchemas.stock,
  StockHold: entitySchemas.stockHold,
};
for (const [id, schema] of Object.entries(named)) contractNames.add(schema, { id });
