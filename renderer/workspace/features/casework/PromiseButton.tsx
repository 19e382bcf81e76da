import { useState } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { usePointed } from '../../app/use-pointed.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { PromiseDialog } from './PromiseDialog.tsx';

/** From the conversation and from its wrap-up: what was promised. */
export function PromiseButton({ file }: { readonly file: InteractionFile }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const customerId = file.customer?.customer.id;
  useShortcut('F10', () => setOpen(true), customerId !== undefined);
  usePointed((field) => {
    if (field === 'promise' && customerId !== undefined) setOpen(true);
  });
  if (customerId === undefined) return null;
  return (
    <>
      <Button size="small" keys="F10" onPress={() => setOpen(true)}>
        {t('promise.open')}
      </Button>
      <PromiseDialog file={file} customerId={customerId} isOpen={open} onClose={() => setOpen(false)} />
    </>
  );
}
