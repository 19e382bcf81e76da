import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '#shared/domain/clock.ts';
import { parseParams } from './sip-address.ts';

/** A nonce is good for this long; then a client is challenged again with `stale`. */
const nonceMs = 300_000;

type Verdict = { readonly ok: true; readonly user: string } | { readonly ok: false; readonly reason: 'none' | 'stale' | 'wrong' };

/**
 * Digest authentication (RFC 2617 as SIP has it, RFC 3261 section 22) with MD5 and qop=auth: the one
 * algorithm that JsSIP knows. Good enough on a loopback interface, and for nothing else.
 */
export class Digest {
  readonly #realm: string;
  readonly #clock: Clock;
  readonly #passwordOf: (user: string) => string | undefined;
  /** Nonce to when it was given and the counts it was used with. */
  readonly #nonces = new Map<string, { readonly at: number; readonly used: Set<string> }>();

  constructor(realm: string, clock: Clock, passwordOf: (user: string) => string | undefined) {
    this.#realm = realm;
    this.#clock = clock;
    this.#passwordOf = passwordOf;
  }

  /** @returns the value of a WWW-Authenticate or Proxy-Authenticate header. */
  challenge(stale: boolean): string {
    this.#forget();
    const nonce = randomBytes(16).toString('hex');
    this.#nonces.set(nonce, { at: this.#clock.monotonic(), used: new Set() });
    return `Digest realm="${this.#realm}", nonce="${nonce}", algorithm=MD5, qop="auth"${stale ? ', stale=true' : ''}`;
  }

  /** @param header the value of Authorization or Proxy-Authorization. */
  verify(method: string, header: string | undefined): Verdict {
    if (header === undefined || !/^digest\s/i.test(header)) return { ok: false, reason: 'none' };
    // The grammar separates by commas what parseParams separates by semicolons.
    const params = parseParams(`;${header.slice(7).replace(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ';')}`);
    const get = (name: string): string => params.get(name) ?? '';
    const password = this.#passwordOf(get('username'));
    if (password === undefined || get('realm') !== this.#realm || get('qop') !== 'auth') return { ok: false, reason: 'wrong' };
    const ha1 = md5(`${get('username')}:${this.#realm}:${password}`);
    const expected = md5(`${ha1}:${get('nonce')}:${get('nc')}:${get('cnonce')}:auth:${md5(`${method}:${get('uri')}`)}`);
    if (!equal(expected, get('response').toLowerCase())) return { ok: false, reason: 'wrong' };
    const nonce = this.#nonces.get(get('nonce'));
    const expired = nonce === undefined || this.#clock.monotonic() - nonce.at > nonceMs;
    // A count used twice is a replay (RFC 2617 section 3.2.2).
    if (expired || nonce.used.has(get('nc'))) return { ok: false, reason: 'stale' };
    nonce.used.add(get('nc'));
    return { ok: true, user: get('username') };
  }

  #forget(): void {
    const before = this.#clock.monotonic() - nonceMs;
    for (const [nonce, { at }] of this.#nonces) if (at < before) this.#nonces.delete(nonce);
  }
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
