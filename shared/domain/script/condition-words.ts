import type { Language } from '../language.ts';
import type { Demand, ScriptCondition } from './condition.ts';

/** How what a condition names by key is called. */
export interface ConditionNames {
  /** The field's label; the key where nobody knows it. */
  readonly fieldOf: (key: string) => string;
  readonly queueOf: (key: string) => string;
}

/** The parts of the sentence, each as it stands after "if" in this language. */
interface Words {
  readonly onlyIf: (what: string) => string;
  readonly is: (field: string, value: string) => string;
  readonly isEmpty: (field: string) => string;
  readonly known: string;
  readonly unknown: string;
  readonly kind: Readonly<Record<'person' | 'organisation', string>>;
  readonly segments: Readonly<Record<'new' | 'regular' | 'loyal', string>>;
  readonly segment: (which: string) => string;
  readonly speaks: (languages: string) => string;
  readonly queue: (queues: string) => string;
  readonly spoken: (languages: string) => string;
  readonly time: (from: string, to: string, days: string | null) => string;
  readonly through: (first: string, last: string) => string;
  readonly oneOf: (these: readonly string[]) => string;
  readonly butNot: (what: string) => string;
  /** A part that asks nothing yet always holds. */
  readonly anything: string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    onlyIf: (what) => `Alleen als ${what}.`,
    is: (field, value) => `${field} “${value}” is`,
    isEmpty: (field) => `${field} leeg is`,
    known: 'de klant bekend is',
    unknown: 'de klant nog niet bekend is',
    kind: { person: 'de klant een persoon is', organisation: 'de klant een organisatie is' },
    segments: { new: 'een nieuwe klant', regular: 'een gewone klant', loyal: 'een trouwe klant' },
    segment: (which) => `het om ${which} gaat`,
    speaks: (languages) => `de klant ${languages} spreekt`,
    queue: (queues) => `de oproep via ${queues} komt`,
    spoken: (languages) => `er ${languages} gesproken wordt`,
    time: (from, to, days) => `het ${days === null ? '' : `op ${days} `}tussen ${from} en ${to} uur is`,
    through: (first, last) => `${first} tot en met ${last}`,
    oneOf: (these) => these.map((each) => `ofwel ${each}`).join(', '),
    butNot: (what) => `, maar niet als ${what}`,
    anything: 'om het even wat',
  },
  fr: {
    onlyIf: (what) => `Seulement si ${what}.`,
    is: (field, value) => `${field} est « ${value} »`,
    isEmpty: (field) => `${field} est vide`,
    known: 'le client est connu',
    unknown: "le client n'est pas encore connu",
    kind: { person: 'le client est une personne', organisation: 'le client est une organisation' },
    segments: { new: 'un nouveau client', regular: 'un client habituel', loyal: 'un client fidèle' },
    segment: (which) => `c'est ${which}`,
    speaks: (languages) => `le client parle ${languages}`,
    queue: (queues) => `l'appel passe par ${queues}`,
    spoken: (languages) => `on parle ${languages}`,
    time: (from, to, days) => `il est entre ${from} et ${to}${days === null ? '' : `, ${days}`}`,
    through: (first, last) => `du ${first} au ${last}`,
    oneOf: (these) => these.map((each) => `soit ${each}`).join(', '),
    butNot: (what) => `, mais pas si ${what}`,
    anything: "n'importe quoi",
  },
  en: {
    onlyIf: (what) => `Only if ${what}.`,
    is: (field, value) => `${field} is “${value}”`,
    isEmpty: (field) => `${field} is empty`,
    known: 'the customer is known',
    unknown: 'the customer is not known yet',
    kind: { person: 'the customer is a person', organisation: 'the customer is an organisation' },
    segments: { new: 'a new customer', regular: 'a regular customer', loyal: 'a loyal customer' },
    segment: (which) => `it is ${which}`,
    speaks: (languages) => `the customer speaks ${languages}`,
    queue: (queues) => `the call comes over ${queues}`,
    spoken: (languages) => `${languages} is spoken`,
    time: (from, to, days) => `it is between ${from} and ${to}${days === null ? '' : ` on ${days}`}`,
    through: (first, last) => `${first} to ${last}`,
    oneOf: (these) => `either ${these.join(', or ')}`,
    butNot: (what) => `, but not if ${what}`,
    anything: 'anything',
  },
  de: {
    onlyIf: (what) => `Nur wenn ${what}.`,
    is: (field, value) => `${field} „${value}“ ist`,
    isEmpty: (field) => `${field} leer ist`,
    known: 'der Kunde bekannt ist',
    unknown: 'der Kunde noch nicht bekannt ist',
    kind: { person: 'der Kunde eine Person ist', organisation: 'der Kunde eine Organisation ist' },
    segments: { new: 'einen neuen Kunden', regular: 'einen normalen Kunden', loyal: 'einen treuen Kunden' },
    segment: (which) => `es um ${which} geht`,
    speaks: (languages) => `der Kunde ${languages} spricht`,
    queue: (queues) => `der Anruf über ${queues} kommt`,
    spoken: (languages) => `${languages} gesprochen wird`,
    time: (from, to, days) => `es ${days === null ? '' : `${days} `}zwischen ${from} und ${to} Uhr ist`,
    through: (first, last) => `${first} bis ${last}`,
    oneOf: (these) => `entweder ${these.join(' oder ')}`,
    butNot: (what) => `, aber nicht, wenn ${what}`,
    anything: 'irgendetwas',
  },
};

