import { z } from 'zod';
import { importReportSchema } from '#shared/contract/import.ts';
import type { Context } from '../../context.ts';
import { importCountry, importCustomers } from '../../import/import-customers.ts';
import { requireRole } from '../authenticate.ts';
import { problems } from '../document.ts';
import type { CentralApp } from '../types.ts';

/** Some hundred thousand customers. */
const fileBytes = 64 * 1024 * 1024;

const query = z.strictObject({ dryRun: z.enum(['true', 'false']).default('false') });

/** Files of the centre's former system. */
export async function importRoutes(app: CentralApp, { database, log, audit }: Context): Promise<void> {
  await app.register(async (files: CentralApp) => {
    files.addContentTypeParser('text/csv', { parseAs: 'string', bodyLimit: fileBytes }, (_request, body, done) => done(null, body));
    files.post(
      '/v1/imports/customers',
      {
        bodyLimit: fileBytes,
        schema: {
          operationId: 'importCustomers',
          summary: 'Brings customers in from a CSV file, with a report line by line (administrators)',
          description: 'A customer is known again by `customerNumber`: the same file twice changes nothing. With `dryRun` nothing is written.',
          tags: ['Administration'],
          consumes: ['text/csv'],
          querystring: query,
          body: z.string().max(fileBytes),
          response: { 200: importReportSchema, ...problems(400, 401, 403, 413, 415) },
        },
      },
      async (request) => {
        const { agentId, deviceId } = requireRole(request, 'administrator');
        return await importCustomers(log, audit, { text: request.body, dryRun: request.query.dryRun === 'true', country: await importCountry(database.db), agentId, deviceId });
      },
    );
  });
}
