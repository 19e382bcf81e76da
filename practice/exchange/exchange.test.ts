import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { Exchange, type LocalParty } from './exchange.ts';
import type { Peer } from './peer.ts';
import { responseTo } from './sip-build.ts';
import { parseSip, valueOf, type SipMessage, type SipRequest, type SipResponse } from './sip-message.ts';

class TestPeer implements Peer {
  readonly id: string;
  readonly got: SipMessage[] = [];

  constructor(id: string) {
    this.id = id;
  }

  deliver(message: SipMessage): void {
    this.got.push(message);
  }

  get responses(): SipResponse[] {
    return this.got.filter((message) => message.kind === 'response');
  }

  get requests(): SipRequest[] {
    return this.got.filter((message) => message.kind === 'request');
  }

  get statuses(): number[] {
    return this.responses.map((response) => response.status);
  }
}

const instance = '8f1fa16a-1165-4a96-8341-785b1ef24f12';
let sequence = 0;

function request(method: string, uri: string, { from = 'lotte', to = uri, headers = '', branch = `z9hG4bK${(sequence += 1)}` } = {}): SipRequest {
  const text = `${method} ${uri} SIP/2.0\r\nVia: SIP/2.0/WS c.invalid;branch=${branch}\r\nFrom: <sip:${from}@practice.test>;tag=f\r\nTo: <${to}>\r\nCall-ID: c\r\nCSeq: ${(sequence += 1)} ${method}\r\n${headers}\r\n`;
  return parseSip(text) as SipRequest;
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

function credentials(challenge: string, method: string, password: string, user = 'lotte', count = '00000001'): string {
  const nonce = /nonce="([^"]+)"/.exec(challenge)?.[1] ?? '';
  const ha1 = md5(`${user}:practice.test:${password}`);
  const response = md5(`${ha1}:${nonce}:${count}:cn:auth:${md5(`${method}:sip:practice.test`)}`);
  return `Digest username="${user}", realm="practice.test", nonce="${nonce}", uri="sip:practice.test", response="${response}", algorithm=MD5, cnonce="cn", qop=auth, nc=${count}`;
}

let clock: ManualClock;
let exchange: Exchange;
let phone: TestPeer;
let calls: SipMessage[];
let caller: LocalParty;

const immediate = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function register(peer: TestPeer, { password = 'secret', expires = 300, user = 'lotte', contact = 'sip:abc@host.invalid;transport=ws' } = {}): SipResponse | undefined {
  const headers = (authorization: string): string =>
    `Contact: <${contact}>;+sip.instance="<urn:uuid:${instance}>";expires=${expires}\r\nSupported: path, gruu\r\n${authorization}`;
  const register1 = request('REGISTER', 'sip:practice.test', { from: user, to: `sip:${user}@practice.test`, headers: headers('') });
  exchange.receive(peer, register1);
  const challenge = valueOf(peer.responses.at(-1) ?? register1, 'WWW-Authenticate') ?? '';
  const authorization = `Authorization: ${credentials(challenge, 'REGISTER', password, user)}\r\n`;
  exchange.receive(peer, request('REGISTER', 'sip:practice.test', { from: user, to: `sip:${user}@practice.test`, headers: headers(authorization) }));
  return peer.responses.at(-1);
}

beforeEach(() => {
  clock = new ManualClock();
  const passwords = new Map([['lotte', 'secret'], ['karim', 'other']]);
  exchange = new Exchange({ domain: 'practice.test', clock, logger: silentLogger, passwordOf: (user) => passwords.get(user) });
  phone = new TestPeer('phone');
  const own: SipMessage[] = [];
  calls = own;
  caller = exchange.attach('leg-1', (message) => own.push(message));
});

