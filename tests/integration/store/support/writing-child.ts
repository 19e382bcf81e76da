/**
 * Not a test: a process that works in a store until it is killed: keystrokes, corrections, calls that are closed, and
 * changes from central beside them. After each piece of work, when the store has answered that it is on disk, it prints
 * one line: the interaction, the batch of keystrokes, and how many corrections and closed calls there were.
 */
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { systemClock } from '#shared/domain/clock.ts';
import { openBatchConnection } from '../../../../electron/store/open-store.ts';
import { Store } from '../../../../electron/store/store.ts';
import { changeCustomer, createCustomer } from '../../../../electron/store/services/customer-work.ts';
import { answerInteraction, endInteraction, openInteraction } from '../../../../electron/store/services/interaction-calls.ts';
import { closeInteraction, saveDraft } from '../../../../electron/store/services/interaction-work.ts';
import { tables } from '../../../../electron/store/entities/tables.ts';
import { Applier } from '../../../../electron/sync/applier.ts';

const [path = '', key = ''] = process.argv.slice(2);
const around = { clock: systemClock, logger: silentLogger };
const store = new Store({ logger: silentLogger });
store.open({ path, key, country: 'BE' });
const { context } = store;
// In one thread nobody has to wait for a turn.
const applier = new Applier(openBatchConnection({ path, key }, { ...around, turn: { run: (work) => work() } }), around);
const at = (): string => new Date().toISOString();

const outcome = { id: newId(), version: 1, updatedAt: at(), code: 'done', label: { nl: 'Klaar' }, requiresSentence: false, sentences: null, order: 1 };
context.db.write((db) => tables.outcome.put(db, outcome));
const { customer } = createCustomer(context, { customer: { familyName: 'Maes' }, contactPoints: [], addresses: [] });

function begin(): { callId: string; interactionId: string } {
  const callId = newId();
  const { interactionId } = openInteraction(context, { callId, direction: 'inbound', number: null, called: null, queueKey: null, startedAt: at() });
  answerInteraction(context, { callId, answeredAt: at() });
  return { callId, interactionId };
}

let call = begin();
let [changes, closed] = [0, 0];
for (let batch = 1; ; batch++) {
  saveDraft(context, { interactionId: call.interactionId, fields: { note: `batch ${batch}`, sentence: String(batch) } });
  if (batch % 3 === 0) changeCustomer(context, { id: customer.id, change: { customer: { givenName: `change ${++changes}` } } });
  if (batch % 5 === 0) applier.applyChanges(Array.from({ length: 20 }, () => ({ entity: 'agent', id: newId(), version: 1, row: { id: newId(), version: 1, updatedAt: at(), username: 'x'.repeat(100), name: 'x', extension: null, team: null, languages: [] } })), `a-${batch}`);
  process.stdout.write(`${JSON.stringify([call.interactionId, batch, changes, closed])}\n`);
  if (batch % 17 === 0) {
    endInteraction(context, { callId: call.callId, endedAt: at(), cause: 'hung-up', endedBy: 'remote' });
    closeInteraction(context, { id: call.interactionId, outcomeId: outcome.id, sentence: '', note: `batch ${batch}`, captured: {}, readBackAt: null });
    closed++;
    call = begin();
  }
}
