import { newId } from '#shared/domain/ids.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { UnsentList, UnsentWork } from '#shared/domain/unsent-work.ts';
import { customers, sampleId } from './sample-data.ts';

type All = Handlers<StoreContract>;
type UnsentHandlers = { readonly [N in keyof All as N extends `unsent.${string}` ? N : never]: All[N] };

/** What a store answers about unsent work, in memory. */
export class SampleUnsent {
  list: UnsentList = { work: [], decided: [], unread: 0 };
  readonly told: { readonly what: 'resolve' | 'retry' | 'discard'; readonly id: string; readonly with?: unknown }[] = [];
  readonly #onChange: (left: number) => void;

  constructor(onChange: (left: number) => void) {
    this.#onChange = onChange;
  }

  handlers(): UnsentHandlers {
    return {
      'unsent.list': () => this.list,
      'unsent.resolve': ({ id, choices }) => this.#settle('resolve', id, choices),
      'unsent.retry': ({ id, changes }) => this.#settle('retry', id, changes),
      'unsent.discard': ({ id }) => {
        this.#settle('discard', id);
        return { discarded: 1 };
      },
    };
  }

  #settle(what: 'resolve' | 'retry' | 'discard', id: string, values?: unknown): undefined {
    this.told.push({ what, id, ...(values === undefined ? {} : { with: values }) });
    this.list = { ...this.list, work: this.list.work.filter((work) => work.id !== id) };
    this.#onChange(this.list.work.length);
    return undefined;
  }
}

const customerOf = (index: number): { id: string; name: string } => {
  const customer = customers[index]?.customer;
  return { id: customer?.id ?? sampleId(5, 1), name: `${customer?.givenName ?? ''} ${customer?.familyName ?? ''}`.trim() };
};

function work(part: Pick<UnsentWork, 'state' | 'entity' | 'fields'> & Partial<UnsentWork>): UnsentWork {
  return { id: newId(), entityId: newId(), at: '2026-01-05T08:12:00.000Z', creates: false, removes: false, code: null, attempts: 0, customer: customerOf(0), dependants: 0, ...part };
}

/** A morning after a night without network: one conflict, one refusal, one thing that the centre cannot take in. */
export function sampleUnsentList(): UnsentList {
  return {
    work: [
      work({
        state: 'conflict',
        code: 'conflict',
        entity: 'address',
        fields: [
          { field: 'street', base: 'Coupure Links', mine: 'Veldstraat', theirs: 'Korenmarkt' },
          { field: 'houseNumber', base: '12', mine: '104', theirs: '3' },
          { field: 'box', base: null, mine: '0201', theirs: null },
        ],
      }),
      work({ state: 'rejected', code: 'invalid', entity: 'contactPoint', creates: true, customer: customerOf(1), fields: [{ field: 'value', mine: 'an.desmet@voorbeeld' }, { field: 'kind', mine: 'email' }, { field: 'preferred', mine: true }] }),
      work({ state: 'stuck', attempts: 4, entity: 'interaction', creates: true, dependants: 1, fields: [{ field: 'sentence', mine: 'Nieuwe levering op donderdag afgesproken.' }, { field: 'note', mine: 'Bel eerst aan bij de buren.' }] }),
    ],
    decided: [{ entity: 'customer', entityId: sampleId(5, 1), field: 'givenName', value: 'Piet', kept: 'Pieter', by: 'Lotte Janssens', writtenAt: '2026-01-04T15:02:00.000Z', decidedAt: '2026-01-04T15:20:00.000Z', decision: 'theirs', customer: customerOf(0) }],
    unread: 0,
  };
}
