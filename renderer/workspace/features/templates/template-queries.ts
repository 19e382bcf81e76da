import type { Services } from '../../app/services.ts';

/** How central's templates are known in the page. They are asked again whenever the page opens: other people write too. */
export const templateKeys = {
  all: ['templates'] as const,
  list: ['templates', 'list'] as const,
  editions: (templateId: string) => ['templates', 'editions', templateId] as const,
  drafts: ['templates', 'drafts'] as const,
  /** A document never changes: not with what is asked again. */
  document: (sha256: string) => ['template-document', sha256] as const,
};

const fresh = { staleTime: 0, retry: false } as const;

export const templateList = ({ main }: Pick<Services, 'main'>) => ({ queryKey: templateKeys.list, queryFn: async () => (await main.call('templates.list', undefined)).items, ...fresh });
export const templateEditions = ({ main }: Pick<Services, 'main'>, templateId: string) => ({ queryKey: templateKeys.editions(templateId), queryFn: async () => (await main.call('templates.editions', { templateId })).items, ...fresh });
export const templateDrafts = ({ store }: Pick<Services, 'store'>) => ({ queryKey: templateKeys.drafts, queryFn: async () => await store.call('letterDraft.list', undefined), staleTime: 0 });
/** What can be read in a document; `{{field}}` stands where a field comes. */
export const documentText = ({ main }: Pick<Services, 'main'>, sha256: string) => ({ queryKey: templateKeys.document(sha256), queryFn: async () => (await main.call('templates.read', { sha256 })).text, retry: false });
