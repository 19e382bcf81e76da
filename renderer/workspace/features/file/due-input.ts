const workdayEnd = 17;

/** @returns tomorrow at the end of the working day, as a `datetime-local` field has it. */
export function defaultDue(): string {
  const due = new Date();
  due.setDate(due.getDate() + 1);
  due.setHours(workdayEnd, 0, 0, 0);
  return toInput(due);
}

function toInput(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** @returns the instant that a `datetime-local` field means; null where it is empty or no moment. */
export function toInstant(text: string): string | null {
  const at = new Date(text);
  return text === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
