import { useState } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { NewCustomer } from './NewCustomer.tsx';

/** Where somebody was proposed already, a new customer is the exception: one click away. */
export function NewCustomerLater({ file }: { readonly file: InteractionFile }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  if (open) return <NewCustomer file={file} />;
  return (
    <div>
      <Button size="small" onPress={() => setOpen(true)}>
        {t('customer.noneOfThese')}
      </Button>
    </div>
  );
}
