import { SipSyntaxError } from './sip-message.ts';

/** `sip:user@host:port;params` as far as this exchange looks at it (RFC 3261 section 19.1). */
export interface SipUri {
  readonly user: string;
  /** In small letters, with the port if there is one. */
  readonly host: string;
  readonly params: ReadonlyMap<string, string>;
}

/** `"Name" <uri>;params` (RFC 3261 section 20.10). */
export interface SipAddress {
  readonly uri: string;
  readonly params: ReadonlyMap<string, string>;
}

/** @throws SipSyntaxError when it is no SIP URI. */
export function parseUri(text: string): SipUri {
  const match = /^sips?:(?:([^@\s;?<>"]{0,256})@)?([A-Za-z0-9.-]{1,255}|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?((?:;[^?\s]*)?)(?:\?\S*)?$/.exec(text);
  if (match === null) throw new SipSyntaxError('not a SIP URI');
  let user: string;
  try {
    user = decodeURIComponent((match[1] ?? '').replace(/:.*$/, ''));
  } catch {
    throw new SipSyntaxError('not a SIP URI');
  }
  return { user, host: `${(match[2] ?? '').toLowerCase()}${match[3] ?? ''}`, params: parseParams(match[4] ?? '') };
}

/** @throws SipSyntaxError when it is no address. */
export function parseAddress(text: string): SipAddress {
  const bracketed = /^(?:"(?:[^"\\]|\\.)*"|[^"<]*)\s*<([^<>\s]+)>\s*((?:;.*)?)$/.exec(text);
  if (bracketed !== null) return { uri: bracketed[1] ?? '', params: parseParams(bracketed[2] ?? '') };
  // Without brackets what follows the first semicolon belongs to the header, not to the URI.
  const bare = /^([^<>\s;"]+)\s*((?:;.*)?)$/.exec(text);
  if (bare === null) throw new SipSyntaxError('not an address');
  return { uri: bare[1] ?? '', params: parseParams(bare[2] ?? '') };
}

/** Reads `;a=b;c="d"`; names in small letters, quotes taken off. */
export function parseParams(text: string): ReadonlyMap<string, string> {
  const params = new Map<string, string>();
  for (const match of text.matchAll(/;\s*([^=;\s]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^;]*))?/g)) {
    const value = (match[2] ?? '').trim();
    params.set((match[1] ?? '').toLowerCase(), value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value);
  }
  return params;
}

/** @returns the tag of a From or To header; undefined where there is none. */
export function tagOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const tag = parseAddress(header).params.get('tag');
  return tag === '' ? undefined : tag;
}

/** @returns the branch of a Via header (RFC 3261 section 20.42). */
export function branchOf(via: string | undefined): string | undefined {
  return via === undefined ? undefined : parseParams(via.slice(Math.max(0, via.indexOf(';')))).get('branch');
}
