import { useServices } from '../../app/services.ts';
import { keepInteraction } from '../../app/store-queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useWork } from '../../app/work-context.ts';

/** @returns a function that says that the conversation in hand is with this customer; null while there is none that can be told so. */
export function useLinkToWork(): ((customerId: string) => Promise<boolean>) | null {
  const { store, queries } = useServices();
  const { file } = useWork();
  const report = useReport();
  if (file === null || file.interaction.state === 'closed') return null;
  const { id } = file.interaction;
  return (customerId) => report(async () => keepInteraction(queries, await store.call('interaction.linkCustomer', { id, customerId })));
}
