import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreControlContract } from '#shared/ipc/store-control.ts';
import { answerInteraction, endInteraction, openInteraction, type CallEffect } from './services/interaction-calls.ts';
import type { Store } from './store.ts';

/** What main may ask. */
export function controlHandlers(store: Store): Handlers<StoreControlContract> {
  function told(effect: CallEffect): undefined {
    store.announce({ interaction: effect.interactionId });
  }
  return {
    'store.open': (input) => ({ interrupted: store.open(input) }),
    'store.close': () => ({ pending: store.guard(() => store.close()) }),
    'session.set': ({ country, ...session }) => store.guard(() => store.setSession(session, country)),
    'session.clear': () => store.guard(() => store.clearSession()),
    'interaction.open': (input) => {
      const { interactionId, opened } = store.guard(() => openInteraction(store.context, input));
      store.announce(opened ? { opened: { id: interactionId, callId: input.callId } } : { interaction: interactionId });
      return { interactionId };
    },
    'interaction.answered': (input) => told(store.guard(() => answerInteraction(store.context, input))),
    'interaction.transferred': () => undefined,
    'interaction.quality': () => undefined,
    'interaction.ended': (input) => told(store.guard(() => endInteraction(store.context, input))),
  };
}
