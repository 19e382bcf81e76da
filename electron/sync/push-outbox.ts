import type { MutationResult } from '#shared/contract/sync.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { nextBatch, type OutboxEntry } from '../store/queries/outbox.ts';
import { isRefusedForGood } from './http-refusal.ts';
import { applyAnswers } from './mutation-answers.ts';
import { step, type SyncRun } from './sync-run.ts';

const mutationsPerBatch = 100;

/**
 * Sends the outbox, oldest first, one batch in flight. An answer that was lost does no harm: the same
 * ids are sent again, and central applies each once.
 */
export async function pushOutbox(run: SyncRun): Promise<void> {
  let alone = 0;
  for (;;) {
    const batch = step(run, () => nextBatch(run.db, alone > 0 ? 1 : mutationsPerBatch));
    if (batch.length === 0) return;
    try {
      takeAnswers(run, batch, await run.client.mutate(batch.map(({ mutation }) => mutation), run.signal));
      alone = Math.max(0, alone - 1);
    } catch (thrown) {
      if (!isRefusedForGood(thrown)) throw thrown;
      // One bad mutation must not hold up the others: each goes alone, and the bad one is parked.
      if (batch.length === 1) rejectHere(run, batch, thrown.code);
      alone = batch.length === 1 ? Math.max(0, alone - 1) : batch.length;
    }
  }
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
