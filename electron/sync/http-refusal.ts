import type { Survivor } from '#shared/contract/problem.ts';
import { asBalieError, BalieError } from '#shared/domain/errors.ts';

/** Central answered, but not what was hoped for. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly status: number;
  /** The problem's stable code (RFC 9457), where there was one. */
  readonly code: string;
  /** What Retry-After asks for; 0 without. */
  readonly retryAfterMs: number;

  /** Of a merged file that was asked for: the one that it became. */
  readonly survivor: Survivor | undefined;

  constructor(status: number, code: string, { retryAfterMs = 0, survivor }: { readonly retryAfterMs?: number; readonly survivor?: Survivor | undefined } = {}) {
    super(`central answered ${status} ${code}`);
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
    this.survivor = survivor;
  }
}

/** @returns true when the request itself can never be accepted, so that trying it again is of no use. */
export function isRefusedForGood(thrown: unknown): thrown is HttpRefusal {
  return thrown instanceof HttpRefusal && (thrown.status === 400 || thrown.status === 413 || thrown.status === 422);
}

/** What went wrong in the terms of the rest of Balie. */
export function asSyncError(thrown: unknown): BalieError {
  if (!(thrown instanceof HttpRefusal)) return asBalieError(thrown);
  const details = { status: thrown.status, code: thrown.code };
  if (thrown.status === 401) return new BalieError('sync.unauthorised', thrown.message, { details, cause: thrown });
  const passes = thrown.status >= 500 || thrown.status === 408 || thrown.status === 429;
  return new BalieError(passes ? 'sync.unreachable' : 'sync.protocol', thrown.message, { details, cause: thrown });
}
