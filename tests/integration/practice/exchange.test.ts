import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { Exchange } from '../../../practice/exchange/exchange.ts';
import { isLoopback, listenForSip, NotLoopbackError, type SipServer } from '../../../practice/exchange/websocket-server.ts';
import { Random } from '../../../practice/sample/random.ts';
import { until } from '../../lab/wait.ts';
import { Workstation } from './support/workstation.ts';

let exchange: Exchange;
let server: SipServer;

beforeEach(async () => {
  exchange = new Exchange({ domain: 'practice.test', clock: systemClock, logger: silentLogger, passwordOf: (user) => (user === 'lotte' ? 'secret' : undefined) });
  server = await listenForSip(exchange, { logger: silentLogger });
});

afterEach(async () => {
  await server.close();
});

/** @returns `open`, or the HTTP status that refused it. */
function attempt(url: string, protocol: string | undefined, origin?: string): Promise<string> {
  const options = origin === undefined ? {} : { origin };
  const socket = protocol === undefined ? new WebSocket(url, options) : new WebSocket(url, protocol, options);
  return new Promise((resolve) => {
    socket.once('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.once('error', (error) => resolve(error.message));
  });
}

async function rawSocket(): Promise<WebSocket> {
  const socket = new WebSocket(server.url, 'sip');
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return socket;
}

describe('the listener', () => {
  it.each(['0.0.0.0', '::', '192.168.1.4', '10.0.0.1', 'localhost', '', 'practice.test', '127.0.0.1.example.com', '::ffff:10.0.0.1'])('refuses to listen on %j', async (host) => {
    expect(isLoopback(host)).toBe(false);
    await expect(listenForSip(exchange, { host, logger: silentLogger })).rejects.toThrow(NotLoopbackError);
  });

  it('is reached on a loopback address only', () => {
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
    expect(isLoopback('127.1.2.3') && isLoopback('::1')).toBe(true);
  });

  it('takes SIP clients, and no web page', async () => {
    expect(await attempt(server.url, 'sip')).toBe('open');
    expect(await attempt(server.url, 'sip', 'file://')).toBe('open');
    expect(await attempt(server.url, undefined)).toContain('401');
    expect(await attempt(server.url, 'xmpp')).toContain('401');
    expect(await attempt(server.url, 'sip', 'https://example.com')).toContain('401');
  });
});

describe('registration over a socket', () => {
  it('knows the right password from a wrong one, and forgets who is gone', async () => {
    const right = await Workstation.connect(server.url);
    const wrong = await Workstation.connect(server.url, 'lotte', 'guess');
    expect(await right.register()).toBe(200);
    expect(await wrong.register()).toBe(403);
    await wrong.close();
    expect(exchange.isRegistered('lotte')).toBe(true);
    await right.close();
    await until('the registration is gone with its connection', () => !exchange.isRegistered('lotte'));
  });
});

describe('hostile messages', () => {
  it('cut off who sends them, and nobody else', async () => {
    const friend = await Workstation.connect(server.url);
    expect(await friend.register()).toBe(200);
    const enemy = await rawSocket();
    const cut = new Promise((resolve) => enemy.once('close', resolve));
    const random = new Random(11);
    enemy.on('error', () => undefined);
    for (let sent = 0; sent < 40; sent += 1) enemy.send(Buffer.from(Array.from({ length: random.between(1, 400) }, () => random.between(0, 255))));
    expect(await cut).toBe(1008);
    expect(await friend.register()).toBe(200);
    await friend.close();
  });

  it('that are too large end their connection', async () => {
    const enemy = await rawSocket();
    enemy.on('error', () => undefined);
    const cut = new Promise((resolve) => enemy.once('close', resolve));
    enemy.send('x'.repeat(100_000));
    expect(await cut).toBe(1009);
  });

  it('that are nearly SIP leave the exchange standing', async () => {
    const request = 'REGISTER sip:practice.test SIP/2.0\r\nVia: SIP/2.0/WS a;branch=z9hG4bK1\r\nFrom: <sip:lotte@practice.test>;tag=1\r\nTo: <sip:lotte@practice.test>\r\nCall-ID: 1\r\nCSeq: 1 REGISTER\r\nContact: <sip:a@b.invalid>\r\n\r\n';
    const pieces = ['<', '>', '"', ';', '\r\n', '%00', '\u0000', ' ', 'sip:', '@', ';tag=', ',', '\uFFFF'];
    const random = new Random(5);
    for (let round = 0; round < 30; round += 1) {
      const socket = await rawSocket();
      for (let sent = 0; sent < 15; sent += 1) {
        const at = random.between(0, request.length);
        socket.send(request.slice(0, at) + random.pick(pieces) + request.slice(at + random.between(0, 8)));
      }
      // The answer to the keep-alive shows that all before it was dealt with.
      const alive = new Promise((resolve) => socket.on('message', (data: Buffer) => data.toString() === '\r\n' && resolve(true)));
      socket.send('\r\n\r\n');
      expect(await alive).toBe(true);
      socket.terminate();
    }
    const friend = await Workstation.connect(server.url);
    expect(await friend.register()).toBe(200);
    await friend.close();
  });
});
