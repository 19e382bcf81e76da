import type { HistoryEntry } from '../call-history.ts';
import type { Caller, CustomerFile, CustomerHit, DueWork } from '../customer-file.ts';
import type { Address, ContactPoint, Customer, Interaction } from '../entities.ts';
import type { Case, Consent, CustomerPromise, Note } from '../file-entities.ts';
import { maskText } from '../mask-text.ts';
import { maskOrder, maskRedirection } from './mask-order.ts';
import type { MaskedPart } from './parts.ts';
import type { OrderHit } from '../ordering/order-views.ts';
import { plainWords } from '../spelling.ts';
import type { TimelineEntry } from '../timeline.ts';
import type { SupersededValue, UnsentWork } from '../unsent-work.ts';

/** What of one customer is not shown now; empty: nothing. */
export type Masked = ReadonlySet<MaskedPart>;

/** The letters of a value are no measure of it: every mask looks the same. An empty value stays empty. */
function hide<T extends string | null>(value: T): T | string {
  return value === null || value === '' ? value : maskText;
}

function maskCustomer(customer: Customer, masked: Masked): Customer {
  return {
    ...customer,
    ...(masked.has('name') ? { givenName: hide(customer.givenName), familyName: hide(customer.familyName), organisationName: hide(customer.organisationName) } : {}),
    ...(masked.has('customerNumber') ? { customerNumber: hide(customer.customerNumber) } : {}),
    ...(masked.has('birthDate') ? { birthDate: null } : {}),
    ...(masked.has('vatNumber') ? { vatNumber: hide(customer.vatNumber) } : {}),
  };
}

function maskContactPoint(point: ContactPoint, masked: Masked): ContactPoint {
  return masked.has(point.kind === 'email' ? 'email' : 'phoneEnding') ? { ...point, value: hide(point.value) } : point;
}

function maskAddress(address: Address, masked: Masked): Address {
  return {
    ...address,
    ...(masked.has('address') ? { street: hide(address.street), houseNumber: hide(address.houseNumber), box: hide(address.box) } : {}),
    ...(masked.has('postcode') ? { postcode: hide(address.postcode), town: hide(address.town) } : {}),
  };
}

/** A conversation of before: what was written down in it may be about anything. */
export function maskInteraction(interaction: Interaction, masked: Masked): Interaction {
  return {
    ...interaction,
    ...(masked.has('text') ? { sentence: hide(interaction.sentence), note: hide(interaction.note), captured: {}, scriptRun: null } : {}),
    ...(masked.has('phoneEnding') ? { number: null } : {}),
  };
}

const maskNote = (note: Note): Note => ({ ...note, text: hide(note.text) });
const maskConsent = (consent: Consent): Consent => ({ ...consent, how: hide(consent.how) });
const maskCase = (row: Case): Case => ({ ...row, subject: hide(row.subject), description: hide(row.description), result: hide(row.result), collected: {} });
const maskPromise = (promise: CustomerPromise): CustomerPromise => ({ ...promise, text: hide(promise.text) });

/** @returns the file as it is shown while these parts are masked; `masked` in it says which they are. */
export function maskFile(file: CustomerFile, masked: Masked): CustomerFile {
  if (masked.size === 0) return file;
  const ifText = <T>(rows: readonly T[], mask: (row: T) => T): T[] => (masked.has('text') ? rows.map(mask) : [...rows]);
  return {
    masked: [...masked],
    customer: maskCustomer(file.customer, masked),
    contactPoints: file.contactPoints.map((point) => maskContactPoint(point, masked)),
    addresses: file.addresses.map((address) => maskAddress(address, masked)),
    interactions: file.interactions.map((interaction) => maskInteraction(interaction, masked)),
    consents: ifText(file.consents, maskConsent),
    notes: ifText(file.notes, maskNote),
    cases: ifText(file.cases, maskCase),
    caseSteps: file.caseSteps,
    promises: ifText(file.promises, maskPromise),
    merges: file.merges.map((merge) => ({ ...merge, former: {}, mergedName: masked.has('name') || masked.has('text') ? hide(merge.mergedName) : merge.mergedName })),
  };
}

