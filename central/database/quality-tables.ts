import type { EntityTables } from './entity-tables.ts';

const synced = { id: 'uuid', version: 'integer', updatedAt: 'timestamptz' } as const;

/** Where figures of conversations live. */
export const qualityTables: Pick<EntityTables, 'conversationQuality'> = {
  conversationQuality: {
    table: 'conversation_quality',
    columns: {
      ...synced,
      interactionId: 'uuid',
      agentId: 'uuid',
      queueId: 'uuid',
      direction: 'text',
      purpose: 'text',
      startedAt: 'timestamptz',
      endedAt: 'timestamptz',
      pickUpMs: 'integer',
      talkMs: 'integer',
      holdMs: 'integer',
      holds: 'integer',
      wrapUpMs: 'integer',
      silenceMs: 'integer',
      silences: 'integer',
      overlapMs: 'integer',
      overlaps: 'integer',
      script: 'jsonb',
      adherencePercent: 'integer',
      completenessPercent: 'integer',
      readBackAt: 'timestamptz',
    },
    references: { interactionId: 'interaction', agentId: 'agent', queueId: 'queue' },
  },
};
