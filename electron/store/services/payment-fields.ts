import { maskText } from '#shared/domain/mask-text.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';

const keysOfScript = `SELECT field.value ->> 'key' AS key FROM script, json_each(script.definition, '$.steps') AS step, json_each(step.value, '$.fields') AS field
  WHERE script.id = ? AND field.value ->> 'type' = 'payment'`;

/**
 * What a payment field captured is that a number was given. The number itself is not written, whatever a page sends: not in the
 * journal, not with the interaction, not for central.
 *
 * @param prefix of the fields' names, e.g. `script.` in a draft.
 */
export function withoutPayments(db: ReadDb, queueId: string | null, values: Readonly<Record<string, string>>, prefix = ''): Record<string, string> {
  const scriptId = queueId === null ? null : (tables.queue.get(db, queueId)?.scriptId ?? null);
  const concerned = Object.keys(values).some((name) => name.startsWith(prefix));
  if (scriptId === null || !concerned) return { ...values };
  const payments = new Set(db.all<{ key: string }>(keysOfScript, scriptId).map(({ key }) => prefix + key));
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, payments.has(name) && value !== '' ? maskText : value]));
}
