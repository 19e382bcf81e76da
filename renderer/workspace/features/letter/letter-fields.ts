import type { CustomerFile } from '#shared/domain/customer-file.ts';
import type { Interaction, Language } from '#shared/domain/entities.ts';
import type { Register } from '#shared/domain/language.ts';
import { greetingOf, titleOf, type LetterFields } from '#shared/domain/letters.ts';
import { longDate, phone, plain } from '../../i18n/format.ts';
import { shownAddress, shownContact } from '../customer/customer-form.ts';

interface LetterContext {
  readonly file: CustomerFile;
  readonly language: Language;
  readonly register: Register;
  readonly operator: string;
  /** As the queue of the conversation in hand calls it; empty outside one. */
  readonly organisation: string;
  readonly outcomeLabel: (id: string | null) => string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** @returns what a template may show of a file: what the operator has on the screen, and no more. */
export function letterFieldsOf({ file, language, register, operator, organisation, outcomeLabel, now }: LetterContext): LetterFields {
  const { customer } = file;
  const address = shownAddress(file);
  const contact: Interaction | undefined = file.interactions[0];
  return {
    date: longDate(language, new Date(now).toISOString()),
    greeting: plain(greetingOf(customer, language, register)),
    salutation: titleOf(customer, language),
    givenName: plain(customer.givenName),
    familyName: plain(customer.familyName),
    name: plain(`${customer.givenName} ${customer.familyName}`),
    organisationName: plain(customer.organisationName ?? ''),
    customerNumber: customer.customerNumber ?? '',
    street: plain([address?.street, address?.houseNumber, address?.box].filter(Boolean).join(' ')),
    postcode: address?.postcode ?? '',
    town: plain(address?.town ?? ''),
    email: shownContact(file, 'email')?.value ?? '',
    phone: phone(shownContact(file, 'mobile')?.value ?? shownContact(file, 'phone')?.value ?? ''),
    operator: plain(operator),
    organisation: plain(organisation),
    contactDate: contact === undefined ? longDate(language, new Date(now).toISOString()) : longDate(language, contact.startedAt),
    outcome: outcomeLabel(contact?.outcomeId ?? null) ?? '',
    sentence: contact?.sentence ?? '',
  };
}
