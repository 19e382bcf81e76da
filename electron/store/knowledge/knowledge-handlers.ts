import type { knowledgeCalls } from '#shared/ipc/knowledge-calls.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { today } from '../services/order-desk.ts';
import type { Store } from '../store.ts';
import { articleSheet } from './article-sheet.ts';
import { giveFeedback } from './feedback-work.ts';
import { searchArticles } from './search-articles.ts';

/** What a workspace window may ask of what is looked up. */
export function knowledgeHandlers(store: Store): Pick<Handlers<StoreContract>, keyof typeof knowledgeCalls> {
  const guard = <T>(action: () => T): T => store.guard(action);
  return {
    'article.search': (input) => guard(() => searchArticles(store.context.db, input, today(store.context))),
    'article.get': ({ id }) => guard(() => articleSheet(store.context.db, id, today(store.context))),
    'article.feedback': async (input) => {
      await store.write(() => giveFeedback(store.context, input));
      store.announce({});
      return undefined;
    },
  };
}
