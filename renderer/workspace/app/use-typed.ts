import type { Draft } from '#shared/domain/customer-file.ts';
import { useServices } from './services.ts';
import { keepWithoutDraft } from './store-queries.ts';

interface Typed {
  /** For a write that puts what was typed into the file: when it is on disk, the journal has forgotten it. */
  readonly saving: <T>(fields: Draft, write: (typed: { readonly interactionId: string; readonly fields: Draft }) => Promise<T>) => Promise<T>;
  /** What was typed is given up. */
  readonly drop: (fields: Draft) => Promise<void>;
}

/** What becomes of keystrokes in the journal once they are saved, or given up. @param ownerId the conversation's id, or the customer's. */
export function useTyped(ownerId: string): Typed {
  const { store, queries, journal } = useServices();
  function forget(fields: Draft): void {
    keepWithoutDraft(queries, ownerId, fields);
    journal.forgetFields(ownerId, fields);
  }
  return {
    async saving(fields, write) {
      await journal.flush(ownerId);
      const done = await write({ interactionId: ownerId, fields });
      forget(fields);
      return done;
    },
    async drop(fields) {
      await journal.flush(ownerId);
      await store.call('draft.forget', { interactionId: ownerId, fields });
      forget(fields);
    },
  };
}
