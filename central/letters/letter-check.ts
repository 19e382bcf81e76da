import type { LetterSave } from '#shared/contract/letters.ts';
import type { FaultPlace } from '#shared/contract/problem.ts';
import { UnknownFields } from '#shared/docx/docx-template.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { hasStrayBraces, unknownFieldIn } from '#shared/domain/letters.ts';
import { sql } from 'kysely';
import type { Executor } from '../database/schema.ts';
import { Problem } from '../http/problem.ts';

/** What is wrong with a document, for whoever made it. */
const words: Readonly<Record<string, string>> = {
  'not-docx': 'is no DOCX document, or a damaged one',
  'too-large': 'is larger than a letter can be',
  macros: 'has macros or controls',
  embedded: 'has other files in it',
  external: 'fetches something from elsewhere when it is opened',
  fields: 'has more than fields between braces, or a brace too few',
};

/** @returns what the API answers where a document was refused; anything else as it was. */
export function asProblem(thrown: unknown, path = '/'): unknown {
  if (!(thrown instanceof BalieError)) return thrown;
  const { fault, where } = thrown.details;
  const errors = thrown instanceof UnknownFields ? thrown.fields.map((field) => unknownField(path, field)) : [{ path, message: `${words[String(fault)] ?? 'cannot be used'} (${String(where)})`, code: String(fault), about: String(where) }];
  return new Problem(400, 'letter.invalid', `The document ${errors.map(({ message }) => message).join('; ')}.`, { errors, cause: thrown });
}

function unknownField(path: string, field: string): FaultPlace {
  return { path, message: `asks for a field that does not exist: ${field}`, code: 'field-unknown', about: field };
}

/**
 * Looks whether letters can be made of a template.
 * @throws Problem 400 `letter.invalid`, with every fault.
 */
export async function refuseFaults(db: Executor, save: LetterSave): Promise<void> {
  refuse([...ofVariants(save), ...(await ofQueues(db, save.queueIds))]);
}

/** Documents were looked at when they came in. @throws Problem 400 `letter.invalid` where one did not, or has another length. */
export async function refuseUnsent(db: Executor, save: LetterSave): Promise<void> {
  refuse(await ofFiles(db, save));
}

function refuse(faults: readonly FaultPlace[]): void {
  if (faults.length > 0) throw new Problem(400, 'letter.invalid', 'No letter can be made of this template.', { errors: faults });
}

function ofVariants({ kind, variants }: LetterSave): FaultPlace[] {
  const taken = new Set<string>();
  return variants.flatMap((variant, index): FaultPlace[] => {
    const path = `/variants/${index}`;
    const spoken = `${variant.language} ${variant.register}`;
    if (taken.has(spoken)) return [{ path, message: `is there twice: ${spoken}` }];
    taken.add(spoken);
    if ('sha256' in variant !== (kind === 'letter')) return [{ path, message: kind === 'letter' ? 'is no document' : 'is no text' }];
    return 'sha256' in variant ? [] : (['subject', 'body'] as const).flatMap((part) => ofText(variant[part], `${path}/${part}`));
  });
}

function ofText(text: string, path: string): FaultPlace[] {
  const unknown = unknownFieldIn(text);
  if (unknown !== undefined) return [unknownField(path, unknown)];
  return hasStrayBraces(text) ? [{ path, message: 'has braces without a field', code: 'fields' }] : [];
}

async function ofQueues(db: Executor, queueIds: readonly string[]): Promise<FaultPlace[]> {
  const { rows } = await sql<{ id: string }>`select id from queue where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(queueIds)}::jsonb))`.execute(db);
  const known = new Set(rows.map(({ id }) => id));
  return queueIds.flatMap((id, index) => (known.has(id) ? [] : [{ path: `/queueIds/${index}`, message: 'is no queue' }]));
}

async function ofFiles(db: Executor, { variants }: LetterSave): Promise<FaultPlace[]> {
  const wanted = variants.flatMap((variant, index) => ('sha256' in variant ? [{ index, ...variant }] : []));
  const { rows } = await sql<{ sha256: string; size: number }>`
    select sha256, length(bytes) as size from letter_file where sha256 in (select value from jsonb_array_elements_text(${JSON.stringify(wanted.map(({ sha256 }) => sha256))}::jsonb))`.execute(db);
  const known = new Map(rows.map(({ sha256, size }) => [sha256, size]));
  return wanted.flatMap(({ index, sha256, bytes }) => (known.get(sha256) === bytes ? [] : [{ path: `/variants/${index}/sha256`, message: known.has(sha256) ? 'has another length' : 'is no document that was sent' }]));
}
