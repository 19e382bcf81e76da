import type { SyncRun } from './sync-run.ts';

/** Fills the cache from a snapshot: hands what comes over the wire to the worker thread, piece by piece, no faster than it is written. */
export async function fillCache(run: SyncRun): Promise<void> {
  await run.applier.call('fill.begin', undefined);
  for await (const bytes of run.client.snapshot(run.signal)) {
    await run.applier.call('fill.take', { bytes });
    run.signal.throwIfAborted();
  }
  await run.applier.call('fill.end', undefined);
  run.signal.throwIfAborted();
  // Nobody can follow five thousand changes one by one: everything has to be read again.
  run.onApplied({ customers: [], interactions: [], catalogue: true, handOvers: true, work: true, reference: true, erased: true });
}
