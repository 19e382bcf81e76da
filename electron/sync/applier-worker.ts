import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '#shared/domain/clock.ts';
import type { LogFields, Logger } from '#shared/domain/logger.ts';
import { applierContract } from '#shared/ipc/applier-list.ts';
import { serve } from '#shared/ipc/server.ts';
import type { Connection } from '../store/database/connection.ts';
import { BatchTurn } from '../store/database/write-turn.ts';
import { openBatchConnection } from '../store/open-store.ts';
import { messagePort } from '../store/ports.ts';
import { Applier } from './applier.ts';
import { applierHandlers } from './applier-handlers.ts';
import type { ApplierThreadData } from './applier-thread.ts';
import { IdleWork } from './idle-work.ts';

/** Entry of the worker thread that writes what central sends: hands its port to an {@link Applier}, and nothing else. */
if (parentPort === null) throw new Error('the applier runs in a worker thread');
const { file, memory, restMs } = workerData as ApplierThreadData;
let connection: Connection | null = null;
let applier: Applier | null = null;

const turn = new BatchTurn(memory, () => server.emit('turn.freed', {}));
const logger = forwardingLogger({});
const idle = new IdleWork({ clock: systemClock, restMs, slice: mergeSome, onRest: rest });
const server = serve(applierContract, applierHandlers(openedApplier, { onProgress: (done, total) => server.emit('fill.progress', { done, total }), onWork: () => idle.postpone() }), logger);
server.attach(
  messagePort(parentPort, () => {
    connection?.close();
    process.exit(0);
  }),
);

/** A file in trouble is told by whoever needs it; merging can wait until it is mended. */
function mergeSome(): boolean {
  try {
    return openedApplier().mergeIndexes();
  } catch (thrown) {
    logger.warn({ err: thrown }, 'the search indexes could not be merged');
    return false;
  }
}

/** The operator's own connection does not move the log: here it keeps nobody waiting. */
function rest(): void {
  try {
    connection?.moveLog();
  } catch (thrown) {
    logger.warn({ err: thrown }, 'the write-ahead log could not be moved');
  }
  server.emit('rest', {});
}

function openedApplier(): Applier {
  connection ??= openBatchConnection(file, { clock: systemClock, logger, turn });
  applier ??= new Applier(connection, { clock: systemClock, logger, pressed: () => turn.wanted });
  return applier;
}

/** The process has one log, and this thread reaches it by message. */
function forwardingLogger(bindings: LogFields): Logger {
  const say =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    ({ err, ...fields }: LogFields, message: string): void =>
      server.emit('log', { level, fields: { ...bindings, ...fields, ...(err instanceof Error ? { error: err.stack ?? err.message } : {}) }, message });
  return { trace: say('debug'), debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error'), child: (more) => forwardingLogger({ ...bindings, ...more }) };
}
