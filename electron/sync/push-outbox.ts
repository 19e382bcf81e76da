import type { MutationResult } from '#shared/contract/sync.ts';
import { isoNow } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { readState } from '../store/queries/device-state.ts';
import { stuckAfter, type OutboxEntry } from '../store/queries/outbox.ts';
import { longestDeferMs, nextBatch, noteFailure } from '../store/queries/outbox-batch.ts';
import { HttpRefusal, isRefusedForGood } from './http-refusal.ts';
import { applyAnswers } from './mutation-answers.ts';
import { step, type SyncRun } from './sync-run.ts';

const mutationsPerBatch = 100;
const firstDeferMs = 15_000;

/**
 * Sends the outbox, oldest first, one batch in flight. An answer that was lost does no harm: the same
 * ids are sent again, and central applies each once.
 *
 * One bad mutation does not hold up the others. Where central refuses a batch, or fails on it (500), its mutations go
 * alone. One that is refused alone is parked. One on which central fails alone, while it answers everything else, is
 * tried again with the next exchanges; after a few of them it is told to the operator and tried ever more rarely.
 *
 * @throws {BalieError} `sync.protocol` while such a mutation is new: pulling goes on, and the outbox is tried again soon.
 */
export async function pushOutbox(run: SyncRun): Promise<void> {
  const tried = new Set<number>();
  let alone = 0;
  let fresh = 0;
  for (;;) {
    const limit = alone > 0 ? 1 : mutationsPerBatch;
    const batch = step(run, () => nextBatch(run.db, { limit, except: tried, now: isoNow(run.clock) }));
    const [first] = batch;
    if (first === undefined) break;
    try {
      takeAnswers(run, batch, await run.client.mutate(batch.map(({ mutation }) => mutation), run.signal));
      alone = Math.max(0, alone - 1);
    } catch (thrown) {
      if (!isRefusedForGood(thrown) && !isFailure(thrown)) throw thrown;
      if (batch.length > 1) {
        alone = batch.length;
        continue;
      }
      alone = Math.max(0, alone - 1);
      if (isRefusedForGood(thrown)) rejectHere(run, batch, thrown.code);
      else {
        await proveCentral(run, thrown);
        tried.add(first.seq);
        if (defer(run, first) < stuckAfter) fresh++;
      }
    }
  }
  if (fresh > 0) throw new BalieError('sync.protocol', 'central fails on a mutation', { details: { mutations: fresh } });
}

/** Central itself broke over what it was sent; a gateway before it says 502, 503 or 504. */
function isFailure(thrown: unknown): boolean {
  return thrown instanceof HttpRefusal && thrown.status === 500;
}

/**
 * Is it central, or is it this mutation? A harmless question tells.
 * @throws what central answered to the mutation, when it fails on this as well.
 */
async function proveCentral(run: SyncRun, thrown: unknown): Promise<void> {
  const cursor = step(run, () => readState(run.db, 'cursor'));
  if (cursor === null) throw thrown;
  try {
    await run.client.changes(cursor, 1, run.signal);
  } catch (refusal) {
    // An answer about the cursor is an answer.
    if (!(refusal instanceof HttpRefusal) || refusal.status !== 410) throw thrown;
  }
}

function defer(run: SyncRun, { seq, mutation }: OutboxEntry): number {
  const notBefore = (attempts: number): string | null => {
    if (attempts < stuckAfter) return null;
    const ceiling = Math.min(longestDeferMs, firstDeferMs * 2 ** (attempts - stuckAfter));
    return new Date(run.clock.now() + ceiling / 2 + (run.random() * ceiling) / 2).toISOString();
  };
  const attempts = step(run, () => run.db.write((db) => noteFailure(db, seq, notBefore)));
  run.logger.warn({ mutation: mutation.id, entity: mutation.entity, entityId: mutation.entityId, attempts }, 'central fails on a mutation; the others go on');
  return attempts;
}

function takeAnswers(run: SyncRun, batch: readonly OutboxEntry[], results: readonly MutationResult[]): void {
  const asked = new Set(batch.map(({ mutation }) => mutation.id));
  const answers = results.filter(({ id }) => asked.has(id));
  run.onApplied(step(run, () => applyAnswers(run.db, answers, run)));
  if (answers.length < batch.length) throw new BalieError('sync.protocol', 'central left mutations without an answer', { details: { asked: batch.length, answered: answers.length } });
}

function rejectHere(run: SyncRun, batch: readonly OutboxEntry[], code: string): void {
  const results = batch.map(({ mutation }): MutationResult => ({ id: mutation.id, status: 'rejected', code, reason: 'central cannot read this mutation' }));
  step(run, () => applyAnswers(run.db, results, run));
}
