import type { Dialog } from '../jssip.ts';
import { replacementTarget } from '../replaces.ts';

interface ReferTo {
  /** An address without its angle brackets and without headers. */
  readonly address: string;
  /** Becomes a header of the INVITE that the other side sends (RFC 3261 section 19.1.1). */
  readonly headers: Readonly<Record<string, string>>;
}

/** @returns the Refer-To header (RFC 3515 section 2.1). */
export function referToHeader({ address, headers }: ReferTo): string {
  const query = Object.entries(headers).map(([name, value]) => `${name}=${escapeHeader(value)}`);
  return `Refer-To: <${address}${query.length === 0 ? '' : `?${query.join('&')}`}>`;
}

/** Only what an hvalue may hold as it is stays as it is (RFC 3261 section 25.1). */
function escapeHeader(value: string): string {
  return encodeURIComponent(value).replace(/[()*!'~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** @returns the address of a user or number at the account's own exchange. */
export function addressAt(user: string, accountUri: string): string {
  const host = /^sips?:[^@]+@([^;?]+)/.exec(accountUri)?.[1] ?? '';
  return `sip:${encodeURIComponent(user).replaceAll('%2B', '+')}@${host}`;
}

/**
 * The colleague in consultation, as the caller is asked to reach them: the dialog of the consultation is
 * replaced. Tags are those of the colleague's view (RFC 3891 section 3).
 */
export function replacingAddress(dialog: Dialog): { readonly address: string; readonly replaces: string } {
  const { id } = dialog;
  return { address: String(replacementTarget(dialog)), replaces: `${id.call_id};to-tag=${id.remote_tag};from-tag=${id.local_tag}` };
}
