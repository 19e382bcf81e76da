import { letterContent } from '#shared/domain/letter-template.ts';
import type { LetterContent } from '#shared/domain/letter-parts.ts';
import { askedIn, hasStrayBraces, isLetterField } from '#shared/domain/letters.ts';

/** Where it is: a part of the head, or a part of a variant, `nl formal body`. */
export interface TemplateFault {
  readonly place: string;
  readonly fault: 'missing' | 'key' | 'key-taken' | 'no-variants' | 'field-unknown' | 'braces';
  /** The field that does not exist. */
  readonly about?: string;
}

/** @returns what keeps central from taking a template, in the order of the page. @param taken keys of the other templates. */
export function templateFaults({ key, title, variants }: LetterContent, taken: readonly string[]): TemplateFault[] {
  return [
    ...(title.nl.trim() === '' ? [{ place: 'title', fault: 'missing' } as const] : []),
    ...keyFaults(key, taken),
    ...(variants.length === 0 ? [{ place: 'variants', fault: 'no-variants' } as const] : []),
    ...variants.flatMap((variant) => ('sha256' in variant ? [] : (['subject', 'body'] as const).flatMap((part) => textFaults(`${variant.language} ${variant.register} ${part}`, variant[part])))),
  ];
}

function keyFaults(key: string, taken: readonly string[]): TemplateFault[] {
  if (key === '') return [{ place: 'key', fault: 'missing' }];
  if (!letterContent.key.safeParse(key).success) return [{ place: 'key', fault: 'key' }];
  return taken.includes(key) ? [{ place: 'key', fault: 'key-taken' }] : [];
}

function textFaults(place: string, text: string): TemplateFault[] {
  if (text.trim() === '') return [{ place, fault: 'missing' }];
  const unknown = askedIn(text).filter((key) => !isLetterField(key));
  return [...unknown.map((about): TemplateFault => ({ place, fault: 'field-unknown', about })), ...(hasStrayBraces(text) ? [{ place, fault: 'braces' } as const] : [])];
}
