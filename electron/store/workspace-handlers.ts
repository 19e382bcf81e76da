import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { caseworkHandlers } from './casework-handlers.ts';
import { fileHandlers } from './file-handlers.ts';
import { identityHandlers } from './identity/identity-handlers.ts';
import { knowledgeHandlers } from './knowledge/knowledge-handlers.ts';
import { scriptDraftHandlers } from './script-draft-handlers.ts';
import { orderHandlers } from './order-handlers.ts';
import { addAccuracy, readAccuracy } from './queries/accuracy.ts';
import { searchDirectory } from './queries/directory.ts';
import { listHistory } from './queries/history.ts';
import { unfinishedInteractions } from './queries/interactions.ts';
import { withLastContact } from './queries/last-contact.ts';
import { withArchived } from './search/archived.ts';
import { searchCustomers } from './search/search-customers.ts';
import { changeCustomer, createCustomer, getCustomer } from './services/customer-work.ts';
import { interactionFile, interactionFileByCall } from './services/interaction-file.ts';
import { chooseScript, closeInteraction, draftOfFile, dropDraft, linkCustomer, saveDraft, scriptsFor, setScriptRun } from './services/interaction-work.ts';
import { ownFigures } from './services/own-figures.ts';
import type { Store } from './store.ts';
import { unsentHandlers } from './unsent/handlers.ts';

/** What a workspace window may ask, before the gate (`identity/gated-handlers.ts`). Writes are announced after they are committed, never before. */
export function workspaceHandlers(store: Store): Handlers<StoreContract> {
  const guard = <T>(action: () => T): T => store.guard(action);
  const write = async <T>(action: () => T): Promise<T> => await store.write(action);
  return {
    'interaction.byCall': ({ callId }) => guard(() => interactionFileByCall(store.context, callId)),
    'interaction.get': ({ id }) => guard(() => interactionFile(store.context, id)),
    'interaction.unfinished': () => guard(() => unfinishedInteractions(store.context.db)),
    'interaction.linkCustomer': async (input) => {
      const file = await write(() => linkCustomer(store.context, input));
      store.announce({ interaction: input.id });
      return file;
    },
    'interaction.setScriptRun': async (input) => {
      await write(() => setScriptRun(store.context, input));
      store.announce({ interaction: input.id });
      return undefined;
    },
    'interaction.scripts': ({ id }) => guard(() => scriptsFor(store.context, id)),
    'interaction.chooseScript': async (input) => {
      const file = await write(() => chooseScript(store.context, input));
      store.announce({ interaction: input.id });
      return file;
    },
    'interaction.close': async (input) => {
      const interaction = await write(() => closeInteraction(store.context, input));
      store.announce({ interaction: input.id });
      return interaction;
    },

    // Nobody else shows a draft while it is being typed: no event, and nothing for the outbox.
    'draft.write': async (input) => await write(() => saveDraft(store.context, input)),
    'draft.read': ({ ownerId }) => guard(() => draftOfFile(store.context, ownerId)),
    'draft.forget': async (input) => {
      await write(() => dropDraft(store.context, input));
      return undefined;
    },

    'customer.get': ({ id }) => guard(() => getCustomer(store.context, id)),
    'customer.search': ({ text, limit }) => guard(() => withLastContact(store.context.db, withArchived(store.context.db, text, searchCustomers(store.context.db, text, store.context.country(), limit)).slice(0, limit))),
    'customer.create': async (input) => {
      const file = await write(() => createCustomer(store.context, input));
      store.announce({ customer: file.customer.id });
      return file;
    },
    'customer.change': async (input) => {
      const file = await write(() => changeCustomer(store.context, input));
      store.announce({ customer: input.id });
      return file;
    },

    ...identityHandlers(store),

    ...fileHandlers(store),

    ...caseworkHandlers(store),

    'history.list': (input) => guard(() => listHistory(store.context.db, input, { agentId: store.context.agentId(), country: store.context.country() })),
    'directory.search': ({ text, limit }) => guard(() => searchDirectory(store.context.db, text, store.context.country(), limit)),

    'accuracy.add': async (input) => {
      await write(() => store.context.db.write((db) => addAccuracy(db, input)));
      return undefined;
    },
    'accuracy.read': () => guard(() => readAccuracy(store.context.db)),
    'quality.figures': (input) => guard(() => ownFigures(store.context, input)),

    ...orderHandlers(store),

    ...knowledgeHandlers(store),
    ...scriptDraftHandlers(store),

    'sync.status': () => store.syncStatus,
    'sync.now': () => store.syncNow(),

    ...unsentHandlers(store),
  };
}
