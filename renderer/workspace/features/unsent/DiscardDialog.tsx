import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import styles from '../dial/EmergencyDialog.module.css';

interface DiscardDialogProps {
  readonly isOpen: boolean;
  /** What goes with it. */
  readonly dependants: number;
  readonly onDecide: (confirmed: boolean) => void;
}

/** Nothing is given up by a slip: Escape and the first button keep it. */
export function DiscardDialog({ isOpen, dependants, onDecide }: DiscardDialogProps) {
  const { t } = useTexts();
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen={isOpen} isDismissable onOpenChange={(open) => !open && onDecide(false)}>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} role="alertdialog">
          <Heading slot="title" className={styles.title ?? ''}>
            {t('unsent.discardTitle')}
          </Heading>
          <p>{t('unsent.discardBody')}</p>
          {dependants === 0 ? null : <p>{t('unsent.discardDependants', { count: dependants })}</p>}
          <div className={styles.buttons}>
            <Button autoFocus onPress={() => onDecide(false)}>
              {t('unsent.keep')}
            </Button>
            <Button tone="danger" onPress={() => onDecide(true)}>
              {t('unsent.discardConfirm')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
