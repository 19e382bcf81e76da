import { isoNow } from '#shared/domain/clock.ts';
import type { letterDraftCalls } from '#shared/ipc/letter-draft-calls.ts';
import type { scriptDraftCalls } from '#shared/ipc/script-draft-calls.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { forgetDraftOf, keepWritten, writtenDraft, writtenDrafts, type Written, type WrittenDraft } from './queries/written-drafts.ts';
import type { Store } from './store.ts';

/** What is being written by team leads, scripts and templates of letters, kept here as it is typed. */
export function scriptDraftHandlers(store: Store): Pick<Handlers<StoreContract>, keyof typeof scriptDraftCalls | keyof typeof letterDraftCalls> {
  const keep = async (about: Written, draft: Omit<WrittenDraft, 'savedAt'>): Promise<{ readonly savedAt: string }> => {
    const savedAt = isoNow(store.context.clock);
    await store.write(() => store.context.db.write((db) => keepWritten(db, about, { ...draft, savedAt })));
    return { savedAt };
  };
  const list = (about: Written): WrittenDraft[] => store.guard(() => writtenDrafts(store.context.db, about));
  const forget = async (about: Written, id: string): Promise<void> => await store.write(() => store.context.db.write((db) => forgetDraftOf(db, about, id)));
  return {
    'scriptDraft.write': async ({ scriptId, ...draft }) => await keep('script', { id: scriptId, ...draft }),
    'scriptDraft.read': ({ scriptId }) => {
      const found = store.guard(() => writtenDraft(store.context.db, 'script', scriptId));
      return found === null ? null : { base: found.base, content: found.content, savedAt: found.savedAt };
    },
    'scriptDraft.list': () => list('script').map(({ id, savedAt, content }) => ({ scriptId: id, savedAt, title: titleIn(content) })),
    'scriptDraft.forget': async ({ scriptId }) => await forget('script', scriptId),
    'letterDraft.write': async ({ templateId, ...draft }) => await keep('letter', { id: templateId, ...draft }),
    'letterDraft.list': () => list('letter').map(({ id, ...draft }) => ({ templateId: id, ...draft })),
    'letterDraft.forget': async ({ templateId }) => await forget('letter', templateId),
  };
}

/** What was written may be anything by now. */
function titleIn(content: string): string {
  try {
    const document: unknown = JSON.parse(content);
    return typeof document === 'object' && document !== null && 'title' in document && typeof document.title === 'string' ? document.title : '';
  } catch {
    return '';
  }
}
