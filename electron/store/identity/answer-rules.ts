import type { CustomerFile, Draft, InteractionFile } from '#shared/domain/customer-file.ts';
import { maskOrder } from '#shared/domain/identity/mask-order.ts';
import { maskDueWork, maskFile, maskHistoryEntry, maskHit, maskOrderHit, maskSuperseded, maskTimelineEntry, maskUnsent, type Masked } from '#shared/domain/identity/mask.ts';
import { partOfField, type MaskedPart } from '#shared/domain/identity/parts.ts';
import { maskText } from '#shared/domain/mask-text.ts';
import type { OrderView } from '#shared/domain/ordering/order-views.ts';
import type { CallName, CallOutput, ParsedInput } from '#shared/ipc/contract.ts';
import type { CustomerChange, StoreContract } from '#shared/ipc/store-list.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { articleForm } from '../queries/journal.ts';
import { parkedById } from '../unsent/parked-work.ts';
import { customerOf } from '../unsent/subject.ts';
import type { Access } from './access.ts';
import { shownCaptured } from './shown-captured.ts';

type Name = CallName<StoreContract>;
type Input<N extends Name> = ParsedInput<StoreContract, N>;

/** How one call passes the gate. */
interface Rule<N extends Name> {
  /** Refuses what may not be done while parts are masked. @throws {BalieError} `identity.locked` */
  readonly before?: (input: Input<N>, access: Access, db: ReadDb) => void;
  /** Masks what is answered; absent: no customer is in it. */
  readonly after?: (answer: CallOutput<StoreContract, N>, access: Access, input: Input<N>) => CallOutput<StoreContract, N>;
}

const file = (answer: CustomerFile, access: Access): CustomerFile => maskFile(answer, access.masked(answer.customer.id));

/** What was typed in a field of the form that is masked by now stays in the journal, and off the screen; so do the small forms, which name what they are about. */
function shownDraft(draft: Draft, customerId: string, masked: Masked): Draft {
  const prefix = `customer.${customerId}.`;
  const isShown = (field: string): boolean => {
    if (field.startsWith('form.')) return masked.size === 0 || field.startsWith(articleForm);
    const part = field.startsWith(prefix) ? partOfField[field.slice(prefix.length)] : undefined;
    return part === undefined || !masked.has(part);
  };
  return Object.fromEntries(Object.entries(draft).filter(([field]) => isShown(field)));
}

function interactionFile(answer: InteractionFile, access: Access): InteractionFile {
  const { customer, candidates, draft, interaction } = answer;
  return {
    ...answer,
    interaction: { ...interaction, captured: shownCaptured(interaction.captured, answer.script?.definition ?? null, customer === null ? new Set() : access.masked(customer.customer.id)) },
    candidates: candidates.map((caller) => maskHit(caller, access.masked(caller.id))),
    customer: customer === null ? null : file(customer, access),
    draft: customer === null ? draft : shownDraft(draft, customer.customer.id, access.masked(customer.customer.id)),
  };
}

const ofFile = { after: file };
const ofInteraction = { after: interactionFile };
/** What can be written down about anybody, and shows nothing of what is there. */
const adding = ofFile;

/** Which parts a change of a customer touches. */
function touched(change: CustomerChange): MaskedPart[] {
  const contacts = (change.contactPoints ?? []).map(({ kind }): MaskedPart => (kind === 'email' ? 'email' : 'phoneEnding'));
  const addresses: MaskedPart[] = (change.addresses ?? []).length + (change.removed?.addresses.length ?? 0) > 0 ? ['address', 'postcode'] : [];
  const removed: MaskedPart[] = (change.removed?.contactPoints.length ?? 0) > 0 ? ['phoneEnding', 'email'] : [];
  const fields = Object.keys(change.customer ?? {}).flatMap((field) => partOfField[field] ?? []);
  return [...fields, ...contacts, ...addresses, ...removed];
}

