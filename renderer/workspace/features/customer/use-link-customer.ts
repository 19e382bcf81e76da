import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { keepInteraction } from '../../app/store-queries.ts';
import { useReport } from '../../app/use-report.ts';

/** @returns a function that says who the conversation is with; true when the store has it. */
export function useLinkCustomer(file: InteractionFile): (customerId: string) => Promise<boolean> {
  const { store, queries } = useServices();
  const report = useReport();
  return (customerId) =>
    report(async () => {
      keepInteraction(queries, await store.call('interaction.linkCustomer', { id: file.interaction.id, customerId }));
    });
}
