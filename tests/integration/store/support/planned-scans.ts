import type { openDatabase } from '../../../../electron/store/database/open-database.ts';

type RawDatabase = ReturnType<typeof openDatabase>;

/** What a centre sets up, or a device has a handful of: may be read from end to end. Any other table grows with the centre or with the day. */
const smallTables = new Set(
  'accuracy agent article case_number_use case_procedure device_state directory_entry letter_file letter_template number_range outcome parked_row product queue sales_offer sales_policy sales_terms script script_draft superseded_value'.split(' '),
);

/** Indexes that hold only what is open, waits or is due: all of one is little. */
const openWork = new Set(['call_leg_open', 'interaction_unfinished', 'outbox_waiting', 'outbox_creations', 'promise_due_all']);

/** Statements that read a growing table from end to end, each with why that is right. */
const plannedScans: readonly (readonly [begins: string, why: string])[] = [
  ['DELETE FROM journal WHERE interaction_id = ? OR substr(field', 'an erased customer is looked for in all that was typed and not saved yet'],
  ["SELECT id FROM interaction WHERE customer_id = ? UNION SELECT entity_id FROM outbox WHERE entity = 'interaction'", 'an erased customer is looked for in all that is not sent yet'],
  ["DELETE FROM outbox WHERE entity <> 'interaction' AND (entity_id IN", 'an erased customer is looked for in all that is not sent yet'],
  ['SELECT DISTINCT entity_id AS id FROM outbox', 'once a batch, instead of once a row'],
  ["DELETE FROM tombstone WHERE entity GLOB 'unseen:*'", 'once after a snapshot'],
  ["DELETE FROM tombstone WHERE entity GLOB 'sought:*'", 'once before a snapshot'],
  ["INSERT OR REPLACE INTO tombstone (entity, id, version) SELECT 'sought:' || entity", 'what is not sent yet, once before a snapshot'],
  ["UPDATE tombstone SET entity = 'unseen:'", 'once after a snapshot'],
  ["INSERT OR REPLACE INTO tombstone (entity, id, version) SELECT DISTINCT 'unseen:' || waiting.entity", 'what is not sent yet, once for some hundred rows that are swept'],
  ["WITH named (id) AS (SELECT entity_id FROM outbox WHERE entity = 'customer'", 'what is not sent yet and what was typed and not saved, once before a snapshot'],
  ['SELECT count(*) AS n FROM outbox', 'how much is not sent yet'],
  ['SELECT count(*) AS n FROM (SELECT id FROM interaction WHERE', 'how much a repair would have to carry over; drafts and open conversations'],
  ["SELECT seq, id, entity, entity_id AS entityId, base_version AS baseVersion, patch, base, at, state, code, attempts, theirs, agent_id AS agentId FROM outbox WHERE (state <> 'waiting'", 'the list of what is in trouble, of what is not sent yet'],
  ["SELECT json_extract(patch, '$.customerId') AS id FROM outbox UNION", 'once, before a first fill'],
  ['SELECT customer_id AS id FROM contact_point UNION SELECT customer_id FROM address', 'only where there are fewer than a thousand of them, before a first fill'],
  ['SELECT s.customer_id AS id, c.seq, c.given_name AS givenName', 'the next of what is stale: as many rows as its limit'],
];

/** Reads the first rows that there are: as many as its limit. */
const first = /^SELECT (1|1 AS \w+) FROM \w+ LIMIT (1|\? \+ 0)$/;
/** The whole of a table in its order: what tests compare. The store's own code does so with small tables. */
const wholeTable = /^SELECT (?:(\w+)\."\w+" AS "\w+"(?:, )?)+ FROM (\w+) ORDER BY \2\.seq$/;

/** @returns each statement that reads a growing table from end to end and is not planned to, or that SQLite plans anew at every call; with its plan. */
export function unplannedScans(handle: RawDatabase, statements: Iterable<string>): string[] {
  const tables = new Set(handle.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").pluck().all() as string[]);
  const wrong: string[] = [];
  for (const statement of statements) {
    const sql = statement.replaceAll(/\s+/g, ' ').trim();
    if (/LIMIT \?(?! \+ 0)/.test(sql)) wrong.push(`planned anew at every call: ${sql}`);
    if (first.test(sql) || wholeTable.test(sql) || plannedScans.some(([begins]) => sql.startsWith(begins))) continue;
    const scans = scansOf(handle, sql, tables);
    if (scans.length > 0) wrong.push(`${scans.join(', ')}: ${sql}`);
  }
  return wrong;
}

function scansOf(handle: RawDatabase, sql: string, tables: ReadonlySet<string>): string[] {
  const named = new Map(Array.from(sql.matchAll(/(?:FROM|JOIN|,) (\w+) AS (\w+)/g), ([, table = '', alias = '']) => [alias, table]));
  return planOf(handle, sql)
    .split('\n')
    .filter((step) => {
      const [, name = '', index = ''] = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(step) ?? [];
      const table = tables.has(name) ? name : (named.get(name) ?? '');
      return tables.has(table) && !smallTables.has(table) && !openWork.has(index);
    });
}

/** SQLite's plan of a statement, a line a step. */
export function planOf(handle: RawDatabase, sql: string): string {
  const parameters = sql.split('?').length - 1;
  const steps = handle.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from({ length: parameters }, () => null));
  return steps.map(({ detail }) => detail).join('\n');
}
