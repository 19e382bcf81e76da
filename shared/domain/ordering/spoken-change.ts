import type { Language } from '../language.ts';
import type { Day } from './calendar.ts';
import { addressLine } from './delivery-address.ts';
import type { Arrival, Fewer, Order, OrderPriority, Redirection } from './order.ts';
import { betweenHours, comingDay, weekdayDate } from './spoken-dates.ts';

interface Words {
  /** "Ze is vandaag aangepast: 2 Proefdoos Loire in plaats van 3." */
  readonly changed: (since: string, what: string) => string;
  readonly some: (to: number, name: string, from: number) => string;
  readonly none: (name: string) => string;
  /** "levering op Kerkstraat 3, 9000 Gent in plaats van op Coupure Links 48, 9000 Gent". */
  readonly address: (to: string, from: string | null) => string;
  readonly priority: Readonly<Record<OrderPriority, string>>;
  /** "u krijgt ze morgen in plaats van donderdag 5 maart". */
  readonly arrival: (to: string, from: string | null) => string;
  /** What is said while central does not know of it yet. */
  readonly noted: string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    changed: (since, what) => `Ze is ${since} aangepast: ${what}.`,
    some: (to, name, from) => `${to} ${name} in plaats van ${from}`,
    none: (name) => `zonder ${name}`,
    address: (to, from) => `levering op ${to}${from === null ? '' : ` in plaats van op ${from}`}`,
    priority: { urgent: 'dringende in plaats van gewone levering', normal: 'gewone in plaats van dringende levering' },
    arrival: (to, from) => `u krijgt ze ${to}${from === null ? '' : ` in plaats van ${from}`}`,
    noted: 'Ik noteer uw wijziging voorlopig; wij bevestigen ze zodra ons systeem weer bereikbaar is.',
  },
  fr: {
    changed: (since, what) => `Elle a été modifiée ${since} : ${what}.`,
    some: (to, name, from) => `${to} ${name} au lieu de ${from}`,
    none: (name) => `sans ${name}`,
    address: (to, from) => `livraison à l’adresse ${to}${from === null ? '' : ` au lieu de ${from}`}`,
    priority: { urgent: 'livraison urgente au lieu de normale', normal: 'livraison normale au lieu d’urgente' },
    arrival: (to, from) => `vous la recevrez ${to}${from === null ? '' : ` plutôt que ${from}`}`,
    noted: 'Je note votre modification provisoirement ; nous la confirmerons dès que notre système sera de nouveau accessible.',
  },
  en: {
    changed: (since, what) => `It was changed ${since}: ${what}.`,
    some: (to, name, from) => `${to} ${name} instead of ${from}`,
    none: (name) => `without ${name}`,
    address: (to, from) => `delivery to ${to}${from === null ? '' : ` instead of ${from}`}`,
    priority: { urgent: 'urgent instead of normal delivery', normal: 'normal instead of urgent delivery' },
    arrival: (to, from) => `you will receive it ${to}${from === null ? '' : ` instead of ${from}`}`,
    noted: 'I have noted your change provisionally; we will confirm it as soon as our system can be reached again.',
  },
  de: {
    changed: (since, what) => `Sie wurde ${since} geändert: ${what}.`,
    some: (to, name, from) => `${to} ${name} statt ${from}`,
    none: (name) => `ohne ${name}`,
    address: (to, from) => `Lieferung an ${to}${from === null ? '' : ` statt an ${from}`}`,
    priority: { urgent: 'eilige statt normaler Lieferung', normal: 'normale statt eiliger Lieferung' },
    arrival: (to, from) => `Sie erhalten sie ${to}${from === null ? '' : ` statt ${from}`}`,
    noted: 'Ich habe Ihre Änderung vorläufig notiert; wir bestätigen sie, sobald unser System wieder erreichbar ist.',
  },
};

/** @returns "2 Proefdoos Loire in plaats van 3, zonder Kurkentrekker". */
export function whatIsLess(language: Language, less: readonly Fewer[]): string {
  const { some, none } = words[language];
  return less.map(({ name, from, to }) => (to === 0 ? none(name[language] ?? name.nl) : some(to, name[language] ?? name.nl, from))).join(', ');
}

/** @returns "donderdag 5 maart tussen 14 en 18 uur". @param today null: days are named, whatever day it is. */
export function arrivalWords(language: Language, day: Day, hours: Arrival['hours'], today: Day | null): string {
  const words = today === null ? weekdayDate(language, day) : comingDay(language, day, today);
  return hours === null ? words : `${words} ${betweenHours(language, hours.from, hours.until)}`;
}

/**
 * @param today as {@link arrivalWords} has it.
 * @returns "levering op Kerkstraat 3, 9000 Gent in plaats van op Coupure Links 48, 9000 Gent, u krijgt ze morgen in plaats van donderdag 5 maart".
 */
export function whatIsRedirected(language: Language, { address, priority, arrival }: Redirection, today: Day | null): string {
  const said = words[language];
  const when = ({ day, hours }: Arrival): string | null => (day === null ? null : arrivalWords(language, day, hours, today));
  const comes = arrival === undefined ? null : when(arrival.to);
  return [
    ...(address === undefined ? [] : [said.address(addressLine(address.to), address.from === null ? null : addressLine(address.from))]),
    ...(priority === undefined ? [] : [said.priority[priority.to]]),
    ...(arrival === undefined || comes === null ? [] : [said.arrival(comes, when(arrival.from))]),
  ].join(', ');
}

/** What was changed of an order in a step of its history, in a sentence that can be said; null: nothing. @param since "vandaag". */
export function spokenChange(language: Language, { less, redirected }: Pick<Order['history'][number], 'less' | 'redirected'>, since: string, today: Day): string | null {
  if (less !== undefined) return words[language].changed(since, whatIsLess(language, less));
  return redirected === undefined ? null : words[language].changed(since, whatIsRedirected(language, redirected, today));
}

/** What is said of a change that central has not confirmed. */
export function spokenNoted(language: Language): string {
  return words[language].noted;
}
