import { asBalieError, BalieError } from '../domain/errors.ts';
import type { Logger } from '../domain/logger.ts';
import { wireSchema, type CallName, type CallOutput, type Contract, type EventName, type EventPayload, type ParsedInput, type Port } from './contract.ts';

export type Handlers<C extends Contract> = {
  readonly [N in CallName<C>]: (input: ParsedInput<C, N>) => CallOutput<C, N> | Promise<CallOutput<C, N>>;
};

/** Serves one contract to any number of ports. */
export interface Server<C extends Contract> {
  /** @returns a function that stops serving this port. */
  attach(port: Port): () => void;
  /** Sends an event to every port. */
  emit<N extends EventName<C>>(name: N, payload: EventPayload<C, N>): void;
}

type AnyHandler = (input: unknown) => unknown;

/**
 * Answers the calls of a contract. Input is parsed before a handler sees it; a refusal reaches the
 * caller as the {@link BalieError} it is, anything else as `internal` with its cause in the log only.
 *
 * @param admit throws what a call is refused with now; by default nothing is. The input has not been parsed then.
 */
export function serve<C extends Contract>(contract: C, handlers: Handlers<C>, logger: Logger, admit: (name: CallName<C>, input: unknown) => void = () => undefined): Server<C> {
  const ports = new Set<Port>();

  async function answer(name: string, input: unknown): Promise<unknown> {
    const definition = Object.hasOwn(contract.calls, name) ? contract.calls[name] : undefined;
    if (definition === undefined) throw new BalieError('ipc.unknown-name', `${contract.name} has no call "${name}"`);
    admit(name, input);
    const parsed = definition.input.safeParse(input);
    if (!parsed.success) throw invalidPayload(contract, name, parsed.error.issues);
    return (handlers as Record<string, AnyHandler>)[name]?.(parsed.data);
  }

  function receive(port: Port, raw: unknown): void {
    const message = wireSchema.safeParse(raw);
    if (!message.success || message.data.kind !== 'call') {
      logger.warn({ contract: contract.name }, 'dropped a message that is not a call');
      return;
    }
    const { id, name, input } = message.data;
    answer(name, input).then(
      (value) => port.post({ kind: 'ok', id, value }),
      (thrown: unknown) => {
        const error = asBalieError(thrown);
        const level = error.code === 'internal' ? 'error' : 'info';
        logger[level]({ contract: contract.name, call: name, code: error.code, err: error.code === 'internal' ? thrown : undefined }, 'call refused');
        port.post({ kind: 'error', id, error: { ...error.toJSON(), message: error.code === 'internal' ? 'internal error' : error.message } });
      },
    );
  }

  return {
    attach(port) {
      ports.add(port);
      const stop = port.listen((raw) => receive(port, raw));
      return () => {
        ports.delete(port);
        stop();
      };
    },
    emit(name, payload) {
      for (const port of ports) port.post({ kind: 'event', name, payload });
    },
  };
}

/** Names the fields that were wrong, never their values: they may be personal. */
function invalidPayload(contract: Contract, name: string, issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string | undefined }[]): BalieError {
  const fields = issues.map((issue) => `${issue.path.map(String).join('.') || '(root)'}: ${issue.code ?? 'invalid'}`).join(', ');
  return new BalieError('ipc.invalid-payload', `${contract.name}/${name} was given a payload that does not fit (${fields})`, { details: { call: name, fields } });
}
