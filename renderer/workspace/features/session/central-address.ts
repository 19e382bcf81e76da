/**
 * Reads what somebody typed as the address of the centre. Without a scheme https is meant.
 *
 * @returns the address, or null where it is none.
 */
export function centralAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const { protocol, hostname } = new URL(full);
  return (protocol === 'https:' || protocol === 'http:') && hostname !== '' ? full : null;
}
