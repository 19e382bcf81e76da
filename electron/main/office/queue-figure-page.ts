import type { Cell, QueueFiguresExport } from '#shared/domain/office.ts';
import { figureRows } from '#shared/domain/quality/figure-rows.ts';
import { dayOf } from '#shared/domain/quality/periods.ts';
import type { CentralSession } from '../../settings/central-session.ts';
import { queueOverview } from '../queue-overview.ts';

/**
 * The figures of every queue that somebody leads, as lines of a file: asked of central anew, which decides who may.
 *
 * @throws {BalieError} as {@link queueOverview}.
 */
export async function queueFigurePage(session: Pick<CentralSession, 'ask'>, { list: _, ...wish }: QueueFiguresExport): Promise<{ rows: Cell[][]; next: null }> {
  const { queues } = await queueOverview(session, wish);
  const days = { first: dayOf(wish.from, wish.timeZone), last: dayOf(new Date(Date.parse(wish.until) - 1).toISOString(), wish.timeZone) };
  return { rows: queues.flatMap(({ name, ...table }) => figureRows({ ...table, bucket: wish.bucket, days }).map((cells) => [name, wish.team, ...cells])), next: null };
}
