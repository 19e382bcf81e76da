import { nextCall, type CallEvent } from '#shared/domain/call-machine.ts';
import { isLive, type Call } from '#shared/domain/call.ts';
import { BalieError } from '#shared/domain/errors.ts';

/**
 * All calls, and their only writer. Every change goes through the transition table and publishes one
 * new array: live calls in order of arrival, then those that ended.
 */
export class CallTable {
  readonly #onChange: (calls: readonly Call[]) => void;
  #calls: readonly Call[] = [];

  constructor(onChange: (calls: readonly Call[]) => void) {
    this.#onChange = onChange;
  }

  get calls(): readonly Call[] {
    return this.#calls;
  }

  get live(): readonly Call[] {
    return this.#calls.filter(isLive);
  }

  /** @throws {BalieError} `call.not-found`. */
  get(id: string): Call {
    const call = this.#calls.find((one) => one.id === id);
    if (call === undefined) throw new BalieError('call.not-found', 'there is no such call');
    return call;
  }

  add(call: Call): void {
    this.#publish([...this.#calls, call]);
  }

  /** @throws {BalieError} `call.not-found`, or `call.illegal` when the call cannot have this event now. */
  apply(id: string, event: CallEvent): Call {
    const before = this.get(id);
    const after = nextCall(before, event);
    if (after !== before) this.#publish(this.#calls.map((call) => (call === before ? after : call)));
    return after;
  }

  /** Drops a call that has ended. @throws {BalieError} `call.illegal` while it is live. */
  forget(id: string): void {
    const call = this.#calls.find((one) => one.id === id);
    if (call === undefined) return;
    if (isLive(call)) throw new BalieError('call.illegal', 'a live call is not forgotten');
    this.#publish(this.#calls.filter((one) => one !== call));
  }

  #publish(calls: readonly Call[]): void {
    this.#calls = Object.freeze([...calls.filter(isLive), ...calls.filter((call) => !isLive(call))]);
    this.#onChange(this.#calls);
  }
}
