import type { z } from 'zod';
import { problemSchema, type FaultPlace } from '#shared/contract/problem.ts';
import { BalieError, type ErrorCode } from '#shared/domain/errors.ts';

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Central's answer to a request that it refused. */
export class CentralRefusal extends BalieError {
  readonly status: number;
  /** The problem's own code, e.g. `enrolment-used`. */
  readonly problem: string;
  /** What was wrong, and where: of input that was refused. */
  readonly faults: readonly FaultPlace[];

  constructor(status: number, problem: string, code: ErrorCode, faults: readonly FaultPlace[] = []) {
    super(code, `central answered ${status} (${problem})`, { details: { status, problem } });
    this.status = status;
    this.problem = problem;
    this.faults = faults;
  }
}

const codeOfStatus: Readonly<Record<number, ErrorCode>> = { 401: 'session.credentials', 403: 'session.credentials', 429: 'session.rate-limited' };

/** What is asked of central. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Sent instead of a body. */
  readonly file?: { readonly type: string; readonly bytes: Uint8Array };
  readonly token?: string;
}

const deadlineMs = 10_000;
/** A document over a slow line. */
const fileDeadlineMs = 60_000;

/**
 * One request to the central API, answered as parsed data.
 *
 * @throws {CentralRefusal} when central says no.
 * @throws {BalieError} `session.unreachable` when there is no answer within ten seconds, or none that is central's.
 */
export async function requestCentral<T extends z.ZodType>(fetch: Fetch, centralUrl: string, request: Request, answer: T): Promise<z.output<T>> {
  const response = await send(fetch, centralUrl, request, request.file === undefined ? deadlineMs : fileDeadlineMs);
  const text = await response.text();
  if (!response.ok) throw refusal(response.status, text);
  const parsed = answer.safeParse(text === '' ? undefined : parseJson(text));
  if (!parsed.success) throw new BalieError('session.unreachable', 'what answered is not a central API of this version', { cause: parsed.error });
  return parsed.data;
}

/**
 * One request that is answered with a file.
 *
 * @param most bytes of it: more are not read.
 * @throws like {@link requestCentral}.
 */
export async function requestFile(fetch: Fetch, centralUrl: string, request: Request, most: number): Promise<Uint8Array> {
  const response = await send(fetch, centralUrl, request, fileDeadlineMs);
  if (!response.ok) throw refusal(response.status, await response.text());
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of response.body ?? []) {
      length += part.byteLength;
      if (length > most) throw new BalieError('session.unreachable', `what answered is larger than ${most} bytes`);
      parts.push(part);
    }
  } catch (cause) {
    throw cause instanceof BalieError ? cause : new BalieError('session.unreachable', 'central went away', { cause });
  }
  return Buffer.concat(parts);
}

async function send(fetch: Fetch, centralUrl: string, { method, path, body, file, token }: Request, waitMs: number): Promise<Response> {
  const headers = new Headers({ accept: 'application/json, */*;q=0.1' });
  const sent = file?.bytes.slice() ?? (body === undefined ? undefined : JSON.stringify(body));
  if (sent !== undefined) headers.set('content-type', file?.type ?? 'application/json');
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  try {
    const init: RequestInit = { method, headers, signal: AbortSignal.timeout(waitMs), redirect: 'error' };
    return await fetch(new URL(path, centralUrl).href, sent === undefined ? init : { ...init, body: sent });
  } catch (cause) {
    throw new BalieError('session.unreachable', 'central cannot be reached', { cause });
  }
}

function refusal(status: number, text: string): BalieError {
  const problem = problemSchema.safeParse(parseJson(text));
  if (status >= 500) return new BalieError('session.unreachable', `central failed with ${status}`, { details: { status } });
  return new CentralRefusal(status, problem.success ? problem.data.code : 'unknown', codeOfStatus[status] ?? 'internal', problem.data?.errors);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
