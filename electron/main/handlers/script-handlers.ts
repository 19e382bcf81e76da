import { writeFile } from 'node:fs/promises';
import { type z } from 'zod';
import { queueScriptSchema } from '#shared/contract/queue-scripts.ts';
import { scriptBytes, scriptDocumentSchema, scriptSummarySchema, scriptVersionSchema } from '#shared/contract/scripts.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Request } from '../../settings/central-http.ts';
import { askCentral, askEveryPage, type RefusalWords } from '../ask-central.ts';
import { askWhichFile } from '../office/open-dialog.ts';
import { readAtMost } from '../office/read-at-most.ts';
import { askWhereTo } from '../office/save-dialog.ts';
import type { HandlerParts, HandlersOf } from './parts.ts';

const words: RefusalWords = { notAllowed: 'script.not-allowed', otherwise: 'script.state' };

/** Scripts at central, and their files: for the script editor. */
export function scriptHandlers({ session, window }: HandlerParts): HandlersOf<'scripts'> {
  const asked = async <T extends z.ZodType>(request: Request, answer: T): Promise<z.output<T>> => await askCentral(session, request, answer, words);
  const listed = async <T extends z.ZodType>(path: string, item: T): Promise<{ items: z.output<T>[] }> => await askEveryPage(session, path, item, words);
  const versionsOf = (scriptId: string): string => `/v1/scripts/${scriptId}/versions`;
  const step = async ({ scriptId, number }: { readonly scriptId: string; readonly number: number }, name: string, body?: unknown) =>
    await asked(body === undefined ? { method: 'DELETE', path: `${versionsOf(scriptId)}/${number}/${name}` } : { method: 'POST', path: `${versionsOf(scriptId)}/${number}/${name}`, body }, scriptVersionSchema);
  return {
    'scripts.list': async () => byName((await listed('/v1/scripts', scriptSummarySchema)).items, ({ title }) => title),
    'scripts.versions': async ({ scriptId }) => await listed(versionsOf(scriptId), scriptVersionSchema),
    'scripts.read': async ({ scriptId, number }) => await asked({ method: 'GET', path: `${versionsOf(scriptId)}/${number}` }, scriptDocumentSchema),
    'scripts.save': async ({ scriptId, ...body }) => await asked({ method: 'POST', path: versionsOf(scriptId), body }, scriptVersionSchema),
    'scripts.review': async ({ comment, ...which }) => await step(which, 'review', { comment }),
    'scripts.publish': async ({ from, ...which }) => await step(which, 'publication', { from }),
    'scripts.withdraw': async (which) => await step(which, 'publication'),
    'scripts.restore': async ({ comment, ...which }) => await step(which, 'restoration', { comment }),
    'scripts.queues': async () => byName((await listed('/v1/queue-scripts', queueScriptSchema)).items, ({ name }) => name),
    'scripts.chooseForQueue': async ({ queueId, ...body }) => await asked({ method: 'PUT', path: `/v1/queue-scripts/${queueId}`, body }, queueScriptSchema),
    'scripts.setObjections': async ({ queueId, ...body }) => await asked({ method: 'PUT', path: `/v1/queue-scripts/${queueId}/objections`, body }, queueScriptSchema),
    'scripts.export': async ({ name, text }) => {
      const file = await askWhereTo(window(), { name, extension: 'json' });
      if (file !== null) await writeFile(file, text, { mode: 0o600 });
      return { saved: file !== null };
    },
    'scripts.import': async () => {
      const file = await askWhichFile(window(), 'json');
      return file === null ? null : { text: await readWhole(file) };
    },
  };
}

/** Central's pages are in the order of ids; an operator looks for a name. */
function byName<T>(items: readonly T[], name: (item: T) => string): { items: T[] } {
  return { items: [...items].sort((a, b) => name(a).localeCompare(name(b))) };
}

/** @throws {BalieError} `script.no-script` for what is larger than any script. */
async function readWhole(file: string): Promise<string> {
  const bytes = await readAtMost(file, scriptBytes);
  if (bytes === null) throw new BalieError('script.no-script', 'the file is larger than any script');
  return bytes.toString('utf8');
}
