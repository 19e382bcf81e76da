/** U+FFFD, what Unicode has for a character that cannot be shown. */
const replacement = '\uFFFD';

/**
 * Text as typed, except for the two things that no database behind central can hold: U+0000 (PostgreSQL
 * has no text with it) and half a surrogate pair (it has no UTF-8). A paste can contain them, and a note
 * must not be refused for it hours later. Markup and other control characters stay as they are.
 */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', replacement) as T & string;
  if (Array.isArray(value)) return value.map((item: unknown) => storable(item)) as T & unknown[];
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, storable<unknown>(item)])) as T & object;
  return value;
}
