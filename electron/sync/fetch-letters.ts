import { BalieError } from '#shared/domain/errors.ts';
import { hasUnnamedFiles, missingLetterFiles } from '../store/queries/letters.ts';
import { HttpRefusal } from './http-refusal.ts';
import { step, type SyncRun } from './sync-run.ts';

/**
 * Fetches the documents of letters that came in by name only, and drops those that none names any more. One that central does not give,
 * or that is not what its name says, holds up nothing: it is asked for again after the next changes, and its letters say meanwhile
 * that it is not there.
 *
 * @throws {BalieError} `sync.unreachable`, so that the exchange is tried again.
 */
export async function fetchLetters(run: SyncRun): Promise<void> {
  const missing = step(run, () => missingLetterFiles(run.db));
  for (const sha256 of missing) {
    try {
      const bytes = await run.client.letterFile(sha256, run.signal);
      run.onApplied(await run.applier.call('letter.keep', { sha256, bytes }));
    } catch (thrown) {
      if (!isOfTheFile(thrown)) throw thrown;
      run.logger.warn({ sha256, err: thrown }, 'the document of a letter did not come');
    }
  }
  if (missing.length > 0 || step(run, () => hasUnnamedFiles(run.db))) await run.applier.call('letter.tidy', undefined);
}

/** Not for us (any more), or not what it should be. */
function isOfTheFile(thrown: unknown): boolean {
  return thrown instanceof HttpRefusal ? thrown.status >= 400 && thrown.status < 500 && ![401, 408, 429].includes(thrown.status) : thrown instanceof BalieError && thrown.code === 'letter.template-invalid';
}
