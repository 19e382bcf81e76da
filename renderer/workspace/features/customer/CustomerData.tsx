import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { useServices } from '../../app/services.ts';
import { draftOfFile } from '../../app/store-queries.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { useWork } from '../../app/work-context.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { CustomerFacts } from './CustomerFacts.tsx';
import { CustomerSheet } from './CustomerSheet.tsx';
import styles from './Customer.module.css';

/** Who a looked-up customer is: to read and, by one key, to correct. What was typed here and not saved is there again. */
export function CustomerData({ file }: { readonly file: CustomerFile }) {
  const { t } = useTexts();
  const { store, journal } = useServices();
  const { file: inHand } = useWork();
  const { id } = file.customer;
  const { data: draft } = useQuery(draftOfFile(store, id));
  const [wish, setWish] = useState<'read' | 'correct' | null>(null);
  const isBegun = Object.keys(draft ?? {}).length + Object.keys(journal.typed(id)).length > 0;
  const isOpen = wish === 'correct' || (wish === null && isBegun);
  useShortcut('Ctrl+1', () => setWish('correct'), !isOpen);
  if (draft === undefined || !isOpen) {
    return (
      <>
        <CustomerFacts file={file} />
        <div className={styles.buttons}>
          <Button size="small" keys="Ctrl+1" onPress={() => setWish('correct')}>
            {t('customer.correct')}
          </Button>
        </div>
      </>
    );
  }
  // Who is on the line has one draft, wherever it is typed.
  const owner = inHand?.customer?.customer.id === id ? inHand : { interaction: { id }, draft };
  return <CustomerSheet owner={owner} customer={file} onDone={() => setWish('read')} />;
}
