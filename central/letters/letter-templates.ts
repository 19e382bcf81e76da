import { createHash } from 'node:crypto';
import type { LetterEdition, LetterFile, LetterSave, LetterShelfItem } from '#shared/contract/letters.ts';
import { readDocxTemplate } from '#shared/docx/docx-template.ts';
import type { Clock } from '#shared/domain/clock.ts';
import { letterContent, letterTemplateSchema, type LetterTemplate } from '#shared/domain/letter-template.ts';
import { isAtLeast, type Role } from '#shared/domain/role.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Audit } from '../access/audit.ts';
import type { Scope } from '../access/scope.ts';
import { seen } from '../access/visibility.ts';
import { readRow, readRows } from '../database/rows.ts';
import type { Database, Executor } from '../database/schema.ts';
import { Problem } from '../http/problem.ts';
import { centre, type ChangeLog, type Origin, type Writer } from '../sync/change-log.ts';
import { differences } from '../sync/patches.ts';
import { asProblem, refuseFaults, refuseUnsent } from './letter-check.ts';

interface LetterTemplatesParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: ChangeLog;
  readonly audit: Audit;
}

interface ShelfAsked {
  /** Templates after this one; null: from the first. */
  readonly after: string | null;
  readonly limit: number;
  readonly kind: LetterTemplate['kind'] | undefined;
}

interface EditionsAsked {
  /** Editions before this one; null: from the newest. */
  readonly below: number | null;
  readonly limit: number;
  /** Written by this one only. */
  readonly agentId: string | undefined;
}

const missing = (): Problem => new Problem(404, 'not-found', 'There is no such template, or it is not for you.');
const contentSchema = z.object(letterContent);

const authorName = sql<string | null>`(select name from agent where id = e.agent_id)`;

interface EditionRow {
  readonly edition: number;
  readonly content: unknown;
  readonly comment: string;
  readonly agentId: string | null;
  readonly at: Date;
  readonly name: string | null;
}

function editionIn({ edition, content, comment, agentId, name, at }: EditionRow): LetterEdition {
  return { edition, ...contentSchema.parse(content), comment, author: { agentId, name, at: at.toISOString() } };
}

/**
 * The centre's templates of letters and mails. Each change is an edition, of which nothing is ever changed or removed: what a letter of
 * years ago was made from can be told. Devices get the newest by the ordinary sync, and its documents by their hash.
 */
export class LetterTemplates {
  readonly #with: LetterTemplatesParts;

  constructor(parts: LetterTemplatesParts) {
    this.#with = parts;
  }

  /** Takes in a document. The same one twice is one. @throws Problem 400 `letter.invalid`. */
  async keepFile({ agentId }: Origin, bytes: Uint8Array): Promise<LetterFile> {
    const file = await this.inspect(bytes);
    await this.#with.db.insertInto('letterFile').values({ sha256: file.sha256, bytes, agentId, at: this.#now() }).onConflict((conflict) => conflict.doNothing()).execute();
    return file;
  }

