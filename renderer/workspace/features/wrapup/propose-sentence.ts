import type { Language } from '#shared/domain/language.ts';
import { spokenMoney } from '#shared/domain/script/render.ts';
import { isSensitive, type Script } from '#shared/domain/script/script.ts';

const mostFacts = 3;

/**
 * A first wording of the result: the outcome, and what the script's fields captured, in the script's order. The operator
 * changes it as they like. Sensitive numbers are not in it.
 *
 * @returns a sentence such as `Bestelling geplaatst: leverdag donderdag 26/11, aantal 2.`
 */
export function proposeSentence(outcome: string, script: Script | null, captured: Readonly<Record<string, string>>, spoken: Language): string {
  const facts = (script?.steps ?? [])
    .flatMap((step) => step.fields ?? [])
    .filter((field) => !isSensitive(field))
    .map((field) => ({ label: field.label.toLocaleLowerCase(), type: field.type, value: Object.hasOwn(captured, field.key) ? (captured[field.key] ?? '').trim() : '' }))
    .map(({ label, type, value }) => ({ label, value: type === 'amount' ? spokenMoney(spoken, value) : value }))
    .filter((fact) => fact.value !== '' && fact.value.length <= 80)
    .slice(0, mostFacts)
    .map((fact) => `${fact.label} ${fact.value}`);
  return facts.length === 0 ? `${outcome}.` : `${outcome}: ${facts.join(', ')}.`;
}
