import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import type { Clock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { until } from '../../tests/lab/wait.ts';
import { addressesOf } from '../network/addresses.ts';
import { ServerSocket, type SocketState } from './server-socket.ts';

/** Real sockets, and time that goes ten times as fast. */
const speed = 10;
const fastClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now() * speed,
  schedule(delayMs, task) {
    const timer = setTimeout(task, delayMs / speed);
    return { cancel: () => clearTimeout(timer) };
  },
};

let states: SocketState[];
let sockets: ServerSocket[];
let servers: { close(): void }[];

beforeEach(() => {
  states = [];
  sockets = [];
  servers = [];
});

afterEach(() => {
  for (const socket of sockets) socket.disconnect();
  for (const server of servers) server.close();
});

function connect(urls: readonly string[], mayLeave: () => boolean = () => true): ServerSocket {
  const socket = new ServerSocket({
    servers: urls.map((url) => ({ url })),
    uri: 'sip:operator@lab.test',
    clock: fastClock,
    random: () => 0,
    logger: silentLogger,
    addresses: () => addressesOf([{ name: 'eth0', address: '192.0.2.7' }]),
    onState: (state) => states.push(state),
    mayLeave,
  });
  sockets.push(socket);
  socket.connect();
  return socket;
}

const urlOf = (server: Server, scheme = 'ws') => `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function http(answer: RequestListener, port = 0): Promise<Server> {
  const server = createServer(answer);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  servers.push({ close: () => (server.closeAllConnections(), server.close()) });
  return server;
}

/** A SIP server that registers nobody, but answers an OPTIONS. */
async function sip({ port = 0, pongs = true, answers = true } = {}): Promise<Server> {
  const server = await http((_request, response) => response.writeHead(404).end(), port);
  const wss = new WebSocketServer({ server, autoPong: pongs, handleProtocols: () => 'sip' });
  servers.push({ close: () => (wss.clients.forEach((client) => client.terminate()), wss.close()) });
  wss.on('connection', (client) =>
    client.on('message', (data) => {
      const request = (data as Buffer).toString();
      if (answers) client.send(request.replace(/^OPTIONS .*\r\n/, 'SIP/2.0 200 OK\r\n'));
    }),
  );
  return server;
}

const waiting = () => until('it waits', () => states.find((state) => state.state === 'waiting'), { withinMs: 3_000 });
const open = (url: string) => until(`open at ${url}`, () => states.at(-1)?.state === 'open' && states.at(-1)?.server === url, { withinMs: 8_000 });

describe('what is wrong, in a word', () => {
  test.each<[string, number, string]>([
    ['a page that is no WebSocket', 200, 'portal'],
    ['a redirection to a sign-in', 302, 'portal'],
    ['network authentication required', 511, 'portal'],
    ['a proxy that has no server', 502, 'server'],
    ['another path', 404, 'server'],
  ])('%s (%i): %s', async (_name, status, trouble) => {
    // As portals do: with a page, whatever was asked for.
    const server = await http((_request, response) => response.writeHead(status, { location: 'http://portal.test/', 'content-type': 'text/html' }).end('<h1>Welkom</h1>'));
    server.on('upgrade', (_request, raw) => raw.end(`HTTP/1.1 ${status} Portal\r\nLocation: http://portal.test/\r\nContent-Type: text/html\r\n\r\n<h1>Welkom</h1>`));
    connect([urlOf(server)]);
    expect(await waiting()).toMatchObject({ trouble });
  });

  test('nobody listens', async () => {
    connect(['ws://127.0.0.1:9']);
    expect(await waiting()).toMatchObject({ trouble: 'unreachable' });
  });

  test('the name is not known', async () => {
    // A label that no name server need be asked about: longer than labels are (RFC 1035 section 2.3.4).
    connect([`wss://${'a'.repeat(64)}.invalid`]);
    expect(await waiting()).toMatchObject({ trouble: 'name' });
  });

  test('a server that takes the connection and says nothing', async () => {
    const server = await http(() => undefined);
    server.on('upgrade', () => undefined);
    connect([urlOf(server)]);
    expect(await waiting()).toMatchObject({ trouble: 'silent' });
  });
});

test('a network that wants a sign-in is asked less and less often, up to half a minute', async () => {
  const server = await http(() => undefined);
  server.on('upgrade', (_request, raw) => raw.end('HTTP/1.1 302 Found\r\nLocation: http://portal.test/\r\n\r\n'));
  connect([urlOf(server)]);
  await until('six attempts', () => states.filter(({ state }) => state === 'waiting').length >= 6, { withinMs: 10_000 });
  const waits = states.flatMap((state) => (state.state === 'waiting' ? [state.retryInMs] : []));
  expect(waits.slice(0, 6)).toEqual([400, 800, 1_600, 3_200, 6_400, 12_800]);
});

describe('several servers', () => {
  test('one that stops answering is left for the next, at once', async () => {
    const [frozen, good] = [await sip({ pongs: false }), await sip()];
    connect([urlOf(frozen), urlOf(good)]);
    await open(urlOf(frozen));
    await open(urlOf(good));
    expect(states.find((state) => state.state === 'waiting')).toMatchObject({ trouble: 'silent', retryInMs: 0 });
  });

  test('one that does not do its work is left for the next, and not tried first again', async () => {
    const [lazy, good] = [await sip(), await sip()];
    const socket = connect([urlOf(lazy), urlOf(good)]);
    await open(urlOf(lazy));
    socket.giveUp('REGISTER was not answered');
    await open(urlOf(good));
  });

  test('the preferred one is returned to when it works again, but not while a call would notice', async () => {
    const gone = await sip();
    const { port } = gone.address() as AddressInfo;
    gone.close();
    const preferred = `ws://127.0.0.1:${port}`;
    const second = await sip();
    let inCall = true;
    let asked = 0;
    const socket = connect([preferred, urlOf(second)], () => {
      asked++;
      return !inCall;
    });
    await open(urlOf(second));
    socket.trust();
    await sip({ port });
    await until('it would like to return', () => asked > 1, { withinMs: 10_000 });
    expect(states.at(-1)).toMatchObject({ state: 'open', server: urlOf(second) });
    inCall = false;
    await open(preferred);
  });

  test('a preferred one that takes connections but answers nothing is not returned to', async () => {
    const gone = await sip();
    const { port } = gone.address() as AddressInfo;
    gone.close();
    const second = await sip();
    const socket = connect([`ws://127.0.0.1:${port}`, urlOf(second)]);
    await open(urlOf(second));
    socket.trust();
    const frozen = await sip({ port, answers: false });
    let looks = 0;
    frozen.on('upgrade', () => looks++);
    await until('it was looked at', () => looks > 0, { withinMs: 10_000 });
    await until('and given up', () => new Promise((resolve) => frozen.getConnections((_error, count) => resolve(count === 0))), { withinMs: 5_000 });
    expect(states.at(-1)).toMatchObject({ state: 'open', server: urlOf(second) });
  });
});

test('asleep it has no connection, awake it makes one at once', async () => {
  const server = await sip();
  const socket = connect([urlOf(server)]);
  await open(urlOf(server));
  const lost: boolean[] = [];
  socket.ondisconnect = (error) => lost.push(error);
  socket.sleep();
  expect(states.at(-1)).toMatchObject({ state: 'connecting' });
  expect(lost).toEqual([false]);
  expect(socket.isConnected()).toBe(false);
  socket.renew({ reason: 'awake', trouble: 'silent' });
  await open(urlOf(server));
});
