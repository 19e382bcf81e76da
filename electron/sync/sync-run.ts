import type { Connection } from '../store/database/connection.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { AppliedChanges } from './applied-changes.ts';
import type { ApplierLine } from './applier-thread.ts';
import type { CentralClient } from './central-client.ts';

/** What one exchange with central needs; ended by its signal when the session or the store ends. */
export interface SyncRun {
  readonly client: CentralClient;
  /** The thread that writes what central sends. */
  readonly applier: ApplierLine;
  readonly db: Connection;
  readonly clock: Clock;
  /** 0 to 1: chance, for back-off. */
  readonly random: () => number;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Runs a step on the database; trouble with the file becomes a typed refusal. */
  readonly guard: <T>(action: () => T) => T;
  readonly onApplied: (changes: AppliedChanges) => void;
}

/**
 * A step on the database between two awaits: never after the run was ended, because then the database
 * may be closed.
 */
export function step<T>(run: SyncRun, action: () => T): T {
  run.signal.throwIfAborted();
  return run.guard(action);
}
