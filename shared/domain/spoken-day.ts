/** A day as somebody says when they were born. */
export interface SpokenDay {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  /** The year was said in two digits: 74 is 1974 to one and 2074 to nobody. */
  readonly isShort: boolean;
}

/** The months by how they begin in the four languages, without accents; a longer beginning stands before a shorter one. */
const months: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'fev', 'febr'],
  ['maa', 'mrt', 'mar'],
  ['apr', 'avr'],
  ['mei', 'mai', 'may'],
  ['juni', 'juin', 'june', 'jun'],
  ['juli', 'juil', 'july', 'jul'],
  ['aug', 'aou', 'aout'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['dec', 'dez'],
];

function monthNamed(word: string): number {
  return months.findIndex((beginnings) => beginnings.some((beginning) => word.startsWith(beginning))) + 1;
}

/**
 * Reads a date of birth in any usual notation: `12/3/1974`, `12.03.74`, `12 maart 1974`, `le 12 mars 1974`, `1974-03-12`,
 * `12031974`. The day comes before the month, as in every language that is spoken here.
 *
 * @returns null where it is no day of the calendar.
 */
export function parseSpokenDay(text: string): SpokenDay | null {
  const folded = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const pieces = folded.match(/[a-z]+|\d+/g) ?? [];
  const numbers = pieces.filter((piece) => /^\d/.test(piece));
  const named = pieces.map(monthNamed).find((month) => month > 0);
  if (named !== undefined && numbers.length === 2) return calendarDay(numbers[0] ?? '', String(named), numbers[1] ?? '');
  const [first = '', second = '', third = ''] = numbers;
  if (numbers.length === 3) return first.length === 4 ? calendarDay(third, second, first) : calendarDay(first, second, third);
  if (numbers.length !== 1 || !/^\d{6}(?:\d{2})?$/.test(first)) return null;
  return calendarDay(first.slice(0, 2), first.slice(2, 4), first.slice(4));
}

function calendarDay(dayText: string, monthText: string, yearText: string): SpokenDay | null {
  if (dayText.length > 2 || monthText.length > 2 || !/^(?:\d{2}|\d{4})$/.test(yearText)) return null;
  const [day, month, year] = [Number(dayText), Number(monthText), Number(yearText)];
  const isShort = yearText.length === 2;
  // A leap year for the short ones: what the century is decides the file.
  const date = new Date(Date.UTC(isShort ? 2000 : year, month - 1, day));
  return month >= 1 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { day, month, year, isShort } : null;
}

/** @param iso the day as the file has it, `1974-03-12`. */
export function isSameDay(spoken: SpokenDay, iso: string): boolean {
  const [year, month, day] = iso.split('-').map(Number);
  return spoken.day === day && spoken.month === month && (spoken.isShort ? spoken.year === (year ?? 0) % 100 : spoken.year === year);
}
