import { HttpRefusal } from './http-refusal.ts';
import { fillCache } from './fill-cache.ts';
import { step, yieldToReads, type SyncRun } from './sync-run.ts';

const changesPerPage = 500;

/**
 * Brings the cache up to date: page by page after the cursor, or by a snapshot where there is no cursor
 * or central no longer knows it (410). Unsent work is untouched by either.
 */
export async function pullChanges(run: SyncRun): Promise<void> {
  const cursor = step(run, () => run.applier.cursor);
  if (cursor === null) await fillCache(run);
  try {
    await pullPages(run);
  } catch (thrown) {
    if (!(thrown instanceof HttpRefusal) || thrown.status !== 410) throw thrown;
    run.logger.warn({ code: thrown.code }, 'central does not know this cursor; the cache is filled again');
    step(run, () => run.applier.forgetCursor());
    await fillCache(run);
    await pullPages(run);
  }
}

async function pullPages(run: SyncRun): Promise<void> {
  for (let more = true; more; ) {
    const cursor = step(run, () => run.applier.cursor);
    if (cursor === null) return;
    const page = await run.client.changes(cursor, changesPerPage, run.signal);
    const changes = step(run, () => run.applier.applyChanges(page.changes, page.cursor));
    while (step(run, () => run.applier.refreshWords())) await yieldToReads();
    run.onApplied(changes);
    // A server that says "more" without moving on would keep us here for ever.
    more = page.more && page.cursor !== cursor;
    await yieldToReads();
  }
}
