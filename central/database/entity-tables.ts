import type { EntityName, EntityRow } from '#shared/domain/entities.ts';
import { knowledgeTables } from './knowledge-tables.ts';
import { caseworkTables } from './casework-tables.ts';
import { orderTables } from './order-tables.ts';
import { letterTables } from './letter-tables.ts';
import { qualityTables } from './quality-tables.ts';

type SqlType = 'uuid' | 'integer' | 'boolean' | 'text' | 'timestamptz' | 'date' | 'jsonb';

interface EntityTable<N extends EntityName> {
  readonly table: string;
  /** Every field of the contract's row with the type of its column; the column is the field in snake_case. */
  readonly columns: Readonly<Record<keyof EntityRow<N> & string, SqlType>>;
  /** Fields that hold the id of a row of another entity. */
  readonly references: Readonly<Partial<Record<keyof EntityRow<N> & string, EntityName>>>;
}

/** Where each synced entity lives. */
export type EntityTables = { readonly [N in EntityName]: EntityTable<N> };

const synced = { id: 'uuid', version: 'integer', updatedAt: 'timestamptz' } as const;

/**
 * Where each synced entity lives. Rows are read and written through this one list, so that the
 * contract and the tables cannot drift apart: a field without a column does not compile.
 */
const tables: EntityTables = {
  customer: {
    table: 'customer',
    columns: {
      ...synced,
      kind: 'text',
      customerNumber: 'text',
      salutation: 'text',
      givenName: 'text',
      familyName: 'text',
      organisationName: 'text',
      vatNumber: 'text',
      birthDate: 'date',
      language: 'text',
      segment: 'text',
      archived: 'boolean',
    },
    references: {},
  },
  contactPoint: {
    table: 'contact_point',
    columns: { ...synced, customerId: 'uuid', kind: 'text', value: 'text', preferred: 'boolean' },
    references: { customerId: 'customer' },
  },
  address: {
    table: 'address',
    columns: {
      ...synced,
      customerId: 'uuid',
      kind: 'text',
      street: 'text',
      houseNumber: 'text',
      box: 'text',
      postcode: 'text',
      town: 'text',
      country: 'text',
    },
    references: { customerId: 'customer' },
  },
  queue: {
    table: 'queue',
    columns: {
      ...synced,
      key: 'text',
      name: 'text',
      organisation: 'text',
      numbers: 'jsonb',
      language: 'text',
      register: 'text',
      scriptId: 'uuid',
      outcomeIds: 'jsonb',
      pickUpTargetSeconds: 'integer',
      durationTargetSeconds: 'integer',
      autoAnswer: 'boolean',
      recording: 'text',
      identity: 'jsonb',
      agreement: 'jsonb',
      afterCall: 'jsonb',
      objectionBudget: 'integer',
    },
    references: { scriptId: 'script' },
  },
  outcome: {
    table: 'outcome',
    columns: { ...synced, code: 'text', label: 'jsonb', requiresSentence: 'boolean', sentences: 'jsonb', order: 'integer' },
    references: {},
  },
  script: {
    table: 'script',
    columns: { ...synced, key: 'text', language: 'text', definition: 'jsonb' },
    references: {},
  },
  agent: {
    table: 'agent',
    columns: { ...synced, username: 'text', name: 'text', extension: 'text', team: 'text', languages: 'jsonb' },
    references: {},
  },
  directoryEntry: {
    table: 'directory_entry',
    columns: { ...synced, name: 'text', department: 'text', number: 'text', competences: 'jsonb' },
    references: {},
  },
  interaction: {
    table: 'interaction',
    columns: {
      ...synced,
      channel: 'text',
      direction: 'text',
      state: 'text',
      agentId: 'uuid',
      queueId: 'uuid',
      customerId: 'uuid',
      number: 'text',
      startedAt: 'timestamptz',
      answeredAt: 'timestamptz',
      endedAt: 'timestamptz',
      closedAt: 'timestamptz',
      outcomeId: 'uuid',
      sentence: 'text',
      note: 'text',
      scriptRun: 'jsonb',
      captured: 'jsonb',
      interrupted: 'boolean',
    },
    references: { agentId: 'agent', queueId: 'queue', customerId: 'customer', outcomeId: 'outcome' },
  },
  callLeg: {
    table: 'call_leg',
    columns: {
      ...synced,
      interactionId: 'uuid',
      callId: 'uuid',
      direction: 'text',
      startedAt: 'timestamptz',
      answeredAt: 'timestamptz',
      endedAt: 'timestamptz',
      cause: 'text',
      endedBy: 'text',
      transferredTo: 'text',
      quality: 'jsonb',
      recording: 'jsonb',
    },
    references: { interactionId: 'interaction' },
  },
  handOver: {
    table: 'hand_over',
    columns: {
      ...synced,
      interactionId: 'uuid',
      callId: 'uuid',
      agentId: 'uuid',
      customerId: 'uuid',
      queueId: 'uuid',
      number: 'text',
      kind: 'text',
      target: 'text',
      note: 'text',
      at: 'timestamptz',
      identity: 'jsonb',
      script: 'jsonb',
    },
    // Not the interaction: that one arrives only when the operator has closed it.
    references: { agentId: 'agent', customerId: 'customer', queueId: 'queue' },
  },
  consent: {
    table: 'consent',
    columns: { ...synced, customerId: 'uuid', channel: 'text', purpose: 'text', state: 'text', at: 'timestamptz', source: 'text', how: 'text', agentId: 'uuid', interactionId: 'uuid' },
    references: { customerId: 'customer', agentId: 'agent' },
  },
  note: {
    table: 'note',
    columns: { ...synced, customerId: 'uuid', text: 'text', pinned: 'boolean', at: 'timestamptz', agentId: 'uuid', interactionId: 'uuid' },
    references: { customerId: 'customer', agentId: 'agent' },
  },
  correction: {
    table: 'correction',
    columns: { ...synced, customerId: 'uuid', entity: 'text', rowId: 'uuid', field: 'text', former: 'jsonb', value: 'jsonb', at: 'timestamptz', agentId: 'uuid' },
    references: { customerId: 'customer', agentId: 'agent' },
  },
  merge: {
    table: 'customer_merge',
    columns: { ...synced, survivorId: 'uuid', mergedId: 'uuid', taken: 'jsonb', former: 'jsonb', moved: 'jsonb', at: 'timestamptz', agentId: 'uuid', undoUntil: 'timestamptz', undoneAt: 'timestamptz' },
    references: { survivorId: 'customer', mergedId: 'customer', agentId: 'agent' },
  },
  dataExport: {
    table: 'data_export',
    columns: { ...synced, agentId: 'uuid', list: 'text', format: 'text', rows: 'integer', customerId: 'uuid', templateId: 'uuid', templateEdition: 'integer', at: 'timestamptz' },
    references: { agentId: 'agent', customerId: 'customer', templateId: 'letterTemplate' },
  },
  identityCheck: {
    table: 'identity_check',
    columns: { ...synced, interactionId: 'uuid', customerId: 'uuid', queueId: 'uuid', agentId: 'uuid', at: 'timestamptz', kind: 'text', check: 'text', way: 'text', carried: 'jsonb', opened: 'jsonb' },
    // Not the interaction: that one arrives only when the operator has closed it.
    references: { customerId: 'customer', agentId: 'agent', queueId: 'queue' },
  },
  ...qualityTables,
  ...knowledgeTables,
  ...letterTables,
  ...orderTables,
  ...caseworkTables,
};

