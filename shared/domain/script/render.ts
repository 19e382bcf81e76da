import { readAmount } from '../checks/amount.ts';
import type { Customer } from '../entities.ts';
import type { Language } from '../language.ts';
import { maskText } from '../mask-text.ts';
import type { Script, ScriptField } from './script.ts';

/** A piece of what the operator says. A `gap` stands where a value is not known yet. Plain text, never markup. */
export type SaySegment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly key: string; readonly text: string }
  | { readonly kind: 'gap'; readonly key: string; readonly text: string };

/** Placeholders that every script may use beside its own captured fields. */
export const spokenValueKeys = ['operator', 'organisation', 'salutation', 'givenName', 'familyName', 'partOfDay'] as const;
export type SpokenValueKey = (typeof spokenValueKeys)[number];

/** Values by placeholder key; null or absent where not known. */
export type SpokenValues = Readonly<Record<string, string | null | undefined>>;

/** What stands on screen, and is skipped by the voice, where a value is missing. */
export const gapMarker = '…';

const placeholder = /\{\{\s*([a-z][a-zA-Z0-9-]{0,62})\s*\}\}/g;
const sentenceStart = /(^|[.!?]["”’»]?\s+)["“«]?\s*$/;

const onlyKey = /^[a-z][a-zA-Z0-9-]{0,62}$/;

/** @returns the keys that a text asks for, in order, each once. Looks at every character a few times at most, whatever the text: scripts are checked by the ten thousand. */
export function placeholdersIn(say: string): readonly string[] {
  const keys: string[] = [];
  for (let open = say.indexOf('{{'); open >= 0; ) {
    const close = say.indexOf('}}', open);
    if (close < 0) break;
    const key = say.slice(say.lastIndexOf('{{', close) + 2, close).trim();
    if (onlyKey.test(key) && !keys.includes(key)) keys.push(key);
    open = say.indexOf('{{', close + 2);
  }
  return keys;
}

/**
 * Fills a step's text. A value at the beginning of a sentence gets a capital, so that one placeholder
 * serves both places ("Goedemorgen, ..." and "Ik wens u een goedemorgen").
 */
export function render(say: string, values: SpokenValues): readonly SaySegment[] {
  const segments: SaySegment[] = [];
  let spoken = '';
  let from = 0;
  const text = (piece: string): void => {
    if (piece === '') return;
    segments.push({ kind: 'text', text: piece });
    spoken += piece;
  };
  for (const match of say.matchAll(placeholder)) {
    text(say.slice(from, match.index));
    from = match.index + match[0].length;
    const key = match[1] ?? '';
    const value = Object.hasOwn(values, key) ? values[key]?.trim() : undefined;
    const filled = value === undefined || value === '' || value.includes(maskText) ? null : value;
    if (filled === null) segments.push({ kind: 'gap', key, text: gapMarker });
    else segments.push({ kind: 'value', key, text: sentenceStart.test(spoken) ? capitalised(filled) : filled });
    spoken += filled ?? gapMarker;
  }
  text(say.slice(from));
  return segments;
}

/** @returns the segments as one line, for a screen reader, the clipboard or a log of what was said. */
export function spokenText(segments: readonly SaySegment[]): string {
  return segments.map((segment) => segment.text).join('');
}

const greetings: Record<Language, readonly [morning: string, afternoon: string, evening: string]> = {
  nl: ['goedemorgen', 'goedemiddag', 'goedenavond'],
  fr: ['bonjour', 'bonjour', 'bonsoir'],
  en: ['good morning', 'good afternoon', 'good evening'],
  de: ['guten Morgen', 'guten Tag', 'guten Abend'],
};

/** @param hour local hour of the day, 0 to 23. Night, until five, is greeted as evening. */
export function partOfDay(language: Language, hour: number): string {
  const [morning, afternoon, evening] = greetings[language];
  if (hour < 5 || hour >= 18) return evening;
  return hour < 12 ? morning : afternoon;
}

const salutations: Record<Language, { readonly mr: string; readonly mrs: string }> = {
  nl: { mr: 'meneer', mrs: 'mevrouw' },
  fr: { mr: 'monsieur', mrs: 'madame' },
  en: { mr: 'Mr', mrs: 'Ms' },
  de: { mr: 'Herr', mrs: 'Frau' },
};

/** How a customer is addressed before the family name. Without a known title the given name stands there: it never guesses. */
export function salutation(language: Language, customer: Pick<Customer, 'salutation' | 'givenName'>): string | null {
  if (customer.salutation !== 'none') return salutations[language][customer.salutation];
  return customer.givenName === '' ? null : customer.givenName;
}

export interface SpokenContext {
  readonly script: Script;
  /** The language that is spoken: greetings, titles and dates are said in it. */
  readonly language: Language;
  readonly operatorName: string;
  readonly organisation: string;
  /** Null while nobody is linked: the operator sees gaps, not a wrong name. */
  readonly customer: Pick<Customer, 'salutation' | 'givenName' | 'familyName'> | null;
  readonly captured: Readonly<Record<string, string>>;
  /** Local time of the operator, who says the greeting. */
  readonly localTime: Date;
}

/** @returns the values for {@link render}: the call's own, over what the script captured. */
export function spokenValues(context: SpokenContext): SpokenValues {
  const { customer, language } = context;
  const types = fieldTypes(context.script);
  const own: Record<SpokenValueKey, string | null> = {
    operator: context.operatorName,
    organisation: context.organisation,
    partOfDay: partOfDay(language, context.localTime.getHours()),
    salutation: customer === null ? null : salutation(language, customer),
    givenName: customer?.givenName ?? null,
    familyName: customer?.familyName ?? null,
  };
  const captured = Object.entries(context.captured).map(([key, value]) => [key, spokenField(types.get(key), language, value)] as const);
  return { ...Object.fromEntries(captured), ...own };
}

const typesOf = new WeakMap<Script, ReadonlyMap<string, ScriptField['type']>>();

function fieldTypes(script: Script): ReadonlyMap<string, ScriptField['type']> {
  let types = typesOf.get(script);
  if (types === undefined) {
    types = new Map(script.steps.flatMap((step) => (step.fields ?? []).map((field) => [field.key, field.type])));
    typesOf.set(script, types);
  }
  return types;
}

/** @returns a captured value as it is said: a date and an amount in words of the language, any other as it was typed. */
export function spokenField(type: ScriptField['type'] | undefined, language: Language, value: string): string {
  if (type === 'date') return spokenDate(language, value);
  return type === 'amount' ? spokenMoney(language, value) : value;
}

/** @returns a calendar date as it is said ("donderdag 26 november"); what is no date, as it was typed. */
export function spokenDate(language: Language, value: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (day === null || Number.isNaN(day.getTime())) return value;
  return new Intl.DateTimeFormat(`${language}-BE`, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(day);
}

/** English as it is written where it is paid in euros. */
const moneyLocales: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-IE' };

/** @returns an amount as it is said ("1.234,50 euro", "25 euro"); what is no amount, as it was typed. */
export function spokenMoney(language: Language, value: string): string {
  const read = readAmount(value);
  if ('fault' in read) return value;
  return new Intl.NumberFormat(moneyLocales[language], { style: 'currency', currency: 'EUR', currencyDisplay: 'name', trailingZeroDisplay: 'stripIfInteger' }).format(read.cents / 100);
}

function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase() + text.slice(first.length);
}
