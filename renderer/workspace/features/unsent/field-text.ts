import type { TFunction } from 'i18next';
import type { UnsentField } from '#shared/domain/unsent-work.ts';
import { dayAndTime, phone, plain } from '../../i18n/format.ts';

/** Fields that say nothing to an operator: references and places in a list. */
const technical = /(^|\.)(id|version|updatedAt|order|.*Ids?)$|^(script|scriptRun|captured|quality|recording|lines)$/;

/** Fields whose label the locale files have under `customer`. */
const known = new Set([
  ...['salutation', 'givenName', 'familyName', 'organisationName', 'vatNumber', 'birthDate', 'language', 'street', 'houseNumber', 'box', 'postcode', 'town', 'country'],
]);
const own = ['kind', 'value', 'preferred', 'segment', 'archived', 'sentence', 'note', 'outcomeId', 'number', 'endedAt'] as const;

/** @returns what the field is called. A field of a newer part of Balie keeps its technical name: better than to hide it. */
export function fieldLabel(t: TFunction, field: string): string {
  if (known.has(field)) return t(`customer.${field as 'givenName'}`);
  const mine = own.find((name) => name === field);
  return mine === undefined ? field : t(`unsent.fields.${mine}`);
}

/** Values of closed lists, in the words that the file has for them. */
const words: Readonly<Partial<Record<string, readonly string[]>>> = {
  kind: ['person', 'organisation', 'phone', 'mobile', 'email'].map((value) => `customer.${value}`),
  language: ['nl', 'fr', 'en', 'de'].map((value) => `language.${value}`),
  salutation: ['mr', 'mrs'].map((value) => `salutation.${value}`),
  segment: ['new', 'regular', 'loyal'].map((value) => `segment.${value}`),
};

/** @returns a value as the operator would say it. */
export function fieldText(t: TFunction, language: string, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return t('unsent.empty');
  if (typeof value === 'boolean') return value ? t('unsent.yes') : t('unsent.no');
  if (typeof value === 'object') return plain(JSON.stringify(value));
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const word = words[field]?.find((key) => key.endsWith(`.${text}`));
  if (word !== undefined) return t(word as 'customer.person');
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return dayAndTime(language, text);
  return /^\+\d{6,15}$/.test(text) ? phone(text) : plain(text);
}

/** The fields that are worth showing of work that was not taken: what is empty in a new row says nothing. */
export function worthShowing({ field, mine, base }: UnsentField): boolean {
  const empty = mine === null || mine === '' || mine === false;
  return !technical.test(field) && !(empty && base === undefined);
}
