import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { checksOnFile, isRightAnswer, type IdentityFacts } from '#shared/domain/identity/compare.ts';
import { gateState, gateView, mayAnswer, type GateEvent, type GateState } from '#shared/domain/identity/gate.ts';
import { maskFile } from '#shared/domain/identity/mask.ts';
import { maskedBy } from '#shared/domain/identity/parts.ts';
import type { IdentityPolicy } from '#shared/domain/identity/policy.ts';
import type { identityCalls } from '#shared/ipc/identity-calls.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { sampleNames } from './sample-trail.ts';
import type { SampleStore } from './sample-store.ts';

export const samplePolicy: IdentityPolicy = {
  checks: ['birthDate', 'postcode', 'phoneEnding', 'customerNumber'],
  needed: { personal: 1, financial: 2, health: 0 },
  tries: 3,
  carryMinutes: 15,
  betweenCalls: 'open',
};

/** The gate of the sample's conversations: the store's own rules, over what the page keeps in memory. */
export class SampleGate {
  readonly #store: SampleStore;
  /** What happened, by conversation. */
  readonly events = new Map<string, GateEvent[]>();

  constructor(store: SampleStore) {
    this.#store = store;
  }

  /** @returns the file as it may be seen now. */
  shown(file: InteractionFile): InteractionFile {
    const policy = file.queue?.identity ?? null;
    const { customer } = file;
    if (policy === null || customer === null) return file;
    const state = this.#state(policy, file);
    return { ...file, customer: maskFile(customer, new Set(maskedBy(policy, state))), gate: gateView(policy, state, checksOnFile(factsOf(file)), state.carriedFrom === null ? null : 'Karim El Amrani') };
  }

  handlers(): Pick<Handlers<StoreContract>, keyof typeof identityCalls> {
    return {
      'identity.answer': ({ interactionId, check, answer }) => {
        const file = this.#file(interactionId);
        const policy = file.queue?.identity ?? null;
        if (policy === null || !mayAnswer(policy, this.#state(policy, file), check, checksOnFile(factsOf(file)))) throw new BalieError('identity.not-heard', 'not asked');
        const right = isRightAnswer(check, answer, factsOf(file));
        this.tell(file, { kind: right ? 'passed' : 'wrong', check });
        return { right, file: this.shown(file) };
      },
      'identity.giveUp': ({ interactionId, way }) => {
        const file = this.#file(interactionId);
        this.tell(file, { kind: 'gave-up', way });
        return this.shown(file);
      },
      'identity.names': sampleNames,
    };
  }

  tell({ interaction }: InteractionFile, event: Pick<GateEvent, 'kind'> & Partial<GateEvent>): void {
    const told: GateEvent = { customerId: interaction.customerId ?? '', at: new Date().toISOString(), check: null, way: null, carried: null, ...event };
    this.events.set(interaction.id, [...(this.events.get(interaction.id) ?? []), told]);
  }

  #state(policy: IdentityPolicy, file: InteractionFile): GateState {
    return gateState(policy, file.interaction.customerId ?? '', this.events.get(file.interaction.id) ?? [], checksOnFile(factsOf(file)));
  }

  #file(id: string): InteractionFile {
    const file = this.#store.files.get(id);
    if (file === undefined) throw new BalieError('store.not-found', 'no such interaction');
    return file;
  }
}

function factsOf({ customer, interaction }: InteractionFile): IdentityFacts {
  if (customer === null) throw new BalieError('store.not-found', 'nobody is linked');
  return { ...customer, callingNumber: interaction.number };
}
