import type { Language, Register } from '#shared/domain/language.ts';
import { greetingOf, titleOf, type LetterFields } from '#shared/domain/letters.ts';
import { longDate } from '../../i18n/format.ts';
import { sampleCallers, type SampleCaller } from '../script-editor/sample-callers.ts';

/** To whom a letter is written while it is looked at: the callers with whom scripts are tried, but for who is not known. */
export const sampleReaders = ['regular', 'loyal', 'new', 'french', 'organisation'] as const;
export type SampleReader = (typeof sampleReaders)[number];

interface SampleContext {
  readonly reader: SampleReader;
  readonly language: Language;
  readonly register: Register;
  readonly operator: string;
  readonly organisation: string;
  /** What the last contact came to, in the letter's language. */
  readonly outcome: string;
  readonly sentence: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const daysAgo = 3 * 24 * 3_600_000;

/** @returns what a template may show of a sample customer. */
export function sampleFields({ reader, language, register, operator, organisation, outcome, sentence, now }: SampleContext): LetterFields {
  const customer: SampleCaller = sampleCallers[reader];
  const { file } = customer;
  const date = (at: number): string => longDate(language, new Date(at).toISOString());
  return {
    date: date(now),
    greeting: greetingOf(customer, language, register),
    salutation: titleOf(customer, language),
    givenName: customer.givenName,
    familyName: customer.familyName,
    name: `${customer.givenName} ${customer.familyName}`.trim(),
    organisationName: file['customer.organisationName'] ?? '',
    customerNumber: 'BE-204512',
    street: [file['address.street'], file['address.houseNumber']].filter((part) => part !== undefined).join(' '),
    postcode: file['address.postcode'] ?? '',
    town: file['address.town'] ?? '',
    email: file['contact.email'] ?? '',
    phone: file['contact.mobile'] ?? file['contact.phone'] ?? '',
    operator,
    organisation,
    contactDate: date(now - daysAgo),
    outcome,
    sentence,
  };
}
