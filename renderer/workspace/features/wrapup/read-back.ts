import type { Draft } from '#shared/domain/customer-file.ts';

/** @returns when this very sentence was read back to the customer; null where it was not, or was changed since. */
export function readBackAt(values: Draft, sentence: string): string | null {
  const at = values['readBack.at'] ?? '';
  return at !== '' && sentence.trim() !== '' && values['readBack.text'] === sentence.trim() ? at : null;
}

/** @returns true where another sentence was read back than the one that stands there. */
export function isChangedSince(values: Draft, sentence: string): boolean {
  return (values['readBack.at'] ?? '') !== '' && readBackAt(values, sentence) === null;
}
