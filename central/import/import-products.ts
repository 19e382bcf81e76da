import { isoNow, type Clock } from '#shared/domain/clock.ts';
import { languageSchema, localisedSchema, type Localised } from '#shared/domain/language.ts';
import { newId } from '#shared/domain/ids.ts';
import { productSchema, stockSchema } from '#shared/domain/ordering/catalogue.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import { readRow, readRowsBy } from '../database/rows.ts';
import type { Writer } from '../sync/change-log.ts';
import { LineRefused, put, said, type Fault, type ImportKind, type Outcome, type Values } from './import-file.ts';

const languages = languageSchema.options;
const texts = ['name', 'category', 'summary'] as const;

/** The columns that a file of products may have; `sku` it must have. A text has a column for each language: `name_nl`. */
const columns = ['sku', ...texts.flatMap((text) => languages.map((language) => `${text}_${language}`)), 'price', 'vatRate', 'termsKeys', 'languages', 'active', 'stocked', 'leadDays', 'onHand'];

type Product = Omit<z.infer<typeof productSchema>, 'id' | 'version' | 'updatedAt'>;

/** What a line says, field by field; what it says nothing of is not there, nor are the languages of a text that it leaves out. */
interface ProductLine {
  readonly sku: string;
  readonly fields: Readonly<Partial<Omit<Product, (typeof texts)[number]> & Record<(typeof texts)[number], Partial<Localised>>>>;
  /** What was counted in the warehouse. */
  readonly onHand: number | null;
}

/** Of a product that is new, and of which the file does not say it. */
const usual: Omit<Product, 'sku' | 'name' | 'priceCents'> = {
  category: { nl: '' },
  summary: { nl: '' },
  features: [],
  vatRate: 2100,
  discounts: [],
  termsKeys: [],
  languages: ['nl'],
  active: true,
  stocked: true,
  leadDays: 0,
};

/** A file of products, known again by their article numbers. */
export function productFile(clock: Clock): ImportKind<ProductLine> {
  return { entity: 'product', key: 'sku', columns, read: readProductLine, keyOf: ({ sku }) => sku, write: async (writer, line) => await writeLine(writer, line, isoNow(clock)) };
}

function readProductLine(values: Values): { readonly line: ProductLine } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const given = (column: string): string | undefined => (values[column] === undefined || values[column] === '' ? undefined : values[column]);
  const check = <T extends z.ZodType>(column: string, schema: T, value: unknown): z.infer<T> | undefined => {
    if (value === undefined) return undefined;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    faults.push({ column, reason: parsed.error.issues[0]?.message ?? 'cannot be used' });
    return undefined;
  };
  const { shape } = productSchema;
  const sku = check('sku', shape.sku, given('sku') ?? '');
  const text = (field: (typeof texts)[number]): Partial<Localised> | undefined => {
    const told = languages.flatMap((language) => (given(`${field}_${language}`) === undefined ? [] : [[language, given(`${field}_${language}`)]]));
    return told.length === 0 ? undefined : check(`${field}_nl`, localisedSchema.partial(), Object.fromEntries(told));
  };
  const several = (column: string): string[] | undefined => given(column)?.split(/[\s,|]+/).filter((word) => word !== '');
  const fields: Partial<Record<keyof Product, unknown>> = {
    sku,
    name: text('name'),
    category: text('category'),
    summary: text('summary'),
    priceCents: check('price', shape.priceCents, hundredths(given('price'))),
    vatRate: check('vatRate', shape.vatRate, hundredths(given('vatRate'))),
    termsKeys: check('termsKeys', shape.termsKeys, several('termsKeys')),
    languages: check('languages', shape.languages, several('languages')),
    active: check('active', shape.active, yesOrNo(given('active'))),
    stocked: check('stocked', shape.stocked, yesOrNo(given('stocked'))),
    leadDays: check('leadDays', shape.leadDays, wholeNumber(given('leadDays'))),
  };
  const onHand = check('onHand', stockSchema.shape.onHand, wholeNumber(given('onHand'))) ?? null;
  if (faults.length > 0 || sku === undefined) return { faults };
  return { line: { sku, fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)), onHand } };
}

/** `12,50` and `12.50` are 1250; anything else stays what it is, and is refused. */
function hundredths(value: string | undefined): unknown {
  if (value === undefined) return undefined;
  const [, whole, part = ''] = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(value) ?? [];
  return whole === undefined ? value : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

function wholeNumber(value: string | undefined): unknown {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : value;
}

function yesOrNo(value: string | undefined): unknown {
  return value === undefined ? undefined : ({ yes: true, true: true, '1': true, no: false, false: false, '0': false }[value.toLowerCase()] ?? value);
}

async function writeLine(writer: Writer, { sku, fields, onHand }: ProductLine, now: string): Promise<Outcome> {
  const { rows } = await sql<{ id: string }>`select id from product where sku = ${sku}`.execute(writer.trx);
  const known = rows[0]?.id;
  const id = known ?? newId();
  const changed = await put(writer, 'product', id, known === undefined ? newProduct(fields) : await merged(writer, id, fields), known === undefined);
  const counted = onHand !== null && (await putCount(writer, id, onHand, now));
  return known === undefined ? 'created' : changed || counted ? 'changed' : 'unchanged';
}

/** @throws LineRefused where it has no name or price: nothing stands in for those. */
function newProduct(fields: ProductLine['fields']): Record<string, unknown> {
  const missing = fields.name?.nl === undefined ? 'name_nl' : fields.priceCents === undefined ? 'price' : null;
  if (missing !== null) throw new LineRefused({ column: missing, reason: 'is empty: a new product needs it' });
  return { ...usual, ...fields, category: { ...usual.category, ...fields.category }, summary: { ...usual.summary, ...fields.summary } };
}

/** A text that the file has in one language keeps its others. */
async function merged(writer: Writer, id: string, fields: ProductLine['fields']): Promise<Record<string, unknown>> {
  const current = await readRow(writer.trx, 'product', id);
  const localised = Object.entries(said(fields, texts)).map(([field, text]) => [field, { ...(current?.[field] as object | undefined), ...(text as object) }]);
  return { ...fields, ...(Object.fromEntries(localised) as Record<string, unknown>) };
}

/** A count of the warehouse; what is allocated and held stays as it is. */
async function putCount(writer: Writer, productId: string, onHand: number, now: string): Promise<boolean> {
  const [stock] = await readRowsBy(writer.trx, 'stock', 'productId', [productId]);
  if (stock === undefined) return await put(writer, 'stock', newId(), { productId, onHand, allocated: 0, held: 0, countedAt: now }, true);
  return stock['onHand'] !== onHand && (await put(writer, 'stock', stock.id, { onHand, countedAt: now }, false));
}
