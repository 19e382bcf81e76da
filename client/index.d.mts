import type { Client } from 'openapi-fetch';
import type { components, paths } from './schema.d.ts';

export type { components, paths } from './schema.d.ts';

/** The rows and messages of the contract, by name: `Schemas['Customer']`. */
export type Schemas = components['schemas'];

/** Every path of the API with its parameters, bodies and answers: `client.GET('/v1/orders', …)`. */
export type CentralClient = Client<paths>;

export interface CentralClientOptions {
  /** Of central, without `/v1`. */
  readonly url: string;
  /** The access token, or what gives the one that is good now; absent for what needs none. */
  readonly token?: string | (() => string | Promise<string>);
  /** Instead of the global one. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

export function createCentralClient(options: CentralClientOptions): CentralClient;

/** A refusal of central: problem details (RFC 9457). Act on `code`, never on the text. */
export class CentralProblem extends Error {
  constructor(problem: Schemas['Problem']);
  readonly code: Schemas['Problem']['code'];
  readonly status: number;
  readonly problem: Schemas['Problem'];
}

interface PageAnswer<T> {
  readonly data?: { readonly items: readonly T[]; readonly next: string | null };
  readonly error?: Schemas['Problem'];
}

/**
 * All items of a list, page after page.
 *
 * @param ask asks for the page at a cursor: `(cursor) => client.GET('/v1/customers', { params: { query: { cursor } } })`.
 * @throws CentralProblem where central refuses a page.
 */
export function everyItem<T>(ask: (cursor: string | undefined) => Promise<PageAnswer<T>>): AsyncGenerator<T, void, undefined>;
