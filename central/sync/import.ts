import { entitySchemas, type EntityName, type EntityRow } from '#shared/domain/entities.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { parseScript } from '#shared/domain/script/parse.ts';
import { entityOrder } from '../database/entity-tables.ts';
import type { Database } from '../database/schema.ts';
import { CentralError } from '../errors.ts';
import { centre, readHead, type ChangeLog, type NewRow } from './change-log.ts';
import { skipImportedOrderNumbers } from '../ordering/rows.ts';
import { skipImportedNumbers } from './customer-number.ts';

/** Rows by entity; `version` and `updatedAt` are central's and may be anything. */
export type ImportRows = { readonly [N in EntityName]?: readonly EntityRow<N>[] };

const batchRows = 1_000;

function parsed(entity: EntityName, row: unknown, index: number): NewRow {
  const result = entitySchemas[entity].safeParse(row);
  if (!result.success) {
    const places = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new CentralError('row-invalid', `Row ${index + 1} of ${entity} does not fit its schema at: ${places}`, result.error);
  }
  if ('definition' in result.data) checkScript(result.data.definition, index);
  return result.data;
}

/** A script that would leave an operator stuck in a call is refused where it comes in. */
function checkScript(definition: unknown, index: number): void {
  try {
    parseScript(definition);
  } catch (error) {
    if (error instanceof BalieError) throw new CentralError('row-invalid', `Row ${index + 1} of script: ${error.message}`, error);
    throw error;
  }
}

/**
 * Brings rows in from the centre's side, all of them or none. Connected clients hear of them as changes.
 *
 * @returns the number of rows.
 * @throws CentralError `row-invalid`, before anything is written.
 */
export async function importRows(log: ChangeLog, rows: ImportRows): Promise<number> {
  const checked = entityOrder.map((entity) => ({ entity, rows: (rows[entity] ?? []).map((row, index) => parsed(entity, row, index)) }));
  return await log.write(centre, async (writer) => {
    let count = 0;
    for (const { entity, rows: all } of checked) {
      for (let start = 0; start < all.length; start += batchRows) {
        const batch = all.slice(start, start + batchRows);
        await writer.putAll(entity, batch);
        count += batch.length;
      }
    }
    if ((rows.customer?.length ?? 0) + (rows.case?.length ?? 0) > 0) await skipImportedNumbers(writer.trx);
    if ((rows.order?.length ?? 0) + (rows.reservation?.length ?? 0) > 0) await skipImportedOrderNumbers(writer.trx);
    return count;
  });
}

/** @returns whether nothing was ever written: a new database. */
export async function isEmpty(db: Database): Promise<boolean> {
  return (await readHead(db)).sequence === 0;
}
