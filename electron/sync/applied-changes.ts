import type { EntityName } from '#shared/domain/entities.ts';

/** What a batch from central changed in the cache: what the workspace has to read again. Plain data, so that it can cross a thread. */
export interface AppliedChanges {
  readonly customers: readonly string[];
  readonly interactions: readonly string[];
  /** Notes of colleagues came in: they belong to calls that are up or being wrapped up. */
  readonly handOvers: boolean;
  /** Cases or promises: the list of what is due. */
  readonly work: boolean;
  /** Queues, outcomes, scripts, agents or directory entries. */
  readonly reference: boolean;
}

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
  #handOvers = false;
  #work = false;
  #reference = false;

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
      case 'handOver':
        this.#handOvers = true;
        break;
      default:
        this.#reference = true;
    }
  }

  get changes(): AppliedChanges {
    return { customers: [...this.#customers], interactions: [...this.#interactions], handOvers: this.#handOvers, work: this.#work, reference: this.#reference };
  }
}
