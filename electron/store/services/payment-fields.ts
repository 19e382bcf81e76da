import type { Interaction } from '#shared/domain/entities.ts';
import { maskText } from '#shared/domain/mask-text.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { chosenScript } from '../queries/scripts.ts';

const keysOfScript = `SELECT field.value ->> 'key' AS key FROM script, json_each(script.definition, '$.steps') AS step, json_each(step.value, '$.fields') AS field
  WHERE (script.id = ? OR script.key = (SELECT key FROM script WHERE id = ?)) AND field.value ->> 'type' = 'payment'`;

/**
 * What a payment field captured is that a number was given. The number itself is not written, whatever a page sends: not in the
 * journal, not with the interaction, not for central.
 *
 * @param interaction none where it is of nobody's conversation. Its chosen script counts, and its queue's in every language: what a page sends may be of the one it had before.
 * @param prefix of the fields' names, e.g. `script.` in a draft.
 */
export function withoutPayments(db: ReadDb, interaction: Pick<Interaction, 'id' | 'queueId'> | undefined, values: Readonly<Record<string, string>>, prefix = ''): Record<string, string> {
  const concerned = Object.keys(values).some((name) => name.startsWith(prefix));
  if (interaction === undefined || !concerned) return { ...values };
  const chosen = chosenScript(db, interaction.id);
  const ofQueue = interaction.queueId === null ? null : (tables.queue.get(db, interaction.queueId)?.scriptId ?? null);
  if (chosen === null && ofQueue === null) return { ...values };
  const payments = new Set(db.all<{ key: string }>(keysOfScript, chosen, ofQueue).map(({ key }) => prefix + key));
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, payments.has(name) && value !== '' ? maskText : value]));
}
