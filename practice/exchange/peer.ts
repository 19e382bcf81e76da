import type { SipMessage } from './sip-message.ts';

/** Who is at the other end of a connection, as the exchange sees it: a WebSocket client, or a caller inside this process. */
export interface Peer {
  /** For the log; says nothing about the person. */
  readonly id: string;
  /** Hands over a message; does nothing once the connection is gone. */
  deliver(message: SipMessage): void;
}