/** Whatever is done to a row of a customer is done to what stands in it. */
const ofRow =
  (entity: 'note' | 'case' | 'promise' | 'order' | 'reservation', part: MaskedPart) =>
  ({ id }: { readonly id: string }, access: Access, db: ReadDb): void => {
    const customerId = tables[entity].get(db, id)?.customerId;
    if (customerId !== undefined) access.requireEach(customerId, [part]);
  };

/** Whoever changes where an order goes sees where the customer lives. */
function ofDelivery(input: { readonly id: string }, access: Access, db: ReadDb): void {
  for (const part of ['orders', 'address', 'postcode'] as const) ofRow('order', part)(input, access, db);
}

const orderView = (view: OrderView, access: Access): OrderView => ({ ...view, order: maskOrder(view.order, access.masked(view.order.customerId)) });
const orders = { before: ({ customerId }: { readonly customerId: string }, access: Access): void => access.requireEach(customerId, ['orders']) };
const whole = { before: ({ id }: { readonly id: string }, access: Access): void => access.requireAll(id) };

function ofUnsent({ id }: { readonly id: string }, access: Access, db: ReadDb): void {
  const mutation = parkedById(db, id)?.mutation;
  const customer = mutation === undefined ? null : customerOf(db, mutation.entity, mutation.entityId, mutation.patch ?? {});
  if (customer !== null) access.requireAll(customer.id);
}

const open = {};

/**
 * How every call of the workspace passes the gate. A new call does not compile until it is decided: masked, refused, or without
 * a customer in it.
 */
