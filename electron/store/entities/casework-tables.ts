import { entityTable } from './entity-table.ts';

const synced = { id: 'text', version: 'integer', updatedAt: 'text' } as const;

/** The tables of how cases are treated, of what is asked in a conversation, and of what is offered beside it. */
export const caseworkTables = {
  procedure: entityTable('procedure', 'case_procedure', {
    ...synced,
    key: 'text',
    queueId: 'text',
    kind: 'text',
    topic: 'json',
    priority: 'text',
    owner: 'text',
    department: 'json',
    due: 'json',
    hours: 'json',
    steps: 'json',
    fields: 'json',
    active: 'boolean',
  }),
  caseStep: entityTable('caseStep', 'case_step', { ...synced, customerId: 'text', caseId: 'text', step: 'text', done: 'boolean', at: 'text', agentId: 'text' }),
  question: entityTable('question', 'question', { ...synced, interactionId: 'text', customerId: 'text', text: 'text', at: 'text', agentId: 'text', state: 'text', answer: 'text', caseId: 'text' }),
  numberRange: entityTable('numberRange', 'number_range', { ...synced, agentId: 'text', at: 'text', first: 'integer', last: 'integer' }),
  offer: entityTable('offer', 'sales_offer', {
    ...synced,
    key: 'text',
    sku: 'text',
    priority: 'integer',
    validFrom: 'text',
    validUntil: 'text',
    condition: 'json',
    purposes: 'json',
    boughtAny: 'json',
    boughtNone: 'json',
    say: 'json',
    reason: 'json',
    active: 'boolean',
  }),
  offerAnswer: entityTable('offerAnswer', 'offer_answer', { ...synced, customerId: 'text', offerId: 'text', interactionId: 'text', agentId: 'text', at: 'text', answer: 'text' }),
} as const;
