import { net } from 'electron';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { systemClock } from '#shared/domain/clock.ts';
import { createFileLogger } from '../logging/file-logger.ts';
import { CollectAtRest, thisProcess } from '../memory/collect-at-rest.ts';
import { controlPort, messagePort } from './ports.ts';
import { Store } from './store.ts';

/** Entry of the store process (Electron utilityProcess): hands its ports to a {@link Store}, and nothing else. */
const { values } = parseArgs({ options: { 'log-folder': { type: 'string', default: 'logs' } }, strict: false });
const logger = createFileLogger(String(values['log-folder']), 'store');
// Rows of central are garbage by the second, and the threads that V8 clears it away with wait for a processor where there are two (docs/decisions/0054).
setFlagsFromString('--no-parallel-scavenge');
// Chromium's HTTP goes through the system's proxy, and trusts what the system trusts, as main's does.
const store = new Store({ logger, fetch: (input, init) => net.fetch(input instanceof URL ? input.href : input, init), applierEntry: join(import.meta.dirname, 'applier.cjs') });

process.on('uncaughtException', (error) => {
  logger.error({ err: error }, 'defect in the store process; it is started again');
  process.exit(1);
});

store.attachControl(
  controlPort(process.parentPort, (port) => {
    const detach = store.attachWorkspace(messagePort(port, () => detach()));
  }),
);

new CollectAtRest(systemClock, thisProcess());
