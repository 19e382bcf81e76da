import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { callRefusals } from '#shared/domain/consent.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { fileCalls } from '#shared/ipc/file-calls.ts';
import { recordsOf } from './queries/customer-records.ts';
import { dueWork } from './queries/due-work.ts';
import { correctionsOf, timelinePage } from './queries/timeline.ts';
import { callersByNumber } from './search/callers.ts';
import { findDuplicates } from './search/find-duplicates.ts';
import { undoCorrection } from './services/correction-work.ts';
import { getCustomer } from './services/customer-work.ts';
import { addConsent, addNote, addPromise, changeCase, changeNote, changePromise, openCase, removeNote } from './services/file-work.ts';
import { mergeCustomers, undoMerge } from './services/merge-work.ts';
import type { Store } from './store.ts';

type FileHandlers = Pick<Handlers<StoreContract>, keyof typeof fileCalls>;

/** What a workspace may ask of a customer's file beside their data. */
export function fileHandlers(store: Store): FileHandlers {
  const guard = <T>(action: () => T): T => store.guard(action);
  /** Runs a write that answers whose file it touched, tells of it, and answers the file. */
  async function written(action: () => string, touches: { readonly work?: boolean } = {}): Promise<CustomerFile> {
    const customerId = await store.write(action);
    store.announce({ customer: customerId, ...touches });
    return guard(() => getCustomer(store.context, customerId));
  }
  /** Of a file that became another one meanwhile the news is fetched at once: the operator goes on with what there is. */
  async function asked<T>(action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (thrown) {
      if (thrown instanceof BalieError && thrown.code === 'customer.merged') store.syncNow();
      throw thrown;
    }
  }
  return {
    'customer.timeline': ({ customerId, kinds, before, limit }) => guard(() => timelinePage(store.context.db, { customerId, kinds, before, limit }, store.context.agentId())),
    'customer.corrections': ({ customerId, fields }) => guard(() => correctionsOf(store.context.db, customerId, fields, store.context.agentId())),
    'correction.undo': (input) => written(() => undoCorrection(store.context, input)),

    'customer.refusals': ({ number }) => guard(() => refusalsOf(store, number)),
    'consent.add': (input) => written(() => addConsent(store.context, input)),

    'note.add': (input) => written(() => addNote(store.context, input)),
    'note.change': (input) => written(() => changeNote(store.context, input)),
    'note.remove': (input) => written(() => removeNote(store.context, input)),

    'case.open': (input) => written(() => openCase(store.context, input), { work: true }),
    'case.change': (input) => written(() => changeCase(store.context, input), { work: true }),
    'promise.add': (input) => written(() => addPromise(store.context, input), { work: true }),
    'promise.change': (input) => written(() => changePromise(store.context, input), { work: true }),
    'work.due': ({ limit, whose }) => guard(() => dueWork(store.context.db, store.context.agentId(), limit, whose)),

    'customer.duplicates': ({ id }) => guard(() => findDuplicates(store.context.db, id)),
    'customer.merge': async (input) => {
      const file = await written(() => mergeCustomers(store.context, input), { work: true });
      store.announce({ customer: input.mergedId });
      return file;
    },
    'customer.undoMerge': (input) => written(() => undoMerge(store.context, input), { work: true }),

    'customer.export': async ({ id, reason }) => ({ text: await asked(() => store.central.exportCustomer(id, reason)) }),
    'customer.erase': async ({ id, reason }) => {
      await asked(() => store.central.eraseCustomer(id, reason));
      store.syncNow();
      return undefined;
    },
  };
}

/**
 * Everybody who has the number counts: it is not known who will pick up. What was refused for one purpose is shown in
 * the file; a call that an operator dials has no purpose yet, so only do-not-call asks.
 */
function refusalsOf(store: Store, number: string): { customerId: string; name: string; consent: CustomerFile['consents'][number] }[] {
  const { context } = store;
  const { db } = context;
  return callersByNumber(db, number, context.country()).flatMap(({ id, name }) => {
    const consent = callRefusals(recordsOf(db, id, '').consents).find(({ purpose }) => purpose === 'any');
    return consent === undefined ? [] : [{ customerId: id, name, consent }];
  });
}
