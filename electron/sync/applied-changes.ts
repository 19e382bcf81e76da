import type { EntityName } from '#shared/domain/entities.ts';
import type { AppliedChanges } from '#shared/ipc/applier-list.ts';

export type { AppliedChanges };

interface Named {
  readonly id: string;
  readonly customerId?: string | null;
  readonly interactionId?: string;
  readonly survivorId?: string;
  readonly mergedId?: string;
}

/** Collects, row by row, what changed. */
export class ChangeCollector {
  readonly #customers = new Set<string>();
  readonly #interactions = new Set<string>();
  #catalogue = false;
  #handOvers = false;
  #work = false;
  #knowledge = false;
  #letters = false;
  #reference = false;
  #erased = false;

  add(entity: EntityName, row: object): void {
    const { id, customerId, interactionId, survivorId, mergedId } = row as Named;
    switch (entity) {
      case 'customer':
        this.#customers.add(id);
        break;
      case 'contactPoint':
      case 'address':
      case 'consent':
      case 'note':
      case 'correction':
        if (typeof customerId === 'string') this.#customers.add(customerId);
        break;
      case 'interaction':
        this.#interactions.add(id);
        // The customer's file shows their interactions.
        if (typeof customerId === 'string') this.#customers.add(customerId);
        break;
      case 'callLeg':
        if (interactionId !== undefined) this.#interactions.add(interactionId);
        break;
      case 'case':
      case 'promise':
        this.#work = true;
        if (typeof customerId === 'string') this.#customers.add(customerId);
        break;
      case 'merge':
        if (survivorId !== undefined) this.#customers.add(survivorId);
        if (mergedId !== undefined) this.#customers.add(mergedId);
        break;
      case 'order':
      case 'reservation':
      case 'caseStep':
      case 'offerAnswer':
        if (typeof customerId === 'string') this.#customers.add(customerId);
        break;
      case 'product':
      case 'stock':
      case 'salesTerms':
      case 'salesPolicy':
      case 'capacitySlot':
      case 'stockHold':
        this.#catalogue = true;
        break;
      case 'article':
        this.#knowledge = true;
        break;
      case 'letterTemplate':
        this.#letters = true;
        break;
      // Written by this device, or read by nobody here.
      case 'articleFeedback':
      case 'identityCheck':
      case 'conversationQuality':
      case 'numberRange':
        break;
      case 'question':
        if (interactionId !== undefined) this.#interactions.add(interactionId);
        if (typeof customerId === 'string') this.#customers.add(customerId);
        break;
      case 'handOver':
        this.#handOvers = true;
        break;
      default:
        this.#reference = true;
    }
  }

  /** A customer was erased. */
  addErasure(): void {
    this.#erased = true;
  }

  get changes(): AppliedChanges {
    return { customers: [...this.#customers], interactions: [...this.#interactions], catalogue: this.#catalogue, handOvers: this.#handOvers, work: this.#work, knowledge: this.#knowledge, letters: this.#letters, reference: this.#reference, erased: this.#erased };
  }
}
