import type { z } from 'zod';
import { personalDataSchema, type PersonalData as PersonalDataAnswer } from '#shared/contract/personal-data.ts';
import { problemSchema, type Problem } from '#shared/contract/problem.ts';
import { docxType } from '#shared/contract/letters.ts';
import { lastSeenSchema } from '#shared/contract/session.ts';
import { mutationResultsSchema, type Mutation, type MutationResult } from '#shared/contract/sync.ts';
import type { Clock } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { largestLetter } from '#shared/domain/letter-template.ts';
import { HttpRefusal } from './http-refusal.ts';
import { Patience } from './patience.ts';

/** A request, or a pause within a stream, that takes longer is given up. */
const patienceMs = 30_000;

interface ClientOptions {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Read at each request: the token is replaced while others are under way. */
  readonly session: () => { readonly centralUrl: string; readonly accessToken: string };
}

interface Request {
  readonly path: string;
  readonly accept: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly silenceMs?: number;
}

/** The sync half of the central API. Throws {@link HttpRefusal}, or {@link BalieError} `sync.unreachable` / `sync.protocol`. */
export class CentralClient {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** One page of changes as it came, unread: the worker thread reads it. */
  async changes(cursor: string, limit: number, signal: AbortSignal): Promise<string> {
    const query = new URLSearchParams({ cursor, limit: String(limit) });
    return await this.#text({ path: `v1/changes?${query}`, accept: 'application/json' }, signal);
  }

  async mutate(mutations: readonly Mutation[], signal: AbortSignal): Promise<MutationResult[]> {
    const body = JSON.stringify({ mutations });
    return looseParse(mutationResultsSchema, await this.#json({ path: 'v1/mutations', accept: 'application/json', body }, signal)).results;
  }

  async exportCustomer(id: string, reason: string, signal: AbortSignal): Promise<PersonalDataAnswer> {
    return looseParse(personalDataSchema, await this.#json({ path: `v1/customers/${encodeURIComponent(id)}/export`, accept: 'application/json', body: JSON.stringify({ reason }) }, signal));
  }

  async eraseCustomer(id: string, reason: string, signal: AbortSignal): Promise<void> {
    for await (const _ of this.#stream({ path: `v1/customers/${encodeURIComponent(id)}/erasure`, accept: 'application/json', body: JSON.stringify({ reason }) }, signal));
  }

  /** The snapshot as it comes in. @param after the mark after which it goes on; null: from the beginning. */
  snapshot(after: string | null, signal: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const query = after === null ? '' : `?${new URLSearchParams({ after })}`;
    return this.#stream({ path: `v1/snapshot${query}`, accept: 'application/x-ndjson' }, signal);
  }

  /** The document of a letter. @throws {BalieError} `letter.template-invalid` where it is longer than one can be. */
  async letterFile(sha256: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    for await (const piece of this.#stream({ path: `v1/letter-files/${sha256}`, accept: docxType }, signal)) {
      length += piece.byteLength;
      if (length > largestLetter) throw new BalieError('letter.template-invalid', 'the document is longer than a letter can be', { details: { fault: 'too-large', where: sha256 } });
      pieces.push(piece);
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const piece of pieces) {
      bytes.set(piece, at);
      at += piece.byteLength;
    }
    return bytes;
  }

  /** When the operator was last signed in, on this device or another, apart from now. */
  async lastSeen(signal: AbortSignal): Promise<string | null> {
    return looseParse(lastSeenSchema, await this.#json({ path: 'v1/agents/me/last-seen', accept: 'application/json' }, signal)).at;
  }

  /** Live events as they come in, in pieces of text; ends in silence of `silenceMs`. */
  events(lastEventId: string | null, silenceMs: number, signal: AbortSignal): AsyncGenerator<string> {
    const headers: Record<string, string> = lastEventId === null ? {} : { 'last-event-id': lastEventId };
    return this.#texts({ path: 'v1/events', accept: 'text/event-stream', headers, silenceMs }, signal);
  }

  async #json(request: Request, signal: AbortSignal): Promise<unknown> {
    try {
      return JSON.parse(await this.#text(request, signal));
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
      throw new BalieError('sync.protocol', 'central answered something that is not JSON', { cause });
    }
  }

  async #text(request: Request, signal: AbortSignal): Promise<string> {
    let text = '';
    for await (const piece of this.#texts(request, signal)) text += piece;
    return text;
  }

  async *#texts(request: Request, signal: AbortSignal): AsyncGenerator<string> {
    const decoder = new TextDecoder();
    for await (const bytes of this.#stream(request, signal)) yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  }

  async *#stream(request: Request, signal: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const patience = new Patience(this.#options.clock, request.silenceMs ?? patienceMs, signal);
    try {
      const response = await this.#send(request, patience.signal);
      if (response.body === null) return;
      for await (const bytes of response.body) {
        patience.heard();
        yield bytes;
        // The reader's own time is not central's silence.
        patience.heard();
      }
    } catch (thrown) {
      if (patience.signal.aborted) throw patience.signal.reason;
      throw isNetworkFault(thrown) ? new BalieError('sync.unreachable', 'central cannot be reached', { cause: thrown }) : thrown;
    } finally {
      patience.done();
    }
  }

  async #send({ path, accept, body, headers }: Request, signal: AbortSignal): Promise<Response> {
    const { centralUrl, accessToken } = this.#options.session();
    const base = centralUrl.endsWith('/') ? centralUrl : `${centralUrl}/`;
    const response = await this.#options.fetch(new URL(path, base), {
      method: body === undefined ? 'GET' : 'POST',
      headers: { accept, authorization: `Bearer ${accessToken}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      // A redirect would carry the token, or lose it: central has one address.
      redirect: 'error',
      signal,
      ...(body === undefined ? {} : { body }),
    });
    if (!response.ok) throw await refusal(response);
    return response;
  }
}

/** What fetch says of whatever the network did: Node's "TypeError: fetch failed" or "terminated", Chromium's "net::ERR_...". */
function isNetworkFault(thrown: unknown): boolean {
  return thrown instanceof TypeError || (thrown instanceof Error && thrown.message.startsWith('net::'));
}

const longestProblem = 64 * 1024;

async function refusal(response: Response): Promise<HttpRefusal> {
  const text = (await response.text().catch(() => '')).slice(0, longestProblem);
  const problem = problemIn(text);
  return new HttpRefusal(response.status, problem?.code ?? 'unknown', { retryAfterMs: retryAfterMs(response.headers.get('retry-after')), survivor: problem?.survivor });
}

function problemIn(text: string): Problem | undefined {
  try {
    return problemSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Seconds (RFC 9110 section 10.2.3); the date form is not used by central. */
function retryAfterMs(header: string | null): number {
  return header !== null && /^\d{1,5}$/.test(header) ? Number(header) * 1000 : 0;
}

function looseParse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new BalieError('sync.protocol', 'central answered something that does not fit the contract');
  return parsed.data;
}
