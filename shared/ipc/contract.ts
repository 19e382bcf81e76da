import { z } from 'zod';

/** One request with its answer. */
export interface CallDefinition {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

/**
 * What one side serves to another: calls it answers and events it sends. The lists in this folder are
 * the only ones there are; nothing crosses a process boundary outside them.
 */
export interface Contract {
  readonly name: string;
  readonly calls: Readonly<Record<string, CallDefinition>>;
  readonly events: Readonly<Record<string, z.ZodType>>;
}

export type CallName<C extends Contract> = keyof C['calls'] & string;
export type EventName<C extends Contract> = keyof C['events'] & string;
/** What a caller gives. */
export type CallInput<C extends Contract, N extends CallName<C>> = z.input<C['calls'][N]['input']>;
/** What a handler receives: parsed, defaults filled in. */
export type ParsedInput<C extends Contract, N extends CallName<C>> = z.output<C['calls'][N]['input']>;
export type CallOutput<C extends Contract, N extends CallName<C>> = z.output<C['calls'][N]['output']>;
export type EventPayload<C extends Contract, N extends EventName<C>> = z.output<C['events'][N]>;

/** Keeps the literal type of a contract while checking its shape. */
export function defineContract<const C extends Contract>(contract: C): C {
  return contract;
}

/** For calls without input or without an answer. */
export const nothing = z.void();

const errorSchema = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** The envelope on every transport. Whatever does not parse is dropped and logged by the receiver. */
export const wireSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), id: z.string(), name: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal('ok'), id: z.string(), value: z.unknown() }),
  z.object({ kind: z.literal('error'), id: z.string(), error: errorSchema }),
  z.object({ kind: z.literal('event'), name: z.string(), payload: z.unknown() }),
  /** The other side was replaced: what was asked of it will not be answered any more. */
  z.object({ kind: z.literal('reset') }),
]);
export type WireMessage = z.infer<typeof wireSchema>;

/**
 * The least that a transport offers: ordered messages both ways. A MessagePort, a utility process or
 * one channel of the Electron ipc fit behind it.
 */
export interface Port {
  post(message: WireMessage): void;
  /** @returns a function that stops listening. */
  listen(handler: (message: unknown) => void): () => void;
}
