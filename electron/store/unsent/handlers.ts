import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { Store } from '../store.ts';
import { discardWork, resolveConflict, retryWork } from './decide-work.ts';
import { parkedById, unsentList } from './parked-work.ts';
import { customerOf } from './subject.ts';

type All = Handlers<StoreContract>;
type UnsentHandlers = { readonly [N in keyof All as N extends `unsent.${string}` ? N : never]: All[N] };

/** The list of work that central does not have, and what is decided about it. */
export function unsentHandlers(store: Store): UnsentHandlers {
  /** Whoever shows the row has to read it again. */
  async function decided<T>(id: string, action: () => T): Promise<T> {
    const mutation = store.guard(() => parkedById(store.context.db, id)?.mutation);
    const customer = mutation === undefined ? null : store.guard(() => customerOf(store.context.db, mutation.entity, mutation.entityId, mutation.patch ?? {}));
    const result = await store.write(action);
    store.announce({ work: true, ...(customer === null ? {} : { customer: customer.id }), ...(mutation?.entity === 'interaction' ? { interaction: mutation.entityId } : {}) });
    return result;
  }
  return {
    'unsent.list': () => store.guard(() => unsentList(store.context.db)),
    'unsent.resolve': async ({ id, choices }) => await decided(id, () => resolveConflict(store.context, id, choices)),
    'unsent.retry': async ({ id, changes }) => await decided(id, () => retryWork(store.context, id, changes)),
    'unsent.discard': async ({ id }) => await decided(id, () => ({ discarded: discardWork(store.context, id) })),
  };
}
