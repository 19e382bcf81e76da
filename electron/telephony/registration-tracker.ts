import type { ErrorCode } from '#shared/domain/errors.ts';
import { isoNow, type Clock } from '#shared/domain/clock.ts';
import type { Registration } from '#shared/domain/snapshot.ts';
import type { SocketState } from './server-socket.ts';

/** Answers to REGISTER that another try may mend (RFC 3261 section 21): the server is busy, not unwilling. */
const temporary = new Set([408, 423, 429, 480, 491]);

/** @returns whether a REGISTER that was answered so is hopeless without a change of the account. */
export function isRefusal(sipStatus: number): boolean {
  return sipStatus >= 300 && sipStatus < 500 && !temporary.has(sipStatus);
}

/** Says in one value where registering stands, out of what the socket and the registrar say. */
export class RegistrationTracker {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #value: Registration = { state: 'off' };

  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  get value(): Registration {
    return this.#value;
  }

  /** A refusal stays what there is to say, whatever becomes of the connection. */
  onSocket(socket: SocketState): void {
    if (this.#value.state === 'refused') return;
    if (socket.state === 'waiting') {
      const retryAt = new Date(this.#clock.now() + socket.retryInMs).toISOString();
      this.#set({ state: 'waiting', server: socket.server, since: this.#since('waiting'), retryAt, trouble: socket.trouble });
    } else if (this.#value.state !== 'connecting' || this.#value.server !== socket.server) {
      this.#set({ state: 'connecting', server: socket.server, since: isoNow(this.#clock) });
    }
  }

  onRegistered(server: string): void {
    this.#set({ state: 'registered', server, since: isoNow(this.#clock) });
  }

  onRefused(server: string, sipStatus: number): void {
    const error: ErrorCode = sipStatus === 401 || sipStatus === 403 || sipStatus === 407 ? 'sip.auth-refused' : 'sip.not-registered';
    this.#set({ state: 'refused', server, since: isoNow(this.#clock), sipStatus, error });
  }

  onOff(): void {
    if (this.#value.state !== 'off') this.#set({ state: 'off' });
  }

  /** An outage is one, however many attempts it takes. */
  #since(state: 'waiting'): string {
    return this.#value.state === state ? this.#value.since : isoNow(this.#clock);
  }

  #set(value: Registration): void {
    this.#value = value;
    this.#onChange();
  }
}
