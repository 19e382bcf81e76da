import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreControlContract } from '#shared/ipc/store-control.ts';
import { exportPage } from './exports/export-rows.ts';
import { FoundCustomers } from './exports/found-customers.ts';
import { recordExport } from './exports/record-export.ts';
import { trailNames } from './identity/trail-names.ts';
import { noteWork } from './knowledge/shift.ts';
import { erasedCalls } from './queries/erased-calls.ts';
import { letterFile, offeredTemplates } from './queries/letters.ts';
import { countInteraction, measureInteraction, recordInteraction, transferInteraction } from './services/call-facts.ts';
import { answerInteraction, endInteraction, openInteraction, type CallEffect } from './services/interaction-calls.ts';
import type { Store } from './store.ts';

/** What main may ask. */
export function controlHandlers(store: Store): Handlers<StoreControlContract> {
  const found = new FoundCustomers();
  function told(effect: CallEffect): undefined {
    store.announce({ interaction: effect.interactionId });
  }
  return {
    'store.open': (input) => ({ interrupted: store.open(input) }),
    'store.repair': async (input) => await store.repair(input),
    'store.unsent': () => store.guard(() => store.unsent()),
    'store.wipe': async ({ database, keep }) => await store.wipe(database, keep),
    'store.renew': async ({ database, key }) => await store.renew(database, key),
    'store.takeIn': async (copy) => await store.takeIn(copy),
    'store.close': async () => ({ pending: await store.close() }),
    'session.set': ({ country, ...session }) => store.guard(() => store.setSession(session, country)),
    'session.clear': () => store.guard(() => store.clearSession()),
    'desk.lock': ({ locked }) => store.lock.set(locked),
    'export.page': async ({ request, after, language }) =>
      request.list === 'customers' ? await found.page(store.context, request.text, after, (action) => store.guard(action)) : store.guard(() => exportPage(store.context, request, after, language)),
    'identity.names': (wish) => store.guard(() => trailNames(store.context.db, store.context.agentId(), wish)),
    'export.record': async (input) => {
      await store.write(() => recordExport(store.context, input));
      store.announce({});
    },
    'letter.templates': () => store.guard(() => offeredTemplates(store.context.db)),
    'letter.file': ({ sha256 }) => store.guard(() => ({ bytes: letterFile(store.context.db, sha256) })),
    'interaction.open': async (input) => {
      // The screen waits for it. Without power the call is over too: who has been answered is on the disk (`interaction.answered`).
      const { interactionId, opened, queue } = await store.write(() =>
        store.context.db.writeAhead(() => {
          noteWork(store.context);
          return openInteraction(store.context, input);
        }),
      );
      store.announce(opened ? { opened: { id: interactionId, callId: input.callId } } : { interaction: interactionId });
      return { interactionId, queue };
    },
    'interaction.answered': async (input) => told(await store.write(() => answerInteraction(store.context, input))),
    'interaction.ended': async (input) => told(await store.write(() => (noteWork(store.context), endInteraction(store.context, input)))),
    'interaction.transferred': async (input) => told(await store.write(() => transferInteraction(store.context, input))),
    // Nobody shows it while it is being counted: no event.
    'interaction.counted': async (input) => {
      await store.write(() => countInteraction(store.context, input));
      return undefined;
    },
    'interaction.quality': async (input) => told(await store.write(() => measureInteraction(store.context, input))),
    'recordings.erased': ({ callIds }) => store.guard(() => ({ callIds: erasedCalls(store.context.db, callIds) })),
    'interaction.recorded': async (input) => told(await store.write(() => recordInteraction(store.context, input))),
  };
}
