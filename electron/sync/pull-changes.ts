import { readState } from '../store/queries/device-state.ts';
import { fillCache } from './fill-cache.ts';
import { HttpRefusal } from './http-refusal.ts';
import { step, type SyncRun } from './sync-run.ts';

/** One transaction of the worker thread. */
const changesPerPage = 2_500;

/**
 * Brings the cache up to date: page by page after the cursor, or by a snapshot where there is no cursor
 * or central no longer knows it (410). Unsent work is untouched by either.
 */
export async function pullChanges(run: SyncRun): Promise<void> {
  const cursor = cursorOf(run);
  if (cursor === null) await fillCache(run);
  try {
    await pullPages(run);
  } catch (thrown) {
    if (!(thrown instanceof HttpRefusal) || thrown.status !== 410) throw thrown;
    run.logger.warn({ code: thrown.code }, 'central does not know this cursor; the cache is filled again');
    await run.applier.call('cursor.forget', undefined);
    await fillCache(run);
    await pullPages(run);
  }
}

async function pullPages(run: SyncRun): Promise<void> {
  for (let more = true; more; ) {
    const cursor = cursorOf(run);
    if (cursor === null) return;
    const page = await run.client.changes(cursor, changesPerPage, run.signal);
    const applied = await run.applier.call('changes.apply', { page });
    run.signal.throwIfAborted();
    run.onApplied(applied.changes);
    // A server that says "more" without moving on would keep us here for ever.
    more = applied.more && applied.cursor !== cursor;
  }
}

function cursorOf(run: SyncRun): string | null {
  return step(run, () => readState(run.db, 'cursor'));
}
