import type { LineTrouble } from '#shared/domain/snapshot.ts';

/** Why a connection to a server did not come about, or ended: for the log, and in the operator's terms. */
export interface Closing {
  /** Technical; for the log. */
  readonly reason: string;
  readonly trouble: LineTrouble;
}

const byCode: Readonly<Record<string, LineTrouble>> = {
  ENOTFOUND: 'name',
  EAI_AGAIN: 'name',
  EAI_FAIL: 'name',
  ENODATA: 'name',
  ENETUNREACH: 'no-network',
  ENETDOWN: 'no-network',
  EHOSTUNREACH: 'no-network',
  EADDRNOTAVAIL: 'no-network',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ETIMEDOUT: 'silent',
  EPROTO: 'certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
};

/** @returns what an error of the connection means. */
export function troubleOf(error: Error): LineTrouble {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // Every refusal of a certificate by Node has one of these in its code.
  return byCode[code] ?? (/^ERR_(TLS|SSL)_|CERT|UNABLE_TO_/.test(code) ? 'certificate' : 'unreachable');
}

/**
 * What it means that the request for a WebSocket was answered by something else than a switch of
 * protocols. A page or a redirection (200, 3xx), or 511 (RFC 6585 section 6), is a network that puts its own
 * sign-in before the internet; anything else is the server's own no.
 */
export function troubleOfAnswer(status: number): LineTrouble {
  return status === 511 || (status >= 200 && status < 400) ? 'portal' : 'server';
}
