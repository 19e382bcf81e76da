import type { Language } from '../language.ts';

/** As many as a device gets at a time: a day of claims without a network. */
export const rangeLength = 50;
/** With fewer left, a device asks for more. */
export const rangeLow = 15;

/** @returns the number that a customer quotes, e.g. `Z-100204`. */
export function caseNumberText(number: number): string {
  return `Z-${number}`;
}

/** @returns the number in a case number that this centre gave; null in any other text. */
export function numberIn(text: string): number | null {
  const digits = /^Z-(\d{1,15})$/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** @returns the parts of a case number as they are read out, digits in threes from the right: `Z`, `100`, `204`. */
export function numberGroups(text: string): readonly string[] {
  return text.split(/[-\s]+/).flatMap((part) => (/^\d+$/.test(part) ? part.replace(/\B(?=(?:\d{3})+$)/g, ' ').split(' ') : [part]));
}

const digitWords: Readonly<Record<Language, readonly string[]>> = {
  nl: ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen'],
  fr: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  de: ['null', 'eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'],
};

/** @returns a number as it is said on the telephone, a pause between the groups: "Z, één nul nul, twee nul vier". */
export function spelledNumber(text: string, language: Language): string {
  return numberGroups(text)
    .map((group) => (/^\d+$/.test(group) ? [...group].map((digit) => digitWords[language][Number(digit)]).join(' ') : group))
    .join(', ');
}
