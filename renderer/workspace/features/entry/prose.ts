import type { TextField } from './edit-field.ts';

/** What a field carries in which sentences are written: abbreviations expand there, and spelling is checked. Never one for names, numbers or addresses. */
export const prose = { 'data-prose': true, spellCheck: true } as const;

/** @returns whether sentences are written in what an event is about. */
export function isProse(target: EventTarget | null): target is TextField {
  return (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) && target.dataset['prose'] !== undefined && !target.readOnly && !target.disabled;
}
