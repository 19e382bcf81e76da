import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { keepInteraction } from '../../app/store-queries.ts';
import { withoutNoted } from '../script/bound-value.ts';
import { useReport } from '../../app/use-report.ts';

/** @returns a function that says who the conversation is with; true when the store has it. */
export function useLinkCustomer(file: InteractionFile): (customerId: string) => Promise<boolean> {
  const { store, queries, journal } = useServices();
  const report = useReport();
  return (customerId) =>
    report(async () => {
      const { id } = file.interaction;
      if (file.customer?.customer.id !== customerId) {
        const gone = withoutNoted(file, { ...file.draft, ...journal.typed(id) });
        if (Object.keys(gone).length > 0) journal.record(id, gone);
      }
      keepInteraction(queries, await store.call('interaction.linkCustomer', { id, customerId }));
    });
}
