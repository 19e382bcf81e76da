import { z } from 'zod';

/** What was typed in verified fields on one day, and how much of that was typed again. */
export const accuracyDaySchema = z.strictObject({ day: z.iso.date(), entered: z.number().int().min(0), corrected: z.number().int().min(0) });
export type AccuracyDay = z.infer<typeof accuracyDaySchema>;
export type AccuracyCount = Omit<AccuracyDay, 'day'>;

/** At most this share of what is entered is corrected afterwards: what the occupational profile agrees (D140801). */
export const agreedShare = 0.03;
/** Below this a share says nothing: one slip in a telephone number is a tenth of it. */
export const fewCharacters = 100;
/** Days that are kept. */
export const accuracyDays = 30;

/** Blanks and what parts groups are not typed by whoever types. */
function plain(text: string): string {
  return text.replaceAll(/[\s.\-/]/g, '');
}

/** Signs at both ends that are the same do not count. */
function changedPart(before: string, after: string): { readonly gone: number; readonly come: number } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { gone: before.length - start - end, come: after.length - start - end };
}

/**
 * What one stay of the cursor in a verified field amounts to: the difference between what stood there when it came and when it
 * left, never the keys in between. What is new was entered; a change of what the operator themselves had entered in this
 * conversation is a correction.
 *
 * @param isOwn the operator had entered what stood there.
 */
export function countEntry(before: string, after: string, isOwn: boolean): AccuracyCount {
  const { gone, come } = changedPart(plain(before), plain(after));
  return isOwn ? { entered: 0, corrected: Math.max(gone, come) } : { entered: come, corrected: 0 };
}

/** @returns 0 to 1; null where too little was entered to say. */
export function accuracyShare(days: readonly AccuracyCount[]): number | null {
  const entered = days.reduce((sum, day) => sum + day.entered, 0);
  const corrected = days.reduce((sum, day) => sum + day.corrected, 0);
  return entered < fewCharacters ? null : Math.min(1, corrected / entered);
}
