import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Customer, Language } from '#shared/domain/entities.ts';
import { localeOf } from './i18n.ts';

const minute = 60_000;
const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${language}/${key}`;
  const known = cache.get(name);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), options);
  cache.set(name, made);
  return made;
}

/** @returns local time, `14:02`. */
export function timeOfDay(language: string, instant: string): string {
  return formatter(language, 'time', { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

/** @returns local time to the second, `14:02:11`. */
export function timeToSecond(language: string, instant: string): string {
  return formatter(language, 'second', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(instant));
}

/** @returns a short local date with its time. */
export function dayAndTime(language: string, instant: string): string {
  return formatter(language, 'day', { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

/** @returns a date as a letter has it, `28 november 2026`. */
export function longDate(language: string, instant: string): string {
  return formatter(language, 'long', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(instant));
}

/** @returns a short local date. */
export function day(language: string, instant: string): string {
  return formatter(language, 'date', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(instant));
}

/** @returns `03:24`, or `1:02:05` from an hour on. @param ms milliseconds; negative counts as nothing. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return ms >= 60 * minute ? `${Math.floor(seconds / 3600)}:${rest}` : rest;
}

/** @returns a whole number as the language groups it. */
export function wholeNumber(language: string, value: number): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 0 }).format(value);
}

/** @returns a number with one decimal, as the language writes it. */
export function decimal(language: string, value: number): string {
  return new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

/** @returns a share of one as a percentage. */
export function percentage(language: string, share: number): string {
  return new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** @returns an amount of cents as euros. */
export function euro(language: string, cents: number): string {
  return new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: 'EUR' }).format(cents / 100);
}

/** @returns hundredths of a percent as a percentage. */
export function vatPercent(language: string, rate: number): string {
  return new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 2 }).format(rate / 10_000);
}

/** @returns a calendar day (`2026-11-26`) in short; the same day in every time zone. */
export function calendarDay(language: string, day: string): string {
  return formatter(language, 'calendar-day', { weekday: 'short', day: '2-digit', month: '2-digit', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

/** @returns the number in international notation, or as it came where it cannot be read. */
export function phone(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? plain(number);
}

/**
 * Callers choose their own display name, and people type all sorts of things into a name: control characters and
 * direction overrides (which can turn a line around) are left out. Markup is harmless: React shows it as text.
 */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
}

/** @returns how a customer's name stands in a heading, without a title. */
export function customerName(customer: Pick<Customer, 'kind' | 'givenName' | 'familyName' | 'organisationName'>): string {
  const person = plain(`${customer.givenName} ${customer.familyName}`);
  const organisation = plain(customer.organisationName ?? '');
  if (customer.kind === 'organisation' && organisation !== '') return person === '' ? organisation : `${organisation} · ${person}`;
  return person;
}

/** @returns a text in the operator's language, or in Dutch, which is always there. */
export function localised(text: { readonly nl: string } & { readonly [L in Language]?: string | undefined }, language: string): string {
  return text[language as Language] ?? text.nl;
}
