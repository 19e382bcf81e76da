import type { EntityTables } from './entity-tables.ts';

const synced = { id: 'uuid', version: 'integer', updatedAt: 'timestamptz' } as const;

/** The tables of what operators look up, and of what they think of it. */
export const knowledgeTables: Pick<EntityTables, 'article' | 'articleFeedback'> = {
  article: {
    table: 'article',
    columns: {
      ...synced,
      key: 'text',
      language: 'text',
      source: 'text',
      title: 'text',
      keywords: 'jsonb',
      queueIds: 'jsonb',
      productId: 'uuid',
      validFrom: 'date',
      validUntil: 'date',
      edition: 'integer',
      changedAt: 'timestamptz',
      changedSummary: 'text',
      archived: 'boolean',
      body: 'text',
    },
    references: { productId: 'product' },
  },
  articleFeedback: {
    table: 'article_feedback',
    columns: { ...synced, articleId: 'uuid', edition: 'integer', verdict: 'text', sentence: 'text', agentId: 'uuid', interactionId: 'uuid', at: 'timestamptz' },
    // Not the interaction: that one arrives only when the operator has closed it.
    references: { articleId: 'article', agentId: 'agent' },
  },
};
