import type { Question } from '#shared/domain/casework/entities.ts';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { newId } from '#shared/domain/ids.ts';
import { connectedCall, ringingCall } from '../fixtures/calls.ts';
import { customers, sampleFileOf, sampleId, sampleInteraction } from './sample-data.ts';
import { SampleMain } from './sample-main.ts';
import { SampleStore } from './sample-store.ts';
import type { Scene } from './scenes.ts';

const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

/** A claim that is under way, questions that were noted, and an order that was placed: then something may be offered. */
export function caseworkScene(): Scene {
  const ringing = ringingCall({ id: sampleId(10, 1), startedAt: ago(240) });
  const call = { ...connectedCall(ringing), answeredAt: ago(234) };
  const [known] = customers;
  if (known === undefined) throw new Error('no customers');
  const interaction = sampleInteraction(1, { number: call.party.number, startedAt: call.startedAt, customerId: known.customer.id });
  const store = new SampleStore();
  const [procedure] = store.casework.procedures;
  const [first] = known.cases;
  if (procedure === undefined || first === undefined) throw new Error('no case');
  const row = { ...first, procedureId: procedure.id, collected: { wat: 'Drie flessen Chinon', geleverdOp: '2026-11-25' }, dueAt: new Date(Date.now() + 2 * 86_400_000).toISOString() };
  const step = { id: newId(), version: 1, updatedAt: ago(9_000), customerId: known.customer.id, caseId: row.id, step: procedure.steps[0]?.key ?? '', done: true, at: ago(9_000), agentId: sampleId(20, 1) };
  const customer: CustomerFile = { ...known, cases: [row], caseSteps: [step], consents: [] };
  store.customers.set(known.customer.id, customer);
  const question = (text: string, change: Partial<Question> = {}): Question => ({ id: newId(), version: 0, updatedAt: ago(60), interactionId: interaction.id, customerId: known.customer.id, text, at: ago(60), agentId: null, state: 'open', answer: '', caseId: null, ...change });
  const questions = [question('Tot hoe laat kan ik zaterdag afhalen?', { state: 'answered', answer: 'Tot half een.' }), question('Wanneer komt de kredietnota van september?')];
  store.files.set(interaction.id, sampleFileOf(interaction, call.id, { customer, questions }));
  store.casework.orderPlaced = true;
  return { main: new SampleMain({ calls: [call], agent: { state: 'on-call', since: call.answeredAt, after: 'available' } }), store };
}
