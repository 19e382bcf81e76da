import type { Language, Localised, Register } from './language.ts';
import { languageSchema, registerSchema } from './language.ts';
import type { LetterTemplate, LetterVariant } from './letter-template.ts';
import { sameValue } from './script/same-value.ts';

/** What a template says: of an edition, or as far as it was written. */
export type LetterContent = Pick<LetterTemplate, 'key' | 'kind' | 'title' | 'queueIds' | 'variants'>;

/** What is written, compared and brought together by itself. */
export type LetterPart = { readonly about: 'title'; readonly language: Language } | { readonly about: 'queues' } | { readonly about: 'variant'; readonly language: Language; readonly register: Register };
/** Null: it is not there. */
export type PartValue = string | readonly string[] | LetterVariant | null;

export interface LetterChange {
  readonly part: LetterPart;
  readonly before: PartValue;
  readonly after: PartValue;
}

export interface LetterConflict {
  readonly part: LetterPart;
  readonly base: PartValue;
  readonly mine: PartValue;
  readonly theirs: PartValue;
}

const { options: languages } = languageSchema;
const { options: registers } = registerSchema;

/** Every language and register, in the order in which they are shown. */
export const letterAudiences: readonly { readonly language: Language; readonly register: Register }[] = languages.flatMap((language) => registers.map((register) => ({ language, register })));

/** Every part that a template can have, in the order in which they are shown. */
const allParts: readonly LetterPart[] = [
  ...languages.map((language): LetterPart => ({ about: 'title', language })),
  { about: 'queues' },
  ...letterAudiences.map((audience): LetterPart => ({ about: 'variant', ...audience })),
];

/** @returns what a part is known by, `variant nl formal`. */
export function partName(part: LetterPart): string {
  return Object.values(part).join(' ');
}

/** @returns the variant of exactly this language and register. */
export function exactVariant({ variants }: Pick<LetterContent, 'variants'>, language: Language, register: Register): LetterVariant | undefined {
  return variants.find((variant) => variant.language === language && variant.register === register);
}

function valueOf(content: LetterContent, part: LetterPart): PartValue {
  switch (part.about) {
    case 'title':
      return content.title[part.language] ?? null;
    case 'queues':
      return [...content.queueIds].sort();
    case 'variant':
      return exactVariant(content, part.language, part.register) ?? null;
  }
}

/** @returns a template with another part. Dutch is always in its title. */
export function withPart(content: LetterContent, part: LetterPart, value: PartValue): LetterContent {
  switch (part.about) {
    case 'title': {
      const title: Localised = { ...content.title, [part.language]: typeof value === 'string' ? value : '' };
      return { ...content, title: part.language !== 'nl' && (value === null || value === '') ? without(title, part.language) : title };
    }
    case 'queues':
      return { ...content, queueIds: Array.isArray(value) ? [...(value as readonly string[])] : [] };
    case 'variant': {
      const variant = value as LetterVariant | null;
      const all = letterAudiences.flatMap(({ language, register }) => (language === part.language && register === part.register ? (variant ?? []) : (exactVariant(content, language, register) ?? [])));
      return { ...content, variants: all };
    }
  }
}

function without(title: Localised, language: Language): Localised {
  return { nl: title.nl, ...Object.fromEntries(Object.entries(title).filter(([each]) => each !== language)) };
}

/** @returns what differs, part by part. */
export function letterChanges(before: LetterContent, after: LetterContent): LetterChange[] {
  return allParts.flatMap((part) => {
    const change = { part, before: valueOf(before, part), after: valueOf(after, part) };
    return sameValue(change.before, change.after) ? [] : [change];
  });
}

/** @returns whether two say the same. */
export function sameLetter(a: LetterContent, b: LetterContent): boolean {
  return a.key === b.key && a.kind === b.kind && letterChanges(a, b).length === 0;
}

/**
 * Brings together what two wrote on the same edition. What only one of them changed, or both alike, is theirs.
 *
 * @param choices whose it becomes where both changed a part, by {@link partName}; what is not chosen stays mine.
 */
export function mergeLetters(base: LetterContent, mine: LetterContent, theirs: LetterContent, choices: Readonly<Record<string, 'mine' | 'theirs'>> = {}): { readonly merged: LetterContent; readonly conflicts: readonly LetterConflict[] } {
  const conflicts: LetterConflict[] = [];
  let merged: LetterContent = mine;
  for (const { part, before, after } of letterChanges(base, theirs)) {
    const own = valueOf(mine, part);
    const isMine = !sameValue(own, before) && !sameValue(own, after);
    if (isMine) conflicts.push({ part, base: before, mine: own, theirs: after });
    if (!isMine || choices[partName(part)] === 'theirs') merged = withPart(merged, part, after);
  }
  return { merged, conflicts };
}

/** How one language stands in a template. `wanted`: it is not there, and a queue of the template speaks it. */
export interface LetterCoverage {
  readonly language: Language;
  readonly registers: readonly Register[];
  readonly state: 'there' | 'wanted' | 'absent';
}

/** @param spoken the languages of the template's queues. */
export function letterCoverage({ variants }: Pick<LetterContent, 'variants'>, spoken: readonly Language[]): LetterCoverage[] {
  return languages.map((language) => {
    const there = registers.filter((register) => exactVariant({ variants }, language, register) !== undefined);
    return { language, registers: there, state: there.length > 0 ? 'there' : spoken.includes(language) ? 'wanted' : 'absent' };
  });
}