/** @returns a value of which only the words stand that were typed to find it: those the operator heard. */
function heardOnly(value: string, heard: ReadonlySet<string>): string {
  const isHeard = (parts: readonly string[]): boolean => parts.length > 0 && parts.every((part) => heard.has(part));
  const words = value.split(/\s+/).map((word) => (isHeard(plainWords(word)) ? word : hide(word)));
  return words.filter((word, index) => word !== maskText || words[index - 1] !== maskText).join(' ');
}

/** @param typed what it was found by; empty where it was found by something else. */
export function maskHit<T extends CustomerHit | Caller>(hit: T, masked: Masked, typed = ''): T {
  if (masked.size === 0) return hit;
  const heard = new Set(plainWords(typed));
  return {
    ...hit,
    name: masked.has('name') ? heardOnly(hit.name, heard) : hit.name,
    street: masked.has('address') ? heardOnly(hit.street, heard) : hit.street,
    town: masked.has('postcode') ? heardOnly(hit.town, heard) : hit.town,
    customerNumber: masked.has('customerNumber') && hit.customerNumber?.toLowerCase() !== typed.trim().toLowerCase() ? hide(hit.customerNumber) : hit.customerNumber,
  };
}

/** @returns the line as it is shown; null where nothing of it is. */
export function maskTimelineEntry(entry: TimelineEntry, masked: Masked): TimelineEntry | null {
  if (masked.size === 0) return entry;
  switch (entry.kind) {
    case 'call':
    case 'message':
      return { ...entry, interaction: maskInteraction(entry.interaction, masked) };
    case 'correction':
      return { ...entry, correction: { ...entry.correction, former: maskText, value: maskText } };
    case 'order':
      if (masked.has('orders')) return null;
      return { ...entry, order: maskOrder(entry.order, masked), ...(entry.redirected === undefined ? {} : { redirected: maskRedirection(entry.redirected, masked) }) };
    case 'reservation':
      return masked.has('orders') ? null : entry;
    case 'note':
    case 'consent':
    case 'case':
    case 'promise':
      return masked.has('text') ? maskWords(entry) : entry;
  }
}

function maskWords(entry: Extract<TimelineEntry, { kind: 'note' | 'consent' | 'case' | 'promise' }>): TimelineEntry {
  switch (entry.kind) {
    case 'note':
      return { ...entry, note: maskNote(entry.note) };
    case 'consent':
      return { ...entry, consent: maskConsent(entry.consent) };
    case 'case':
      return { ...entry, case: maskCase(entry.case) };
    case 'promise':
      return { ...entry, promise: maskPromise(entry.promise) };
  }
}

export function maskDueWork(work: DueWork, masked: Masked): DueWork {
  return { ...work, customerName: masked.has('name') ? hide(work.customerName) : work.customerName, text: masked.has('text') ? hide(work.text) : work.text };
}

/** The number stays away with the others of the customer; who called is called back from their file. */
export function maskHistoryEntry(entry: HistoryEntry, masked: Masked): HistoryEntry {
  return { ...entry, customerName: masked.has('name') ? hide(entry.customerName) : entry.customerName, number: masked.has('phoneEnding') ? null : entry.number };
}

export function maskOrderHit(hit: OrderHit, masked: Masked): OrderHit {
  return { ...hit, customerName: masked.has('name') ? hide(hit.customerName) : hit.customerName, totalCents: masked.has('orders') ? null : hit.totalCents };
}

/** What stands against what, without what it says. */
export function maskUnsent<T extends Pick<UnsentWork, 'fields' | 'customer'>>(work: T, masked: Masked): T {
  if (masked.size === 0) return work;
  const fields = work.fields.map(({ field, ...values }) => ({ field, mine: maskText, ...('base' in values ? { base: maskText } : {}), ...('theirs' in values ? { theirs: maskText } : {}) }));
  return { ...work, fields, customer: work.customer === null ? null : { ...work.customer, name: masked.has('name') ? hide(work.customer.name) : work.customer.name } };
}

/** A value that lost, of somebody who is masked. */
export function maskSuperseded(value: SupersededValue, masked: Masked): SupersededValue {
  if (masked.size === 0) return value;
  const { customer } = value;
  return { ...value, value: maskText, kept: maskText, customer: customer === null ? null : { ...customer, name: masked.has('name') ? hide(customer.name) : customer.name } };
}
