import { fault, type Fault } from './fault.ts';

/** Longer ago than anybody lives: a slip in the year. */
const oldest = 125;

/** @returns a date as it is written here, `12/03/1974`; empty for none. @param iso `1974-03-12`. */
export function writtenDate(iso: string | null): string {
  return iso === null ? '' : iso.split('-').reverse().join('/');
}

/** Year, month and day of what was typed; null where it is not three numbers. */
function partsOf(text: string): readonly [year: string, month: string, day: string] | null {
  const typed = text.trim();
  const together = /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  const parts = together === null ? typed.split(/[-/. ]+/) : together.slice(1);
  const [first = '', second = '', third = '', ...more] = parts;
  if (more.length > 0 || ![first, second, third].every((part) => /^[0-9]{1,4}$/.test(part))) return null;
  return first.length === 4 ? [first, second, third] : [third, second, first];
}

/** Reads a date in the notations of here: `12/3/1974`, `12-03-1974`, `12.3.1974`, `12031974`, and ISO. */
export function readDate(text: string): { readonly iso: string } | { readonly fault: Fault } {
  const parts = partsOf(text);
  if (parts === null) return { fault: fault('date') };
  const [year, month, day] = parts;
  if (year.length !== 4) return { fault: fault('date-year') };
  if (Number(month) < 1 || Number(month) > 12) return { fault: fault('date-month', { month }) };
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso)) return { fault: fault('date-day', { date: `${day}/${month}/${year}` }) };
  return { iso };
}

/** @returns the ISO date of what was typed; null where it is no day of the calendar. */
export function toIsoDate(text: string): string | null {
  const read = readDate(text);
  return 'iso' in read ? read.iso : null;
}

/** @returns what is wrong with somebody's date of birth; null when it can be one. @param today ISO date. */
export function birthDateFault(text: string, today: string): Fault | null {
  const read = readDate(text);
  if ('fault' in read) return read.fault;
  if (read.iso > today) return fault('date-future');
  const years = Number(today.slice(0, 4)) - Number(read.iso.slice(0, 4));
  return years > oldest ? fault('date-old', { years }) : null;
}
