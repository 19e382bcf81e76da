import { isoNow } from '#shared/domain/clock.ts';
import { newId } from '#shared/domain/ids.ts';
import type { DataExport } from '#shared/domain/office-entities.ts';
import { tables } from '../entities/tables.ts';
import type { StoreContext } from '../services/context.ts';
import { sendNew } from '../services/interaction-outbox.ts';

/** Writes down that a list left as a file: the row and its way to central in one transaction. */
export function recordExport(context: StoreContext, what: Pick<DataExport, 'list' | 'format' | 'rows' | 'customerId'> & Partial<Pick<DataExport, 'templateId' | 'templateEdition'>>): void {
  context.db.write((db) => {
    const at = isoNow(context.clock);
    const row: DataExport = { templateId: null, templateEdition: null, ...what, id: newId(), version: 0, updatedAt: at, agentId: context.agentId(), at };
    tables.dataExport.put(db, row);
    sendNew(db, 'dataExport', row, at);
  });
}
