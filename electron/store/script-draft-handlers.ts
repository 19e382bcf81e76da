import { isoNow } from '#shared/domain/clock.ts';
import type { scriptDraftCalls } from '#shared/ipc/script-draft-calls.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { forgetScriptDraft, keepScriptDraft, scriptDraft, scriptDrafts } from './queries/scripts.ts';
import type { Store } from './store.ts';

/** What is being written in the script editor, kept here as it is typed. */
export function scriptDraftHandlers(store: Store): Pick<Handlers<StoreContract>, keyof typeof scriptDraftCalls> {
  return {
    'scriptDraft.write': async (input) => {
      const savedAt = isoNow(store.context.clock);
      await store.write(() => store.context.db.write((db) => keepScriptDraft(db, { ...input, savedAt })));
      return { savedAt };
    },
    'scriptDraft.read': ({ scriptId }) => store.guard(() => scriptDraft(store.context.db, scriptId)),
    'scriptDraft.list': () => store.guard(() => scriptDrafts(store.context.db).map(({ scriptId, savedAt, content }) => ({ scriptId, savedAt, title: titleIn(content) }))),
    'scriptDraft.forget': async ({ scriptId }) => await store.write(() => store.context.db.write((db) => forgetScriptDraft(db, scriptId))),
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
