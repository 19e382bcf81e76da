import { BalieError } from '#shared/domain/errors.ts';
import type { knowledgeCalls } from '#shared/ipc/knowledge-calls.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { today } from '../services/order-desk.ts';
import type { Store } from '../store.ts';
import { articleSheet } from './article-sheet.ts';
import { giveFeedback } from './feedback-work.ts';
import { searchArticles } from './search-articles.ts';
import { markRead, markSeen, shiftNews } from './shift-news.ts';
import { isShiftUnknown, learnShift, noteWork } from './shift.ts';

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
    'shift.news': () => guard(() => shiftNews(store.context.db, today(store.context))),
    'shift.work': async () => {
      await store.write(() => noteWork(store.context));
      if (guard(() => isShiftUnknown(store.context))) await askForShift(store);
      return undefined;
    },
    'shift.seen': async ({ articles, all }) => {
      await store.write(() => {
        markRead(store.context, articles);
        if (all) markSeen(store.context);
      });
      return undefined;
    },
  };
}

/** Asked again with the next change of state, where central cannot be reached: news can wait. */
async function askForShift(store: Store): Promise<void> {
  try {
    const lastSeen = await store.central.lastSeen();
    if (lastSeen !== null) await store.write(() => learnShift(store.context, lastSeen));
  } catch (thrown) {
    if (thrown instanceof BalieError && ['sync.unreachable', 'session.signed-out', 'sync.unauthorised', 'sync.protocol', 'store.not-found'].includes(thrown.code)) return;
    throw thrown;
  }
}
