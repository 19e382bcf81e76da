import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { exportLists, type ExportFormat, type ExportList, type ExportRequest } from '#shared/domain/office.ts';
import { connect } from '#shared/ipc/client.ts';
import { officeContract } from '#shared/ipc/office-list.ts';
import { serve } from '#shared/ipc/server.ts';
import { ExportDesk } from '../../../electron/main/office/export-desk.ts';
import { queueFigurePage } from '../../../electron/main/office/queue-figure-page.ts';
import { trailPage } from '../../../electron/main/office/trail-page.ts';
import { officeHandlers } from '../../../electron/office/office-handlers.ts';
import { messagePort } from '../../../electron/store/ports.ts';
import { seed } from '../store/support/seed.ts';
import { storeBench, type StoreBench } from '../store/support/store-bench.ts';
import { central } from './lead-central.ts';

const headings = { startedAt: 'Wanneer', direction: 'Richting', name: 'Naam', number: 'Nummer', queue: 'Wachtrij', answered: 'Antwoord', duration: 'Duur (s)', outcome: 'Resultaat', transferredTo: 'Doorverbonden naar' };
const words = { inbound: 'binnenkomend', outbound: 'uitgaand', answered: 'opgenomen', missed: 'gemist' };

export interface ExportingDesk {
  readonly bench: StoreBench;
  readonly folder: string;
  readonly save: (request: ExportRequest, format: ExportFormat) => Promise<{ path: string; rows: number | null }>;
}

/** A store with the tests' centre, an office process' insides behind real ports, and an operator who saves everything. */
export async function desk({ allowed = exportLists, cancels = false, folder: wanted, onPage = () => undefined }: { allowed?: readonly ExportList[]; cancels?: boolean; folder?: string; onPage?: () => void } = {}): Promise<ExportingDesk> {
  const bench = storeBench();
  await bench.open();
  seed(bench.path);
  const folder = wanted ?? dirname(bench.path);
  let path = '';
  const exports = new ExportDesk({
    allowed: () => allowed,
    language: () => 'nl',
    page: async ({ request, ...where }) => {
      onPage();
      if (request.list === 'queueFigures') return await queueFigurePage(central, request);
      if (request.list === 'identityChecks') return await trailPage({ session: central, names: (wish) => bench.main.call('identity.names', wish) }, request, where.after);
      return await bench.main.call('export.page', { request, ...where });
    },
    record: (input) => bench.main.call('export.record', input),
    whereTo: async ({ extension }) => (cancels ? null : (path = join(folder, `lijst.${extension}`))),
    office: async (work) => {
      const { port1, port2 } = new MessageChannel();
      onTestFinished(() => port1.close());
      serve(officeContract, officeHandlers(), silentLogger).attach(messagePort(port1, () => undefined));
      return work(connect(officeContract, messagePort(port2, () => undefined)));
    },
    clock: systemClock,
    logger: silentLogger,
  });
  return { bench, folder, save: async (request, format) => ({ rows: await exports.export({ request, format, title: 'Oproepen', headings, words }), path }) };
}

/** What a CSV file has under its headings. */
export function cellsIn(path: string): string[][] {
  return readFileSync(path, 'utf8').trimEnd().split('\r\n').slice(1).map((line) => line.split(';').map((cell) => cell.slice(1, -1)));
}
