import type { CallInput, CallName } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { SecretRows } from './secret-customer.ts';
import type { StartedCall } from './store-bench.ts';

/** Everything that a workspace can ask about one customer; every call of the contract is here, or this does not compile. */
export function everyQuestion(call: StartedCall, { customerId, ids }: SecretRows, typed: string): { readonly [N in CallName<StoreContract>]: readonly CallInput<StoreContract, N>[] } {
  const { callId, interactionId } = call;
  const place = { customerId, interactionId };
  const due = new Date(Date.now() + 3_600_000).toISOString();
  const wish = { lines: [], delivery: null, slotId: null, priority: 'normal', note: '', heard: [], language: 'nl' } satisfies CallInput<StoreContract, 'order.save'>['wish'];
  return {
    'interaction.byCall': [{ callId }],
    'interaction.get': [{ id: interactionId }],
    'interaction.unfinished': [undefined],
    'interaction.linkCustomer': [{ id: interactionId, customerId }],
    'interaction.setScriptRun': [{ id: interactionId, run: { scriptKey: 'vraag', scriptVersion: 1, start: 'begin', events: [] }, captured: {} }],
    'interaction.close': [],
    'draft.write': [{ interactionId, fields: { note: 'Belt over de factuur.' } }],
    'draft.read': [{ customerId }],
    'draft.forget': [{ interactionId, fields: { sentence: 'Niets.' } }],
    'identity.answer': [],
    'identity.giveUp': [{ interactionId, way: 'supervisor', promised: { text: 'Terugbellen', dueAt: due } }],
    'customer.get': [{ id: customerId }],
    'customer.search': [{ text: typed, limit: 60 }, { text: 'zzz' }],
    'customer.create': [],
    'customer.change': [
      { id: customerId, change: { customer: { familyName: 'Anders' } } },
      { id: customerId, change: { contactPoints: [{ id: ids.point, kind: 'phone', value: '+3292254107', preferred: true }] } },
      { id: customerId, change: { removed: { contactPoints: [ids.point] } } },
      { id: customerId, change: { customer: { language: 'fr' } } },
    ],
    'customer.timeline': [{ customerId }, { customerId, kinds: ['correction'] }],
    'customer.corrections': [{ customerId, fields: ['customer.familyName'] }],
    'correction.undo': [{ customerId, id: ids.correction, field: 'familyName' }],
    'customer.refusals': [],
    'consent.add': [{ ...place, channel: 'email', purpose: 'marketing', state: 'withdrawn', source: 'call', how: 'Wil geen mail meer.' }],
    'note.add': [{ ...place, text: 'Belt terug.', pinned: false }],
    'note.change': [{ id: ids.note, pinned: false }],
    'note.remove': [{ id: ids.note }],
    'case.open': [{ ...place, kind: 'question', subject: 'Factuur', description: '', priority: 'normal', dueAt: null, mine: true }],
    'case.change': [{ id: ids.case, state: 'solved' }],
    'promise.add': [{ ...place, text: 'Terugbellen.', dueAt: due, caseId: null, mine: true }],
    'promise.change': [{ id: ids.promise, state: 'kept' }],
    'work.due': [{ limit: 200 }],
    'customer.duplicates': [{ id: customerId }],
    'customer.merge': [{ survivorId: ids.twin, mergedId: customerId, taken: [] }],
    'customer.undoMerge': [{ id: ids.merge }],
    'customer.export': [{ id: customerId, reason: 'verzoek' }],
    'customer.erase': [{ id: customerId, reason: 'verzoek' }],
    'history.list': [{}, { text: typed }],
    'directory.search': [{ text: '' }],
    'quality.figures': [{ queue: null, days: 28, bucket: 'day', timeZone: 'Europe/Brussels' }],
    'product.search': [{ text: '' }],
    'product.get': [],
    'order.search': [{ text: '777' }],
    'order.list': [{ customerId }],
    'order.desk': [place],
    'order.save': [{ ...place, wish }],
    'order.hold': [place],
    'order.discard': [{ id: ids.order }],
    'order.place': [{ id: ids.order }],
    'order.revise': [{ id: ids.order, interactionId }],
    'order.change': [{ id: ids.order, state: 'cancelled', reason: 'op vraag' }],
    'order.accept': [{ entity: 'order', id: ids.order }],
    'slot.list': [undefined],
    'reservation.create': [],
    'reservation.cancel': [{ id: ids.reservation }],
    'article.search': [{ text: typed, language: 'nl' }, { text: '', language: 'nl' }],
    'article.get': [],
    'article.feedback': [],
    'sync.status': [undefined],
    'sync.now': [undefined],
    'unsent.list': [undefined],
    'unsent.resolve': [{ id: ids.point, choices: {} }],
    'unsent.retry': [{ id: ids.point, changes: {} }],
    'unsent.discard': [{ id: ids.point }],
  };
}
