import { figuresAnswerSchema, figuresQuerySchema, overviewAnswerSchema, overviewQuerySchema, qualityListQuerySchema } from '#shared/contract/quality.ts';
import { pageOf } from '#shared/contract/pages.ts';
import { isoNow } from '#shared/domain/clock.ts';
import { conversationQualitySchema } from '#shared/domain/quality/entities.ts';
import type { Context } from '../../context.ts';
import { readOverview } from '../../quality/read-overview.ts';
import { listQuality, readFigures } from '../../quality/read-quality.ts';
import { principalOf, requireRole } from '../authenticate.ts';
import { problems } from '../document.ts';
import { page, pageRequest } from '../pages.ts';
import type { CentralApp } from '../types.ts';

const tags = ['Quality'];

/** Figures of conversations: an operator's own, and a queue's for who leads its team. */
export function qualityRoutes(app: CentralApp, { database, clock }: Context): void {
  app.get(
    '/v1/conversation-quality',
    {
      compress: {},
      schema: { operationId: 'listConversationQuality', summary: 'Figures of conversations, the newest first: own ones, and for team leads those of their queues', tags, querystring: qualityListQuerySchema, response: { 200: pageOf(conversationQualitySchema), ...problems(400, 401) } },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.query;
      return page(await listQuality(database.db, principalOf(request), filter, pageRequest({ limit, cursor })), limit);
    },
  );
  app.get(
    '/v1/quality-figures',
    {
      schema: { operationId: 'getQualityFigures', summary: 'Conversations together against what their queue agreed upon, by day or week', tags, querystring: figuresQuerySchema, response: { 200: figuresAnswerSchema, ...problems(400, 401) } },
    },
    async (request) => await readFigures(database.db, principalOf(request), request.query, isoNow(clock)),
  );
  app.get(
    '/v1/quality-overview',
    {
      compress: {},
      schema: { operationId: 'getQualityOverview', summary: 'Every queue against what it agreed upon, by day or week, of all operators or of one team (team leads and administrators)', tags, querystring: overviewQuerySchema, response: { 200: overviewAnswerSchema, ...problems(400, 401, 403) } },
    },
    async (request) => await readOverview(database.db, requireRole(request, 'team-lead'), request.query, isoNow(clock)),
  );
}
