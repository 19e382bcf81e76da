import { BlockList, isIP, type AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Logger } from '#shared/domain/logger.ts';
import type { Exchange } from './exchange.ts';
import type { Peer } from './peer.ts';
import { newToken } from './sip-build.ts';
import { formatSip, maxMessageBytes, parseSip, SipSyntaxError } from './sip-message.ts';

/** Thrown when the exchange is asked to be reachable from another machine. */
export class NotLoopbackError extends Error {
  override readonly name = 'NotLoopbackError';
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const maxConnections = 32;
/** A client that keeps sending what is no SIP is cut off. */
const maxMalformed = 20;
/** Close codes of RFC 6455 section 7.4.1. */
const policyViolation = 1008;

export interface SipServer {
  /** `ws://127.0.0.1:port` */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens the exchange to SIP clients on this machine (RFC 7118). Its accounts are practice accounts: it
 * listens on a loopback address or not at all.
 *
 * @param port 0 for any free one.
 * @throws NotLoopbackError before anything is opened.
 */
export async function listenForSip(exchange: Exchange, { host = '127.0.0.1', port = 0, logger }: { readonly host?: string; readonly port?: number; readonly logger: Logger }): Promise<SipServer> {
  if (!isLoopback(host)) throw new NotLoopbackError('The practice exchange only listens on a loopback address.');
  const server = new WebSocketServer({
    host,
    port,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
    handleProtocols: (protocols) => (protocols.has('sip') ? 'sip' : false),
    verifyClient: ({ origin, req }: { readonly origin?: string; readonly req: { readonly headers: Readonly<Record<string, unknown>> } }) => isClient(origin, req.headers['sec-websocket-protocol']),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  server.on('error', (error) => logger.error({ err: error }, 'the SIP listener failed'));
  server.on('connection', (socket) => {
    if (server.clients.size > maxConnections) socket.close(policyViolation, 'too many connections');
    else serve(exchange, socket, logger);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `ws://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        for (const client of server.clients) client.terminate();
        server.close(() => resolve());
      }),
  };
}

/** @returns whether a literal address can only be reached from this machine. A name is refused: what it means may change. */
export function isLoopback(host: string): boolean {
  const family = isIP(host);
  return family !== 0 && loopback.check(host, family === 6 ? 'ipv6' : 'ipv4');
}

/** A web page may open sockets to this machine too: whatever a browser says it loaded from the web is turned away. */
function isClient(origin: string | undefined, protocols: unknown): boolean {
  const speaksSip = typeof protocols === 'string' && protocols.split(',').some((protocol) => protocol.trim() === 'sip');
  return speaksSip && !/^https?:/i.test(origin ?? '');
}

function serve(exchange: Exchange, socket: WebSocket, logger: Logger): void {
  const id = `ws ${newToken()}`;
  let malformed = 0;
  const peer: Peer = {
    id,
    deliver: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(formatSip(message));
    },
  };
  socket.on('message', (data) => {
    const text = (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer)).toString('utf8');
    // Keep-alive (RFC 5626 section 3.5.1): a double CRLF asks for a single one.
    if (/^[\r\n]*$/.test(text)) {
      if (text === '\r\n\r\n') socket.send('\r\n');
      return;
    }
    try {
      exchange.receive(peer, parseSip(text));
    } catch (error) {
      malformed += 1;
      logger.warn({ peer: id, reason: error instanceof SipSyntaxError ? error.message : 'defect', malformed }, 'a message that is no SIP was dropped');
      if (malformed >= maxMalformed) socket.close(policyViolation, 'not SIP');
    }
  });
  socket.on('error', (error) => logger.debug({ peer: id, reason: error.message }, 'a SIP connection failed'));
  socket.on('close', () => exchange.gone(peer));
}
