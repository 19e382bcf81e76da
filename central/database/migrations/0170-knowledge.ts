import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** What operators look up, and what they think of it. */
export const knowledge: Migration = {
  number: 170,
  name: 'knowledge',
  async up(db) {
    await sql`
      create table article (
        id uuid primary key, version integer not null, updated_at timestamptz(3) not null, key text not null, language text not null, source text not null,
        title text not null, keywords jsonb not null, queue_ids jsonb not null, product_id uuid references product (id), valid_from date not null, valid_until date,
        edition integer not null, changed_at timestamptz(3) not null, changed_summary text not null, archived boolean not null, body text not null,
        unique (key, language)
      )`.execute(db);
    await sql`
      create table article_feedback (
        id uuid primary key, version integer not null, updated_at timestamptz(3) not null, article_id uuid not null references article (id),
        edition integer not null, verdict text not null, sentence text not null, agent_id uuid references agent (id), interaction_id uuid, at timestamptz(3) not null
      )`.execute(db);
    await sql`create index article_feedback_article on article_feedback (article_id, at)`.execute(db);
  },
};
