/** Not a test: a worker thread that dies in the middle of its first transaction, and the second time is the real one. */
import { existsSync, writeFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { ApplierThreadData } from '../../../../electron/sync/applier-thread.ts';

const { file, memory } = workerData as ApplierThreadData;
const mark = `${file.path}.died`;
if (!existsSync(mark)) {
  writeFileSync(mark, '');
  Atomics.store(new Int32Array(memory), 0, 2);
  process.exit(1);
}
await import('../../../../electron/sync/applier-worker.ts');
