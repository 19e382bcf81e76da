import { z } from 'zod';
import type { Customer } from './entities.ts';
import { languageSchema, registerSchema, type Language, type Register } from './language.ts';

/** The fields that a template may use. */
export const letterFieldKeys = ['date', 'greeting', 'salutation', 'givenName', 'familyName', 'name', 'organisationName', 'customerNumber', 'street', 'postcode', 'town', 'email', 'phone', 'operator', 'organisation', 'contactDate', 'outcome', 'sentence'] as const;
export type LetterFieldKey = (typeof letterFieldKeys)[number];
export const letterFieldsSchema = z.record(z.enum(letterFieldKeys), z.string().max(4000));
export type LetterFields = z.infer<typeof letterFieldsSchema>;

/** One letter to be made. */
export const letterOrderSchema = z.strictObject({
  templateId: z.uuid(),
  /** That was read: a letter that is saved says what its preview said. */
  edition: z.number().int().positive(),
  language: languageSchema,
  register: registerSchema,
  fields: letterFieldsSchema,
  customerId: z.uuid(),
});
export type LetterOrder = z.infer<typeof letterOrderSchema>;

/** A letter as it will be, to be read before it leaves. `subject`: of a mail. */
export const letterPreviewSchema = z.object({ subject: z.string().nullable(), text: z.string() });
export type LetterPreview = z.infer<typeof letterPreviewSchema>;

/**
 * @returns the variant for a customer: their language and register, or their language in another register; undefined where the
 *   centre has not written it in that language, for a letter in another one is not what was asked for.
 */
export function variantOf<V extends { readonly language: Language; readonly register: Register }>(variants: readonly V[], language: Language, register: Register): V | undefined {
  const spoken = variants.filter((variant) => variant.language === language);
  return spoken.find((variant) => variant.register === register) ?? spoken[0];
}

/** @returns whether a text has braces that hold no field: something was mistyped, or is no field of ours. */
export function hasStrayBraces(text: string): boolean {
  return /\{\{|\}\}/.test(fillText(text, {}));
}

const placeholder = /\{\{\s*([a-zA-Z0-9-]{1,64})\s*\}\}/g;

export const isLetterField = (key: string): key is LetterFieldKey => (letterFieldKeys as readonly string[]).includes(key);

/** @returns the keys that a text asks for, each once, in order; also those that are no field. */
export function askedIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(placeholder), ([, key = '']) => key))];
}

/** @returns the first key of a text that is no field; undefined where all are. */
export function unknownFieldIn(text: string): string | undefined {
  return askedIn(text).find((key) => !isLetterField(key));
}

/** A piece of a text: as it stands there, or where a field comes. */
export type LetterPiece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'asked'; readonly key: string };

/** @returns a text in pieces, in order. */
export function piecesOf(text: string): LetterPiece[] {
  const pieces: LetterPiece[] = [];
  let from = 0;
  for (const { 0: whole, 1: key = '', index } of text.matchAll(placeholder)) {
    if (index > from) pieces.push({ kind: 'text', text: text.slice(from, index) });
    pieces.push({ kind: 'asked', key });
    from = index + whole.length;
  }
  return from < text.length ? [...pieces, { kind: 'text', text: text.slice(from) }] : pieces;
}

/** @returns a text with its fields filled in; one that has no value is left out. */
export function fillText(text: string, fields: Partial<LetterFields>): string {
  return piecesOf(text)
    .map((piece) => (piece.kind === 'text' ? piece.text : isLetterField(piece.key) ? (fields[piece.key] ?? '') : ''))
    .join('');
}

type Named = Pick<Customer, 'kind' | 'salutation' | 'givenName' | 'familyName'>;

const titles: Readonly<Record<Language, Readonly<Record<'mr' | 'mrs', string>>>> = {
  nl: { mr: 'de heer', mrs: 'mevrouw' },
  fr: { mr: 'Monsieur', mrs: 'Madame' },
  en: { mr: 'Mr', mrs: 'Mrs' },
  de: { mr: 'Herr', mrs: 'Frau' },
};

const formal: Readonly<Record<Language, (salutation: 'mr' | 'mrs', name: string) => string>> = {
  nl: (salutation, name) => `Geachte ${salutation === 'mr' ? 'heer' : 'mevrouw'} ${name}`,
  // A French letter names nobody in its greeting.
  fr: (salutation) => titles.fr[salutation],
  en: (salutation, name) => `Dear ${titles.en[salutation]} ${name}`,
  de: (salutation, name) => `Sehr ${salutation === 'mr' ? 'geehrter' : 'geehrte'} ${titles.de[salutation]} ${name}`,
};
const formalUnknown: Readonly<Record<Language, string>> = { nl: 'Geachte heer, mevrouw', fr: 'Madame, Monsieur', en: 'Dear Sir or Madam', de: 'Sehr geehrte Damen und Herren' };
const informal: Readonly<Record<Language, string>> = { nl: 'Beste', fr: 'Bonjour', en: 'Dear', de: 'Hallo' };

/** @returns how a letter begins, without its comma: in the customer's language, as formal as the centre is with its customers. */
export function greetingOf({ salutation, givenName, familyName }: Named, language: Language, register: Register): string {
  if (register === 'informal' && givenName !== '') return `${informal[language]} ${givenName}`;
  return salutation === 'none' || familyName === '' ? formalUnknown[language] : formal[language](salutation, familyName);
}

/** @returns the title before a name in an address; empty where none is known. */
export function titleOf({ salutation }: Named, language: Language): string {
  return salutation === 'none' ? '' : titles[language][salutation];
}
