/**
 * The rowid of a customer in the word index, which answers in the order of its rowids: the later the day of the
 * last contact, the smaller; customers of one day in the order in which they came in. Both halves can be read
 * back, so that no table maps one to the other. 2^16 days and 2^24 customers fit in an exact JavaScript number.
 */
const customers = 2 ** 24;
const lastDay = 2 ** 16 - 1;

/** @param day days since 1970 of the last contact; 0 without one. */
export function placeOf(seq: number, day: number): number {
  return (lastDay - day) * customers + seq;
}

export function seqAt(place: number): number {
  return place % customers;
}

/** @returns the day of an instant; 0 for none. */
export function dayOf(instant: string | null): number {
  const day = instant === null ? 0 : Math.floor(Date.parse(instant) / 86_400_000);
  return Math.min(lastDay, Math.max(0, day));
}
