import type { identityCalls } from '#shared/ipc/identity-calls.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { interactionFile } from '../services/interaction-file.ts';
import type { Store } from '../store.ts';
import { answerCheck, giveUp } from './gate-work.ts';
import { trailNames } from './trail-names.ts';

/** What a workspace may ask of the gate itself. */
export function identityHandlers(store: Store): Pick<Handlers<StoreContract>, keyof typeof identityCalls> {
  return {
    'identity.answer': async (input) => {
      const right = await store.write(() => answerCheck(store.context, input));
      store.announce({ interaction: input.interactionId });
      return { right, file: store.guard(() => interactionFile(store.context, input.interactionId)) };
    },
    'identity.giveUp': async (input) => {
      const customer = await store.write(() => giveUp(store.context, input));
      store.announce({ interaction: input.interactionId, customer, work: input.promised !== null });
      return store.guard(() => interactionFile(store.context, input.interactionId));
    },
    'identity.names': (wish) => store.guard(() => trailNames(store.context.db, store.context.agentId(), wish)),
  };
}
