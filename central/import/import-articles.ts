import { isoNow, type Clock } from '#shared/domain/clock.ts';
import { newId } from '#shared/domain/ids.ts';
import { articleSchema, type Article } from '#shared/domain/knowledge/article.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import { readRow, type Row } from '../database/rows.ts';
import { differences } from '../sync/patches.ts';
import type { Writer } from '../sync/change-log.ts';
import { LineRefused, said, type Fault, type ImportKind, type Outcome, type Values } from './import-file.ts';

/** The columns that a file of articles may have; `key` and `language` name the article. */
export const articleColumns = ['key', 'language', 'source', 'title', 'body', 'keywords', 'queues', 'sku', 'validFrom', 'validUntil', 'changedSummary', 'archived'] as const;
type Column = (typeof articleColumns)[number];

type Said = Partial<Pick<Article, 'source' | 'title' | 'body' | 'keywords' | 'validFrom' | 'validUntil' | 'changedSummary' | 'archived'>>;

/** What a line says. Queues and the product are named as people name them. */
interface ArticleLine {
  readonly key: string;
  readonly language: Article['language'];
  readonly said: Said;
  /** Keys of queues; null: the file does not say. */
  readonly queues: readonly string[] | null;
  /** The product's number; empty: none. Null: the file does not say. */
  readonly sku: string | null;
}

/** What an operator reads: a change of it makes a new edition. */
const read = ['source', 'title', 'body', 'productId', 'validFrom', 'validUntil', 'changedSummary', 'archived'] as const;

/** A file of articles, known again by key and language. */
export function articleFile(clock: Clock): ImportKind<ArticleLine> {
  return { entity: 'article', key: 'key', columns: articleColumns, read: readArticleLine, keyOf: ({ key, language }) => `${key} ${language}`, write: async (writer, line, columns) => await writeLine(writer, line, columns, isoNow(clock)) };
}

function readArticleLine(values: Values): { readonly line: ArticleLine } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const { shape } = articleSchema;
  const check = <T extends z.ZodType>(column: Column, schema: T, value: unknown): z.infer<T> | undefined => {
    if (value === undefined) return undefined;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    faults.push({ column, reason: parsed.error.issues[0]?.message ?? 'cannot be used' });
    return undefined;
  };
  const given = (column: Column): string | undefined => (values[column] === undefined || values[column] === '' ? undefined : values[column]);
  const key = check('key', shape.key, values['key'] ?? '');
  const language = check('language', shape.language, given('language') ?? 'nl');
  const fields: Said = defined({
    source: check('source', shape.source, given('source')),
    title: check('title', shape.title, given('title')),
    body: check('body', shape.body, given('body')),
    keywords: check('keywords', shape.keywords, several(values['keywords'], /[,;|]/)),
    validFrom: check('validFrom', shape.validFrom, given('validFrom')),
    validUntil: check('validUntil', shape.validUntil, values['validUntil'] === '' ? null : values['validUntil']),
    changedSummary: check('changedSummary', shape.changedSummary, values['changedSummary']),
    archived: check('archived', shape.archived, yesOrNo(given('archived'))),
  });
  if (key === undefined || language === undefined || faults.length > 0) return { faults };
  return { line: { key, language, said: fields, queues: several(values['queues'], /[\s,;|]/) ?? null, sku: values['sku'] ?? null } };
}

function defined(fields: { readonly [K in keyof Said]: Said[K] | undefined }): Said {
  return Object.fromEntries(Object.entries<unknown>(fields).filter(([, value]) => value !== undefined));
}

function several(value: string | undefined, between: RegExp): string[] | undefined {
  return value?.split(between).flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
}

function yesOrNo(value: string | undefined): unknown {
  return value === undefined ? undefined : ({ yes: true, true: true, '1': true, no: false, false: false, '0': false }[value.toLowerCase()] ?? value);
}

async function writeLine(writer: Writer, line: ArticleLine, columns: readonly string[], now: string): Promise<Outcome> {
  const { rows } = await sql<{ id: string }>`select id from article where key = ${line.key} and language = ${line.language}`.execute(writer.trx);
  const current = rows[0] === undefined ? null : await readRow(writer.trx, 'article', rows[0].id);
  const links = {
    ...(line.queues === null ? {} : { queueIds: await queuesNamed(writer, line.queues) }),
    ...(line.sku === null ? {} : { productId: await productNamed(writer, line.sku) }),
  };
  if (current === null) {
    await writer.create('article', { ...newArticle(line, now), ...links, id: newId() });
    return 'created';
  }
  return (await change(writer, current, { ...said(line.said, columns), ...links }, now)) ? 'changed' : 'unchanged';
}

async function change(writer: Writer, current: Row, fields: Readonly<Record<string, unknown>>, now: string): Promise<boolean> {
  const changes = differences(current, { ...fields });
  if (Object.keys(changes).length === 0) return false;
  const isNews = read.some((field) => field in changes);
  await writer.update('article', current, isNews ? { ...changes, edition: Number(current['edition']) + 1, changedAt: now } : changes);
  return true;
}

/** @throws LineRefused where it has no title, source or text: nothing stands in for those. */
function newArticle({ key, language, said: fields }: ArticleLine, now: string): Omit<Article, 'id' | 'version' | 'updatedAt'> {
  const { source, title, body } = fields;
  if (source === undefined || title === undefined || body === undefined) {
    throw new LineRefused({ column: source === undefined ? 'source' : title === undefined ? 'title' : 'body', reason: 'is empty: a new article needs it' });
  }
  const usual = { keywords: [], queueIds: [], productId: null, validFrom: now.slice(0, 10), validUntil: null, changedSummary: '', archived: false };
  return { ...usual, ...fields, key, language, source, title, body, edition: 1, changedAt: now };
}

/** @throws LineRefused: an article of an unknown queue would be nobody's. */
async function queuesNamed({ trx }: Writer, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ id: string; key: string }>`select id, key from queue where key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)) order by id`.execute(trx);
  if (rows.length !== new Set(keys).size) throw new LineRefused({ column: 'queues', reason: 'names a queue that does not exist' });
  return rows.map(({ id }) => id);
}

/** @throws LineRefused where there is no such product. */
async function productNamed({ trx }: Writer, sku: string): Promise<string | null> {
  if (sku === '') return null;
  const { rows } = await sql<{ id: string }>`select id from product where sku = ${sku}`.execute(trx);
  if (rows[0] === undefined) throw new LineRefused({ column: 'sku', reason: 'names a product that does not exist' });
  return rows[0].id;
}