describe('registration', () => {
  it('asks for the password, and gives a GRUU', () => {
    const accepted = register(phone);
    expect(phone.statuses).toEqual([401, 200]);
    expect(valueOf(accepted as SipResponse, 'Contact')).toBe(
      `<sip:abc@host.invalid;transport=ws>;expires=300;+sip.instance="<urn:uuid:${instance}>";pub-gruu="sip:lotte@practice.test;gr=urn:uuid:${instance}"`,
    );
    expect(exchange.isRegistered('lotte')).toBe(true);
  });

  it.each([
    ['a wrong password', { password: 'wrong' }],
    ['a user who does not exist', { user: 'constructor' }],
  ])('refuses %s for good', (_, options) => {
    expect(register(phone, options)?.status).toBe(403);
    expect(exchange.isRegistered('lotte')).toBe(false);
  });

  it('does not take the same proof twice', () => {
    register(phone);
    const first = new TestPeer('first');
    exchange.receive(first, request('REGISTER', 'sip:practice.test', { to: 'sip:lotte@practice.test' }));
    const proof = `Authorization: ${credentials(valueOf(first.responses[0] as SipResponse, 'WWW-Authenticate') ?? '', 'REGISTER', 'secret')}\r\n`;
    const replay = (): void => exchange.receive(first, request('REGISTER', 'sip:practice.test', { to: 'sip:lotte@practice.test', headers: proof }));
    replay();
    replay();
    expect(first.statuses).toEqual([401, 200, 401]);
  });

  it('ends by expiry, by request, and with its connection', () => {
    const heard: boolean[] = [];
    exchange.onRegistration((_, registered) => heard.push(registered));
    register(phone);
    clock.advance(300_000);
    expect(exchange.isRegistered('lotte')).toBe(false);
    register(phone);
    register(phone, { expires: 0 });
    register(phone);
    exchange.gone(phone);
    expect(heard).toEqual([true, false, true, false, true, false]);
    expect(clock.pending).toBe(0);
  });

  it('asks for more time where the client asks too often', () => {
    expect(register(phone, { expires: 5 })?.status).toBe(423);
  });
});

