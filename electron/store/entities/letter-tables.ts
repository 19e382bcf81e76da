import { entityTable } from './entity-table.ts';

/** The table of what letters are made from; their documents are no rows (`queries/letters.ts`). */
export const letterTables = {
  letterTemplate: entityTable('letterTemplate', 'letter_template', {
    id: 'text',
    version: 'integer',
    updatedAt: 'text',
    key: 'text',
    kind: 'text',
    title: 'json',
    queueIds: 'json',
    variants: 'json',
    edition: 'integer',
    changedAt: 'text',
    withdrawn: 'boolean',
  }),
} as const;
