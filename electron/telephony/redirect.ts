import type { SipUri } from './jssip.ts';

/** One value of a Contact header, as JsSIP reads it. */
interface Contact {
  readonly uri: SipUri;
  getParam(name: string): string | null | undefined;
}

interface Redirection {
  getHeaders(name: string): readonly string[];
  parseHeader(name: string, index: number): unknown;
}

/**
 * Where a 3xx leads: the contact that is wanted most (`q`, RFC 3261 section 20.10), and only inside the account's own domain. An
 * address elsewhere would go past the exchange, its rules and its bill.
 *
 * @param visited targets this call has been at: not again.
 * @returns null when there is nowhere to go.
 */
export function redirectTarget(response: Redirection, { domain, visited }: { readonly domain: string; readonly visited: ReadonlySet<string> }): SipUri | null {
  const contacts = response.getHeaders('Contact').map((_raw, index) => response.parseHeader('Contact', index) as Contact | undefined);
  const usable = contacts.filter((contact) => contact !== undefined && isInside(contact.uri, domain) && !visited.has(contact.uri.toString()));
  return usable.toSorted((a, b) => weight(b) - weight(a))[0]?.uri ?? null;
}

function isInside({ scheme, host, user }: SipUri, domain: string): boolean {
  return scheme === 'sip' && user !== null && host.toLowerCase() === domain.toLowerCase();
}

function weight(contact: Contact | undefined): number {
  const q = Number(contact?.getParam('q') ?? 1);
  return Number.isFinite(q) ? q : 1;
}
