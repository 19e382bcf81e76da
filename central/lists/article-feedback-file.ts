import { formulaSafe } from '#shared/domain/formula-safe.ts';
import { sql } from 'kysely';
import type { Database } from '../database/schema.ts';

const columns = ['at', 'verdict', 'sentence', 'key', 'language', 'title', 'edition', 'currentEdition', 'agent'] as const;
type Line = Readonly<Record<(typeof columns)[number], string>>;

/** RFC 4180: what may part values stands between quotes. */
function cell(text: string): string {
  const safe = formulaSafe(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * @returns what operators think of articles, as a CSV file, the newest first: for whoever maintains them. An edition that is not the
 *   current one was mended since, or at least changed.
 */
export async function articleFeedbackFile(db: Database): Promise<string> {
  const { rows } = await sql<Line>`
    select to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, f.verdict, f.sentence, a.key, a.language, a.title,
      f.edition::text as edition, a.edition::text as "currentEdition", coalesce(g.name, '') as agent
    from article_feedback f join article a on a.id = f.article_id left join agent g on g.id = f.agent_id order by f.at desc, f.id desc`.execute(db);
  return [columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column])).join(','))].map((line) => `${line}\r\n`).join('');
}
