import { useState } from 'react';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import { useShortcut } from '../../app/use-shortcut.ts';
import { phone } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CallerChoice } from './CallerChoice.tsx';
import { CustomerSearch } from './CustomerSearch.tsx';
import { CustomerSheet } from './CustomerSheet.tsx';
import { NewCustomer } from './NewCustomer.tsx';
import { NewCustomerLater } from './NewCustomerLater.tsx';
import { useLinkCustomer } from './use-link-customer.ts';
import styles from './Customer.module.css';

/** Who the conversation is with: linked, one of several, or still to be found. */
export function CustomerTab({ file }: { readonly file: InteractionFile }) {
  const { t } = useTexts();
  const link = useLinkCustomer(file);
  const [choosing, setChoosing] = useState(false);
  const linked = file.customer;
  useShortcut('Ctrl+j', () => setChoosing(true), linked !== null && !choosing);

  async function choose(customerId: string): Promise<void> {
    if (await link(customerId)) setChoosing(false);
  }

  if (linked !== null && !choosing) return <CustomerSheet key={linked.customer.id} owner={file} customer={linked} onChangeCustomer={() => setChoosing(true)} />;
  const { candidates, interaction } = file;
  return (
    <div
      className={styles.finder}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setChoosing(false);
      }}
    >
      {linked === null ? null : (
        <Notice tone="info" actions={<Button size="small" onPress={() => setChoosing(false)}>{t('action.cancel')}</Button>}>
          {t('customer.choosingOther')}
        </Notice>
      )}
      {linked === null && candidates.length > 0 ? (
        <>
          <h3 className={styles.heading}>{candidates.every(({ archived }) => archived === true) ? t('customer.archiveOnly') : t('customer.several', { count: candidates.length })}</h3>
          <CallerChoice callers={candidates} onChoose={(caller) => void choose(caller.id)} />
        </>
      ) : null}
      {linked === null && candidates.length === 0 ? (
        <Notice tone="info" title={t('customer.unknown')}>
          {interaction.number === null ? t('customer.unknownWithheld') : t('customer.unknownNumber', { number: phone(interaction.number) })}
        </Notice>
      ) : null}
      <CustomerSearch autoFocus={choosing} onChoose={(hit) => void choose(hit.id)} />
      {linked === null && candidates.length === 0 ? <NewCustomer file={file} /> : <NewCustomerLater file={file} />}
    </div>
  );
}
