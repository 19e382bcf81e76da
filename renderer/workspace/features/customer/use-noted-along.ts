import type { Draft } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { useWork } from '../../app/work-context.ts';
import { notedAlong } from '../script/bound-value.ts';
import type { CustomerField } from './customer-form.ts';

/** @returns what the script of the conversation with this customer keeps along, when a field of their form is typed in. */
export function useNotedAlong(customerId: string): (field: CustomerField, text: string) => Draft {
  const { journal } = useServices();
  const { file } = useWork();
  return (field, text) => (file?.customer?.customer.id === customerId ? notedAlong(file, { ...file.draft, ...journal.typed(file.interaction.id) }, field, text) : {});
}
