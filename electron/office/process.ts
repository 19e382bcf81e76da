import { parseArgs } from 'node:util';
import { officeContract } from '#shared/ipc/office-list.ts';
import { serve } from '#shared/ipc/server.ts';
import { createFileLogger } from '../logging/file-logger.ts';
import { controlPort } from '../store/ports.ts';
import { officeHandlers } from './office-handlers.ts';

/**
 * Entry of the office process (Electron utilityProcess): files for office software are made apart from the calls and from the
 * database. A template that does harm, harms a process that holds nothing and is ended afterwards.
 */
const { values } = parseArgs({ options: { 'log-folder': { type: 'string', default: 'logs' } }, strict: false });
const logger = createFileLogger(String(values['log-folder']), 'office');

process.on('uncaughtException', (error) => {
  logger.error({ err: error }, 'defect in the office process');
  process.exit(1);
});

serve(officeContract, officeHandlers(), logger).attach(controlPort(process.parentPort, (port) => port.close()));
