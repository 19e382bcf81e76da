import { expect } from 'vitest';
import type { Central } from '../../../../central/central.ts';
import type { List } from '#shared/contract/lists.ts';
import { newId } from '#shared/domain/ids.ts';
import { articleRow } from '../../../fixtures/articles.ts';
import { offerRow } from '../../../fixtures/casework.ts';
import { orderRow, productRow, slotRow } from '../../../fixtures/ordering.ts';
import { addressPatch, customerPatch, interactionPatch, mutation } from './samples.ts';
import type { Workstation } from './workstation.ts';

const at = '2026-01-05T09:00:00.000Z';
const synced = () => ({ id: newId(), version: 0, updatedAt: at });

export type ListedRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** One row of everything about a customer that can be listed, all of it of this agent's and this queue's. @returns whose. */
export async function fillLists(central: Central, station: Workstation, queueId: string): Promise<string> {
  const customer = mutation('customer', null, customerPatch({ vatNumber: 'BE0417497106' }));
  const interaction = mutation('interaction', null, interactionPatch(station.agentId, { queueId, customerId: customer.entityId, closedAt: at, state: 'closed' }));
  const of = { customerId: customer.entityId, interactionId: interaction.entityId, agentId: station.agentId };
  const results = await station.mutate(
    ...[customer, interaction, mutation('address', null, addressPatch(of.customerId))],
    mutation('contactPoint', null, { customerId: of.customerId, kind: 'mobile', value: '+32470112299', preferred: true }),
    mutation('callLeg', null, { interactionId: of.interactionId, callId: newId(), direction: 'inbound', startedAt: at, answeredAt: null, endedAt: null, cause: null, endedBy: null }),
  );
  expect(results.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
  const [offer, product, slot, article] = [offerRow(), productRow(), slotRow(), articleRow({ queueIds: [queueId] })];
  const work = { customerId: of.customerId, interactionId: of.interactionId, priority: 'normal', ownerId: station.agentId, queueId } as const;
  const kept = { ...synced(), ...work };
  const complaint = { ...kept, kind: 'complaint', caseNumber: 'Z-900001', state: 'open', subject: 'Fles gebroken', description: '', openedAt: at, openedBy: station.agentId, dueAt: at, closedAt: null, result: '', procedureId: null, collected: {}, readBackAt: null } as const;
  await central.import({
    ...{ offer: [offer], product: [product], capacitySlot: [slot], article: [article], case: [complaint] },
    note: [{ ...synced(), ...of, text: 'Belt na vijf uur', pinned: false, at }],
    consent: [{ ...synced(), ...of, channel: 'phone', purpose: 'any', state: 'withdrawn', source: 'call', how: 'gezegd', at }],
    identityCheck: [{ ...synced(), ...of, queueId, at, kind: 'gave-up', check: null, way: null, carried: null, opened: [] }],
    promise: [{ ...kept, id: newId(), caseId: complaint.id, text: 'Terugbellen', state: 'open', dueAt: at, madeAt: at, madeBy: station.agentId, doneAt: null }],
    question: [{ ...synced(), ...of, text: 'Waar blijft het?', at, state: 'assigned', answer: '', caseId: complaint.id }],
    offerAnswer: [{ ...synced(), ...of, offerId: offer.id, at, answer: 'no' }],
    order: [orderRow({ ...of, number: 'O-900001', history: [{ state: 'confirmed', at, by: null }] })],
    reservation: [{ ...synced(), ...of, number: 'R-900001', slotId: slot.id, seats: 2, state: 'confirmed', note: '', at }],
    articleFeedback: [{ ...synced(), articleId: article.id, edition: 1, verdict: 'wrong', sentence: 'Klopt niet', agentId: station.agentId, interactionId: of.interactionId, at }],
    dataExport: [{ ...synced(), agentId: station.agentId, list: 'cases', format: 'ods', rows: 3, customerId: of.customerId, templateId: null, templateEdition: null, at }],
  });
  return of.customerId;
}

/** Everything that a list has for somebody. */
export async function listed(station: Workstation, name: string, filter: Record<string, string> = {}): Promise<ListedRow[]> {
  return (await station.list(`/v1/${name}`, 500, filter)) as ListedRow[];
}

/** Each way in which a list can be asked for just this row. */
export function* filtersFor(list: List, row: ListedRow): Generator<Record<string, string>> {
  for (const field of list.equal) {
    const value = row[field];
    if (typeof value === 'string') yield { [field]: value };
    else if (typeof value === 'boolean') yield { [field]: value ? 'true' : 'false' };
  }
  for (const field of list.between) if (typeof row[field] === 'string') yield { [`${field}From`]: row[field] };
}
