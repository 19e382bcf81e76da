import { z } from 'zod';
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
    throw asRefusal(error, words);
  }
}

/** @returns what the workspace is told of what asking central came to; what is no refusal of this area stays what it is. */
export function asRefusal(error: unknown, words: RefusalWords): unknown {
  return error instanceof CentralRefusal && error.status !== 401 ? new BalieError(codeOf(error, words), error.message, { cause: error }) : error;
}

/** What central answers a page of; one of before it had pages answers all there is. */
const pageSchema = z.object({ items: z.array(z.unknown()), next: z.string().nullable().default(null) });

/**
 * Reads a list of central's to its end.
 *
 * @param path of the list, without a query.
 * @throws like {@link askCentral}.
 */
export async function askEveryPage<T extends z.ZodType>(session: Pick<CentralSession, 'ask'>, path: string, item: T, words: RefusalWords): Promise<{ items: z.output<T>[] }> {
  const items: z.output<T>[] = [];
  for (let cursor: string | null = null; ; ) {
    const query = new URLSearchParams({ limit: '500', ...(cursor === null ? {} : { cursor }) });
    const page: z.output<typeof pageSchema> = await askCentral(session, { method: 'GET', path: `${path}?${query.toString()}` }, pageSchema, words);
    items.push(...z.array(item).parse(page.items));
    if (page.next === null || page.items.length === 0) return { items };
    cursor = page.next;
  }
}

function codeOf({ problem, status }: CentralRefusal, { notAllowed, byProblem = {}, otherwise }: RefusalWords): ErrorCode {
  const [area] = notAllowed.split('.');
  const own = byProblem[problem] ?? errorCodes.find((code) => code === problem && code.startsWith(`${area}.`));
  if (own !== undefined) return own;
  if (status === 429) return 'session.rate-limited';
  return status === 403 ? notAllowed : otherwise;
}
