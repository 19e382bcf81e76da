import { parseArgs } from 'node:util';
import { createFileLogger } from '../logging/file-logger.ts';
import { controlPort, messagePort } from './ports.ts';
import { Store } from './store.ts';
import { trustSystemAuthorities } from './system-authorities.ts';

/** Entry of the store process (Electron utilityProcess): hands its ports to a {@link Store}, and nothing else. */
const { values } = parseArgs({ options: { 'log-folder': { type: 'string', default: 'logs' } }, strict: false });
const logger = createFileLogger(String(values['log-folder']), 'store');
trustSystemAuthorities(logger);
const store = new Store({ logger });

process.on('uncaughtException', (error) => {
  logger.error({ err: error }, 'defect in the store process; it is started again');
  process.exit(1);
});

store.attachControl(
  controlPort(process.parentPort, (port) => {
    const detach = store.attachWorkspace(messagePort(port, () => detach()));
  }),
);
