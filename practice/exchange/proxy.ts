import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Peer } from './peer.ts';
import { branchOf, tagOf } from './sip-address.ts';
import { newBranch, responseTo } from './sip-build.ts';
import { valueOf, valuesOf, without, type SipHeader, type SipRequest, type SipResponse } from './sip-message.ts';

/** Timers B and F: 64 times T1 (RFC 3261 section 17.1). Nothing is sent twice here: connections are reliable. */
const transactionMs = 32_000;
/** Timer C (RFC 3261 section 16.6): an INVITE may ring this long. */
const ringMs = 181_000;

interface Transaction {
  readonly branch: string;
  /** As it came, for our own answers to it. */
  readonly incoming: SipRequest;
  /** As it went out, for CANCEL and ACK. */
  readonly sent: SipRequest;
  readonly origin: Peer;
  readonly target: Peer;
  readonly key: string;
  timer: Scheduled;
  state: 'calling' | 'proceeding' | 'completed';
  cancelled: boolean;
}

/** A transaction-stateful proxy (RFC 3261 section 16) between connections that are all on this machine. */
export class Proxy {
  readonly #domain: string;
  readonly #clock: Clock;
  readonly #byBranch = new Map<string, Transaction>();
  readonly #byKey = new Map<string, Transaction>();

  constructor(domain: string, clock: Clock) {
    this.#domain = domain;
    this.#clock = clock;
  }

  /** How many transactions are open: a leak check. */
  get size(): number {
    return this.#byBranch.size;
  }

  /** @returns true when the request belongs to a transaction that is open here, and is dealt with by that. */
  absorb(request: SipRequest, origin: Peer): boolean {
    const known = this.#byKey.get(keyOf(request, origin));
    if (request.method === 'CANCEL') {
      if (known === undefined) return false;
      origin.deliver(responseTo(request, 200));
      this.#cancel(known);
      return true;
    }
    if (known === undefined) return false;
    // An ACK with the INVITE's own branch answers a refusal: it goes no further (section 17.1.1.3). Anything else is a repetition.
    return request.method !== 'ACK' || known.state === 'completed';
  }

  /** Sends a request on to where it belongs. */
  forward(request: SipRequest, origin: Peer, target: Peer, uri: string): void {
    const hops = Number(valueOf(request, 'Max-Forwards') ?? '70');
    if (hops === 0) {
      if (request.method !== 'ACK') origin.deliver(responseTo(request, 483));
      return;
    }
    const branch = newBranch();
    const sent = this.#onward(request, uri, hops - 1, branch);
    if (request.method === 'ACK') {
      target.deliver(sent);
      return;
    }
    const isInvite = request.method === 'INVITE';
    const key = keyOf(request, origin);
    const timer = this.#clock.schedule(isInvite ? ringMs : transactionMs, () => this.#expire(branch));
    const transaction: Transaction = { branch, incoming: request, sent, origin, target, key, timer, state: 'calling', cancelled: false };
    this.#byBranch.set(branch, transaction);
    this.#byKey.set(key, transaction);
    if (isInvite) origin.deliver(responseTo(request, 100));
    target.deliver(sent);
  }

  /** Takes an answer back to where its request came from; what answers nothing is dropped. */
  respond(response: SipResponse, from: Peer): void {
    const transaction = this.#byBranch.get(branchOf(valueOf(response, 'Via')) ?? '');
    if (transaction === undefined || transaction.target !== from) return;
    const method = valueOf(response, 'CSeq')?.split(' ')[1];
    // An answer to our own CANCEL, and 100, are meant for us alone.
    if (method !== transaction.incoming.method) return;
    if (response.status < 200) this.#provisional(transaction, response);
    else this.#final(transaction, response);
  }

  /** A connection is gone: what waited for it fails, what it asked for is called off. */
  gone(peer: Peer): void {
    for (const transaction of [...this.#byBranch.values()]) {
      if (transaction.target === peer && transaction.state !== 'completed') this.#refuse(transaction, 480);
      else if (transaction.origin === peer) this.#cancel(transaction);
    }
  }

  #provisional(transaction: Transaction, response: SipResponse): void {
    if (transaction.state === 'completed') return;
    const first = transaction.state === 'calling';
    transaction.state = 'proceeding';
    // CANCEL may only follow a provisional answer (section 9.1).
    if (transaction.cancelled && first) transaction.target.deliver(cancelOf(transaction.sent));
    if (response.status > 100) transaction.origin.deliver(popVia(response));
  }

