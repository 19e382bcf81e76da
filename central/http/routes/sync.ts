import { changesQuerySchema, changesSchema, mutationResultsSchema, mutationsSchema } from '#shared/contract/sync.ts';
import type { Context } from '../../context.ts';
import { readChanges } from '../../sync/changes.ts';
import { applyMutations } from '../../sync/mutations.ts';
import { principalOf } from '../authenticate.ts';
import { problems } from '../document.ts';
import type { CentralApp } from '../types.ts';

/** A hundred mutations, each with a note of ten thousand characters in any script, fit with room to spare. */
const mutationsBodyBytes = 8 * 1024 * 1024;

/** Changes to a device's cache, and its outbox. */
export function syncRoutes(app: CentralApp, context: Context): void {
  app.get(
    '/v1/changes',
    {
      compress: {},
      schema: {
        operationId: 'changes',
        summary: 'One page of what changed after a cursor',
        tags: ['Sync'],
        querystring: changesQuerySchema.strict(),
        response: { 200: changesSchema, ...problems(400, 401, 410) },
      },
    },
    async (request) => await readChanges(context.database.db, principalOf(request).scope, request.query.cursor, request.query.limit),
  );
  app.post(
    '/v1/mutations',
    {
      bodyLimit: mutationsBodyBytes,
      schema: {
        operationId: 'mutate',
        summary: 'An outbox: up to a hundred mutations, each applied once and answered in order',
        tags: ['Sync'],
        body: mutationsSchema,
        response: { 200: mutationResultsSchema, ...problems(400, 401, 413, 415) },
      },
    },
    async (request) => {
      const { agentId, deviceId, scope } = principalOf(request);
      return { results: await applyMutations(context, { agentId, deviceId, scope }, request.body.mutations) };
    },
  );
}
