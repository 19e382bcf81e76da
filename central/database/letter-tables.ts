import type { EntityTables } from './entity-tables.ts';

/** The table of what letters are made from; documents lie beside it, by their hash. */
export const letterTables: Pick<EntityTables, 'letterTemplate'> = {
  letterTemplate: {
    table: 'letter_template',
    columns: { id: 'uuid', version: 'integer', updatedAt: 'timestamptz', key: 'text', kind: 'text', title: 'jsonb', queueIds: 'jsonb', variants: 'jsonb', edition: 'integer', changedAt: 'timestamptz', withdrawn: 'boolean' },
    references: {},
  },
};