export const answerRules: { readonly [N in Name]: Rule<N> } = {
  'interaction.byCall': { after: (answer, access) => (answer === null ? null : interactionFile(answer, access)) },
  'interaction.get': ofInteraction,
  // What this operator typed in conversations that are not over.
  'interaction.unfinished': open,
  'interaction.linkCustomer': ofInteraction,
  'interaction.setScriptRun': open,
  'interaction.scripts': open,
  'interaction.chooseScript': ofInteraction,
  'interaction.close': open,
  'draft.write': open,
  'draft.read': { after: ({ draft, savedAt }, access, { ownerId }) => ({ draft: shownDraft(draft, ownerId, access.masked(ownerId)), savedAt }) },
  'draft.forget': open,

  'identity.answer': { after: ({ right, file: answer }, access) => ({ right, file: interactionFile(answer, access) }) },
  'identity.giveUp': ofInteraction,
  // Masked where they are read: a file of the trail has them too.
  'identity.names': open,

  'customer.get': ofFile,
  'customer.search': { after: (hits, access, { text }) => hits.map((hit) => maskHit(hit, access.masked(hit.id), text)) },
  'customer.create': ofFile,
  'customer.change': { before: ({ id, change }, access) => access.requireEach(id, touched(change)), after: file },
  'customer.timeline': { after: ({ entries, next }, access, { customerId }) => ({ entries: entries.flatMap((entry) => maskTimelineEntry(entry, access.masked(customerId)) ?? []), next }) },
  'customer.corrections': { before: ({ customerId }, access) => access.requireAll(customerId) },
  'correction.undo': { before: ({ customerId }, access) => access.requireAll(customerId), after: file },
  'customer.refusals': {
    after: (refusals, access) =>
      refusals.map(({ customerId, name, consent }) => {
        const masked = access.masked(customerId);
        return { customerId, name: masked.has('name') ? maskText : name, consent: masked.has('text') ? { ...consent, how: maskText } : consent };
      }),
  },
  'consent.add': adding,
  'note.add': adding,
  'note.change': { before: ofRow('note', 'text'), after: file },
  'note.remove': { before: ofRow('note', 'text'), after: file },
  'case.open': adding,
  'case.change': { before: ofRow('case', 'text'), after: file },
  'promise.add': adding,
  'promise.change': { before: ofRow('promise', 'text'), after: file },
  'work.due': { after: (work, access) => work.map((one) => maskDueWork(one, access.masked(one.customerId))) },
  'procedure.list': open,
  'case.step': { before: ({ caseId }, access, db) => ofRow('case', 'text')({ id: caseId }, access, db), after: file },
  'case.numbers': open,
  // What this operator typed in a conversation that is not over.
  'question.note': open,
  'question.settle': open,
  'question.assign': open,
  'work.handOver': { before: ({ kind, id }, access, db) => ofRow(kind, 'text')({ id }, access, db), after: file },
  'work.colleagues': open,
  // Nothing is sold to somebody who has not shown who they are; what they ordered stays away with it.
  'offer.list': { after: (answer, access, { customerId }) => (access.masked(customerId).size === 0 ? answer : { offers: [], answers: [], ordered: [], orderPlaced: false }) },
  // No customer is in it.
  'offer.current': open,
  'offer.answer': open,
  'customer.duplicates': { after: (duplicates, access) => duplicates.map((duplicate) => ({ ...duplicate, hit: maskHit(duplicate.hit, access.masked(duplicate.hit.id)) })) },
  'customer.merge': {
    before({ survivorId, mergedId }, access) {
      access.requireAll(survivorId);
      access.requireAll(mergedId);
    },
    after: file,
  },
  'customer.undoMerge': {
    before({ id }, access, db) {
      const merge = tables.merge.get(db, id);
      if (merge !== undefined) access.requireAll(merge.survivorId);
    },
    after: file,
  },
  'customer.export': whole,
  'customer.erase': whole,

  'history.list': { after: ({ entries, next }, access) => ({ entries: entries.map((entry) => (entry.customerId === null ? entry : maskHistoryEntry(entry, access.masked(entry.customerId)))), next }) },
  'directory.search': open,
  // Numbers of this operator's own conversations.
  'quality.figures': open,

  'product.search': open,
  'product.get': open,
  'order.search': { after: (hits, access) => hits.map((hit) => maskOrderHit(hit, access.masked(hit.customerId))) },
  'order.list': { ...orders, after: (book, access) => ({ ...book, orders: book.orders.map((view) => orderView(view, access)) }) },
  'order.desk': orders,
  'order.save': orders,
  'order.hold': orders,
  'order.discard': { before: ofRow('order', 'orders') },
  'order.place': { before: ofRow('order', 'orders'), after: orderView },
  'order.revise': { before: ofRow('order', 'orders') },
  'order.change': { before: ofRow('order', 'orders'), after: orderView },
  'order.lessened': { before: ofRow('order', 'orders') },
  'order.lessen': { before: ofRow('order', 'orders'), after: orderView },
  'order.redirected': { before: ofDelivery },
  'order.redirect': { before: ofDelivery },
  'order.accept': { before: (input, access, db) => ofRow(input.entity, 'orders')(input, access, db) },
  'slot.list': open,
  'reservation.create': orders,
  'reservation.cancel': { before: ofRow('reservation', 'orders') },

  'article.search': open,
  'article.get': open,
  // An opinion on an article: whoever writes it knows not to name anybody.
  'article.feedback': open,
  'shift.news': open,
  'shift.work': open,
  'shift.seen': open,
  // Neither a script nor a template has a customer in it.
  'scriptDraft.write': open,
  'scriptDraft.read': open,
  'scriptDraft.list': open,
  'scriptDraft.forget': open,
  'letterDraft.write': open,
  'letterDraft.list': open,
  'letterDraft.forget': open,

  'accuracy.add': open,
  'accuracy.read': open,

  'sync.status': open,
  'sync.now': open,

  'unsent.list': {
    after: ({ work, decided, unread }, access) => ({
      work: work.map((one) => (one.customer === null ? one : maskUnsent(one, access.masked(one.customer.id)))),
      decided: decided.map((one) => (one.customer === null ? one : maskSuperseded(one, access.masked(one.customer.id)))),
      unread,
    }),
  },
  'unsent.resolve': { before: ofUnsent },
  'unsent.retry': { before: ofUnsent },
  'unsent.discard': { before: ofUnsent },
};
