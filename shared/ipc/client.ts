import { BalieError, errorCodes, type ErrorCode, type SerialisedError } from '../domain/errors.ts';
import { systemClock, type Clock, type Scheduled } from '../domain/clock.ts';
import { wireSchema, type CallInput, type CallName, type CallOutput, type Contract, type EventName, type EventPayload, type Port } from './contract.ts';

export interface CallOptions {
  /** Milliseconds before the call is refused with `ipc.timeout`; 30 s unless told. 0 waits for ever. */
  readonly timeoutMs?: number;
}

/** The calling side of a contract. */
export interface Client<C extends Contract> {
  /** @throws {BalieError} the other side's refusal, `ipc.timeout`, or `ipc.closed` when it went away. */
  call<N extends CallName<C>>(name: N, input: CallInput<C, N>, options?: CallOptions): Promise<CallOutput<C, N>>;
  /** @returns a function that stops listening. */
  on<N extends EventName<C>>(name: N, listener: (payload: EventPayload<C, N>) => void): () => void;
  /** Called whenever the other side was replaced: what was subscribed or asked must be asked again. */
  onReset(listener: () => void): () => void;
  /** Refuses what is pending with `ipc.closed` and stops listening. */
  close(): void;
}

interface Pending {
  readonly name: string;
  readonly resolve: (value: never) => void;
  readonly reject: (error: BalieError) => void;
  readonly timer: Scheduled | null;
}

interface ClientOptions {
  readonly clock?: Clock;
  /** Told about messages and events that do not fit the contract; they are dropped. */
  readonly onProtocolError?: (what: string) => void;
}

/** Connects to the serving side of a contract over a port. Answers and events are parsed on arrival. */
export function connect<C extends Contract>(contract: C, port: Port, options: ClientOptions = {}): Client<C> {
  const clock = options.clock ?? systemClock;
  const complain = options.onProtocolError ?? (() => undefined);
  // A reloaded page counts from one again: the prefix keeps answers to its former self apart.
  const prefix = Math.random().toString(36).slice(2);
  let counter = 0;
  const pending = new Map<string, Pending>();
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const resetListeners = new Set<() => void>();

  function refuseAll(why: string): void {
    const waiting = [...pending.values()];
    pending.clear();
    for (const { reject, timer, name } of waiting) {
      timer?.cancel();
      reject(new BalieError('ipc.closed', `${contract.name}/${name}: ${why}`));
    }
  }

  function settle(id: string): Pending | undefined {
    const entry = pending.get(id);
    pending.delete(id);
    entry?.timer?.cancel();
    return entry;
  }

  function succeed(id: string, value: unknown): void {
    const entry = settle(id);
    if (entry === undefined) return;
    const output = contract.calls[entry.name]?.output.safeParse(value);
    if (output?.success === true) entry.resolve(output.data as never);
    else entry.reject(new BalieError('ipc.invalid-payload', `${contract.name}/${entry.name} was answered with a payload that does not fit: ${output?.error.message ?? ''}`));
  }

  function dispatch(name: string, payload: unknown): void {
    const schema = Object.hasOwn(contract.events, name) ? contract.events[name] : undefined;
    const parsed = schema?.safeParse(payload);
    if (parsed?.success !== true) {
      complain(`event ${contract.name}/${name} does not fit: ${parsed?.error.message ?? 'unknown name'}`);
      return;
    }
    for (const listener of listeners.get(name) ?? []) listener(parsed.data as never);
  }

  const stop = port.listen((raw) => {
    const message = wireSchema.safeParse(raw);
    if (!message.success) {
      complain(`${contract.name}: a message that is none of ours`);
      return;
    }
    switch (message.data.kind) {
      case 'ok':
        succeed(message.data.id, message.data.value);
        break;
      case 'error':
        settle(message.data.id)?.reject(revive(message.data.error));
        break;
      case 'event':
        dispatch(message.data.name, message.data.payload);
        break;
      case 'reset':
        refuseAll('the other side was replaced');
        for (const listener of resetListeners) listener();
        break;
      case 'call':
        complain(`${contract.name}: a call came to the calling side`);
    }
  });

  return {
    call(name, input, callOptions = {}) {
      const timeoutMs = callOptions.timeoutMs ?? 30_000;
      const id = `${prefix}-${++counter}`;
      return new Promise((resolve, reject) => {
        const expire = () => settle(id)?.reject(new BalieError('ipc.timeout', `${contract.name}/${name} was not answered within ${timeoutMs} ms`));
        pending.set(id, { name, resolve, reject, timer: timeoutMs > 0 ? clock.schedule(timeoutMs, expire) : null });
        port.post({ kind: 'call', id, name, input });
      });
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set);
      set.add(listener);
      return () => void set.delete(listener);
    },
    onReset(listener) {
      resetListeners.add(listener);
      return () => void resetListeners.delete(listener);
    },
    close() {
      stop();
      refuseAll('closed');
    },
  };
}

function revive(error: Omit<SerialisedError, 'code'> & { readonly code: string }): BalieError {
  const known = (errorCodes as readonly string[]).includes(error.code);
  return new BalieError(known ? (error.code as ErrorCode) : 'internal', error.message, { details: error.details });
}
