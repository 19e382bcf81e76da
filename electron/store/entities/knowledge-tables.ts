import { entityTable } from './entity-table.ts';

const synced = { id: 'text', version: 'integer', updatedAt: 'text' } as const;

/** The tables of what operators look up, and of what they think of it. */
export const knowledgeTables = {
  article: entityTable('article', 'article', {
    ...synced,
    key: 'text',
    language: 'text',
    source: 'text',
    title: 'text',
    keywords: 'json',
    queueIds: 'json',
    productId: 'text',
    validFrom: 'text',
    validUntil: 'text',
    edition: 'integer',
    changedAt: 'text',
    changedSummary: 'text',
    archived: 'boolean',
    body: 'text',
  }),
  articleFeedback: entityTable('articleFeedback', 'article_feedback', { ...synced, articleId: 'text', edition: 'integer', verdict: 'text', sentence: 'text', agentId: 'text', interactionId: 'text', at: 'text' }),
} as const;
