import { z } from 'zod';
import { importReportSchema } from '#shared/contract/import.ts';
import type { Context } from '../../context.ts';
import { articleFile } from '../../import/import-articles.ts';
import { customerFile, importCountry } from '../../import/import-customers.ts';
import { importFile, type ImportKind } from '../../import/import-file.ts';
import { productFile } from '../../import/import-products.ts';
import { principalOf, requireRole } from '../authenticate.ts';
import { problems } from '../document.ts';
import { limitPerMinute } from '../rate-limits.ts';
import type { CentralApp } from '../types.ts';

/** Some hundred thousand customers. */
const fileBytes = 64 * 1024 * 1024;

const query = z.strictObject({ dryRun: z.enum(['true', 'false']).default('false') });

/** Files of the centre's other systems. */
export async function importRoutes(app: CentralApp, context: Context): Promise<void> {
  const { database, log, audit, clock, limits } = context;
  await app.register(async (files: CentralApp) => {
    files.addContentTypeParser('text/csv', { parseAs: 'string', bodyLimit: fileBytes }, (_request, body, done) => done(null, body));
    files.addHook('onRequest', limitPerMinute(files, limits.importsPerSession, (request) => `import ${principalOf(request).sessionId}`, 'rate-limited'));
    const register = <L>(name: string, schema: { readonly operationId: string; readonly summary: string; readonly description: string }, kindOf: () => Promise<ImportKind<L>>): void => {
      files.post(
        `/v1/imports/${name}`,
        {
          bodyLimit: fileBytes,
          schema: {
            ...schema,
            tags: ['Administration'],
            consumes: ['text/csv'],
            querystring: query,
            body: z.string().max(fileBytes),
            response: { 200: importReportSchema, ...problems(400, 401, 403, 413, 415) },
          },
        },
        async (request) => {
          const { agentId, deviceId } = requireRole(request, 'administrator');
          return await importFile(log, audit, await kindOf(), { text: request.body, dryRun: request.query.dryRun === 'true', agentId, deviceId });
        },
      );
    };
    register(
      'customers',
      {
        operationId: 'importCustomers',
        summary: 'Brings customers in from a CSV file, with a report line by line (administrators)',
        description: 'A customer is known again by `customerNumber`: the same file twice changes nothing. With `dryRun` nothing is written.',
      },
      async () => customerFile(await importCountry(database.db)),
    );
    register(
      'products',
      {
        operationId: 'importProducts',
        summary: 'Brings products and counts of the warehouse in from a CSV file, with a report line by line (administrators)',
        description: 'A product is known again by `sku`: the same file twice changes nothing. `onHand` is what was counted; what is allocated and held stays. With `dryRun` nothing is written.',
      },
      async () => productFile(clock),
    );
    register(
      'articles',
      {
        operationId: 'importArticles',
        summary: 'Brings articles that operators look up in from a CSV file, with a report line by line (administrators)',
        description: 'An article is known again by `key` and `language`: the same file twice changes nothing. `changedSummary` is what operators read about the change. With `dryRun` nothing is written.',
      },
      async () => articleFile(clock),
    );
  });
}
