import { overviewAnswerSchema, type OverviewAnswer } from '#shared/contract/quality.ts';
import type { QueueFiguresWish } from '#shared/domain/quality/wish.ts';
import type { CentralSession } from '../settings/central-session.ts';
import { askCentral } from './ask-central.ts';

/** @throws {BalieError} `figures.not-allowed`, `figures.too-many`, `session.unreachable`. */
export async function queueOverview(session: Pick<CentralSession, 'ask'>, { team, ...wish }: QueueFiguresWish): Promise<OverviewAnswer> {
  const query = new URLSearchParams({ ...wish, ...(team === null ? {} : { team }) });
  return await askCentral(session, { method: 'GET', path: `/v1/quality-overview?${query}` }, overviewAnswerSchema, {
    notAllowed: 'figures.not-allowed',
    byProblem: { 'quality.too-many': 'figures.too-many' },
    otherwise: 'internal',
  });
}
