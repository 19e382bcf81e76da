import { useQuery } from '@tanstack/react-query';
import { useServices } from '../../app/services.ts';
import { customerById, keepCustomer } from '../../app/store-queries.ts';
import { useOnce } from '../../app/use-once.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { CaseCard } from './CaseCard.tsx';
import styles from './Casework.module.css';

interface SavedCaseProps {
  readonly customerId: string;
  readonly caseId: string;
  readonly onClose: () => void;
}

/** Right after a case was noted: its number to read back, what can be said, and the first step. */
export function SavedCase({ customerId, caseId, onClose }: SavedCaseProps) {
  const { t } = useTexts();
  const { store, queries } = useServices();
  const { busy, once } = useOnce();
  const file = useQuery(customerById(store, customerId)).data;
  const row = file?.cases.find(({ id }) => id === caseId);
  return (
    <div className={styles.form}>
      <ul>{file === undefined || row === undefined ? null : <CaseCard file={file} row={row} busy={busy} isNew write={(action) => once(async () => keepCustomer(queries, await action(store)))} />}</ul>
      <div className={styles.foot}>
        <Button autoFocus tone="primary" onPress={onClose}>
          {t('followUp.done')}
        </Button>
      </div>
    </div>
  );
}
