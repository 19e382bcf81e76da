import { isoNow } from '#shared/domain/clock.ts';
import { newId } from '#shared/domain/ids.ts';
import type { ArticleFeedback } from '#shared/domain/knowledge/article.ts';
import { tables } from '../entities/tables.ts';
import type { StoreContext } from '../services/context.ts';
import { storable } from '../services/storable.ts';
import { putNew } from '../services/write-rows.ts';

/** Keeps what the operator thinks of an article, and sends it to whoever maintains them. */
export function giveFeedback(context: StoreContext, said: Pick<ArticleFeedback, 'articleId' | 'edition' | 'verdict' | 'sentence' | 'interactionId'>): void {
  context.db.write((db) => {
    const at = isoNow(context.clock);
    putNew({ db, at }, tables.articleFeedback, { ...said, sentence: storable(said.sentence.trim()), id: newId(), version: 0, updatedAt: at, agentId: context.agentId(), at });
  });
}
