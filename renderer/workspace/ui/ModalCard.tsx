import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './ModalCard.module.css';

interface ModalCardProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly buttons?: ReactNode;
  /** It asks something that cannot wait. */
  readonly isQuestion?: boolean;
}

/** Something the operator opened, or must answer, above the rest. Escape closes it and changes nothing. */
export function ModalCard({ title, isOpen, onClose, children, buttons, isQuestion = false }: ModalCardProps) {
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} role={isQuestion ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          {children}
          {buttons === undefined ? null : <div className={styles.buttons}>{buttons}</div>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
