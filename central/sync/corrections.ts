import { isDeepStrictEqual } from 'node:util';
import type { WritableEntity } from '#shared/domain/entities.ts';
import { removedField, type Correction } from '#shared/domain/file-entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Row } from '../database/rows.ts';
import type { Writer } from './change-log.ts';

type CorrectedEntity = Correction['entity'];
const corrected: readonly string[] = ['customer', 'contactPoint', 'address'] satisfies CorrectedEntity[];

/** Which fields are nobody's correction: that a file moved, or was archived, is told by other rows. */
const silent = new Set(['customerId', 'archived']);

interface Change {
  readonly entity: WritableEntity;
  readonly current: Row;
  /** The new values; null: the row goes. */
  readonly fields: Readonly<Record<string, unknown>> | null;
  readonly agentId: string | null;
  /** When it was done, by the device's clock. */
  readonly at: string;
}

/** Keeps who changed what of a customer's data, and what stood there before. */
export async function keepFormer(writer: Writer, { entity, current, fields, agentId, at }: Change): Promise<void> {
  if (!corrected.includes(entity)) return;
  const customerId = entity === 'customer' ? current.id : String(current['customerId']);
  // A device whose clock is ahead does not write tomorrow's history.
  const common = { customerId, entity: entity as CorrectedEntity, rowId: current.id, at: at < writer.at ? at : writer.at, agentId };
  if (fields === null) {
    await writer.create('correction', { id: newId(), ...common, field: removedField, former: kept(current), value: null });
    return;
  }
  for (const [field, value] of Object.entries(fields)) {
    if (silent.has(field) || isDeepStrictEqual(current[field], value)) continue;
    await writer.create('correction', { id: newId(), ...common, field, former: current[field], value });
  }
}

/** A removed row without what the log keeps of it. */
function kept(row: Row): Record<string, unknown> {
  const { id: _id, version: _version, updatedAt: _updatedAt, customerId: _customerId, ...values } = row;
  return values;
}
