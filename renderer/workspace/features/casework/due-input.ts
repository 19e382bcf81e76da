import { endOfNextDay } from '#shared/domain/casework/business-time.ts';

/** @returns by when, where nothing else is agreed: the end of the next working day. */
export function usualDue(now: number): string {
  return endOfNextDay(new Date(now).toISOString());
}

/** @returns an instant as a `datetime-local` field has it. */
export function toInput(instant: string): string {
  const at = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** @returns the instant that a `datetime-local` field means; null where it is empty or no moment. */
export function toInstant(text: string): string | null {
  const at = new Date(text);
  return text === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
