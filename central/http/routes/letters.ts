import { z } from 'zod';
import { docxType, letterEditionsQuerySchema, letterEditionsSchema, letterFileSchema, letterSaveSchema, letterShelfQuerySchema, letterShelfSchema } from '#shared/contract/letters.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { largestLetter, letterHashSchema, letterTemplateSchema } from '#shared/domain/letter-template.ts';
import type { Context } from '../../context.ts';
import { principalOf, requireRole } from '../authenticate.ts';
import { content, problems } from '../document.ts';
import { numberedPageRequest, page, pageRequest } from '../pages.ts';
import { limitPerMinute } from '../rate-limits.ts';
import type { CentralApp } from '../types.ts';

const tags = ['Letters'];
const params = z.strictObject({ id: idSchema });
/** Eight variants of a mail. */
const saveBytes = 512 * 1024;

/** Templates of letters and mails, written by team leads. What there is is read as the list `letter-templates`, and travels by sync. */
export async function letterRoutes(app: CentralApp, context: Context): Promise<void> {
  const { letters } = context;
  app.put(
    '/v1/letter-templates/:id',
    {
      bodyLimit: saveBytes,
      schema: {
        operationId: 'saveLetterTemplate',
        summary: 'Writes a template, or its next edition (team leads and administrators)',
        description: 'A new template begins with an id of the author and `base` null; its documents were sent to `/v1/letter-files`. Where somebody saved after `base`, the answer is 409 `letter.stale`: nothing was written.',
        tags,
        params,
        body: letterSaveSchema,
        response: { 200: letterTemplateSchema, ...problems(400, 401, 403, 409, 413, 415) },
      },
    },
    async (request) => await letters.save(requireRole(request, 'team-lead'), request.params.id, request.body),
  );
  app.delete(
    '/v1/letter-templates/:id',
    { schema: { operationId: 'withdrawLetterTemplate', summary: 'Withdraws a template: nothing is made of it any more (team leads and administrators)', tags, params, response: { 200: letterTemplateSchema, ...problems(400, 401, 403, 404) } } },
    async (request) => await letters.withdraw(requireRole(request, 'team-lead'), request.params.id),
  );
  app.get(
    '/v1/letter-templates/:id/editions',
    { schema: { operationId: 'listLetterEditions', summary: 'What each edition of a template said, the newest first (team leads and administrators)', tags, params, querystring: letterEditionsQuerySchema, response: { 200: letterEditionsSchema, ...problems(400, 401, 403, 404) } } },
    async (request) => {
      requireRole(request, 'team-lead');
      const { agentId } = request.query;
      const asked = numberedPageRequest(request.query);
      const found = await letters.editions(request.params.id, { ...asked, agentId });
      return page(found.map((value) => ({ id: String(value.edition), value })), asked.limit);
    },
  );
  app.get(
    '/v1/letter-editions',
    { schema: { operationId: 'listNewestLetterEditions', summary: 'The newest edition of every template, and who wrote it; withdrawn ones too (team leads and administrators)', tags, querystring: letterShelfQuerySchema, response: { 200: letterShelfSchema, ...problems(400, 401, 403) } } },
    async (request) => {
      requireRole(request, 'team-lead');
      const { limit, cursor, kind } = request.query;
      const found = await letters.newest({ ...pageRequest({ limit, cursor }), kind });
      return page(found.map((value) => ({ id: value.templateId, value })), limit);
    },
  );
  await app.register(async (files: CentralApp) => fileRoutes(files, context));
}

/** The documents themselves. */
function fileRoutes(app: CentralApp, { letters, limits }: Context): void {
  app.addContentTypeParser(docxType, { parseAs: 'buffer', bodyLimit: largestLetter }, (_request, body, done) => done(null, body));
  app.post(
    '/v1/letter-files',
    {
      bodyLimit: largestLetter,
      // Looking at a document takes the processor's time.
      onRequest: limitPerMinute(app, limits.importsPerSession, (request) => `letter ${principalOf(request).sessionId}`, 'rate-limited'),
      schema: {
        operationId: 'sendLetterFile',
        summary: 'Takes in the document of a letter (team leads and administrators)',
        description: 'A DOCX document of at most 2 MB, without macros, embedded files, or anything that is fetched from elsewhere; `{{field}}` where a field comes. What is wrong with it is answered as 400 `letter.invalid`.',
        tags,
        consumes: [docxType],
        body: z.instanceof(Uint8Array).meta({ type: 'string', format: 'binary' }),
        response: { 201: letterFileSchema, ...problems(400, 401, 403, 413, 415) },
      },
    },
    async (request, reply) => await reply.code(201).send(await letters.keepFile(requireRole(request, 'team-lead'), request.body)),
  );
  app.get(
    '/v1/letter-files/:sha256',
    {
      schema: {
        operationId: 'readLetterFile',
        summary: 'The document of a template, by its hash',
        description: 'For team leads and administrators also the documents of former editions, and what was sent and not saved yet.',
        tags,
        params: z.strictObject({ sha256: letterHashSchema }),
        response: { 200: content(docxType, z.instanceof(Uint8Array).meta({ type: 'string', format: 'binary' }), 'The document'), ...problems(400, 401, 404) },
      },
    },
    async (request, reply) => {
      const bytes = await letters.file(principalOf(request), request.params.sha256);
      return await reply.type(docxType).header('cache-control', 'private, immutable, max-age=31536000').send(Buffer.from(bytes));
    },
  );
}
