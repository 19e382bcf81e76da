import { isoNow } from '#shared/domain/clock.ts';
import type { Address, ContactPoint, Customer, EntityRow } from '#shared/domain/entities.ts';
import { removedField, type Correction } from '#shared/domain/file-entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { EntityTable } from '../entities/entity-table.ts';
import { tables } from '../entities/tables.ts';
import { pendingCorrections } from '../queries/timeline.ts';
import { refreshWords } from '../search/word-index.ts';
import { found, type StoreContext } from './context.ts';
import { putChanged, putNew, type Writing } from './write-rows.ts';

/**
 * Puts back what stood there before a correction: a change like any other, which has its own place in the
 * history. A row that was removed comes back as a new one.
 *
 * @returns the customer.
 */
export function undoCorrection(context: StoreContext, { customerId, id, field }: ParsedInput<StoreContract, 'correction.undo'>): string {
  return context.db.write((db) => {
    const kept = tables.correction.get(db, id);
    const pending = pendingCorrections(db, customerId, context.agentId()).flatMap((entry) => (entry.kind === 'correction' && entry.id === id && entry.correction.field === field ? [entry.correction] : []))[0];
    const correction = found(kept ?? pending, 'correction');
    const write = { db, at: isoNow(context.clock) };
    switch (correction.entity) {
      case 'customer':
        putBack<'customer'>(write, tables.customer, correction);
        break;
      case 'contactPoint':
        putBack<'contactPoint'>(write, tables.contactPoint, correction);
        break;
      case 'address':
        putBack<'address'>(write, tables.address, correction);
        break;
    }
    refreshWords(db, 10);
    return correction.customerId;
  });
}

type Corrected = Correction['entity'];

function putBack<N extends Corrected>(write: Writing, table: EntityTable<N>, { rowId, field, former, customerId }: Correction): void {
  if (field === removedField) {
    putNew<N>(write, table, { ...(former as object), id: newId(), version: 0, updatedAt: write.at, customerId } as (Customer | ContactPoint | Address) as EntityRow<N>);
    return;
  }
  const current = found(table.get(write.db, rowId), 'row');
  putChanged<N>(write, table, current, { ...current, [field]: former });
}
