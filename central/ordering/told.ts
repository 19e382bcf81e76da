import { isDeepStrictEqual } from 'node:util';
import type { Row } from '../database/rows.ts';

/** What an operator can change of an order that central has. */
const changeable = ['lines', 'delivery', 'priority', 'slotId'] as const;

/**
 * @returns what the centre's other systems want to hear of: that it lost pieces, goes elsewhere or comes otherwise, that it was cancelled
 * or sent back. What the centre itself does with it (packed, shipped, delivered) is no news to it.
 */
export function changedOf(former: Row, row: Row): string[] {
  const isOver = former['state'] !== row['state'] && (row['state'] === 'cancelled' || row['state'] === 'returned');
  return [...changeable.filter((field) => !isDeepStrictEqual(former[field], row[field])), ...(isOver ? ['state'] : [])];
}