describe('a call', () => {
  const invite = (uri = 'sip:lotte@practice.test'): SipRequest => request('INVITE', uri, { from: '+3292254107', headers: 'Max-Forwards: 70\r\nContact: <sip:leg-1@practice.test>\r\nX-Queue: bestellingen-nl\r\n' });

  it('goes to the registered contact and back', async () => {
    register(phone);
    const sent = invite();
    caller.send(sent);
    const [arrived] = phone.requests;
    expect(arrived).toMatchObject({ method: 'INVITE', uri: 'sip:abc@host.invalid;transport=ws' });
    expect(valueOf(arrived as SipRequest, 'Max-Forwards')).toBe('69');
    expect(valueOf(arrived as SipRequest, 'Record-Route')).toBe('<sip:practice.test;transport=ws;lr>');
    exchange.receive(phone, responseTo(arrived as SipRequest, 180, { toTag: 't' }));
    exchange.receive(phone, responseTo(arrived as SipRequest, 200, { toTag: 't' }));
    await immediate();
    expect(calls.map((message) => (message.kind === 'response' ? message.status : 0))).toEqual([100, 180, 200]);
    expect(valueOf(calls[2] as SipResponse, 'Via')).toBe(valueOf(sent, 'Via'));
  });

  it('is found by GRUU inside the dialog, also over a new connection', () => {
    register(phone);
    exchange.gone(phone);
    const again = new TestPeer('again');
    register(again);
    caller.send(request('BYE', `sip:lotte@practice.test;gr=urn:uuid:${instance}`, { to: 'sip:lotte@practice.test>;tag=t' }));
    expect(again.requests.map((message) => message.method)).toEqual(['BYE']);
  });

  it('that is called off reaches the phone as CANCEL, once it rings', async () => {
    register(phone);
    const sent = invite();
    caller.send(sent);
    caller.send({ ...sent, method: 'CANCEL', headers: sent.headers.map((header) => (header.name === 'CSeq' ? { ...header, value: header.value.replace('INVITE', 'CANCEL') } : header)) });
    expect(phone.requests.map((message) => message.method)).toEqual(['INVITE']);
    const [arrived] = phone.requests;
    exchange.receive(phone, responseTo(arrived as SipRequest, 180, { toTag: 't' }));
    expect(phone.requests.map((message) => message.method)).toEqual(['INVITE', 'CANCEL']);
    exchange.receive(phone, responseTo(arrived as SipRequest, 487, { toTag: 't' }));
    expect(phone.requests.map((message) => message.method)).toEqual(['INVITE', 'CANCEL', 'ACK']);
    await immediate();
    expect(calls.map((message) => (message.kind === 'response' ? message.status : 0))).toEqual([100, 200, 180, 487]);
  });

  it('to nobody, to an unknown number, and inside a dialog whose connection is gone, is refused as such', async () => {
    caller.send(invite());
    caller.send(invite('sip:999@practice.test'));
    caller.send(request('BYE', 'sip:abc@host.invalid', { to: 'sip:lotte@practice.test>;tag=t' }));
    await immediate();
    expect(calls.map((message) => (message.kind === 'response' ? message.status : 0))).toEqual([480, 404, 430]);
  });

  it('fails when the phone goes away, and is called off when the caller does', async () => {
    register(phone);
    caller.send(invite());
    exchange.gone(phone);
    await immediate();
    expect(calls.map((message) => (message.kind === 'response' ? message.status : 0))).toEqual([100, 480]);
    register(phone);
    phone.got.length = 0;
    caller.send(invite());
    exchange.receive(phone, responseTo(phone.requests[0] as SipRequest, 180, { toTag: 't' }));
    caller.detach();
    expect(phone.requests.map((message) => message.method)).toEqual(['INVITE', 'CANCEL']);
  });

  it('leaves no transaction and no timer behind', async () => {
    register(phone, { expires: 3_600 });
    const before = clock.pending;
    caller.send(invite());
    exchange.receive(phone, responseTo(phone.requests[0] as SipRequest, 486, { toTag: 't' }));
    expect(clock.pending).toBe(before + 1);
    clock.advance(32_000);
    expect(clock.pending).toBe(before);
    await immediate();
    expect(calls.map((message) => (message.kind === 'response' ? message.status : 0))).toEqual([100, 486]);
  });

  it('that nobody takes ends after three minutes', async () => {
    register(phone, { expires: 3_600 });
    caller.send(invite());
    exchange.receive(phone, responseTo(phone.requests[0] as SipRequest, 180, { toTag: 't' }));
    clock.advance(181_000);
    expect(phone.requests.map((message) => message.method)).toEqual(['INVITE', 'CANCEL']);
  });

  it('does not go round in circles', async () => {
    register(phone);
    caller.send(request('INVITE', 'sip:lotte@practice.test', { headers: 'Max-Forwards: 0\r\n' }));
    await immediate();
    expect(calls).toMatchObject([{ status: 483 }]);
  });
});

describe('a stranger', () => {
  it('may not call', () => {
    exchange.receive(phone, request('INVITE', 'sip:leg-1@practice.test'));
    expect(phone.statuses).toEqual([407]);
  });

  it('may not call under another name once known', () => {
    register(phone);
    exchange.receive(phone, request('INVITE', 'sip:leg-1@practice.test', { from: 'karim' }));
    expect(phone.statuses.at(-1)).toBe(403);
    exchange.receive(phone, request('INVITE', 'sip:leg-1@practice.test'));
    expect(phone.statuses.at(-1)).toBe(100);
  });

  it('may not answer for others', async () => {
    register(phone);
    caller.send(request('INVITE', 'sip:lotte@practice.test'));
    exchange.receive(new TestPeer('other'), responseTo(phone.requests[0] as SipRequest, 200, { toTag: 'x' }));
    await immediate();
    expect(calls.map((message) => (message.kind === 'response' ? message.status : 0))).toEqual([100]);
  });

  it('gets 400 for addresses that are none, and nothing breaks', () => {
    for (const uri of ['tel:+32', 'sip:%zz@practice.test', 'sip:', 'http://practice.test']) {
      exchange.receive(phone, request('INVITE', uri, { to: 'sip:lotte@practice.test' }));
      expect(phone.statuses.at(-1)).toBe(400);
    }
    register(phone, { contact: 'mailto:x@y' });
    expect(phone.statuses.at(-1)).toBe(400);
  });
});
