import type { HistoryEntry } from '#shared/domain/call-history.ts';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import type { DirectoryEntry } from '#shared/domain/entities.ts';
import type { CountryCode } from 'libphonenumber-js/min';
import { customerName, phone, plain } from '../../i18n/format.ts';
import { dialTarget, looksLikeNumber, numberKey } from './numbers.ts';

/** What can be called: as typed, a colleague, the customer on screen, somebody from a recent call, or a code of the exchange. */
export interface Suggestion {
  readonly id: string;
  readonly kind: 'typed' | 'colleague' | 'customer' | 'recent' | 'code';
  readonly name: string;
  /** What is dialled. */
  readonly target: string;
  readonly detail: string;
}

export interface SuggestionSources {
  readonly text: string;
  readonly colleagues: readonly DirectoryEntry[];
  readonly customer: CustomerFile | null;
  readonly recent: readonly HistoryEntry[];
  /** Digits behind a name, as the centre keeps them. */
  readonly sequences: readonly { readonly label: string; readonly digits: string }[];
  readonly country: CountryCode;
}

/**
 * @returns who may be meant by what is typed, most likely first, each number once. What is typed is always among them: in
 *   front when it is a number, behind everybody when it may be a name.
 */
export function suggestionsFor({ text, colleagues, customer, recent, sequences, country }: SuggestionSources): readonly Suggestion[] {
  const target = dialTarget(text);
  const typed: Suggestion[] = target === '' ? [] : [{ id: 'typed', kind: 'typed', name: phone(target), target, detail: '' }];
  const known = [...numbersOf(customer, target, country), ...colleagues.map(colleagueOf), ...recent.flatMap(recentOf), ...sequences.flatMap((sequence) => codeOf(sequence, target))];
  return oncePerNumber(looksLikeNumber(target) ? [...typed, ...known] : [...known, ...typed], country);
}

function colleagueOf(entry: DirectoryEntry): Suggestion {
  const detail = [entry.department ?? '', ...entry.competences].filter((part) => part !== '').join(' · ');
  return { id: `colleague-${entry.id}`, kind: 'colleague', name: plain(entry.name), target: entry.number, detail: plain(detail) };
}

function numbersOf(file: CustomerFile | null, text: string, country: CountryCode): readonly Suggestion[] {
  if (file === null) return [];
  const name = customerName(file.customer);
  const wanted = text.toLowerCase();
  const digits = numberKey(text, country).replace(/^\+/, '');
  return file.contactPoints
    .filter((point) => point.kind !== 'email' && (text === '' || name.toLowerCase().includes(wanted) || (/\d/.test(digits) && point.value.includes(digits.replace(/^0/, '')))))
    .map((point) => ({ id: `customer-${point.id}`, kind: 'customer', name, target: point.value, detail: phone(point.value) }));
}

function recentOf(entry: HistoryEntry): readonly Suggestion[] {
  if (entry.number === null) return [];
  const known = entry.customerName ?? entry.colleagueName;
  const number = phone(entry.number);
  return [{ id: `recent-${entry.callId}`, kind: 'recent', name: known === null ? number : plain(known), target: entry.number, detail: known === null ? '' : number }];
}

/** An exchange takes a code like a number; what does not begin like one, or has pauses, is for the keypad of a call. */
function codeOf({ label, digits }: SuggestionSources['sequences'][number], text: string): readonly Suggestion[] {
  const isWanted = text !== '' && (label.toLowerCase().includes(text.toLowerCase()) || digits.startsWith(text));
  return isWanted && /^[*#][0-9*#]+$/.test(digits) ? [{ id: `code-${digits}`, kind: 'code', name: plain(label), target: digits, detail: digits }] : [];
}

/** The first one of a number stays; a name that is known says more than digits that were typed, so it takes their place. */
function oncePerNumber(list: readonly Suggestion[], country: CountryCode): readonly Suggestion[] {
  const byNumber = new Map<string, Suggestion>();
  for (const suggestion of list) {
    const key = numberKey(suggestion.target, country);
    const first = byNumber.get(key);
    if (first === undefined || first.kind === 'typed') byNumber.set(key, suggestion);
  }
  return [...byNumber.values()];
}
