import { z } from 'zod';
import { queueObjectionsSchema, queueScriptChoiceSchema, queueScriptListSchema, queueScriptSchema, queueScriptsQuerySchema } from '#shared/contract/queue-scripts.ts';
import { idSchema } from '#shared/domain/ids.ts';
import type { Context } from '../../context.ts';
import { requireRole } from '../authenticate.ts';
import { problems } from '../document.ts';
import { page, pageRequest } from '../pages.ts';
import type { CentralApp } from '../types.ts';

const tags = ['Scripts'];

/** Which queue uses which script, for whoever leads it. */
export function queueScriptRoutes(app: CentralApp, { queueScripts }: Context): void {
  app.get(
    '/v1/queue-scripts',
    { schema: { operationId: 'listQueueScripts', summary: 'The queues, and the script that each of them uses (team leads and administrators)', tags, querystring: queueScriptsQuerySchema, response: { 200: queueScriptListSchema, ...problems(400, 401, 403) } } },
    async (request) => {
      const { scope } = requireRole(request, 'team-lead');
      const { limit, cursor, ...filter } = request.query;
      const found = await queueScripts.list(scope, { ...filter, ...pageRequest({ limit, cursor }) });
      return page(found.map((value) => ({ id: value.queueId, value })), limit);
    },
  );
  app.put(
    '/v1/queue-scripts/:id',
    {
      schema: {
        operationId: 'chooseQueueScript',
        summary: 'Says which script a queue uses, at once or together with a version that goes live (team leads of the queue and administrators)',
        description: 'Conversations that run keep the script they began with. Where the queue is not what `seen` says (any more), the answer is 409 `script.queue-changed`: nothing was written.',
        tags,
        params: z.strictObject({ id: idSchema }),
        body: queueScriptChoiceSchema,
        response: { 200: queueScriptSchema, ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => await queueScripts.choose(requireRole(request, 'team-lead'), request.params.id, request.body),
  );
  app.put(
    '/v1/queue-scripts/:id/objections',
    {
      schema: {
        operationId: 'setQueueObjections',
        summary: 'Says how many counter-arguments the calls of a queue may have (team leads of the queue and administrators)',
        description: 'Null leaves it to the script of the call. Conversations that run keep what held when they began. Where the queue is not what `seen` says (any more), the answer is 409 `script.queue-changed`: nothing was written.',
        tags,
        params: z.strictObject({ id: idSchema }),
        body: queueObjectionsSchema,
        response: { 200: queueScriptSchema, ...problems(400, 401, 403, 404, 409, 415) },
      },
    },
    async (request) => await queueScripts.setObjections(requireRole(request, 'team-lead'), request.params.id, request.body),
  );
}
