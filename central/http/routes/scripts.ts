import { z } from 'zod';
import { scriptBytes, scriptDocumentSchema, scriptListQuerySchema, scriptListSchema, scriptPublicationSchema, scriptRestorationSchema, scriptReviewSchema, scriptSaveSchema, scriptVersionListSchema, scriptVersionSchema, scriptVersionsQuerySchema } from '#shared/contract/scripts.ts';
import { idSchema } from '#shared/domain/ids.ts';
import type { Context } from '../../context.ts';
import { requireRole } from '../authenticate.ts';
import { problems } from '../document.ts';
import { numberedPageRequest, page, pageRequest } from '../pages.ts';
import type { CentralApp } from '../types.ts';

const tags = ['Scripts'];
const params = z.strictObject({ id: idSchema });
const versionParams = z.strictObject({ id: idSchema, number: z.coerce.number().int().positive().max(2_147_483_647) });
const steps = problems(400, 401, 403, 404, 409, 413, 415);

/** Scripts as team leads write them. What calls begin with travels with the other rows, by sync. */
export function scriptRoutes(app: CentralApp, { scriptVersions }: Context): void {
  app.get(
    '/v1/scripts',
    { schema: { operationId: 'listScripts', summary: 'Scripts, live and being written (team leads and administrators)', tags, querystring: scriptListQuerySchema, response: { 200: scriptListSchema, ...problems(400, 401, 403) } } },
    async (request) => {
      requireRole(request, 'team-lead');
      const { limit, cursor, ...filter } = request.query;
      const found = await scriptVersions.scripts({ ...filter, ...pageRequest({ limit, cursor }) });
      return page(found.map((value) => ({ id: value.id, value })), limit);
    },
  );
  app.get(
    '/v1/scripts/:id/versions',
    { schema: { operationId: 'listScriptVersions', summary: 'The versions of a script, the newest first (team leads and administrators)', tags, params, querystring: scriptVersionsQuerySchema, response: { 200: scriptVersionListSchema, ...problems(400, 401, 403, 404) } } },
    async (request) => {
      requireRole(request, 'team-lead');
      const { state, agentId } = request.query;
      const asked = numberedPageRequest(request.query);
      const found = await scriptVersions.versions(request.params.id, { ...asked, state, agentId });
      return page(found.map((value) => ({ id: String(value.number), value })), asked.limit);
    },
  );
  app.get(
    '/v1/scripts/:id/versions/:number',
    { schema: { operationId: 'readScriptVersion', summary: 'A version of a script with its words (team leads and administrators)', tags, params: versionParams, response: { 200: scriptDocumentSchema, ...problems(400, 401, 403, 404) } } },
    async (request) => {
      requireRole(request, 'team-lead');
      return await scriptVersions.read(request.params.id, request.params.number);
    },
  );
  app.post(
    '/v1/scripts/:id/versions',
    {
      bodyLimit: scriptBytes,
      schema: {
        operationId: 'saveScriptVersion',
        summary: 'Saves the next version of a script, as a draft (team leads and administrators)',
        description: 'A new script begins with an id of the author and `base` null. Where somebody saved after `base`, the answer is 409 `script.stale`: nothing was written. Faults are allowed in a draft, and refuse its review.',
        tags,
        params,
        body: scriptSaveSchema,
        response: { 201: scriptVersionSchema, ...steps },
      },
    },
    async (request, reply) => await reply.code(201).send(await scriptVersions.save(requireRole(request, 'team-lead'), request.params.id, request.body)),
  );
  stepRoutes(app, scriptVersions);
}

/** What becomes of a version. */
function stepRoutes(app: CentralApp, scriptVersions: Context['scriptVersions']): void {
  app.post(
    '/v1/scripts/:id/versions/:number/review',
    { schema: { operationId: 'reviewScriptVersion', summary: 'Says that a version of somebody else may go live (team leads and administrators)', tags, params: versionParams, body: scriptReviewSchema, response: { 200: scriptVersionSchema, ...steps } } },
    async (request) => await scriptVersions.review(requireRole(request, 'team-lead'), request.params.id, request.params.number, request.body.comment),
  );
  app.post(
    '/v1/scripts/:id/versions/:number/publication',
    { schema: { operationId: 'publishScriptVersion', summary: 'Makes a reviewed version live, now or at a moment (team leads and administrators)', tags, params: versionParams, body: scriptPublicationSchema, response: { 200: scriptVersionSchema, ...steps } } },
    async (request) => await scriptVersions.publish(requireRole(request, 'team-lead'), request.params.id, request.params.number, request.body.from),
  );
  app.delete(
    '/v1/scripts/:id/versions/:number/publication',
    { schema: { operationId: 'withdrawScriptVersion', summary: 'Takes back the moment at which a version would go live (team leads and administrators)', tags, params: versionParams, response: { 200: scriptVersionSchema, ...problems(400, 401, 403, 404, 409) } } },
    async (request) => await scriptVersions.withdraw(requireRole(request, 'team-lead'), request.params.id, request.params.number),
  );
  app.post(
    '/v1/scripts/:id/versions/:number/restoration',
    { schema: { operationId: 'restoreScriptVersion', summary: 'Makes a former version live again, at once, as a new one (team leads and administrators)', tags, params: versionParams, body: scriptRestorationSchema, response: { 200: scriptVersionSchema, ...steps } } },
    async (request) => await scriptVersions.restore(requireRole(request, 'team-lead'), request.params.id, request.params.number, request.body.comment),
  );
}