/** Parents before children: the order in which rows are sent, so that a reader never meets a child before its parent. */
export const entityOrder: readonly EntityName[] = [
  'script',
  'outcome',
  'queue',
  'procedure',
  'agent',
  'directoryEntry',
  'product',
  'stock',
  'salesTerms',
  'salesPolicy',
  'offer',
  'capacitySlot',
  'article',
  'articleFeedback',
  'letterTemplate',
  'customer',
  'contactPoint',
  'address',
  'interaction',
  'callLeg',
  'handOver',
  'consent',
  'note',
  'case',
  'caseStep',
  'promise',
  'question',
  'numberRange',
  'offerAnswer',
  'correction',
  'merge',
  'dataExport',
  'identityCheck',
  'conversationQuality',
  'order',
  'stockHold',
  'reservation',
];

/** The table of an entity in a form that does not depend on which entity it is. */
export interface TableOf {
  readonly table: string;
  readonly fields: readonly { readonly field: string; readonly column: string; readonly type: SqlType }[];
  readonly references: readonly { readonly field: string; readonly entity: EntityName }[];
}

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const described = new Map<EntityName, TableOf>(
  entityOrder.map((entity) => {
    const { table, columns, references } = tables[entity];
    const fields = Object.entries(columns).map(([field, type]) => ({ field, column: snakeCase(field), type }));
    const refers = Object.entries(references).map(([field, parent]) => ({ field, entity: parent }));
    return [entity, { table, fields, references: refers }];
  }),
);

/** @returns the table, columns and references of an entity. */
export function tableOf(entity: EntityName): TableOf {
  const table = described.get(entity);
  if (table === undefined) throw new Error(`No table for ${entity}`);
  return table;
}
