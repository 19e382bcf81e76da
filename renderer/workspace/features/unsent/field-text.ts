import type { TFunction } from 'i18next';
import { addressLine } from '#shared/domain/ordering/delivery-address.ts';
import { deliveryAddressSchema } from '#shared/domain/ordering/order.ts';
import { dayAndTime, euro, phone, plain } from '../../i18n/format.ts';

/** Fields whose label the locale files have under `customer`. */
const known = ['salutation', 'givenName', 'familyName', 'organisationName', 'vatNumber', 'birthDate', 'language', 'street', 'houseNumber', 'box', 'postcode', 'town', 'country'] as const;
/** Those that are here in other rows. */
const own = ['kind', 'value', 'preferred', 'segment', 'archived', 'sentence', 'note', 'outcomeId', 'number', 'endedAt'] as const;

/** Those of an order, as the order itself calls them. */
const ofOrder = { delivery: 'order.address', slotId: 'order.window', lines: 'order.lines', deliveryCents: 'order.delivery', totalCents: 'order.total' } as const;

/** Work that has a name of its own. */
const namedWork = ['customer', 'contactPoint', 'address', 'interaction', 'callLeg', 'handOver', 'consent', 'note', 'case', 'promise', 'merge', 'conversationQuality', 'articleFeedback', 'order', 'reservation', 'question'] as const;

/** @returns what a piece of work is about. */
export function workLabel(t: TFunction, entity: string): string {
  const named = namedWork.find((name) => name === entity);
  return named === undefined ? t('unsent.what.other') : t(`unsent.what.${named}`);
}

/** Fields that have a name of their own. */
export const namedFields: readonly string[] = [...known, ...own];

/** @returns what the field is called. A field of a newer part of Balie keeps its technical name: better than to hide it. */
export function fieldLabel(t: TFunction, field: string): string {
  const ofCustomer = known.find((name) => name === field);
  if (ofCustomer !== undefined) return t(`customer.${ofCustomer}`);
  if (Object.hasOwn(ofOrder, field)) return t(ofOrder[field as keyof typeof ofOrder]);
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
  const address = field === 'delivery' ? deliveryAddressSchema.safeParse(value).data : undefined;
  if (address !== undefined) return plain(addressLine(address));
  if (typeof value === 'object') return plain(JSON.stringify(value));
  if (typeof value === 'number' && field.endsWith('Cents')) return euro(language, value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const word = words[field]?.find((key) => key.endsWith(`.${text}`));
  if (word !== undefined) return t(word as 'customer.person');
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return dayAndTime(language, text);
  return /^\+\d{6,15}$/.test(text) ? phone(text) : plain(text);
}
