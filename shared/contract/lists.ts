import { z } from 'zod';
import { entitySchemas, type EntityName, type EntityRow } from '../domain/entities.ts';
import { pageQuery } from './pages.ts';

type Field<N extends EntityName> = keyof EntityRow<N> & string;

/** A list that the centre's other systems can read: the rows of one entity, and by what they can be asked for. */
export interface List {
  readonly entity: EntityName;
  /** What it is, for the document. */
  readonly what: string;
  /** Fields that are asked for by their value. */
  readonly equal: readonly string[];
  /** Times and days that are asked for from (`…From`, included) and until (`…Until`, not included). */
  readonly between: readonly string[];
}

function list<N extends EntityName>(entity: N, what: string, equal: readonly Field<N>[], between: readonly Field<N>[] = []): List {
  return { entity, what, equal, between };
}

/** Every list, by the name that it has in its address. Written is by mutations only; rows are those that whoever asks may have. */
export const lists = {
  customers: list('customer', 'Customers', ['customerNumber', 'kind', 'segment', 'language', 'vatNumber', 'archived']),
  'contact-points': list('contactPoint', 'Telephone numbers and mail addresses of customers', ['customerId', 'kind', 'value']),
  addresses: list('address', 'Addresses of customers', ['customerId', 'kind', 'postcode']),
  interactions: list('interaction', 'Conversations', ['customerId', 'agentId', 'queueId', 'state', 'direction', 'outcomeId', 'number'], ['startedAt', 'closedAt']),
  'call-legs': list('callLeg', 'Calls of conversations', ['interactionId', 'callId'], ['startedAt']),
  notes: list('note', 'Notes in the files of customers', ['customerId', 'agentId'], ['at']),
  consents: list('consent', 'What customers consented to or refused; the newest of a channel and purpose counts', ['customerId', 'channel', 'purpose', 'state'], ['at']),
  'identity-checks': list('identityCheck', 'Who was asked what before a file was shown, and whether it was right; team leads and administrators have everybody\'s', ['agentId', 'customerId', 'interactionId', 'kind'], ['at']),
  cases: list('case', 'Questions, complaints and claims', ['customerId', 'caseNumber', 'state', 'kind', 'queueId', 'ownerId'], ['openedAt', 'dueAt']),
  promises: list('promise', 'What was promised to customers', ['customerId', 'caseId', 'state', 'queueId', 'ownerId'], ['dueAt']),
  procedures: list('procedure', 'How questions, complaints and claims are treated', ['key', 'queueId', 'kind', 'active']),
  questions: list('question', 'What customers asked in a conversation', ['customerId', 'interactionId', 'agentId', 'state', 'caseId'], ['at']),
  offers: list('offer', 'What may be offered beside what a customer called for', ['key', 'sku', 'active'], ['validFrom', 'validUntil']),
  'offer-answers': list('offerAnswer', 'What customers said to offers', ['customerId', 'offerId', 'answer', 'agentId'], ['at']),
  orders: list('order', 'Orders', ['customerId', 'number', 'state', 'priority', 'agentId'], ['placedAt', 'promisedFor']),
  reservations: list('reservation', 'Places that customers have in slots', ['customerId', 'slotId', 'number', 'state'], ['at']),
  products: list('product', 'Products', ['sku', 'active', 'stocked']),
  stock: list('stock', 'How much there is of each product', ['productId']),
  'capacity-slots': list('capacitySlot', 'Delivery windows and tastings', ['kind'], ['day']),
  articles: list('article', 'Articles that operators look up', ['key', 'language', 'source', 'productId', 'archived'], ['changedAt']),
  'article-feedback': list('articleFeedback', 'What operators think of articles', ['articleId', 'verdict', 'agentId'], ['at']),
  'letter-templates': list('letterTemplate', 'Templates of letters and mails', ['key', 'kind', 'withdrawn'], ['changedAt']),
  queues: list('queue', 'Queues', ['key', 'language']),
  agents: list('agent', 'Operators', ['username', 'extension', 'team']),
  outcomes: list('outcome', 'How conversations can end', ['code']),
} as const satisfies Record<string, List>;
export type ListName = keyof typeof lists;

/** What a filter is in an address: text. A field that may be empty cannot be asked for as empty. */
function filterSchema(entity: EntityName, field: string): z.ZodType {
  const shape = entitySchemas[entity].shape as Readonly<Record<string, z.ZodType>>;
  const declared = shape[field];
  if (declared === undefined) throw new Error(`${entity} has no ${field}`);
  const schema = declared instanceof z.ZodNullable ? (declared.unwrap() as z.ZodType) : declared;
  return schema instanceof z.ZodBoolean ? z.enum(['true', 'false']) : schema;
}

/** @returns the schema of a list's query: how long the page is, where it begins, and which rows. */
export function listQuery({ entity, equal, between }: List): z.ZodObject<typeof pageQuery> {
  const filters: Record<string, z.ZodType> = {};
  for (const field of equal) filters[field] = filterSchema(entity, field).optional();
  for (const field of between) for (const end of ['From', 'Until']) filters[`${field}${end}`] = filterSchema(entity, field).optional();
  return z.strictObject({ ...pageQuery, ...filters });
}
