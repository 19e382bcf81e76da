import type { Language } from '../language.ts';
import type { Fewer } from './order.ts';

interface Words {
  /** "Ze is vandaag aangepast: 2 Proefdoos Loire in plaats van 3." */
  readonly changed: (since: string, what: string) => string;
  readonly some: (to: number, name: string, from: number) => string;
  readonly none: (name: string) => string;
  /** What is said while central does not know of it yet. */
  readonly noted: string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    changed: (since, what) => `Ze is ${since} aangepast: ${what}.`,
    some: (to, name, from) => `${to} ${name} in plaats van ${from}`,
    none: (name) => `zonder ${name}`,
    noted: 'Ik noteer uw wijziging voorlopig; wij bevestigen ze zodra ons systeem weer bereikbaar is.',
  },
  fr: {
    changed: (since, what) => `Elle a été modifiée ${since} : ${what}.`,
    some: (to, name, from) => `${to} ${name} au lieu de ${from}`,
    none: (name) => `sans ${name}`,
    noted: 'Je note votre modification provisoirement ; nous la confirmerons dès que notre système sera de nouveau accessible.',
  },
  en: {
    changed: (since, what) => `It was changed ${since}: ${what}.`,
    some: (to, name, from) => `${to} ${name} instead of ${from}`,
    none: (name) => `without ${name}`,
    noted: 'I have noted your change provisionally; we will confirm it as soon as our system can be reached again.',
  },
  de: {
    changed: (since, what) => `Sie wurde ${since} geändert: ${what}.`,
    some: (to, name, from) => `${to} ${name} statt ${from}`,
    none: (name) => `ohne ${name}`,
    noted: 'Ich habe Ihre Änderung vorläufig notiert; wir bestätigen sie, sobald unser System wieder erreichbar ist.',
  },
};

/** @returns "2 Proefdoos Loire in plaats van 3, zonder Kurkentrekker". */
export function whatIsLess(language: Language, less: readonly Fewer[]): string {
  const { some, none } = words[language];
  return less.map(({ name, from, to }) => (to === 0 ? none(name[language] ?? name.nl) : some(to, name[language] ?? name.nl, from))).join(', ');
}

/** What was taken out of an order, in a sentence that can be said. @param since "vandaag". */
export function spokenChange(language: Language, less: readonly Fewer[], since: string): string {
  return words[language].changed(since, whatIsLess(language, less));
}

/** What is said of a change that central has not confirmed. */
export function spokenNoted(language: Language): string {
  return words[language].noted;
}
