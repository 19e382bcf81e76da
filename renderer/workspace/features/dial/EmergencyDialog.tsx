import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './EmergencyDialog.module.css';

interface EmergencyDialogProps {
  /** The number that was asked for; null while there is nothing to ask. */
  readonly number: string | null;
  readonly onDecide: (confirmed: boolean) => void;
}

/** Nobody calls the emergency services by accident: Escape and the first button do nothing. */
export function EmergencyDialog({ number, onDecide }: EmergencyDialogProps) {
  const { t } = useTexts();
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={number !== null}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onDecide(false);
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} role="alertdialog">
          <Heading slot="title" className={styles.title ?? ''}>
            {t('emergency.title', { number: number ?? '' })}
          </Heading>
          <p>{t('emergency.body')}</p>
          <div className={styles.buttons}>
            <Button autoFocus onPress={() => onDecide(false)}>
              {t('emergency.cancel')}
            </Button>
            <Button tone="danger" onPress={() => onDecide(true)}>
              {t('emergency.confirm', { number: number ?? '' })}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
