import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Peer } from './peer.ts';
import { parseAddress, parseUri, type SipAddress } from './sip-address.ts';
import { responseTo } from './sip-build.ts';
import { tagsOf, valueOf, valuesOf, type SipHeader, type SipRequest, type SipResponse } from './sip-message.ts';

/** Where a user is reached: a contact, and the connection that it came over (RFC 5626 calls it a flow). */
export interface Binding {
  readonly user: string;
  readonly contact: string;
  /** `urn:uuid:...`, which stays the same when the client connects anew; null where it has none. */
  readonly instance: string | null;
  readonly peer: Peer;
  readonly expiresAt: number;
}

const defaultSeconds = 600;
const minSeconds = 30;
const maxSeconds = 3_600;
const maxContacts = 5;

interface Held {
  readonly binding: Binding;
  readonly expiry: Scheduled;
  readonly params: string;
}

/** The location service of RFC 3261 section 10, with public GRUUs (RFC 5627). */
export class Registrar {
  readonly #domain: string;
  readonly #clock: Clock;
  readonly #onChange: (user: string) => void;
  #held: Held[] = [];

  /** @param onChange hears which user's bindings changed, by REGISTER, expiry or a lost connection. */
  constructor(domain: string, clock: Clock, onChange: (user: string) => void) {
    this.#domain = domain;
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** @returns the user's bindings, newest first. */
  bindingsOf(user: string): readonly Binding[] {
    return this.#held.filter(({ binding }) => binding.user === user).map(({ binding }) => binding);
  }

  /** Finds a binding by what stands in a Request-URI: a GRUU, or the contact itself. */
  byUri(uri: string): Binding | undefined {
    const { user, host, params } = parseUri(uri);
    const gruu = params.get('gr');
    return this.#held.find(({ binding }) => {
      if (gruu !== undefined) return binding.user === user && binding.instance === gruu;
      const contact = parseUri(binding.contact);
      return contact.user === user && contact.host === host;
    })?.binding;
  }

  /** Answers a REGISTER whose sender is known to be `user`. */
  register(request: SipRequest, user: string, peer: Peer): SipResponse {
    const contacts = valuesOf(request, 'Contact');
    if (contacts.includes('*')) {
      if (valueOf(request, 'Expires') !== '0' || contacts.length > 1) return responseTo(request, 400);
      this.#drop((held) => held.binding.user === user);
      return this.#accepted(request, user);
    }
    const asked = contacts.slice(0, maxContacts).map((contact) => parseAddress(contact));
    const entries = asked.map((address) => ({ address, seconds: secondsOf(request, address) }));
    for (const { address } of entries) parseUri(address.uri);
    if (entries.some(({ seconds }) => Number.isNaN(seconds))) return responseTo(request, 400);
    if (entries.some(({ seconds }) => seconds > 0 && seconds < minSeconds)) {
      return responseTo(request, 423, { headers: [{ name: 'Min-Expires', value: String(minSeconds) }] });
    }
    for (const { address, seconds } of entries) this.#bind(user, peer, address, Math.min(seconds, maxSeconds));
    return this.#accepted(request, user);
  }

  /** Forgets what was reached over a connection that is gone. */
  gone(peer: Peer): void {
    this.#drop((held) => held.binding.peer === peer);
  }

  #bind(user: string, peer: Peer, address: SipAddress, seconds: number): void {
    const instance = instanceOf(address);
    const same = ({ binding }: Held): boolean => binding.user === user && (instance === null ? binding.contact === address.uri : binding.instance === instance);
    if (seconds === 0) {
      this.#drop(same);
      return;
    }
    const others = this.#held.filter((held) => held.binding.user === user && !same(held)).slice(maxContacts - 1);
    for (const { expiry } of this.#held.filter((held) => same(held) || others.includes(held))) expiry.cancel();
    const binding: Binding = { user, contact: address.uri, instance, peer, expiresAt: this.#clock.monotonic() + seconds * 1_000 };
    const expiry = this.#clock.schedule(seconds * 1_000, () => this.#drop((held) => held.binding === binding));
    const params = ['+sip.instance', 'reg-id'].flatMap((name) => (address.params.has(name) ? [name === 'reg-id' ? `;reg-id=${address.params.get(name)}` : `;${name}="${address.params.get(name)}"`] : [])).join('');
    this.#held = [{ binding, expiry, params }, ...this.#held.filter((held) => !same(held) && !others.includes(held))];
    this.#onChange(user);
  }

  #drop(which: (held: Held) => boolean): void {
    const gone = this.#held.filter(which);
    if (gone.length === 0) return;
    for (const { expiry } of gone) expiry.cancel();
    this.#held = this.#held.filter((held) => !gone.includes(held));
    for (const user of new Set(gone.map(({ binding }) => binding.user))) this.#onChange(user);
  }

  #accepted(request: SipRequest, user: string): SipResponse {
    const wantsGruu = tagsOf(request, 'Supported').includes('gruu');
    const headers = this.#held
      .filter(({ binding }) => binding.user === user)
      .map(({ binding, params }): SipHeader => {
        const seconds = Math.max(0, Math.round((binding.expiresAt - this.#clock.monotonic()) / 1_000));
        const gruu = wantsGruu && binding.instance !== null ? `;pub-gruu="sip:${encodeURIComponent(user)}@${this.#domain};gr=${binding.instance}"` : '';
        return { name: 'Contact', value: `<${binding.contact}>;expires=${seconds}${params}${gruu}` };
      });
    return responseTo(request, 200, { headers: [...headers, { name: 'Date', value: new Date(this.#clock.now()).toUTCString() }] });
  }
}

/** Only a URN is taken: it goes back inside an address. */
function instanceOf(address: SipAddress): string | null {
  return /^<(urn:[A-Za-z0-9:-]{1,128})>$/.exec(address.params.get('+sip.instance') ?? '')?.[1] ?? null;
}

function secondsOf(request: SipRequest, address: SipAddress): number {
  const text = address.params.get('expires') ?? valueOf(request, 'Expires') ?? String(defaultSeconds);
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
