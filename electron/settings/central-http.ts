import type { z } from 'zod';
import { problemSchema } from '#shared/contract/problem.ts';
import { BalieError, type ErrorCode } from '#shared/domain/errors.ts';

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Central's answer to a request that it refused. */
export class CentralRefusal extends BalieError {
  readonly status: number;
  /** The problem's own code, e.g. `enrolment-used`. */
  readonly problem: string;

  constructor(status: number, problem: string, code: ErrorCode) {
    super(code, `central answered ${status} (${problem})`, { details: { status, problem } });
    this.status = status;
    this.problem = problem;
  }
}

const codeOfStatus: Readonly<Record<number, ErrorCode>> = { 401: 'session.credentials', 403: 'session.credentials', 429: 'session.rate-limited' };

/** What is asked of central. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string;
}

const deadlineMs = 10_000;

/**
 * One request to the central API, answered as parsed data.
 *
 * @throws {CentralRefusal} when central says no.
 * @throws {BalieError} `session.unreachable` when there is no answer within ten seconds, or none that is central's.
 */
export async function requestCentral<T extends z.ZodType>(fetch: Fetch, centralUrl: string, request: Request, answer: T): Promise<z.output<T>> {
  const response = await send(fetch, centralUrl, request);
  const text = await response.text();
  if (!response.ok) throw refusal(response.status, text);
  const parsed = answer.safeParse(text === '' ? undefined : parseJson(text));
  if (!parsed.success) throw new BalieError('session.unreachable', 'what answered is not a central API of this version', { cause: parsed.error });
  return parsed.data;
}

async function send(fetch: Fetch, centralUrl: string, { method, path, body, token }: Request): Promise<Response> {
  const headers = new Headers({ accept: 'application/json' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  try {
    const init: RequestInit = { method, headers, signal: AbortSignal.timeout(deadlineMs), redirect: 'error' };
    return await fetch(new URL(path, centralUrl).href, body === undefined ? init : { ...init, body: JSON.stringify(body) });
  } catch (cause) {
    throw new BalieError('session.unreachable', 'central cannot be reached', { cause });
  }
}

function refusal(status: number, text: string): BalieError {
  const problem = problemSchema.safeParse(parseJson(text));
  if (status >= 500) return new BalieError('session.unreachable', `central failed with ${status}`, { details: { status } });
  return new CentralRefusal(status, problem.success ? problem.data.code : 'unknown', codeOfStatus[status] ?? 'internal');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
