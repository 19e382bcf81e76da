import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreControlContract } from '#shared/ipc/store-control.ts';
import { exportPage } from './exports/export-rows.ts';
import { recordExport } from './exports/record-export.ts';
import { measureInteraction, recordInteraction, transferInteraction } from './services/call-facts.ts';
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
    'export.page': ({ request, after, language }) => store.guard(() => exportPage(store.context, request, after, language)),
    'export.record': (input) => {
      store.guard(() => recordExport(store.context, input));
      store.announce({});
    },
    'interaction.open': (input) => {
      const { interactionId, opened, queue } = store.guard(() => openInteraction(store.context, input));
      store.announce(opened ? { opened: { id: interactionId, callId: input.callId } } : { interaction: interactionId });
      return { interactionId, queue };
    },
    'interaction.answered': (input) => told(store.guard(() => answerInteraction(store.context, input))),
    'interaction.ended': (input) => told(store.guard(() => endInteraction(store.context, input))),
    'interaction.transferred': (input) => told(store.guard(() => transferInteraction(store.context, input))),
    'interaction.quality': (input) => told(store.guard(() => measureInteraction(store.context, input))),
    'interaction.recorded': (input) => told(store.guard(() => recordInteraction(store.context, input))),
  };
}