  /** @returns what a document would be known by. @throws Problem 400 `letter.invalid`. */
  async inspect(bytes: Uint8Array): Promise<LetterFile> {
    try {
      return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength, fields: await readDocxTemplate(bytes) };
    } catch (thrown) {
      throw asProblem(thrown);
    }
  }

  /** @returns a document of a template that the scope sees; for who writes templates, any. @throws Problem 404. */
  async file({ scope, role }: { readonly scope: Scope; readonly role: Role }, sha256: string): Promise<Uint8Array> {
    const visible = seen(scope, 'letterTemplate') ?? sql`true`;
    const named = isAtLeast(role, 'team-lead') ? sql`true` : sql`exists (select 1 from letter_template where ${visible} and variants @> ${JSON.stringify([{ sha256 }])}::jsonb)`;
    const { rows } = await sql<{ bytes: Uint8Array }>`select f.bytes from letter_file f where f.sha256 = ${sha256} and ${named}`.execute(this.#with.db);
    const [found] = rows;
    if (found === undefined) throw missing();
    return found.bytes;
  }

  /** @returns every template, also the withdrawn ones, by key. */
  async all(): Promise<LetterTemplate[]> {
    const { rows } = await sql<{ id: string }>`select id from letter_template`.execute(this.#with.db);
    const found = await readRows(this.#with.db, 'letterTemplate', rows.map(({ id }) => id));
    return found.map((row) => letterTemplateSchema.parse(row)).sort((a, b) => a.key.localeCompare(b.key));
  }

  /** @returns the template by what it is known by; null where there is none. */
  async byKey(key: string): Promise<LetterTemplate | null> {
    const { rows } = await sql<{ id: string }>`select id from letter_template where key = ${key}`.execute(this.#with.db);
    const [found] = rows;
    const row = found === undefined ? null : await readRow(this.#with.db, 'letterTemplate', found.id);
    return row === null ? null : letterTemplateSchema.parse(row);
  }

  /**
   * Writes a template, or its next edition; one that was withdrawn is there again. What says the same makes no edition.
   *
   * @throws Problem 409 `letter.stale` where `base` is not the newest edition (any more); 409 `letter.state`; 400 `letter.invalid`.
   */
  async save(author: Origin, id: string, save: LetterSave): Promise<LetterTemplate> {
    return await this.#with.log.write(centre, async (writer) => {
      const former = await readTemplate(writer, id);
      await refuse(writer.trx, id, save, former);
      await refuseUnsent(writer.trx, save);
      return former !== null && isSame(former, save) ? former : await this.#write(writer, author, id, save, former);
    });
  }

  /** @returns the edition that a template would have: nothing is written, and its documents need not have been sent. @throws like {@link save}. */
  async wouldBe(id: string, save: LetterSave): Promise<number> {
    const former = await this.byKey(save.key);
    await refuse(this.#with.db, id, save, former);
    return former === null ? 1 : isSame(former, save) ? former.edition : former.edition + 1;
  }

  /** Nothing is made of it any more. @throws Problem 404. */
  async withdraw({ agentId, deviceId }: Origin, id: string): Promise<LetterTemplate> {
    return await this.#with.log.write(centre, async (writer) => {
      const row = await readRow(writer.trx, 'letterTemplate', id);
      if (row === null) throw missing();
      if (row['withdrawn'] === true) return letterTemplateSchema.parse(row);
      const next = await writer.update('letterTemplate', row, { withdrawn: true });
      await this.#with.audit.record(writer.trx, { action: 'letter-withdrawn', agentId, deviceId, entity: 'letterTemplate', entityId: id, details: { edition: row['edition'] } });
      return letterTemplateSchema.parse(next);
    });
  }

  /** @returns what every template says now and who wrote that, by id; one more than the limit where there are more. */
  async newest({ after, limit, kind }: ShelfAsked): Promise<LetterShelfItem[]> {
    const { rows } = await sql<EditionRow & Pick<LetterShelfItem, 'templateId' | 'withdrawn'>>`
      select t.id as template_id, t.withdrawn, e.edition, e.content, e.comment, e.agent_id, e.at, ${authorName} as name
      from letter_template t join letter_edition e on e.template_id = t.id and e.edition = t.edition
      where ${after === null ? sql`true` : sql`t.id > ${after}::uuid`} and ${kind === undefined ? sql`true` : sql`t.kind = ${kind}`}
      order by t.id limit ${limit + 1}`.execute(this.#with.db);
    return rows.map(({ templateId, withdrawn, ...row }) => ({ templateId, withdrawn, ...editionIn(row) }));
  }

  /** @returns what each edition said, the newest first; one more than the limit where there are more. @throws Problem 404. */
  async editions(id: string, { below, limit, agentId }: EditionsAsked): Promise<LetterEdition[]> {
    if ((await readRow(this.#with.db, 'letterTemplate', id)) === null) throw missing();
    let query = this.#with.db.selectFrom('letterEdition as e').select(['e.edition', 'e.content', 'e.comment', 'e.agentId', 'e.at', authorName.as('name')]).where('e.templateId', '=', id).orderBy('e.edition', 'desc').limit(limit + 1);
    if (below !== null) query = query.where('e.edition', '<', below);
    if (agentId !== undefined) query = query.where('e.agentId', '=', agentId);
    return (await query.execute()).map(editionIn);
  }

  async #write(writer: Writer, { agentId, deviceId }: Origin, id: string, save: LetterSave, former: LetterTemplate | null): Promise<LetterTemplate> {
    const content = contentSchema.parse(save);
    const edition = (former?.edition ?? 0) + 1;
    const fields = { ...content, edition, changedAt: writer.at, withdrawn: false };
    const row = former === null ? await writer.create('letterTemplate', { id, ...fields }) : await writer.update('letterTemplate', { ...former }, fields);
    await writer.trx.insertInto('letterEdition').values({ templateId: id, edition, content: JSON.stringify(content), comment: save.comment, agentId, at: new Date(writer.at) }).execute();
    await this.#with.audit.record(writer.trx, { action: 'letter-saved', agentId, deviceId, entity: 'letterTemplate', entityId: id, details: { edition } });
    return letterTemplateSchema.parse(row);
  }

  #now(): Date {
    return new Date(this.#with.clock.now());
  }
}

async function readTemplate({ trx }: Writer, id: string): Promise<LetterTemplate | null> {
  const row = await readRow(trx, 'letterTemplate', id);
  return row === null ? null : letterTemplateSchema.parse(row);
}

/** @throws Problem where it cannot be saved, whatever its documents are. */
async function refuse(db: Executor, id: string, save: LetterSave, former: LetterTemplate | null): Promise<void> {
  if ((former?.edition ?? null) !== save.base) throw new Problem(409, 'letter.stale', `The newest edition is ${former?.edition ?? 0}.`);
  // Letters name a template: its key and kind stay, and no other has its key.
  if (former !== null && (former.key !== save.key || former.kind !== save.kind)) throw new Problem(409, 'letter.state', 'The key and the kind of a template stay.');
  const { rows } = await sql`select 1 from letter_template where key = ${save.key} and id <> ${id}::uuid`.execute(db);
  if (rows.length > 0) throw new Problem(409, 'letter.state', `There is another template with the key ${save.key}.`);
  await refuseFaults(db, save);
}

function isSame(former: LetterTemplate, save: LetterSave): boolean {
  return !former.withdrawn && Object.keys(differences({ ...former }, contentSchema.parse(save))).length === 0;
}