/** @returns when something is offered, as a sentence: "Alleen als de klant bekend is en het om een trouwe klant gaat." */
export function conditionText(condition: ScriptCondition, language: Language, names: ConditionNames): string {
  const said = words[language];
  const { any, not } = condition;
  const own = demandParts(condition, language, names);
  const one = any === undefined ? [] : [any.length === 1 ? demandText(any[0] ?? {}, language, names) : said.oneOf(any.map((demand) => demandText(demand, language, names)))];
  const all = [...own, ...one];
  return said.onlyIf(`${all.length === 0 ? said.anything : listed(all, language, 'conjunction')}${not === undefined ? '' : said.butNot(demandText(not, language, names))}`);
}

function demandText(demand: Demand, language: Language, names: ConditionNames): string {
  const parts = demandParts(demand, language, names);
  return parts.length === 0 ? words[language].anything : listed(parts, language, 'conjunction');
}

function demandParts({ captured, customerKnown, customer, queue, language: spoken, time }: Demand, language: Language, names: ConditionNames): readonly string[] {
  const said = words[language];
  const either = (values: readonly string[]): string => listed(values, language, 'disjunction');
  const languages = (codes: readonly Language[]): string => either(codes.map((code) => new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code));
  return [
    ...(customerKnown === undefined ? [] : [customerKnown ? said.known : said.unknown]),
    ...(customer?.kind === undefined ? [] : [said.kind[customer.kind]]),
    ...(customer?.segment === undefined ? [] : [said.segment(either(customer.segment.map((each) => said.segments[each])))]),
    ...(customer?.language === undefined ? [] : [said.speaks(languages(customer.language))]),
    ...(queue === undefined ? [] : [said.queue(either(queue.map(names.queueOf)))]),
    ...(spoken === undefined ? [] : [said.spoken(languages(spoken))]),
    ...(time === undefined ? [] : [said.time(time.from, time.to, time.days === undefined ? null : daysText(time.days, language))]),
    ...Object.entries(captured ?? {}).map(([key, value]) => (value === null || value === '' ? said.isEmpty(names.fieldOf(key)) : said.is(names.fieldOf(key), value))),
  ];
}

/** Three days and more in a row are said from the first to the last. */
function daysText(days: readonly number[], language: Language): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const [first = 1] = sorted;
  const last = sorted.at(-1) ?? first;
  if (sorted.length > 2 && last - first === sorted.length - 1) return words[language].through(dayName(first, language), dayName(last, language));
  return listed(sorted.map((day) => dayName(day, language)), language, 'disjunction');
}

/** The first of January 2024 was a Monday. */
function dayName(day: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
}

function listed(values: readonly string[], language: Language, type: 'conjunction' | 'disjunction'): string {
  return new Intl.ListFormat(language, { type }).format(values);
}
