import { sql } from 'kysely';
import type { ScriptSummary, ScriptVersion, ScriptVersionState } from '#shared/contract/scripts.ts';
import { scriptSchema, type Script } from '#shared/domain/script/script.ts';
import type { Executor } from '../database/schema.ts';

interface VersionRow {
  readonly scriptId: string;
  readonly number: number;
  readonly base: number | null;
  readonly restores: number | null;
  readonly title: string;
  readonly comment: string;
  readonly agentId: string | null;
  readonly authorName: string | null;
  readonly at: Date;
  readonly reviewerId: string | null;
  readonly reviewerName: string | null;
  readonly reviewedAt: Date | null;
  readonly reviewComment: string | null;
  readonly scheduledFor: Date | null;
  readonly wentLive: Date | null;
  readonly state: ScriptVersionState;
}

export interface VersionsAsked {
  /** Versions before this one; null: from the newest. */
  readonly below: number | null;
  readonly limit: number;
  readonly state?: ScriptVersionState | undefined;
  /** Written by this one only. */
  readonly agentId?: string | undefined;
}

/** Of the plans to go live the last one counts, unless it was withdrawn or has happened. */
const looked = sql`
  select v.script_id, v.number, v.base, v.restores, v.definition ->> 'title' as title, v.comment, v.agent_id, a.name as author_name, v.at,
    r.agent_id as reviewer_id, ra.name as reviewer_name, r.at as reviewed_at, r.comment as review_comment,
    case when l.id is null and p.kind = 'scheduled' then p.live_from end as scheduled_for, l.at as went_live,
    l.id is not null and not exists (select 1 from script_version_event o where o.script_id = v.script_id and o.kind = 'live' and (o.at, o.id) > (l.at, l.id)) as is_latest_live
  from script_version v
  left join agent a on a.id = v.agent_id
  left join lateral (select * from script_version_event e where e.script_id = v.script_id and e.number = v.number and e.kind = 'reviewed' order by e.id limit 1) r on true
  left join agent ra on ra.id = r.agent_id
  left join lateral (select * from script_version_event e where e.script_id = v.script_id and e.number = v.number and e.kind in ('scheduled', 'withdrawn') order by e.id desc limit 1) p on true
  left join lateral (select * from script_version_event e where e.script_id = v.script_id and e.number = v.number and e.kind = 'live' limit 1) l on true`;

const versions = sql`
  select * from (select looked.*, case when went_live is not null then case when is_latest_live then 'live' else 'former' end
    when scheduled_for is not null then 'scheduled' when reviewed_at is null then 'draft' else 'reviewed' end as state
  from (${looked}) looked) v`;

function versionOf(row: VersionRow): ScriptVersion {
  const { scriptId, number, base, restores, title, comment } = row;
  return {
    scriptId,
    number,
    base,
    restores,
    title,
    comment,
    author: { agentId: row.agentId, name: row.authorName, at: row.at.toISOString() },
    state: row.state,
    review: row.reviewedAt === null ? null : { agentId: row.reviewerId, name: row.reviewerName, at: row.reviewedAt.toISOString(), comment: row.reviewComment ?? '' },
    liveFrom: (row.wentLive ?? row.scheduledFor)?.toISOString() ?? null,
  };
}

/** @returns versions of a script, the newest first; one more than the limit where there are more. */
export async function listVersions(db: Executor, scriptId: string, { below, limit, state, agentId }: VersionsAsked): Promise<ScriptVersion[]> {
  const conditions = [
    sql`v.script_id = ${scriptId}::uuid`,
    ...(below === null ? [] : [sql`v.number < ${below}`]),
    ...(state === undefined ? [] : [sql`state = ${state}`]),
    ...(agentId === undefined ? [] : [sql`v.agent_id = ${agentId}::uuid`]),
  ];
  const { rows } = await sql<VersionRow>`${versions} where ${sql.join(conditions, sql` and `)} order by v.number desc limit ${limit + 1}`.execute(db);
  return rows.map(versionOf);
}

/** @returns one version; null where there is none. */
export async function readVersion(db: Executor, scriptId: string, number: number): Promise<ScriptVersion | null> {
  const { rows } = await sql<VersionRow>`${versions} where v.script_id = ${scriptId}::uuid and v.number = ${number}`.execute(db);
  return rows[0] === undefined ? null : versionOf(rows[0]);
}

/** @returns the words of a version, which were checked when it was saved; null where there is none. */
export async function readDefinition(db: Executor, scriptId: string, number: number): Promise<Script | null> {
  const row = await db.selectFrom('scriptVersion').select('definition').where('scriptId', '=', scriptId).where('number', '=', number).executeTakeFirst();
  return row === undefined ? null : scriptSchema.parse(row.definition);
}

/** @returns the number of the newest version; null where there is none. */
export async function newestNumber(db: Executor, scriptId: string): Promise<number | null> {
  const row = await db.selectFrom('scriptVersion').select((each) => each.fn.max('number').as('newest')).where('scriptId', '=', scriptId).executeTakeFirst();
  return row?.newest ?? null;
}

/** What is due to go live, the earliest first. */
export async function dueVersions(db: Executor, now: string): Promise<readonly { readonly scriptId: string; readonly number: number; readonly agentId: string | null }[]> {
  const { rows } = await sql<{ scriptId: string; number: number; agentId: string | null }>`
    select s.script_id, s.number, s.agent_id from script_version_event s
    where s.kind = 'scheduled' and s.live_from <= ${now}::timestamptz
      and not exists (select 1 from script_version_event o where o.script_id = s.script_id and o.number = s.number and (o.kind = 'live' or (o.kind in ('scheduled', 'withdrawn') and o.id > s.id)))
    order by s.live_from, s.id`.execute(db);
  return rows;
}

/** @returns every script that calls begin with or that is being written, by id. */
export async function listScripts(db: Executor): Promise<ScriptSummary[]> {
  const live = await sql<{ id: string; key: string; language: ScriptSummary['language']; title: string; live: number; at: Date }>`
    select id, key, language, definition ->> 'title' as title, (definition ->> 'version')::integer as live, updated_at as at from script`.execute(db);
  const newest = await sql<VersionRow & { key: string; language: ScriptSummary['language'] }>`
    select w.*, n.definition ->> 'key' as key, n.definition ->> 'language' as language from (${versions}) w join script_version n on n.script_id = w.script_id and n.number = w.number
    where w.number = (select max(m.number) from script_version m where m.script_id = w.script_id)`.execute(db);
  const found = new Map<string, ScriptSummary>(live.rows.map(({ at, ...row }) => [row.id, { ...row, newest: row.live, state: 'live', changedAt: at.toISOString() }]));
  for (const row of newest.rows) {
    const known = found.get(row.scriptId);
    if (known !== undefined && known.newest >= row.number) continue;
    found.set(row.scriptId, { id: row.scriptId, key: row.key, language: row.language, title: row.title, live: known?.live ?? null, newest: row.number, state: row.state, changedAt: row.at.toISOString() });
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
