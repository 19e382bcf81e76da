/**
 * Not a test: a process that types into a store until it is killed. It prints the interaction's id, and
 * then each batch after the store has answered that it is on disk.
 */
import { Store } from '../../../../electron/store/store.ts';
import { openInteraction, answerInteraction } from '../../../../electron/store/services/interaction-calls.ts';
import { saveDraft } from '../../../../electron/store/services/interaction-work.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';

const [path = '', key = ''] = process.argv.slice(2);
const store = new Store({ logger: silentLogger });
store.open({ path, key, country: 'BE' });
const callId = newId();
const at = new Date().toISOString();
const { interactionId } = openInteraction(store.context, { callId, direction: 'inbound', number: null, called: null, queueKey: null, startedAt: at });
answerInteraction(store.context, { callId, answeredAt: at });
process.stdout.write(`${interactionId}\n`);

for (let batch = 1; ; batch++) {
  saveDraft(store.context, { interactionId, fields: { note: `batch ${batch}`, 'customer.givenName': String(batch) } });
  process.stdout.write(`${batch}\n`);
}
