import type { CountryCode } from 'libphonenumber-js/min';
import { parseBelgianVat, writtenVat } from '#shared/domain/checks/belgian-vat.ts';
import { toIsoDate, writtenDate } from '#shared/domain/checks/dates.ts';
import { fault, type Fault } from '#shared/domain/checks/fault.ts';
import { toE164 } from '#shared/domain/checks/phone.ts';
import type { Draft, InteractionFile } from '#shared/domain/customer-file.ts';
import { formFieldOf, type BoundTo } from '#shared/domain/script/bind.ts';
import type { ScriptField } from '#shared/domain/script/script.ts';
import { capturedOf } from '../../app/use-draft.ts';
import { phone } from '../../i18n/format.ts';
import { blankForm, formOf, problemsOf, withDraft, type CustomerField, type CustomerForm } from '../customer/customer-form.ts';
import { isFieldMasked } from '../identity/masked.ts';

export type BoundField = ScriptField & { readonly bind: BoundTo };

/**
 * How a script's field stands to the file. `unlinked` and `masked`: it is not bound (yet), and keeps what is typed. `empty`: neither
 * has anything. `asked`: what the file has is to be confirmed. `typed`: a correction that is not in the file yet. `differs`: the
 * script noted one thing, the file says another.
 */
export type BoundState = 'unlinked' | 'masked' | 'empty' | 'asked' | 'confirmed' | 'typed' | 'differs';

export interface BoundValue {
  readonly state: BoundState;
  /** What stands in the field, as the form writes it. */
  readonly text: string;
  /** What the script noted, as the form writes it. */
  readonly noted: string;
  readonly fault: Fault | null;
}

/** What the script keeps of a form's text: dates are said by their day, so they are kept as dates. */
export function notedText(bind: BoundTo, text: string): string {
  return bind === 'customer.birthDate' ? (toIsoDate(text) ?? text.trim()) : text.trim();
}

/** @returns what the script noted, as the form writes it. */
function formText(bind: BoundTo, noted: string, country: CountryCode): string {
  switch (bind) {
    case 'customer.birthDate':
      return /^\d{4}-\d{2}-\d{2}$/.test(noted) ? writtenDate(noted) : noted;
    case 'customer.vatNumber':
      return writtenVat(parseBelgianVat(noted) ?? noted);
    case 'contact.phone':
    case 'contact.mobile':
      return phone(toE164(noted, country) ?? noted);
    default:
      return noted;
  }
}

function isSame(bind: BoundTo, a: string, b: string, country: CountryCode): boolean {
  const [one, other] = [formText(bind, notedText(bind, a), country), formText(bind, notedText(bind, b), country)];
  return bind === 'contact.email' ? one.toLowerCase() === other.toLowerCase() : one === other;
}

function faultIn(field: BoundField, form: CustomerForm, country: CountryCode): Fault | null {
  const name = formFieldOf(field.bind);
  if (form[name].trim() === '') return field.required === true ? fault('required') : null;
  return problemsOf(form, country).find((problem) => problem.field === name)?.fault ?? null;
}

/** @returns the script's fields that are a field of the file. */
export function boundFieldsOf(file: InteractionFile): readonly BoundField[] {
  return (file.script?.definition.steps ?? []).flatMap(({ fields }) => (fields ?? []).filter((field): field is BoundField => field.bind !== undefined));
}

/**
 * What was noted of the file goes with it: who corrects in the form what they confirmed in the script says one thing, not two.
 *
 * @returns what the journal keeps beside the form's own field.
 */
export function notedAlong(file: InteractionFile, values: Draft, field: CustomerField, text: string): Draft {
  // Between clearing a field and typing anew nothing is said.
  if (text.trim() === '') return {};
  const captured = capturedOf(file, values);
  const along = boundFieldsOf(file).filter(({ key, bind }) => formFieldOf(bind) === field && Object.hasOwn(captured, key) && captured[key] !== '');
  return Object.fromEntries(along.map(({ key, bind }) => [`script.${key}`, notedText(bind, text)]));
}

/** What was noted of one customer is not said of another. @returns what the journal keeps when the conversation turns out to be with somebody else. */
export function withoutNoted(file: InteractionFile, values: Draft): Draft {
  if (file.customer === null) return {};
  const captured = capturedOf(file, values);
  return Object.fromEntries(boundFieldsOf(file).flatMap(({ key }) => (Object.hasOwn(captured, key) && captured[key] !== '' ? [[`script.${key}`, '']] : [])));
}

/** @param values what is being typed in the conversation: the script's fields and the form's. */
export function boundValue(field: BoundField, file: InteractionFile, values: Draft, country: CountryCode): BoundValue {
  const captured = capturedOf(file, values);
  const name: CustomerField = formFieldOf(field.bind);
  const noted = formText(field.bind, Object.hasOwn(captured, field.key) ? (captured[field.key] ?? '') : '', country);
  const { customer } = file;
  const state = customer === null ? 'unlinked' : isFieldMasked(customer, name) ? 'masked' : null;
  if (customer === null || state !== null) {
    const alone = { ...blankForm(country), [name]: noted };
    return { state: state ?? 'unlinked', text: noted, noted, fault: faultIn(field, alone, country) };
  }
  const base = formOf(customer, country);
  const form = withDraft(base, customer.customer.id, values);
  const text = form[name];
  const common = { text, noted, fault: faultIn(field, form, country) };
  if (text.trim() !== base[name].trim()) return { ...common, state: 'typed' };
  if (noted === '') return { ...common, state: text === '' ? 'empty' : 'asked' };
  return { ...common, state: isSame(field.bind, noted, text, country) ? 'confirmed' : 'differs' };
}