  #final(transaction: Transaction, response: SipResponse): void {
    const isInvite = transaction.incoming.method === 'INVITE';
    if (isInvite && response.status >= 300) transaction.target.deliver(ackOf(transaction.sent, response));
    if (transaction.state === 'completed') {
      // A 2xx is repeated by its sender until it is acknowledged end to end; a refusal is not passed on twice.
      if (isInvite && response.status < 300) transaction.origin.deliver(popVia(response));
      return;
    }
    this.#complete(transaction);
    transaction.origin.deliver(popVia(response));
  }

  #cancel(transaction: Transaction): void {
    if (transaction.incoming.method !== 'INVITE' || transaction.state === 'completed' || transaction.cancelled) return;
    transaction.cancelled = true;
    if (transaction.state === 'proceeding') transaction.target.deliver(cancelOf(transaction.sent));
    transaction.timer.cancel();
    transaction.timer = this.#clock.schedule(transactionMs, () => this.#expire(transaction.branch));
  }

  #expire(branch: string): void {
    const transaction = this.#byBranch.get(branch);
    if (transaction === undefined) return;
    if (transaction.state === 'completed') {
      this.#byBranch.delete(branch);
      this.#byKey.delete(transaction.key);
      return;
    }
    if (transaction.incoming.method === 'INVITE' && !transaction.cancelled) {
      this.#cancel(transaction);
      return;
    }
    this.#refuse(transaction, transaction.cancelled ? 487 : 408);
  }

  #refuse(transaction: Transaction, status: number): void {
    this.#complete(transaction);
    transaction.origin.deliver(responseTo(transaction.incoming, status, { toTag: newBranch().slice(7) }));
  }

  #complete(transaction: Transaction): void {
    transaction.state = 'completed';
    transaction.timer.cancel();
    transaction.timer = this.#clock.schedule(transactionMs, () => this.#expire(transaction.branch));
  }

  #onward(request: SipRequest, uri: string, hops: number, branch: string): SipRequest {
    const startsDialog = request.method === 'INVITE' && tagOf(valueOf(request, 'To')) === undefined;
    const own: SipHeader[] = [{ name: 'Via', value: `SIP/2.0/WS ${this.#domain};branch=${branch}` }];
    if (startsDialog) own.push({ name: 'Record-Route', value: `<sip:${this.#domain};transport=ws;lr>` });
    // Every route leads through us, and there is nothing behind us.
    const rest = without(request.headers, 'Max-Forwards', 'Route', 'Proxy-Authorization');
    return { ...request, uri, headers: [...own, ...rest, { name: 'Max-Forwards', value: String(hops) }] };
  }
}

/** One transaction of a client: its connection, its branch, and the method (CANCEL and ACK belong to their INVITE). */
function keyOf(request: SipRequest, origin: Peer): string {
  const method = request.method === 'CANCEL' || request.method === 'ACK' ? 'INVITE' : request.method;
  return `${origin.id} ${branchOf(valueOf(request, 'Via')) ?? ''} ${method}`;
}

function popVia(response: SipResponse): SipResponse {
  const index = response.headers.findIndex((header) => header.name.toLowerCase() === 'via');
  return { ...response, headers: response.headers.filter((_, at) => at !== index) };
}

/** Section 9.1. */
function cancelOf(invite: SipRequest): SipRequest {
  return hopRequest(invite, 'CANCEL', valueOf(invite, 'To') ?? '');
}

/** Section 17.1.1.3: the To is that of the refusal. */
function ackOf(invite: SipRequest, response: SipResponse): SipRequest {
  return hopRequest(invite, 'ACK', valueOf(response, 'To') ?? '');
}

function hopRequest(invite: SipRequest, method: 'ACK' | 'CANCEL', to: string): SipRequest {
  const number = (valueOf(invite, 'CSeq') ?? '').split(' ')[0] ?? '';
  const headers = [
    { name: 'Via', value: valuesOf(invite, 'Via')[0] ?? '' },
    { name: 'Max-Forwards', value: '70' },
    { name: 'From', value: valueOf(invite, 'From') ?? '' },
    { name: 'To', value: to },
    { name: 'Call-ID', value: valueOf(invite, 'Call-ID') ?? '' },
    { name: 'CSeq', value: `${number} ${method}` },
  ];
  return { kind: 'request', method, uri: invite.uri, headers, body: '' };
}
