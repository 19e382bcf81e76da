import type { z } from 'zod';
import { BalieError, errorCodes, type ErrorCode } from '#shared/domain/errors.ts';
import { CentralRefusal, type Request } from '../settings/central-http.ts';
import type { CentralSession } from '../settings/central-session.ts';

/** How central's refusals are told in one area. */
export interface RefusalWords {
  /** What this operator's role may not. */
  readonly notAllowed: ErrorCode;
  /** By the problem's code; one that is a code of Balie's in the same area is told as it is. */
  readonly byProblem?: Readonly<Record<string, ErrorCode>>;
  /** Whatever else central says no to. */
  readonly otherwise: ErrorCode;
}

/**
 * Asks central something for the workspace, while the operator waits.
 *
 * @throws {BalieError} central's own reason where it is one of this area: no right to something is not a session that ended.
 * `session.unreachable` without a network.
 */
export async function askCentral<T extends z.ZodType>(session: Pick<CentralSession, 'ask'>, request: Omit<Request, 'token'>, answer: T, words: RefusalWords): Promise<z.output<T>> {
  try {
    return await session.ask(request, answer);
  } catch (error) {
    if (error instanceof CentralRefusal && error.status !== 401) throw new BalieError(codeOf(error, words), error.message, { cause: error });
    throw error;
  }
}

function codeOf({ problem, status }: CentralRefusal, { notAllowed, byProblem = {}, otherwise }: RefusalWords): ErrorCode {
  const [area] = notAllowed.split('.');
  const own = byProblem[problem] ?? errorCodes.find((code) => code === problem && code.startsWith(`${area}.`));
  if (own !== undefined) return own;
  if (status === 429) return 'session.rate-limited';
  return status === 403 ? notAllowed : otherwise;
}
