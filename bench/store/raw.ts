import { openDatabase, configure } from '../../electron/store/database/open-database.ts';
import { tables } from '../../electron/store/entities/tables.ts';
import { migrations } from '../../electron/store/migrations/index.ts';

type Handle = ReturnType<typeof openDatabase>;
type Row = Readonly<Record<string, unknown>>;

/** A line of a snapshot as JSON.parse leaves it. */
interface RowLine {
  readonly type: string;
  readonly entity?: keyof typeof tables;
  readonly row?: Row;
}

/**
 * The same work in plain statements on the same encrypted file: prepared once, nothing parsed, checked,
 * ranked or announced. What better-sqlite3 can do here, and what the store's figures are held against.
 */
export class RawStatements {
  readonly #handle: Handle;
  readonly #lookup;
  readonly #search;
  readonly #draft;

  constructor(path: string, key: string) {
    const options = { path, key, durability: 'full', cacheMb: 64 } as const;
    this.#handle = openDatabase(options);
    configure(this.#handle, options);
    this.#lookup = this.#handle.prepare<[number]>(
      `SELECT c.id, c.given_name, c.family_name, c.customer_number, a.street, a.house_number, a.postcode, a.town
       FROM phone AS p JOIN customer AS c ON c.seq = p.customer
       LEFT JOIN address AS a ON a.customer_id = c.id WHERE p.number = ?`,
    );
    this.#search = this.#handle.prepare<[string]>(
      `SELECT c.id, c.given_name, c.family_name, c.customer_number, a.street, a.house_number, a.postcode, a.town
       FROM (SELECT rowid FROM customer_words WHERE customer_words MATCH ? ORDER BY rowid LIMIT 60) AS w
       JOIN customer AS c ON c.seq = w.rowid % 16777216 LEFT JOIN address AS a ON a.customer_id = c.id`,
    );
    this.#draft = this.#handle.prepare<[string, string, string, string]>(
      `INSERT INTO journal (interaction_id, field, value, saved_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (interaction_id, field) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at`,
    );
  }

  customersWith(e164: string): readonly unknown[] {
    return this.#lookup.all(Number(e164.slice(1)));
  }

  customersNamed(words: readonly string[]): readonly unknown[] {
    return this.#search.all(words.map((word) => `"${word}"*`).join(' AND '));
  }

  writeDraft(interactionId: string, field: string, value: string): void {
    this.#handle.transaction(() => this.#draft.run(interactionId, field, value, new Date().toISOString())).immediate();
  }

  close(): void {
    this.#handle.close();
  }
}

/** Fills an empty database from a snapshot: the store's schema, one transaction, one statement for each kind of row. */
export function fillRaw(path: string, key: string, snapshot: string): void {
  const options = { path, key, durability: 'normal', cacheMb: 16 } as const;
  const handle = openDatabase(options);
  try {
    for (const migration of migrations) migration.up(handle);
    configure(handle, options);
    handle.transaction(() => {
      const prepare = (sql: string) => handle.prepare<unknown[]>(sql);
      const inserts = new Map<string, { readonly statement: ReturnType<typeof prepare>; readonly fields: readonly string[] }>();
      for (const line of snapshot.split('\n')) {
        if (line === '') continue;
        const { entity, row } = JSON.parse(line) as RowLine;
        if (entity === undefined || row === undefined) continue;
        const fields = Object.keys(row);
        const insert = inserts.get(entity) ?? { statement: prepare(insertInto(entity, fields)), fields };
        inserts.set(entity, insert);
        insert.statement.run(...insert.fields.map((field) => asColumn(row[field])));
      }
      fillWords(handle);
    })();
  } finally {
    handle.close();
  }
}

function insertInto(entity: keyof typeof tables, fields: readonly string[]): string {
  return `INSERT INTO ${tables[entity].name} (${fields.map((field) => `"${snake(field)}"`).join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`;
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function asColumn(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

/** The index of words, without folding them: FTS5's own tokenizer removes accents. */
function fillWords(handle: Handle): void {
  handle.exec(`
    INSERT INTO customer_words (rowid, words)
    SELECT c.seq, c.given_name || ' ' || c.family_name || ' ' || coalesce(c.organisation_name, '') || ' ' || coalesce(c.customer_number, '') || ' ' || coalesce(group_concat(a.street || ' ' || a.postcode || ' ' || a.town, ' '), '')
    FROM customer AS c LEFT JOIN address AS a ON a.customer_id = c.id GROUP BY c.seq;
    DELETE FROM search_stale;
  `);
}
