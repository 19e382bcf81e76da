import { BalieError } from '#shared/domain/errors.ts';
import type { Masked } from '#shared/domain/identity/mask.ts';
import { maskedBy, maskedParts, shut, type MaskedPart } from '#shared/domain/identity/parts.ts';
import type { IdentityPolicy } from '#shared/domain/identity/policy.ts';
import type { ReadDb } from '../database/connection.ts';
import { survivorOf } from '../queries/customer-records.ts';
import { hasPolicies, openConversations, standingPolicies, type Nearness, type OpenConversation } from './conversations.ts';

const nothing: Masked = new Set();
const nearest: readonly Nearness[] = ['talking', 'ringing', 'after'];

/**
 * What may be seen of each customer at this moment. With whom one speaks decides: the customer of a conversation is as open as its
 * gate is, and while somebody is on the line of a queue with a policy, nobody else's file is open either. Made for one answer and
 * thrown away.
 */
export class Access {
  readonly #db: ReadDb;
  readonly #conversations: readonly OpenConversation[];
  /** What holds for whoever is in no conversation here. */
  readonly #others: readonly IdentityPolicy[];
  readonly #known = new Map<string, Masked>();

  /** @param me this operator's id. */
  constructor(db: ReadDb, me: string | null) {
    this.#db = db;
    const applies = hasPolicies(db);
    this.#conversations = applies ? openConversations(db, me) : [];
    const talking = this.#conversations.flatMap(({ nearness, policy }) => (nearness === 'talking' && policy !== null ? [policy] : []));
    this.#others = applies ? [...talking, ...standingPolicies(db)] : [];
  }

  /** @returns what is not shown of this customer; empty: all is. */
  masked(customerId: string): Masked {
    if (this.#conversations.length === 0 && this.#others.length === 0) return nothing;
    const known = this.#known.get(customerId);
    if (known !== undefined) return known;
    const masked = this.#judge(survivorOf(this.#db, customerId));
    this.#known.set(customerId, masked);
    return masked;
  }

  #judge(customerId: string): Masked {
    const own = this.#conversations.filter((conversation) => conversation.customerId === customerId);
    const near = nearest.map((nearness) => own.filter((conversation) => conversation.nearness === nearness)).find(({ length }) => length > 0);
    // Of two conversations with one customer, the one that is less sure.
    if (near !== undefined) return new Set(near.flatMap(({ policy, state }) => (policy === null || state === null ? [] : maskedBy(policy, state))));
    return new Set(this.#others.flatMap((policy) => maskedBy(policy, shut(policy))));
  }

  /** @throws {BalieError} `identity.locked` where anything of this customer is masked. */
  requireAll(customerId: string): void {
    this.requireEach(customerId, maskedParts);
  }

  /** @throws {BalieError} `identity.locked` where one of these parts is masked. */
  requireEach(customerId: string, parts: readonly MaskedPart[]): void {
    const masked = this.masked(customerId);
    const hidden = parts.find((part) => masked.has(part));
    if (hidden !== undefined) throw new BalieError('identity.locked', `${hidden} is not shown before the caller is known`, { details: { part: hidden } });
  }

  /** Changes when what may be seen changes. */
  get mark(): string {
    const open = this.#conversations.map(({ id, customerId, nearness, policy, state }) => [id, customerId, nearness, policy, state?.locked, state === null ? [] : [...state.passed]]);
    return this.#others.length === 0 && open.every(([, , , policy]) => policy === null) ? '' : JSON.stringify([open, this.#others.length]);
  }
}
