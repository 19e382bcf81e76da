/**
 * Not a test: a process that works in a store until it is killed: keystrokes, corrections and calls that are closed in one thread, and pages
 * from central in the worker thread that writes them, at the same time. After each piece of work, when the store has answered that it is on
 * disk, it prints one line: the interaction, the batch of keystrokes, and how many corrections, closed calls and pages there were.
 */
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { systemClock } from '#shared/domain/clock.ts';
import { OperatorTurn } from '../../../../electron/store/database/write-turn.ts';
import { openWorkConnection } from '../../../../electron/store/open-store.ts';
import type { StoreContext } from '../../../../electron/store/services/context.ts';
import { changeCustomer, createCustomer } from '../../../../electron/store/services/customer-work.ts';
import { answerInteraction, endInteraction, openInteraction } from '../../../../electron/store/services/interaction-calls.ts';
import { closeInteraction, saveDraft } from '../../../../electron/store/services/interaction-work.ts';
import { tables } from '../../../../electron/store/entities/tables.ts';
import { ApplierThread } from '../../../../electron/sync/applier-thread.ts';

const [path = '', key = '', customersPerPage = ''] = process.argv.slice(2);
const turn = new OperatorTurn();
const db = openWorkConnection({ path, key }, { clock: systemClock, logger: silentLogger, turn });
const agentId = newId();
const context: StoreContext = { db, clock: systemClock, country: () => 'BE', agentId: () => agentId };
const applier = new ApplierThread({ entry: new URL('../../../../electron/sync/applier-worker.ts', import.meta.url), file: { path, key }, turn, logger: silentLogger });
const at = (): string => new Date().toISOString();

const outcome = { id: newId(), version: 1, updatedAt: at(), code: 'done', label: { nl: 'Klaar' }, requiresSentence: false, sentences: null, order: 1 };
db.write((tx) => tables.outcome.put(tx, outcome));
const { customer } = createCustomer(context, { customer: { familyName: 'Maes' }, contactPoints: [], addresses: [] });

function begin(): { callId: string; interactionId: string } {
  const callId = newId();
  const { interactionId } = openInteraction(context, { callId, direction: 'inbound', number: null, called: null, queueKey: null, startedAt: at() });
  answerInteraction(context, { callId, answeredAt: at() });
  return { callId, interactionId };
}

let pages = 0;

function pageOf(number: number): string {
  const blank = { kind: 'person', customerNumber: null, salutation: 'none', organisationName: null, vatNumber: null, birthDate: null, language: 'nl', segment: 'new', archived: false };
  const changes = Array.from({ length: Number(customersPerPage) }, (_, index) => {
    const id = newId();
    return { entity: 'customer', id, version: 1, row: { ...blank, id, version: 1, updatedAt: at(), givenName: `Jan${number}`, familyName: `Central${index}` } };
  });
  return JSON.stringify({ changes, cursor: `a-${number}`, more: true });
}

async function applyPages(): Promise<never> {
  for (;;) {
    await applier.call('changes.apply', { page: pageOf(pages + 1) });
    pages++;
  }
}

async function work(): Promise<never> {
  let call = begin();
  let [changes, closed] = [0, 0];
  for (let batch = 1; ; batch++) {
    saveDraft(context, { interactionId: call.interactionId, fields: { note: `batch ${batch}`, sentence: String(batch) } });
    if (batch % 3 === 0) changeCustomer(context, { id: customer.id, change: { customer: { givenName: `change ${++changes}` } } });
    process.stdout.write(`${JSON.stringify([call.interactionId, batch, changes, closed, pages])}\n`);
    if (batch % 17 === 0) {
      endInteraction(context, { callId: call.callId, endedAt: at(), cause: 'hung-up', endedBy: 'remote' });
      closeInteraction(context, { id: call.interactionId, outcomeId: outcome.id, sentence: '', note: `batch ${batch}`, captured: {}, readBackAt: null });
      closed++;
      call = begin();
    }
    // The other thread's answers come in between.
    await new Promise<void>((resolve) => void setImmediate(resolve));
  }
}

// The worker is at work before the first line is printed, which is what the killing waits for.
await applier.call('changes.apply', { page: pageOf(1) });
pages = 1;
void applyPages();
void work();
