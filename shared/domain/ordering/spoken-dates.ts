import type { Language } from '../language.ts';
import { daysBetween, type Day } from './calendar.ts';

type Near = Readonly<Record<'yesterday' | 'today' | 'tomorrow', string>>;

const near: Readonly<Record<Language, Near>> = {
  nl: { yesterday: 'gisteren', today: 'vandaag', tomorrow: 'morgen' },
  fr: { yesterday: 'hier', today: 'aujourd’hui', tomorrow: 'demain' },
  en: { yesterday: 'yesterday', today: 'today', tomorrow: 'tomorrow' },
  de: { yesterday: 'gestern', today: 'heute', tomorrow: 'morgen' },
};

/** "van 3 maart", "van gisteren": whose an order is. */
const ofToday: Readonly<Record<Language, Pick<Near, 'yesterday' | 'today'>>> = {
  nl: { yesterday: 'van gisteren', today: 'van vandaag' },
  fr: { yesterday: 'd’hier', today: 'd’aujourd’hui' },
  en: { yesterday: 'of yesterday', today: 'of today' },
  de: { yesterday: 'von gestern', today: 'von heute' },
};
const of: Readonly<Record<Language, string>> = { nl: 'van', fr: 'du', en: 'of', de: 'vom' };
const on: Readonly<Record<Language, string>> = { nl: 'op', fr: 'le', en: 'on', de: 'am' };

function nearness(day: Day, today: Day): keyof Near | null {
  const days = daysBetween(today, day);
  return days === -1 ? 'yesterday' : days === 0 ? 'today' : days === 1 ? 'tomorrow' : null;
}

function format(language: Language, day: Day, options: Intl.DateTimeFormatOptions): string {
  const locale = language === 'en' ? 'en-GB' : `${language}-BE`;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** French counts the first day of a month, and only that one, with an ordinal. */
function french(language: Language, text: string): string {
  return language === 'fr' ? text.replace(/(^| )1 (?=\p{L})/u, '$11er ') : text;
}

/** "3 maart"; with the year where it is another one than today's. */
function date(language: Language, day: Day, today: Day): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return french(language, format(language, day, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }));
}

/** @returns "van 3 maart", "d’hier": what comes after "your order". */
export function ofDay(language: Language, day: Day, today: Day): string {
  const close = nearness(day, today);
  return close === 'yesterday' || close === 'today' ? ofToday[language][close] : `${of[language]} ${date(language, day, today)}`;
}

/** @returns "vandaag", "op 4 maart": when something happened. */
export function onDay(language: Language, day: Day, today: Day): string {
  const close = nearness(day, today);
  return close === null ? `${on[language]} ${date(language, day, today)}` : near[language][close];
}

/** @returns "morgen", "donderdag 5 maart": when something will happen. */
export function comingDay(language: Language, day: Day, today: Day): string {
  const close = nearness(day, today);
  return close === null ? weekdayDate(language, day) : near[language][close];
}

/** @returns "donderdag 5 maart", "le jeudi 5 mars", whatever day it is. */
export function weekdayDate(language: Language, day: Day): string {
  const text = french(language, format(language, day, { weekday: 'long', day: 'numeric', month: 'long' })).replace(', ', language === 'de' ? ', dem ' : ' ');
  return language === 'nl' ? text : `${on[language]} ${text}`;
}

function hour(language: Language, minute: string): string {
  const [hours = '', minutes = ''] = minute.split(':');
  if (language === 'en') return minute;
  if (language === 'fr') return `${Number(hours)} h${minutes === '00' ? '' : ` ${minutes}`}`;
  return minutes === '00' ? String(Number(hours)) : `${Number(hours)}.${minutes}`;
}

/** @returns "tussen 14 en 18 uur". */
export function betweenHours(language: Language, from: string, until: string): string {
  const [a, b] = [hour(language, from), hour(language, until)];
  switch (language) {
    case 'nl':
      return `tussen ${a} en ${b} uur`;
    case 'fr':
      return `entre ${a} et ${b}`;
    case 'en':
      return `between ${a} and ${b}`;
    case 'de':
      return `zwischen ${a} und ${b} Uhr`;
  }
}
