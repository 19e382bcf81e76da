import type { CustomerFile } from '#shared/domain/customer-file.ts';
import type { Question } from '#shared/domain/casework/entities.ts';
import type { caseworkCalls } from '#shared/ipc/casework-calls.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { tables } from './entities/tables.ts';
import { askForNumbers } from './services/case-numbers.ts';
import { getCustomer } from './services/customer-work.ts';
import { handOverWork, markStep } from './services/file-work.ts';
import { answerOffer, currentOffers, offersFor } from './services/offer-work.ts';
import { assignQuestion, noteQuestion, settleQuestion } from './services/question-work.ts';
import type { Store } from './store.ts';

/** What a workspace may ask about how cases are treated, what was asked, and what is offered. */
export function caseworkHandlers(store: Store): Pick<Handlers<StoreContract>, keyof typeof caseworkCalls> {
  const guard = <T>(action: () => T): T => store.guard(action);
  async function filed(action: () => string): Promise<CustomerFile> {
    const customerId = await store.write(action);
    store.announce({ customer: customerId, work: true });
    return guard(() => getCustomer(store.context, customerId));
  }
  async function asked(action: () => Question[]): Promise<Question[]> {
    const questions = await store.write(action);
    const [first] = questions;
    if (first !== undefined) store.announce({ interaction: first.interactionId });
    return questions;
  }
  return {
    'procedure.list': () => guard(() => tables.procedure.all(store.context.db)),
    'case.step': (input) => filed(() => markStep(store.context, input)),
    'case.numbers': async () => {
      if (await store.write(() => askForNumbers(store.context))) store.announce({});
      return undefined;
    },
    'question.note': (input) => asked(() => noteQuestion(store.context, input)),
    'question.settle': (input) => asked(() => settleQuestion(store.context, input)),
    'question.assign': async (input) => {
      const questions = await asked(() => assignQuestion(store.context, input));
      const customerId = questions.find(({ id }) => id === input.id)?.customerId;
      if (customerId != null) store.announce({ customer: customerId, work: true });
      return questions;
    },
    'work.handOver': (input) => filed(() => handOverWork(store.context, input)),
    'work.colleagues': () => guard(() => tables.agent.all(store.context.db).map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name))),
    'offer.list': (input) => guard(() => offersFor(store.context, input)),
    'offer.current': () => guard(() => currentOffers(store.context.db)),
    'offer.answer': async (input) => {
      store.announce({ customer: await store.write(() => answerOffer(store.context, input)) });
      return undefined;
    },
  };
}
