import type { z } from 'zod';
import { letterEditionSchema, letterShelfItemSchema } from '#shared/contract/letters.ts';
import { letterTemplateSchema } from '#shared/domain/letter-template.ts';
import type { Request } from '../../settings/central-http.ts';
import { askCentral, askEveryPage } from '../ask-central.ts';
import { letterWords } from '../office/template-desk.ts';
import type { HandlerParts, HandlersOf } from './parts.ts';

/** Templates of letters at central, and their documents: for who writes them. */
export function templateHandlers({ session, office: { templates } }: HandlerParts): HandlersOf<'templates'> {
  const listed = async <T extends z.ZodType>(path: string, item: T): Promise<{ items: z.output<T>[] }> => await askEveryPage(session, path, item, letterWords);
  const written = async (request: Request): Promise<z.output<typeof letterTemplateSchema>> => await askCentral(session, request, letterTemplateSchema, letterWords);
  const pathOf = (templateId: string): string => `/v1/letter-templates/${templateId}`;
  return {
    'templates.list': async () => await listed('/v1/letter-editions', letterShelfItemSchema),
    'templates.editions': async ({ templateId }) => await listed(`${pathOf(templateId)}/editions`, letterEditionSchema),
    'templates.save': async ({ templateId, ...body }) => await written({ method: 'PUT', path: pathOf(templateId), body }),
    'templates.withdraw': async ({ templateId }) => await written({ method: 'DELETE', path: pathOf(templateId) }),
    'templates.choose': async () => await templates.choose(),
    'templates.read': async ({ sha256 }) => ({ text: await templates.read(sha256) }),
    'templates.keep': async ({ sha256, name, fields }) => ({ saved: await templates.keep(sha256, name, fields) }),
  };
}
