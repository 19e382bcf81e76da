import type { Writer } from '../sync/change-log.ts';
import { slotById } from './rows.ts';

/** Takes a place in a delivery window, or gives it back; without a window nothing. */
export async function takePlace(writer: Writer, slotId: string | null, by: 1 | -1): Promise<void> {
  const slot = slotId === null ? null : await slotById(writer.trx, slotId);
  if (slot !== null) await writer.update('capacitySlot', slot, { taken: Math.max(0, slot.taken + by) });
}
