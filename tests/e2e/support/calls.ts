import type { Peer } from '../../lab/baresip.ts';
import { queueNumber } from './test.ts';
import type { Workspace } from './workspace.ts';

/** The customer calls the queue and the operator answers. */
export async function converse(workspace: Workspace, customer: Peer): Promise<void> {
  await customer.call(queueNumber);
  await workspace.answer();
  await workspace.inConversation();
  await customer.event('CALL_ESTABLISHED');
}
