import type { Customer } from '../entities.ts';
import type { Language, Register } from '../language.ts';
import type { Script, ScriptStep } from './script.ts';

/** To whom a step is said: in which language, how formally, and to what kind of customer (null: not known). */
export interface ScriptAudience {
  readonly language: Language;
  readonly register: Register;
  readonly profile: Customer['segment'] | null;
}

interface Chosen {
  readonly language: Language | null;
  readonly register: Register | null;
}

/**
 * @param chosen what the operator switched to in this run; its nulls follow the others.
 * @returns to whom the script is spoken: in the customer's own language where the script has words for it, otherwise in its own.
 */
export function audienceOf(script: Script, chosen: Chosen, queue: { readonly register: Register } | null, customer: Pick<Customer, 'language' | 'segment'> | null): ScriptAudience {
  const speaks = spokenLanguages(script);
  const preferred = chosen.language ?? customer?.language ?? script.language;
  return {
    language: speaks.includes(preferred) ? preferred : script.language,
    register: chosen.register ?? queue?.register ?? script.register ?? 'formal',
    profile: customer?.segment ?? null,
  };
}

/** @returns the languages in which every step of the script can be said, its own first. */
export function spokenLanguages(script: Script): readonly Language[] {
  return [...new Set([script.language, ...(script.audiences ?? []).map(({ language }) => language)])];
}

/** @returns the registers in which the script can be said in a language. */
export function spokenRegisters(script: Script, language: Language): readonly Register[] {
  const own: Register[] = language === script.language ? [script.register ?? 'formal'] : [];
  return [...new Set([...own, ...(script.audiences ?? []).filter((audience) => audience.language === language).map(({ register }) => register)])];
}

/**
 * @returns the words of a step for an audience: the variant that fits in most respects, the first among equals. Words in
 *   another language never fit; without a variant it is the step's own text.
 */
export function wordsFor(script: Script, step: ScriptStep, audience: ScriptAudience): string {
  let best = { say: step.say, fits: audience.language === script.language ? 0 : -1 };
  for (const variant of step.variants ?? []) {
    if ((variant.language ?? script.language) !== audience.language) continue;
    if (variant.register !== undefined && variant.register !== audience.register) continue;
    if (variant.profile !== undefined && variant.profile !== audience.profile) continue;
    const fits = (variant.register === undefined ? 0 : 2) + (variant.profile === undefined ? 0 : 1) + (variant.language === undefined ? 0 : 0.5);
    if (fits > best.fits) best = { say: variant.say, fits };
  }
  return best.say;
}

/** @returns true when the step has words of its own for this language and register, whatever the customer's profile. */
export function hasWordsFor(script: Script, step: ScriptStep, language: Language, register: Register): boolean {
  if (language === script.language && register === (script.register ?? 'formal')) return true;
  return (step.variants ?? []).some(
    (variant) => (variant.language ?? script.language) === language && (variant.register ?? register) === register && variant.profile === undefined && (language !== script.language || variant.register !== undefined),
  );
}
