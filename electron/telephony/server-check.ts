import { randomUUID } from 'node:crypto';
import type { Clock } from '#shared/domain/clock.ts';
import { SipWebSocket, type SipServer } from './web-socket.ts';

/** From the connection to the answer. */
const answerMs = 6_000;

/**
 * Whether a server does its work: it takes a connection and answers a SIP request on it. A port that
 * accepts is not enough, for that is what a frozen server does too. Any answer but "not now" will do: who
 * refuses an OPTIONS without credentials is awake.
 */
export function checkServer(server: SipServer, uri: string, clock: Clock): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (result: boolean) => {
      deadline.cancel();
      socket.close();
      resolve(result);
    };
    const deadline = clock.schedule(answerMs, () => settle(false));
    const socket = new SipWebSocket(server, clock, {
      open: () => socket.send(options(server, uri)),
      message: (text) => {
        const status = /^SIP\/2\.0 ([2-6]\d{2}) /.exec(text)?.[1];
        if (status !== undefined) settle(status !== '503' && status !== '500');
      },
      closed: () => settle(false),
    });
  });
}

/** A keep-alive outside any dialog (RFC 3261 section 11). */
function options({ url }: SipServer, uri: string): string {
  const token = randomUUID();
  const { host, protocol } = new URL(url);
  return [
    `OPTIONS sip:${host};transport=ws SIP/2.0`,
    `Via: SIP/2.0/${protocol === 'wss:' ? 'WSS' : 'WS'} ${token.slice(0, 12)}.invalid;branch=z9hG4bK${token.replaceAll('-', '')}`,
    'Max-Forwards: 5',
    `From: <${uri}>;tag=${token.slice(0, 8)}`,
    `To: <sip:${host}>`,
    `Call-ID: ${token}`,
    'CSeq: 1 OPTIONS',
    'User-Agent: Balie',
    'Content-Length: 0',
    '\r\n',
  ].join('\r\n');
}
