import type { Transfer } from '#shared/domain/transfer.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useColleagueName } from '../calls/use-party.ts';
import { transferFailure } from './transfer-failure.ts';

interface TransferProgressProps {
  readonly transfer: Transfer;
  readonly onSeen: () => void;
}

/** How far a transfer is; after a failure why, and that the customer is back. */
export function TransferProgress({ transfer, onSeen }: TransferProgressProps) {
  const { t } = useTexts();
  const name = useColleagueName(transfer.target);
  if (transfer.phase !== 'failed') {
    return (
      <Notice tone="info" live="status" title={t(`transfer.phase.${transfer.phase}`, { name })}>
        {t('transfer.phase.meanwhile')}
      </Notice>
    );
  }
  return (
    <Notice tone="error" live="alert" title={t('transfer.phase.failed', { name })} actions={<Button onPress={onSeen}>{t('transfer.seen')}</Button>}>
      {t('transfer.phase.why', { reason: t(`ended.${transferFailure(transfer.sipStatus)}`) })}
    </Notice>
  );
}
