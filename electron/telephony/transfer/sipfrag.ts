import type { SipMessage } from '../jssip.ts';

/** What one NOTIFY of a transfer tells (RFC 3515 section 2.4.5). */
export interface ReferNews {
  /** The status line in its body; null when there is none that can be read. */
  readonly status: number | null;
  /** No further NOTIFY follows (RFC 6665 section 4.1.3). */
  readonly isLast: boolean;
  /** Seconds until the subscription ends by itself, where it says so. */
  readonly expires: number | null;
}

/** @returns what a NOTIFY tells. Nothing of it can be trusted to be there. */
export function readReferNews(notify: Pick<SipMessage, 'body' | 'getHeader'>): ReferNews {
  const status = /^SIP\/2\.0\s+([1-6]\d\d)(?:\s|$)/i.exec(notify.body ?? '')?.[1];
  const state = notify.getHeader('Subscription-State') ?? '';
  const expires = /;\s*expires\s*=\s*(\d{1,6})\b/i.exec(state)?.[1];
  return {
    status: status === undefined ? null : Number(status),
    isLast: /^\s*terminated\b/i.test(state),
    expires: expires === undefined ? null : Number(expires),
  };
}
