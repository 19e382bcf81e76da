import { useState } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { FollowUpDialog } from './FollowUpDialog.tsx';

/** From the conversation and from its wrap-up: a case or a promise. */
export function FollowUpButton({ file }: { readonly file: InteractionFile }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const customerId = file.customer?.customer.id;
  useShortcut('Ctrl+u', () => setOpen(true), customerId !== undefined);
  if (customerId === undefined) return null;
  return (
    <div>
      <Button size="small" keys="Ctrl+u" onPress={() => setOpen(true)}>
        {t('followUp.open')}
      </Button>
      <FollowUpDialog file={file} customerId={customerId} isOpen={open} onClose={() => setOpen(false)} />
    </div>
  );
}
