import { useState } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useBegunForms } from '../../app/use-kept-form.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { followUpForm } from '../casework/use-follow-up.ts';
import { FollowUpDialog } from './FollowUpDialog.tsx';

/** From the conversation and from its wrap-up: a case or a promise. */
export function FollowUpButton({ file }: { readonly file: InteractionFile }) {
  const customerId = file.customer?.customer.id;
  return customerId === undefined ? null : <Opener key={customerId} file={file} customerId={customerId} />;
}

function Opener({ file, customerId }: { readonly file: InteractionFile; readonly customerId: string }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const isBegun = useBegunForms(customerId).has(followUpForm);
  useShortcut('Ctrl+u', () => setOpen(true));
  return (
    <div>
      <Button size="small" keys="Ctrl+u" onPress={() => setOpen(true)}>
        {t(isBegun ? 'followUp.begun' : 'followUp.open')}
      </Button>
      <FollowUpDialog file={file} customerId={customerId} isOpen={open} onClose={() => setOpen(false)} />
    </div>
  );
}
