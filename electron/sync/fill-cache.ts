import { HttpRefusal } from './http-refusal.ts';
import type { SyncRun } from './sync-run.ts';

/** Pieces that the worker thread has not yet written: it never waits for the wire, and the wire never runs ahead of it. */
const piecesUnderWay = 8;

/** Fills the cache from a snapshot, from where the last one was cut. */
export async function fillCache(run: SyncRun): Promise<void> {
  const { after } = await run.applier.call('fill.begin', { anew: false });
  try {
    await takeSnapshot(run, after);
  } catch (thrown) {
    if (after === null || !(thrown instanceof HttpRefusal) || thrown.status !== 410) throw thrown;
    run.logger.warn({ code: thrown.code }, 'central does not know how far the fill had come; it begins anew');
    await run.applier.call('fill.begin', { anew: true });
    await takeSnapshot(run, null);
  }
  await run.applier.call('fill.end', undefined);
  run.signal.throwIfAborted();
  // Nobody can follow five thousand changes one by one: everything has to be read again.
  run.onApplied({ customers: [], interactions: [], catalogue: true, handOvers: true, work: true, knowledge: true, letters: true, reference: true, erased: true });
}

/** Hands what comes over the wire to the worker thread, piece by piece, hardly faster than it is written. */
async function takeSnapshot(run: SyncRun, after: string | null): Promise<void> {
  const underWay: Promise<unknown>[] = [];
  try {
    for await (const bytes of run.client.snapshot(after, run.signal)) {
      const piece = run.applier.call('fill.take', { bytes });
      // Its refusal is heard below, and not before this one's turn.
      piece.catch(() => undefined);
      underWay.push(piece);
      if (underWay.length >= piecesUnderWay) await underWay.shift();
      run.signal.throwIfAborted();
    }
  } finally {
    // What was handed over is written, or refused, before anything else is asked.
    await Promise.allSettled(underWay);
  }
  await Promise.all(underWay);
}
