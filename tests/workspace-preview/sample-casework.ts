import type { Procedure } from '#shared/domain/casework/procedure.ts';
import type { Question } from '#shared/domain/casework/entities.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { newId } from '#shared/domain/ids.ts';
import type { OfferAnswer } from '#shared/domain/offers/offer.ts';
import type { caseworkCalls } from '#shared/ipc/casework-calls.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { offerRows, procedureRows } from '../fixtures/casework.ts';
import { colleagues } from './sample-people.ts';
import type { SampleStore } from './sample-store.ts';

const at = (): string => new Date().toISOString();

/** Procedures, questions and offers as the store would answer them. */
export class SampleCasework {
  readonly procedures: Procedure[] = procedureRows();
  readonly offers = offerRows().map((offer) => ({ ...offer, productId: newId() }));
  readonly answers: OfferAnswer[] = [];
  orderPlaced = false;

  handlers(store: SampleStore): Pick<Handlers<StoreContract>, keyof typeof caseworkCalls> {
    const fileWith = (id: string): InteractionFile => {
      const file = [...store.files.values()].find(({ questions }) => questions.some((question) => question.id === id));
      if (file === undefined) throw new Error('no such question');
      return file;
    };
    const settle = (id: string, change: Partial<Question>): Question[] => {
      const file = fileWith(id);
      const questions = file.questions.map((question) => (question.id === id ? { ...question, ...change } : question));
      store.files.set(file.interaction.id, { ...file, questions });
      return questions;
    };
    return {
      'procedure.list': () => this.procedures,
      'case.numbers': () => undefined,
      'case.step': ({ caseId, step, done }) => {
        const file = [...store.customers.values()].find(({ cases }) => cases.some(({ id }) => id === caseId));
        if (file === undefined) throw new Error('no such case');
        const next = { ...file, caseSteps: [...file.caseSteps, { id: newId(), version: 0, updatedAt: at(), customerId: file.customer.id, caseId, step, done, at: at(), agentId: null }] };
        store.customers.set(file.customer.id, next);
        return next;
      },
      'question.note': ({ interactionId, text }) => {
        const file = store.files.get(interactionId);
        if (file === undefined) throw new Error('no such conversation');
        const questions = [...file.questions, { id: newId(), version: 0, updatedAt: at(), interactionId, customerId: file.interaction.customerId, text, at: at(), agentId: null, state: 'open' as const, answer: '', caseId: null }];
        store.files.set(interactionId, { ...file, questions });
        return questions;
      },
      'question.settle': ({ id, state, answer }) => settle(id, { state, answer }),
      'question.assign': ({ id }) => settle(id, { state: 'assigned', caseId: newId() }),
      'work.handOver': ({ id }) => {
        const file = [...store.customers.values()].find(({ cases, promises }) => [...cases, ...promises].some((row) => row.id === id));
        if (file === undefined) throw new Error('no such work');
        return file;
      },
      'work.colleagues': () => colleagues.map(({ id, name }) => ({ id, name })),
      'offer.list': () => ({ offers: this.offers, answers: this.answers, ordered: ['LOI-06'], orderPlaced: this.orderPlaced }),
      'offer.current': () => this.offers,
      'offer.answer': ({ offerId, customerId, interactionId, answer }) => {
        this.answers.push({ id: newId(), version: 0, updatedAt: at(), offerId, customerId, interactionId, agentId: null, at: at(), answer });
      },
    };
  }
}
