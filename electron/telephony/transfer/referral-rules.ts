import type { CallIn } from '#shared/domain/call.ts';
import { dialString } from '../party.ts';

/** Where the other side wants us to go. */
export interface ReferTarget {
  readonly user: string;
  /** The address without its headers, as a request is sent to it. */
  readonly address: string;
  /** Value of the Replaces header (RFC 3891), when a conversation is to be taken over. */
  readonly replaces: string | null;
}

interface ReferralCircumstances {
  readonly call: CallIn<'connected'>;
  /** Host of the other side's own address. */
  readonly from: string;
  /** The Refer-To header as it came. */
  readonly referTo: string;
  readonly accountUri: string;
  readonly country: string;
  readonly emergencyNumbers: readonly string[];
  /** Another transfer of this call is under way, whoever asked for it. */
  readonly isBusy: boolean;
}

export type ReferralDecision = { readonly kind: 'accept'; readonly target: ReferTarget } | { readonly kind: 'refuse'; readonly status: number };

/**
 * Whether this telephone calls whom the other side names. A REFER makes it dial at the centre's
 * expense and in the operator's name (RFC 3515 section 5.2), so only a colleague may ask it: somebody whose
 * address is a user of our own exchange and no telephone number of the outside world; and only for a place at that exchange.
 */
export function decideReferral({ call, from, referTo, accountUri, country, emergencyNumbers, isBusy }: ReferralCircumstances): ReferralDecision {
  const refuse = (status: number): ReferralDecision => ({ kind: 'refuse', status });
  const parsed = parseReferTo(referTo);
  if (parsed === null) return refuse(400);
  if (parsed.scheme !== 'sip') return refuse(416);
  if (isBusy) return refuse(491);
  if (call.party.number !== null || call.party.raw === '' || call.conference) return refuse(403);
  const ours = hostOf(accountUri);
  if (from.toLowerCase() !== ours || parsed.host !== ours) return refuse(403);
  const user = dialString(parsed.user, country);
  if (user === null || emergencyNumbers.includes(user)) return refuse(403);
  return { kind: 'accept', target: { user, address: parsed.address, replaces: parsed.replaces } };
}

interface ParsedReferTo {
  readonly scheme: string;
  readonly user: string;
  readonly host: string;
  readonly address: string;
  readonly replaces: string | null;
}

function parseReferTo(value: string): ParsedReferTo | null {
  if (value.length > 2048) return null;
  const uri = /<([^<>]*)>/.exec(value)?.[1] ?? value.split(';')[0] ?? '';
  const match = /^(sips?|tel):(?:([^@?]*)@)?([^?]+)(?:\?(.*))?$/i.exec(uri.trim());
  const [, scheme = '', user = '', hostPart = '', query = ''] = match ?? [];
  if (match === null) return null;
  const name = decode(user.split(/[:;]/)[0] ?? '');
  const replaces = /(?:^|&)Replaces=([^&]*)/i.exec(query)?.[1];
  const taken = replaces === undefined ? null : decode(replaces);
  // A Replaces header of more than one line would be two headers.
  if (name === null || (replaces !== undefined && (taken === null || !/^[^\r\n]{1,512}$/.test(taken)))) return null;
  return { scheme: scheme.toLowerCase(), user: name, host: hostPart.split(/[:;]/)[0]?.toLowerCase() ?? '', address: `${scheme.toLowerCase()}:${user}@${withoutDetours(hostPart)}`, replaces: taken };
}

/** Parameters that would take the request past our own exchange (RFC 3261 section 19.1.1) are not passed on. */
function withoutDetours(hostPart: string): string {
  return hostPart
    .split(';')
    .filter((part, index) => index === 0 || !/^(maddr|ttl|lr|method)\b/i.test(part.trim()))
    .join(';');
}

function hostOf(uri: string): string {
  return (/^sips?:[^@]+@([^:;?]+)/i.exec(uri)?.[1] ?? '').toLowerCase();
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
